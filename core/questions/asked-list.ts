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
  const comes = has('who', 'customer') && words.some(isInto);
  const moved = has('move') || comes ? null : movedOne(words);
  if (moved !== undefined && !has('how'))
    return { kind: 'movers', direction: directionOf(words), since: sinceOf(words), ...tiersIn(words, tidy), rep };
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

/** Whether a word says that somebody came to the tier after it: "who reached A", 谁升到A了. */
function isInto({ concept, text }: Word, at: number, words: readonly Word[]): boolean {
  const next = words.slice(at + 1).find((each) => each.concept !== 'tier-word' && each.concept !== 'join');
  return concept === 'reach' && INTO.test(text) && next?.concept === 'tier';
}

const INTO =
  /^(?:get|gets|got|become|becomes|reach|reaches|reached|move up|get back)$|^(?:到|达到|成为|变成|进|进入|回到|升到|升至|升为)$/u;

/** Which tiers somebody moved from and to: by the word before each. One that has neither may be either. */
function tiersIn(words: readonly Word[], tidy: string): Pick<Question & { kind: 'movers' }, 'from' | 'to' | 'of'> {
  let [from, to, of]: (string | null)[] = [null, null, null];
  words.forEach(({ concept, from: start, to: end }, at) => {
    if (concept !== 'tier') return;
    const before = words
      .slice(0, at)
      .filter(({ concept: each, text }) => each !== 'tier-word' && !/^(?:the|a|an)$/.test(text));
    const text = before[before.length - 1]?.text ?? '';
    const tier = tidy.slice(start, end);
    if (/^(?:of|from|out)$|从|[掉跌]出/u.test(text) || leaves(words, at)) from ??= tier;
    else if (/^(?:to|into|reached|reach|become|got|get|gets)$|[到至入进为成]$/u.test(text)) to ??= tier;
    else of ??= tier;
  });
  return { from: from ?? null, to: to ?? null, of: of ?? null };
}

/** A掉出来. */
function leaves(words: readonly Word[], at: number): boolean {
  const after = words.slice(at + 1).find(({ concept }) => concept !== 'tier-word');
  return /^[掉跌]出/u.test(after?.text ?? '');
}

/** Up or down, where a word says that somebody moved; undefined when none does. */
function movedOne(words: readonly Word[]): 'up' | 'down' | undefined {
  return words.flatMap(({ concept }) => (concept === 'up' || concept === 'down' ? [concept] : []))[0];
}

function directionOf(words: readonly Word[]): 'up' | 'down' | null {
  const ups = words.some(({ concept, text }) => concept === 'up' || /^(?:升到|升至|升为|move up)$/u.test(text));
  // "moved out of A" may be either
  const isMove = words.some(({ concept }) => concept === 'move');
  const downs = words.some(({ concept, text }) => concept === 'down' && !(isMove && text === 'out'));
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
