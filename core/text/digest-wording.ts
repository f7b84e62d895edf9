import type { CustomerStage } from '../customer-stage.ts';
import type { DataProblem, DigestEdition, EndsOfKind } from '../digest/digest.ts';
import type { GradeStatus } from '../grading/grade.ts';
import { DIGEST_IN_ENGLISH } from './digest-wording-en.ts';
import { DIGEST_IN_SIMPLIFIED } from './digest-wording-zh-cn.ts';
import { DIGEST_IN_TRADITIONAL } from './digest-wording-zh-tw.ts';
import type { ByLanguage } from './language.ts';

/** How many customers of one stage a sentence tells of. */
export interface StageCount {
  readonly stage: CustomerStage;
  readonly customers: number;
}

/** The sentences of a digest. Tiers come with their word ("Tier A"), amounts, days and moments as text. */
export interface DigestWording {
  title(edition: DigestEdition, day: string): string;
  /** How many customers it tells of, as of when. */
  customers(customers: number, moment: string): string;
  since(moment: string): string;
  /** Where no digest before is known. */
  readonly noBefore: string;
  /** Between the parts of a line, and of a list of names or numbers. */
  readonly between: string;
  readonly comma: string;
  readonly colon: string;
  inBrackets(text: string): string;
  /** Between sentences. */
  readonly space: string;

  fell(told: { readonly of: readonly StageCount[]; readonly tier: string; readonly toCall: number }): string;
  complaintsLate(complaints: number): string;
  overdue(of: readonly StageCount[], tier: string): string;
  /** Of all tiers and stages. */
  overdueInAll(customers: number): string;
  overCapacity(reps: number): string;
  rose(of: readonly StageCount[], tier: string): string;
  won(prospects: number, amount: string | null): string;
  readonly nothingUrgent: string;
  /** The whole digest of a quiet day. */
  readonly quiet: Readonly<Record<DigestEdition, string>>;

  readonly tiers: Readonly<Record<CustomerStage, string>>;
  /** Where customers without a tier stand, in a word or two; null: not graded yet. */
  without(status: Exclude<GradeStatus, 'graded'> | null): string;
  /** A tier of one stage, where there are those of both. */
  tierOf(tier: string, stage: CustomerStage): string;
  /** More or fewer than before; empty for 0. */
  change(difference: number): string;
  fallen(customers: number, ofBest: number, value: string | null): string;
  risen(customers: number, ofBest: number, value: string | null): string;
  aYear(amount: string): string;
  expected(amount: string): string;
  overdueTitle(customers: number): string;
  /** What one rep owes; `best` counts those of the best tier, null where there are none. */
  debt(told: {
    readonly customers: number;
    readonly best: string | null;
    readonly owed: number;
    readonly made: number;
  }): string;
  complaintsTitle(late: number, today: number): string;
  answerWasDue(moment: string): string;
  answerIsDue(moment: string): string;
  /** An opened complaint that has its answer. */
  readonly answered: string;
  overBooks(reps: number): string;
  overDays(days: string, ofDays: string): string;
  dormantTitle(customers: number, fresh: number): string;
  silentSince(day: string): string;
  readonly neverHeardOf: string;
  signingsTitle(prospects: number, amount: string | null): string;
  signings(prospects: number, amount: string | null): string;
  ends(outcome: 'won' | 'lost', count: EndsOfKind['count'], amount: string | null): string;
  causesTitle(complaints: number): string;
  readonly noCause: string;
  satisfaction(average: string, results: number, before: string | null): string;
  low(results: number): string;
  readonly lowLead: string;
  readonly dataTitle: string;
  readonly problems: Readonly<Record<DataProblem['code'], string>>;
  counted(customers: number): string;
  /** How many of a list are not shown. */
  more(count: number, of: 'customers' | 'complaints' | 'reps'): string;
  /** How many customers of a tier; `stage` is null where there are only those of one. */
  ofTier(customers: number, tier: string, stage: CustomerStage | null): string;
  readonly nobody: string;

  readonly list: {
    readonly title: {
      place(place: string, total: number): string;
      moves(direction: 'up' | 'down', ofBest: boolean, total: number): string;
      /** Those who moved from a tier, to one, or either; null: not said. */
      tierMoves(
        direction: 'up' | 'down' | null,
        tiers: { readonly from: string | null; readonly to: string | null; readonly either: string | null },
        total: number,
      ): string;
      overdue(tier: string | null, total: number): string;
      complaints(total: number): string;
      opened(cause: string | null, total: number): string;
      dormant(total: number): string;
      signings(month: string | null, total: number): string;
      ended(outcome: 'won' | 'lost', total: number): string;
      satisfaction(total: number): string;
      book(total: number): string;
      problem(problem: string, total: number): string;
    };
    readonly empty: string;
    owedFor(days: number, contacts: number): string;
    lastContact(day: string): string;
    readonly neverContacted: string;
    score(points: string): string;
    satisfaction(score: number, day: string): string;
    ended(outcome: 'won' | 'lost', day: string): string;
    opened(day: string): string;
  };
}

export const DIGEST_WORDING: ByLanguage<DigestWording> = {
  en: DIGEST_IN_ENGLISH,
  'zh-CN': DIGEST_IN_SIMPLIFIED,
  'zh-TW': DIGEST_IN_TRADITIONAL,
};
