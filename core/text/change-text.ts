import type { CalendarDate } from '../calendar-date.ts';
import type { FactValue } from '../customer.ts';
import type { Scheme } from '../grading/scheme.ts';
import { CARD_TEXT, type TierCause } from './card-text.ts';
import { formatDate } from './format.ts';
import { tierText, valueChangeText } from './grading-text.ts';
import type { Language } from './language.ts';

/** One change of a customer's tier as it is told. */
export interface ToldChange {
  /** Null for the first grade, and where a grade had no tier. */
  readonly from: string | null;
  readonly to: string | null;
  readonly cause: TierCause;
  /** The scheme that the tiers are of. */
  readonly scheme: Scheme;
  /** What moved it most, where the customer's own values did. */
  readonly driver: {
    readonly criterion: string;
    readonly from: FactValue | null;
    readonly to: FactValue | null;
  } | null;
}

/** A change in one line: "5 Mar 2026: Tier B → Tier A · Payment collection 91 % → 96 %". `day` is that of the reader's zone. */
export function changeText(change: ToldChange, day: CalendarDate, language: Language): string {
  const { from, to, cause, scheme, driver } = change;
  const text = CARD_TEXT[language];
  const named = (tier: string | null): string => (tier === null ? text.noTier(null) : tierText(tier, scheme, language));
  const moved = cause === 'first' || cause === 'hold' ? named(to) : `${named(from)} → ${named(to)}`;
  const why = driver === null ? text.cause(cause) : valueChangeText(driver, scheme, language);
  return `${formatDate(day, language)}${text.colon}${moved} · ${why}`;
}
