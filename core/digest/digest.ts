import type { CalendarDate } from '../calendar-date.ts';
import type { FactValue } from '../customer.ts';
import type { CustomerStage } from '../customer-stage.ts';
import type { FittedScheme } from '../grading/fit-scheme.ts';
import type { GradeStatus } from '../grading/grade.ts';
import type { MigrationMatrix } from '../grading/migration-matrix.ts';
import type { MoveReason } from '../grading/move-reason.ts';
import type { Scheme } from '../grading/scheme.ts';
import type { TierCause } from '../text/card-text.ts';

/** The parts of a digest, in the order in which they are read. */
export const DIGEST_PARTS = [
  'tiers',
  'moves',
  'overdue',
  'complaints',
  'capacity',
  'dormant',
  'signings',
  'ends',
  'causes',
  'satisfaction',
  'data',
] as const;

export type DigestPart = (typeof DIGEST_PARTS)[number];

/**
 * How far back it looks: to the digest of the working day before, to that of the same weekday a week before, or to that of the
 * first working day of the month before.
 */
export type DigestEdition = 'daily' | 'weekly' | 'monthly';

/** Where customers stand: in a tier of their stage's scheme, or without one. */
export interface DigestPlace {
  readonly stage: CustomerStage;
  readonly tier: string | null;
  /** Null: not graded yet. */
  readonly status: GradeStatus | null;
}

/** A customer as a digest names it. */
export interface DigestCustomer {
  readonly customerId: string;
  readonly name: string;
  /** The owner, a member; null: nobody's. */
  readonly ownerId: string | null;
}

/** How many customers stand where. */
export interface TierCount extends DigestPlace {
  readonly customers: number;
  /** At the digest before; null where that is not known. */
  readonly before: number | null;
}

/** A customer that moved between two tiers, or gained or lost one. Several moves of one customer count as one. */
export interface DigestMove extends DigestCustomer {
  readonly stage: CustomerStage;
  readonly from: { readonly tier: string | null; readonly status: GradeStatus | null };
  readonly to: { readonly tier: string | null; readonly status: GradeStatus };
  readonly direction: 'up' | 'down';
  /** It fell out of the best tier of its scheme. */
  readonly isOutOfBest: boolean;
  /** A year's sales, or what a prospect is expected to sign for: what the move is about. In the digest's currency. */
  readonly value: number | null;
  /** Null: nothing is on file of how it came there. */
  readonly why: MoveWhy | null;
}

/** What moved a customer. */
export interface MoveWhy {
  readonly cause: TierCause;
  /** The value whose change did most, where values did. */
  readonly driver: {
    readonly criterion: string;
    readonly from: FactValue | null;
    readonly to: FactValue | null;
  } | null;
  /** What brought it where it is, where no one value is known to have done it. */
  readonly reason: MoveReason | null;
  /** By which words are found. */
  readonly fitted: FittedScheme;
}

/** All moves of one direction, of which the weightiest are told. */
export interface DigestMoves {
  readonly count: number;
  /** Out of the best tier (falls) or into it (rises). */
  readonly ofBest: number;
  /** The same by stage; a stage without any is left out. */
  readonly best: readonly BestMoves[];
  /** A year's sales of the customers (not the prospects) that moved, as far as they are known. */
  readonly value: number | null;
  /** All that moved by where they came to: prospects, then customers, the best tier first. What nobody came to is left out. */
  readonly into: readonly MovesInto[];
  /** The weightiest first: by the better of the two tiers, then by value. */
  readonly first: readonly DigestMove[];
}

/** How many customers fell out of the best tier of their stage, or rose to it. */
export interface BestMoves {
  readonly stage: CustomerStage;
  /** The best tier. */
  readonly tier: string;
  readonly customers: number;
  /** To how many of those a contact is owed by the end of the day. */
  readonly toCall: number;
}

/** How many customers came to a place from above (falls) or below (rises). */
export interface MovesInto extends DigestPlace {
  readonly status: GradeStatus;
  readonly customers: number;
}

/** Customers of one tier and rep whose contact is overdue. */
export interface OverdueCount extends DigestPlace {
  readonly ownerId: string | null;
  readonly customers: number;
  /** Contacts that the cadence has asked for since and nobody made. */
  readonly owed: number;
  /** Contacts with customers of that tier and rep in the last 30 days. */
  readonly made: number;
}

/** An open complaint whose time has passed or is about to. */
export interface DigestComplaint extends DigestCustomer {
  readonly complaintId: string;
  readonly stage: CustomerStage;
  readonly tier: string | null;
  /** ISO 8601: by when it must be answered. */
  readonly answerBy: string;
  readonly isLate: boolean;
  readonly cause: string | null;
}

/** A book that takes more days than a month has. */
export interface OverBook {
  readonly memberId: string;
  readonly days: number;
  readonly ofDays: number;
  /** It was over already at the digest before. */
  readonly wasOver: boolean;
}

/** A customer of the best two tiers who has not been heard of for long. */
export interface DormantCustomer extends DigestCustomer {
  readonly tier: string;
  /** The last contact or purchase. */
  readonly since: CalendarDate | null;
}

