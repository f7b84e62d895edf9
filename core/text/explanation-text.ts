import type { CalendarDate } from '../calendar-date.ts';
import type { GradeStatus } from '../grading/grade.ts';
import type { Receipt } from '../grading/receipt.ts';
import type { HeldBy } from '../grading/stabilise.ts';
import { CARD_TEXT } from './card-text.ts';
import { changeText, type ToldChange } from './change-text.ts';
import { formatDate, formatDecimal } from './format.ts';
import { tierText } from './grading-text.ts';
import type { ByLanguage, Language } from './language.ts';
import { OVERRIDE_TEXT } from './override-text.ts';
import { receiptSections, receiptSource } from './receipt-text.ts';
import { segmentText, type ToldSegment } from './segment-text.ts';

/** One customer's grade with all that is told of it; the parts that a table alone does not have are left out. */
export interface Explained {
  readonly name: string;
  readonly key: string | null;
  /** Null for a customer that was never graded. */
  readonly receipt: Receipt | null;
  /** Where the customer stands when something may hold it; default what the receipt says. */
  readonly standing?: {
    readonly status: GradeStatus;
    readonly tier: string | null;
    readonly held: HeldBy | 'override' | null;
  };
  readonly override?: { readonly reason: string; readonly expiresOn: CalendarDate } | null;
  /** Set for a grade of the past: the change that made it, and its day. */
  readonly replayed?: { readonly change: ToldChange; readonly day: CalendarDate };
  readonly segments?: readonly ToldSegment[];
  /** The latest first. */
  readonly changes?: readonly { readonly change: ToldChange; readonly day: CalendarDate }[];
}

/**
 * The receipt of one customer as lines of plain text: who and which tier, what holds it, then every part of the receipt under
 * its heading, and by what it was graded.
 */
export function explanationLines(explained: Explained, language: Language): string[] {
  const { receipt, override, replayed, segments = [], changes = [] } = explained;
  const text = CARD_TEXT[language];
  const words = WORDS[language];
  const key = explained.key === null ? '' : ` (${text.key} ${explained.key})`;
  const lines = [`${explained.name}${key}`, tierLine(explained, language)];
  if (replayed !== undefined) lines.push(words.replayed(changeText(replayed.change, replayed.day, language)));
  const held = explained.standing?.held ?? null;
  if (receipt !== null && held !== null) {
    const { tier } = receipt.grade;
    lines.push(text.held(held, tier === null ? text.noTier(null) : tierText(tier, receipt.fitted.scheme, language)));
  }
  if (override !== undefined && override !== null) {
    lines.push(OVERRIDE_TEXT[language].line(override.reason, formatDate(override.expiresOn, language)));
  }
  if (segments.length > 0) {
    const labels = segments.map((segment) => segmentText(segment, language));
    lines.push(`${text.segments}${text.colon}${labels.join(' · ')}`);
  }
  for (const { heading, lines: items } of receipt === null ? [] : receiptSections(receipt, language)) {
    lines.push('', heading, ...items.map((item) => `  · ${item}`));
  }
  if (changes.length > 0) {
    const listed = changes.map(({ change, day }, index) => `  ${index + 1}. ${changeText(change, day, language)}`);
    lines.push('', text.changes, ...listed);
  }
  if (receipt !== null) lines.push('', receiptSource(receipt, language));
  return lines;
}

/** The tier with its word, or why there is none, and the score. */
function tierLine({ receipt, standing }: Explained, language: Language): string {
  const text = CARD_TEXT[language];
  if (receipt === null) return text.noTier(null);
  const { grade, fitted } = receipt;
  const { status, tier } = standing ?? grade;
  const named =
    status !== 'graded'
      ? text.noTier(status)
      : tier === null
        ? text.noTier(null)
        : tierText(tier, fitted.scheme, language);
  return grade.score === null ? named : `${named} · ${text.score(formatDecimal(grade.score, 1))}`;
}

const WORDS: ByLanguage<{ replayed(change: string): string }> = {
  en: { replayed: (change) => `As it was graded then. ${change}` },
  'zh-CN': { replayed: (change) => `当时的分级。${change}` },
  'zh-TW': { replayed: (change) => `當時的分級。${change}` },
};
