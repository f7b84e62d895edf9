import type { CalendarDate } from '../../core/calendar-date.ts';
import type { DigestEdition } from '../../core/digest/digest.ts';
import { type DayMention, weekdayInWeek } from '../../core/follow-ups/day-mention.ts';
import { findDaysIn, foldedText } from './find-days.ts';

/** Which digest a text asks for, or why that is not clear. */
export type AskedDays =
  | {
      readonly kind: 'asked';
      /** Undefined: as of now. */
      readonly on: CalendarDate | undefined;
      readonly edition: DigestEdition;
      /** What the text says beside them, such as a name. */
      readonly rest: string;
    }
  | { readonly kind: 'several-days'; readonly days: readonly CalendarDate[] }
  | { readonly kind: 'future'; readonly day: CalendarDate }
  /** Words for a time of which no day can be made. */
  | { readonly kind: 'unread'; readonly words: string };

/**
 * Reads of which day a digest is asked for and how far it looks back, in English and Chinese: "yesterday", "last Friday week", 昨天,
 * 2026-11-20, 上周. "Last week" is the weekly one of this week's beginning. `today` is the asker's day. Never fails.
 */
export async function readAskedDays(text: string, today: CalendarDate): Promise<AskedDays> {
  const typed = text.normalize('NFKC').replace(/\s+/g, ' ').trim().slice(0, LONGEST_READ);
  const folded = foldedText(typed);
  const mentions = await findDaysIn(folded, today, true);
  const named = mentions.filter(isDay);
  const edition = editionIn(without(folded, named), today);
  const words = [...named, ...edition.words];
  const vague = mentions.find((mention) => !words.some(({ at, end }) => mention.at < end && at < mention.end));
  if (vague !== undefined) return { kind: 'unread', words: folded.slice(vague.at, vague.end) };
  const future = named.find(({ past }) => past === null)?.ahead;
  if (future !== undefined && future !== null) return { kind: 'future', day: future };
  const days = [...new Set(named.flatMap(({ past }) => past ?? []))];
  if (days.length > 1) return { kind: 'several-days', days };
  const on = days[0] ?? edition.on;
  // the words of a name stay as they were typed where each letter still stands in its place
  const rest = without(folded.length === typed.length ? typed : folded, words)
    .replace(/\s+/g, ' ')
    .trim();
  return { kind: 'asked', on: on === today ? undefined : on, edition: edition.edition, rest };
}

/** A command's line; more is nobody's name. */
const LONGEST_READ = 300;

/** One day, not a span. */
function isDay({ ahead, isUnread, past, vagueTo }: DayMention): boolean {
  return !isUnread && vagueTo === null && (past !== null || ahead !== null);
}

type Words = Pick<DayMention, 'at' | 'end'>;

function editionIn(
  text: string,
  today: CalendarDate,
): { readonly edition: DigestEdition; readonly on: CalendarDate | undefined; readonly words: readonly Words[] } {
  const match = EDITION.exec(text);
  if (match === null) return { edition: 'daily', on: undefined, words: [] };
  const { last, month, week } = match.groups ?? {};
  const words = [{ at: match.index, end: match.index + match[0].length }];
  const edition = month !== undefined ? 'monthly' : week !== undefined ? 'weekly' : 'daily';
  if (last === undefined || edition === 'daily') return { edition, on: undefined, words };
  const first = edition === 'weekly' ? weekdayInWeek(1, 0, today) : (`${today.slice(0, 8)}01` as CalendarDate);
  return { edition, on: first, words };
}

const EDITION =
  /\b(?:(?<last>last|past|previous)|this|the|by)?\s*(?:(?<week>week(?:ly)?)|(?<month>month(?:ly)?)|daily|day)\b|(?:(?<last>上个?|前一)|这个?|本|当)?(?:(?<week>周报?|星期|礼拜)|(?<month>月报?|月份)|日报)/;

function without(text: string, words: readonly Words[]): string {
  return words.reduce((left, { at, end }) => left.slice(0, at) + ' '.repeat(end - at) + left.slice(end), text);
}
