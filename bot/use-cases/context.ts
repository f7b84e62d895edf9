import type { Clock } from '../clock.ts';
import type { Database } from '../store/database.ts';

export type Role = 'rep' | 'manager' | 'admin';

/** Who asks. Every read and write is confined to `workspaceId`. */
export interface Actor {
  /** Slack's team id, or T0LOCAL. */
  readonly workspaceId: string;
  /** The member's id (UUIDv7); null for the command line and the clock. */
  readonly memberId: string | null;
  readonly role: Role;
}

/** What every use case is given: the database, who asks, and what time it is. */
export interface UseCaseContext {
  readonly db: Database;
  readonly actor: Actor;
  readonly clock: Clock;
}
