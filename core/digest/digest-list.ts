import type { CalendarDate } from '../calendar-date.ts';
import type { Digest, DigestCustomer, DigestMove, DigestPlace } from './digest.ts';
import type { DigestNumber } from './digest-number.ts';

/** A page of the list behind a number of a digest. */
export interface DigestList
  extends Pick<Digest, 'date' | 'asOf' | 'since' | 'timeZone' | 'schemes' | 'currencies' | 'members'> {
  /** The number that was opened. */
  readonly number: DigestNumber;
  /** How many there are in all: the number as the digest says it. */
  readonly total: number;
  readonly entries: readonly DigestListEntry[];
}

/** A customer of the list, where it stood at that moment, and what the number is about. */
export interface DigestListEntry extends DigestCustomer, DigestPlace {
  readonly about: DigestListAbout;
}

/** What a number says of one customer. */
export type DigestListAbout =
  | { readonly kind: 'place'; readonly score: number | null; readonly lastContactOn: CalendarDate | null }
  | ({ readonly kind: 'move' } & Pick<DigestMove, 'from' | 'to' | 'direction' | 'isOutOfBest' | 'value' | 'why'>)
  | { readonly kind: 'overdue'; readonly owedOn: CalendarDate; readonly days: number; readonly contacts: number }
  | {
      readonly kind: 'complaint';
      readonly complaintId: string;
      readonly openedAt: string;
      readonly answerBy: string;
      /** Null: it has its answer, or is closed. */
      readonly isLate: boolean | null;
      readonly cause: string | null;
    }
  | { readonly kind: 'dormant'; readonly since: CalendarDate | null }
  | { readonly kind: 'signing'; readonly expectedOn: CalendarDate; readonly amount: number | null }
  | {
      readonly kind: 'end';
      readonly outcome: 'won' | 'lost';
      readonly endedOn: CalendarDate;
      readonly amount: number | null;
      readonly currency: string | null;
      readonly reason: string | null;
    }
  | { readonly kind: 'satisfaction'; readonly score: number; readonly surveyedOn: CalendarDate }
  | { readonly kind: 'problem' };
