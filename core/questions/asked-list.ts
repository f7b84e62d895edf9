import type { Question } from './question.ts';
import type { Word } from './split-words.ts';

/**
 * Reads a question about several customers from its words, all of which are ours apart from a rep's name, `rep`. Undefined when
 * they make no such question.
 */
export function askedList(words: readonly Word[], rep: string | null, tidy: string): Question | undefined {
  const has = (...concepts: readonly Word['concept'][]) => words.some(({ concept }) => concepts.includes(concept));
  const tier = words.find(({ concept }) => concept === 'tier');
  if (has('complaint')) return { kind: 'complaints', rep };
  if (
    has('capacity') ||
    (has('full') && has('book', 'customer', 'list', 'who') && !has('overdue', 'contact', 'move', 'up', 'down'))
  )
    return { kind: 'capacity', rep };
  if (has('overdue')) {
    return {
      kind: 'overdue',
      tier: tier === undefined ? null : tidy.slice(tier.from, tier.to),
      rep,
      isMine: isMine(words),
    };
  }
  if (has('sign') && !has('contact')) return { kind: 'signings', month: has('next-month') ? 'next' : 'this', rep };
  const moved = has('move') ? null : movedOne(words);
  if (moved !== undefined && !has('how'))
    return { kind: 'movers', direction: directionOf(words), since: sinceOf(words), rep };
  if (
    has('digest', 'weekly', 'monthly') ||
    (has('goes') && rep === null && has('goes') && (words.length > 1 || isWholeSentence(words)))
  )
    return { kind: 'digest', day: has('yesterday') ? 'yesterday' : 'today', edition: editionOf(words), rep };
  const day = has('tomorrow') ? 'tomorrow' : 'today';
  const saysDay = has('today', 'tomorrow');
  const isDay = has('list')
    ? has('me', 'contact', 'who', 'list')
    : has('contact')
      ? has('who') || (saysDay && has('me'))
      : saysDay && !has('customer');
  if (!isDay) return undefined;
  return rep === null ? { kind: 'my-day', day } : { kind: 'rep-day', rep, day };
}

/** What is the asker's own, not merely told to the asker. */
function isMine(words: readonly Word[]): boolean {
  return words.some(({ concept, text }) => concept === 'me' && /^(?:my|mine|i)$|^我(?!们)|本人/u.test(text));
}

function isWholeSentence([only]: readonly Word[]): boolean {
  return only !== undefined && (/ |^最近/u.test(only.text) || only.text === '业绩');
}

/** Up or down, where a word says that somebody moved; undefined when none does. */
function movedOne(words: readonly Word[]): 'up' | 'down' | undefined {
  return words.flatMap(({ concept }) => (concept === 'up' || concept === 'down' ? [concept] : []))[0];
}

function directionOf(words: readonly Word[]): 'up' | 'down' | null {
  const ups = words.some(({ concept }) => concept === 'up');
  const downs = words.some(({ concept }) => concept === 'down');
  if (ups === downs) return null;
  return ups ? 'up' : 'down';
}

function sinceOf(words: readonly Word[]): 'day' | 'week' | 'month' | null {
  for (const { concept } of words) {
    if (concept === 'week' || concept === 'month') return concept;
    if (concept === 'today' || concept === 'yesterday') return 'day';
  }
  return null;
}

function editionOf(words: readonly Word[]): 'daily' | 'weekly' | 'monthly' {
  if (words.some(({ concept }) => concept === 'weekly' || concept === 'week')) return 'weekly';
  return words.some(({ concept }) => concept === 'monthly' || concept === 'month') ? 'monthly' : 'daily';
}
