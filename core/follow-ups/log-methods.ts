import { CONTACT_METHODS, type ContactMethod } from '../grading/contact-methods.ts';
import { withoutOverlaps } from './day-mention.ts';
import type { Clause } from './log-clauses.ts';
import { CALLED_OFF, NEGATION } from './log-words.ts';
import { METHOD_WORDS } from './method-words.ts';

/** A way to be in touch that a clause names, from `at` up to `end` of it. */
export interface MethodMention {
  readonly method: ContactMethod;
  readonly at: number;
  readonly end: number;
  readonly isWeak: boolean;
}

const PATTERNS = CONTACT_METHODS.flatMap((method) => {
  const { en, zh, weak } = METHOD_WORDS[method];
  const strong = { method, isWeak: false };
  return [
    { ...strong, pattern: new RegExp(`(?<![\\p{Script=Latin}\\d])(?:${en})(?![\\p{Script=Latin}\\d])`, 'gu') },
    { ...strong, pattern: new RegExp(`(?<![a-z])(?:${zh})(?![a-z])`, 'gu') },
    ...(weak === undefined
      ? []
      : [{ method, isWeak: true, pattern: new RegExp(`(?<![a-z])(?:${weak})(?![a-z])`, 'gu') }]),
  ];
});

/** The methods that a clause names, in its order; those it denies are left out. */
export function methodsIn({ words }: Clause): MethodMention[] {
  const found = PATTERNS.flatMap(({ method, isWeak, pattern }) =>
    Array.from(words.matchAll(pattern), ({ index, 0: { length } }) => ({
      method,
      isWeak,
      at: index,
      end: index + length,
    })),
  ).filter(({ at, end }) => !NEGATION.test(words.slice(0, at)) && !CALLED_OFF.test(words.slice(end)));
  if (/^ ?(?:text|line) ?$/.test(words))
    found.push({ method: words.includes('text') ? 'sms' : 'chat', isWeak: false, at: 0, end: 4 });
  return longestOf(found);
}

/** Of mentions that overlap, the longest. */
function longestOf(mentions: readonly MethodMention[]): MethodMention[] {
  const kept: MethodMention[] = [];
  const sorted = [...mentions];
  sorted.sort((a, b) => b.end - b.at - (a.end - a.at) || a.at - b.at);
  for (const mention of sorted) {
    if (!kept.some(({ at, end }) => mention.at < end && at < mention.end)) kept.push(mention);
  }
  return withoutOverlaps(kept);
}
