import type { DigestNumber } from '../digest/digest-number.ts';
import type { DigestNames } from './digest-names.ts';
import type { DigestLine, DigestSection } from './digest-text.ts';

/** A section names so many at most. */
export const MOST_LINES = 5;

/** A line of at most {@link MOST_LINES}, and how many more there are. */
export function cutLines(
  lines: readonly DigestLine[],
  total: number,
  { words }: DigestNames,
  of: 'customers' | 'complaints' | 'reps' = 'customers',
): Pick<DigestSection, 'lines' | 'more'> {
  const shown = lines.slice(0, MOST_LINES);
  return { lines: shown, more: total > shown.length ? words.more(total - shown.length, of) : null };
}

/** A line: what it is about, then the rest behind a colon. */
export function line(
  lead: string,
  rest: string,
  { words }: DigestNames,
  opens: { readonly customerId?: string; readonly number?: DigestNumber } = {},
): DigestLine {
  const { customerId = null, number = null } = opens;
  return { lead, text: rest === '' ? '' : `${words.colon}${rest}`, customerId, number };
}