/** Prospects of the best tier that are expected to sign in one month, of one rep. */
export interface SigningCount {
  /** `2026-11`. */
  readonly month: string;
  readonly ownerId: string | null;
  readonly prospects: number;
  /** Null where no amount is known. */
  readonly amount: number | null;
}

/** One prospect that is expected to sign. */
export interface ExpectedSigning extends DigestCustomer {
  readonly expectedOn: CalendarDate;
  readonly amount: number | null;
}

/** A prospect that was won or lost since the digest before. */
export interface DigestEnd extends DigestCustomer {
  readonly outcome: 'won' | 'lost';
  readonly endedOn: CalendarDate;
  readonly amount: number | null;
  readonly currency: string | null;
  readonly reason: string | null;
}

/** What is wrong with data and worth mending, with how many customers it concerns. */
export interface DataProblem {
  /** `without-owner`: nobody's, or of somebody whom the workspace does not know; `overrides-expired`: since the digest before. */
  readonly code: 'review' | 'unreadable' | 'without-owner' | 'not-graded' | 'overrides-expired';
  readonly customers: number;
  readonly before: number | null;
}

/**
 * A manager's digest as of one moment, in numbers and names without a word of any language. The same for the same moment,
 * whenever it is made. A part that was not asked for is undefined; in a daily edition so is one in which nothing has changed
 * since the digest before and nothing is overdue.
 */
export interface Digest {
  readonly edition: DigestEdition;
  readonly date: CalendarDate;
  /** ISO 8601: the moment as of which everything is told, and the one of the digest before; null where there is no history. */
  readonly asOf: string;
  readonly since: string | null;
  /** IANA: the zone of {@link Digest.date}. */
  readonly timeZone: string;
  readonly schemes: { readonly prospects: Scheme | undefined; readonly customers: Scheme | undefined };
  /** ISO 4217 of sales and of expected amounts; null: not known. */
  readonly currencies: { readonly sales: string | null; readonly expected: string | null };
  /** The names of everybody who is named by a member's id. */
  readonly members: Readonly<Record<string, string>>;
  readonly customers: number;
  readonly tiers?: readonly TierCount[] | undefined;
  readonly moves?: { readonly up: DigestMoves; readonly down: DigestMoves } | undefined;
  /** Weekly and monthly: from where to where customers of each stage moved. */
  readonly matrices?: readonly { readonly stage: CustomerStage; readonly matrix: MigrationMatrix }[] | undefined;
  readonly overdue?: readonly OverdueCount[] | undefined;
  readonly complaints?:
    | { readonly count: number; readonly late: number; readonly first: readonly DigestComplaint[] }
    | undefined;
  readonly capacity?: readonly OverBook[] | undefined;
  /** `fresh`: those who have become dormant since the digest before, who come first. */
  readonly dormant?:
    | { readonly count: number; readonly fresh: number; readonly first: readonly DormantCustomer[] }
    | undefined;
  readonly signings?:
    | { readonly months: readonly SigningCount[]; readonly first: readonly ExpectedSigning[] }
    | undefined;
  readonly ends?: { readonly won: EndsOfKind; readonly lost: EndsOfKind } | undefined;
  /** Complaints opened since the digest before, by cause; null: no cause was given. */
  readonly causes?: readonly { readonly cause: string | null; readonly complaints: number }[] | undefined;
  /** Of results given since the digest before, 1–5; `low`: how many were 1 or 2; `before`: the average of the 90 days before. */
  readonly satisfaction?:
    | { readonly results: number; readonly average: number; readonly low: number; readonly before: number | null }
    | undefined;
  readonly data?: readonly DataProblem[] | undefined;
}

/** Won or lost prospects. */
export interface EndsOfKind {
  readonly count: number;
  /** Null where no amount is known. */
  readonly amount: number | null;
  /** In which most of the amounts are; those in others are not in {@link EndsOfKind.amount}. Null: not known. */
  readonly currency: string | null;
  readonly first: readonly DigestEnd[];
}

/** How many are overdue that the headline tells of. */
export interface OverdueOf {
  readonly stage: CustomerStage;
  /** Null: of all tiers and stages. */
  readonly tier: string | null;
  readonly customers: number;
}

/** What the first sentence says, the weightiest first; its words are the text's. */
export type Headline =
  /** By stage, where most fell first. */
  | { readonly code: 'fell-from-best'; readonly of: readonly BestMoves[] }
  | { readonly code: 'complaints-late'; readonly complaints: number }
  /** Of the best tier of each stage, the most first; or of all tiers together (`tier` is null) where none of the best is. */
  | { readonly code: 'overdue'; readonly of: readonly OverdueOf[] }
  | { readonly code: 'over-capacity'; readonly reps: number }
  | { readonly code: 'rose-to-best'; readonly of: readonly BestMoves[] }
  | {
      readonly code: 'won';
      readonly prospects: number;
      readonly amount: number | null;
      readonly currency: string | null;
    }
  /** There is something to tell, but nothing that somebody must do. */
  | { readonly code: 'nothing-urgent' }
  /** There is nothing to tell. */
  | { readonly code: 'quiet' };
