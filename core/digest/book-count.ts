import type { DigestPlace } from './digest.ts';

/** How many customers of one owner stand at one place and are paused or not, now and at the digest before. */
export interface BookCount extends DigestPlace {
  readonly ownerId: string | null;
  readonly isPaused: boolean;
  readonly customers: number;
  /** 0 where there is no digest before. */
  readonly before: number;
  /** Of how many of {@link BookCount.customers} a contact is overdue. */
  readonly overdue: number;
  /** How many contacts are owed to those. */
  readonly owed: number;
  /** How many contacts were made with them in the last days. */
  readonly made: number;
}
