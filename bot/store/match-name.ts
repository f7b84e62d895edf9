import { editDistance } from './edit-distance.ts';
import { wordsOf } from './search-pieces.ts';
import { charactersOf, isIdeograph, type SearchText, squeeze } from './search-text.ts';

/** How well a name fits a query. */
export interface NameMatch {
  readonly how: 'exact' | 'prefix' | 'substring' | 'close';
  /** Smaller is better, among matches of the same kind. */
  readonly rank: number;
}

/** How a name fits a query letter by letter: whole, from its start, from the start of its words, or inside. */
export function matchLiterally(query: SearchText, name: SearchText): NameMatch | undefined {
  const typed = squeeze(query.full);
  const whole = squeeze(name.full);
  if (typed === whole) return { how: 'exact', rank: 0 };
  if (squeeze(query.core) === squeeze(name.core)) return { how: 'exact', rank: 1 };
  if (whole.startsWith(typed) || squeeze(name.core).startsWith(typed)) return { how: 'prefix', rank: 0 };
  if (` ${name.full}`.includes(` ${query.full}`)) return { how: 'prefix', rank: 1 };
  const words = wordsOf(query.full);
  const starts = wordsOf(name.full);
  const inAnyOrder = words.every((word) =>
    isIdeograph(word) ? whole.includes(word) : starts.some((start) => start.startsWith(word)),
  );
  if (inAnyOrder && words.some((word) => !isIdeograph(word))) return { how: 'prefix', rank: 2 };
  if (whole.includes(typed)) return { how: 'substring', rank: 0 };
  if (words.every((word) => whole.includes(word))) return { how: 'substring', rank: 1 };
  return undefined;
}

/** How a name fits a query but for a few typing errors. */
export function matchMistyped(query: SearchText, name: SearchText): NameMatch | undefined {
  const ranks = [...wholeRanks(query, name), ...partRanks(query, name), ...wordRanks(query, name)];
  return ranks.length === 0 ? undefined : { how: 'close', rank: Math.min(...ranks) };
}

/** How near a name is to a query that nothing fits; undefined when it is not near at all. */
export function matchNearly(query: SearchText, name: SearchText): NameMatch | undefined {
  const share = Math.max(sharedPairs(query.core, name.core), sharedPairs(query.full, name.full));
  return share < LEAST_SHARE ? undefined : { how: 'close', rank: 10 - share };
}

const LEAST_SHARE = 0.3;
/** Better a whole name with two errors than part of a name with two. */
const START_RANK = 0.3;
const WORDS_RANK = 0.5;
const INSIDE_RANK = 0.6;

function wholeRanks(query: SearchText, name: SearchText): number[] {
  const ranks: number[] = [];
  for (const typed of new Set([squeeze(query.core), squeeze(query.full)])) {
    for (const whole of new Set([squeeze(name.core), squeeze(name.full)])) {
      const errors = editDistance(charactersOf(typed), charactersOf(whole), 'whole');
      if (errors <= errorsAllowed(typed)) ranks.push(errors);
    }
  }
  return ranks;
}

function partRanks(query: SearchText, name: SearchText): number[] {
  const typed = charactersOf(squeeze(query.core));
  const whole = charactersOf(squeeze(name.full));
  const allowed = errorsAllowed(typed.join(''));
  const ranks: number[] = [];
  if (typed.length >= 4) {
    const errors = editDistance(typed, whole, 'start');
    if (errors <= allowed) ranks.push(errors + START_RANK);
  }
  if (typed.length >= 3 && typed.some(isIdeograph)) {
    const errors = editDistance(typed, whole, 'inside');
    if (errors <= allowed) ranks.push(errors + INSIDE_RANK);
  }
  return ranks;
}

function wordRanks(query: SearchText, name: SearchText): number[] {
  const known = wordsOf(name.full);
  let sum = 0;
  for (const word of wordsOf(query.core)) {
    const fewest = Math.min(...known.map((other) => errorsInWord(word, other)));
    if (fewest > errorsAllowed(word)) return [];
    sum += fewest;
  }
  return [sum + WORDS_RANK];
}

function errorsInWord(word: string, other: string): number {
  if (other.startsWith(word)) return 0;
  if (isIdeograph(word)) return editDistance(charactersOf(word), charactersOf(other), 'inside');
  return editDistance(charactersOf(word), charactersOf(other), word.length >= 4 ? 'start' : 'whole');
}

/** Two letters of four may not be wrong; of two Chinese characters one may. */
function errorsAllowed(text: string): number {
  const characters = charactersOf(text);
  if (characters.some(isIdeograph)) return characters.length < 2 ? 0 : characters.length < 8 ? 1 : 2;
  return characters.length < 4 ? 0 : characters.length < 8 ? 1 : 2;
}

/** Dice's coefficient of the pairs of characters of two texts: 1 when they share all, 0 when none. */
function sharedPairs(one: string, other: string): number {
  const left = pairs(squeeze(one));
  const right = pairs(squeeze(other));
  if (left.size === 0 || right.size === 0) return 0;
  let shared = 0;
  for (const pair of left) if (right.has(pair)) shared++;
  return (2 * shared) / (left.size + right.size);
}

function pairs(text: string): Set<string> {
  const characters = charactersOf(text);
  return new Set(characters.slice(0, -1).map((character, at) => character + (characters[at + 1] ?? '')));
}
