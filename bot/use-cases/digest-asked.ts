import type { CalendarDate } from '../../core/calendar-date.ts';
import type { DigestEdition, DigestPart } from '../../core/digest/digest.ts';
import type { DigestNumber } from '../../core/digest/digest-number.ts';

/** Whose customers a digest counts, as of when. */
export interface DigestScope {
  /** Null: everybody's, those without an owner included. Those of reps who report to a manager: the caller finds them. */
  readonly repIds: readonly string[] | null;
  /** IANA: whose days they are. */
  readonly timeZone: string;
  /** The day; its moment is {@link DigestScope.asOf}. */
  readonly date: CalendarDate;
  readonly asOf: Date;
  /** The moment of the digest before; null: the caller knows of none, so no changes are told. */
  readonly since: Date | null;
  readonly edition: DigestEdition;
}

/** What of a digest is wanted. */
export interface DigestAsked extends DigestScope {
  /** In a fixed order whatever this one is. */
  readonly parts: readonly DigestPart[];
  /** Everything as it stands, also what has not changed since the digest before. */
  readonly isFull: boolean;
  /** How many customers each part names at most; default 5. */
  readonly most?: number | undefined;
}

/** The list behind a number. */
export interface DigestListAsked extends DigestScope {
  readonly number: DigestNumber;
  /** How many are passed over, and how many are wanted. */
  readonly skip: number;
  readonly limit: number;
}
