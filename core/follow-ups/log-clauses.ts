import type { DayMention } from './day-mention.ts';
import { PAST_WORDS, PLAN_WORDS, WEAK_PLAN_WORDS } from './log-words.ts';

/** What belongs together between two stops, with the days in it. */
export interface Clause {
  readonly at: number;
  readonly text: string;
  /** The text without its days, of the same length. */
  readonly words: string;
  readonly days: readonly DayMention[];
}

const STOPS =
  /[,;!?。、\n()（）]|:(?!\d)|\.(?=\s|$)|\s[-–—]+\s|[–—]|(?<=\p{Script=Han})\s+(?=\p{Script=Han})|\s(?=(?:wants?|needs?|asks?|asked|says?|said|wanted|needed|will|prefers?|promised|agreed|and|then|but|so)\b)|(?<![不主重想需只还大如预必也都将简签合节契按])(?=要|想|希望|需要|约|答应|同意)/gu;

/** The clauses of a text in its order; a stop within a day parts nothing. */
export function clausesIn(text: string, days: readonly DayMention[]): Clause[] {
  const words = masked(text, days);
  const stops = Array.from(text.matchAll(STOPS))
    .map(({ index, 0: stop }) => ({ at: index, end: index + stop.length }))
    .filter(({ at, end }) => !days.some((day) => day.at < Math.max(end, at + 1) && at < day.end && at > day.at));
  const bounds = [0, ...stops.map(({ end }) => end), text.length];
  return bounds.slice(0, -1).map((at, index) => {
    const end = bounds[index + 1] ?? text.length;
    return {
      at,
      text: text.slice(at, end),
      words: words.slice(at, end),
      days: days.filter((day) => day.at >= at && day.at < end),
    };
  });
}

/** The text with `~` in place of the parts, of the same length. */
export function masked(text: string, parts: readonly { readonly at: number; readonly end: number }[]): string {
  return parts.reduce((left, { at, end }) => left.slice(0, at) + '~'.repeat(end - at) + left.slice(end), text);
}

/** Whether words speak of something to come or of something that was; both may be. */
export function tenseOf(words: string): { isPlan: boolean; isPast: boolean } {
  const isPast = PAST_WORDS.test(words);
  const plans = Array.from(words.matchAll(ALL_PLAN_WORDS), ([word]) => word);
  return { isPast, isPlan: plans.some((word) => !(isPast && WEAK_PLAN_WORDS.test(word))) };
}

const ALL_PLAN_WORDS = new RegExp(PLAN_WORDS, 'gu');
