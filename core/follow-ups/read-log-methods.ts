import type { ContactMethod } from '../grading/contact-methods.ts';
import type { DayMention } from './day-mention.ts';
import { type Clause, tenseOf } from './log-clauses.ts';
import { type MethodMention, methodsIn } from './log-methods.ts';
import type { LogDoubt } from './log-reading.ts';
import { PAST_WORDS, TOPIC_WORDS } from './log-words.ts';
import { SPOKEN_METHODS, WRITTEN_METHODS } from './method-words.ts';
import type { DayRole } from './read-log-days.ts';

/** How the customer was in touch: `isContact` says that a contact is spoken of, whatever methods are named. */
export function readMethods(
  clauses: readonly Clause[],
  { roles }: { readonly roles: ReadonlyMap<DayMention, DayRole> },
  isContact: boolean,
): { method: ContactMethod | null; unsure: LogDoubt[] } {
  const happened: MethodMention[] = [];
  const planned: MethodMention[] = [];
  for (const clause of clauses) {
    const all = methodsIn(clause);
    const done = all.filter((mention) => !isPlanned(mention, clause, roles));
    planned.push(...all.filter((mention) => !done.includes(mention)));
    happened.push(...meant(done, clause.words));
  }
  const strong = happened.filter(({ isWeak }) => !isWeak);
  const methods = [...new Set((strong.length > 0 ? strong : happened).map(({ method }) => method))];
  const [method] = methods;
  if (method !== undefined) return { method, unsure: methods.length > 1 ? [{ code: 'two-methods', methods }] : [] };
  const [next] = planned;
  if (next === undefined || isContact) return { method: null, unsure: [{ code: 'no-method' }] };
  return { method: next.method, unsure: [{ code: 'only-planned' }] };
}

/** Of the methods of one clause those by which the customer was in touch: not what carried them, nor what a talk was about. */
function meant(mentions: readonly MethodMention[], words: string): readonly MethodMention[] {
  const strong = mentions.filter(({ isWeak }) => !isWeak);
  if (strong.length === 0) return mentions;
  const [first] = strong;
  const contents = strong.filter(({ method }) => !WRITTEN_METHODS.has(method) && !SPOKEN_METHODS.has(method));
  if (first !== undefined && SPOKEN_METHODS.has(first.method)) {
    return strong.filter(({ method }) => method === first.method || method === 'gift' || WRITTEN_METHODS.has(method));
  }
  if (contents.length === 0) return strong;
  const carriers = strong.filter((mention) => !contents.includes(mention));
  const from = Math.min(...contents.map(({ at }) => at));
  const isTopic = carriers.length > 0 && TOPIC_WORDS.test(words.slice(0, from));
  return isTopic ? carriers : contents;
}

function isPlanned(
  mention: MethodMention,
  { at, words, days }: Clause,
  roles: ReadonlyMap<DayMention, DayRole>,
): boolean {
  const before = words.slice(0, mention.at);
  const own = words.slice(mention.at, mention.end);
  const after = words.slice(mention.end);
  const isPastForm =
    /(?:ed|met|rang|sent|left|saw|went|wrote|gave|[了过完])$/u.test(own) ||
    /^(?:[了过完]|好了)/u.test(after) ||
    /了/.test(own);
  if (isPastForm) return /\b(?:be|get|being|getting)\s*$/.test(before);
  const isHan = /\p{Script=Han}/u.test(own);
  if (/(?:\b(?:tried to|attempted to|managed to)|刚|已经?)\s*(?:an? )?$/u.test(before)) return false;
  if (tenseOf(before).isPlan) return true;
  if (!isHan && /^ ?(?:\w+ )?(?:back|again)\b/.test(after) && !PAST_WORDS.test(before)) return true;
  return days.some((day) => roles.get(day) === 'next' && (isHan ? day.at - at < mention.at : !PAST_WORDS.test(before)));
}
