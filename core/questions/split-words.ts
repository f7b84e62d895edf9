import { type Concept, QUESTION_WORDS } from './question-words.ts';

/** A word of a sentence. `from` and `to` say where it stands. */
export interface Word {
  readonly from: number;
  readonly to: number;
  /** Folded. */
  readonly text: string;
  /** What it stands for; `tier`: it names one; null: none of our words, so likely a part of a name. */
  readonly concept: Concept | 'tier' | null;
}

/** How words are told apart. */
export interface WordRules {
  /** What tiers are called, folded. */
  readonly tiers: readonly string[];
  /** Whether a word with one wrong letter is read as ours. */
  readonly forgivesTypos: boolean;
}

/**
 * The words of a text, `folded` being its form in which our words are written: English ones by their gaps, Chinese ones by
 * the longest that we know. Punctuation is left out.
 */
export function splitWords(tidy: string, folded: string, rules: WordRules): Word[] {
  const pieces = Array.from(folded.matchAll(PIECE), ({ index, 0: text }) => ({
    from: index,
    to: index + text.length,
    text,
  }));
  const words: Word[] = [];
  for (let at = 0; at < pieces.length; ) {
    const piece = pieces[at];
    if (piece === undefined) break;
    if (HAN.test(piece.text)) {
      words.push(...chineseWords(piece.text, piece.from, rules.tiers));
      at += 1;
      continue;
    }
    const count = phraseLength(folded, pieces, at);
    const last = pieces[at + count - 1] ?? piece;
    words.push({ from: piece.from, to: last.to, text: folded.slice(piece.from, last.to), concept: null });
    at += count;
  }
  const few = pieces.length < 4;
  return words.map((word, at) =>
    word.concept === null ? { ...word, concept: conceptOf(word, at, words, tidy, rules, few) } : word,
  );
}

const HAN = /\p{Script=Han}/u;
/** A run of Chinese, or a word in letters and digits; `'s` is a word of its own. */
const PIECE =
  /\p{Script=Han}+|'s(?![\p{L}\p{N}])|(?:(?!\p{Script=Han})[\p{L}\p{N}])+(?:'(?!s(?![\p{L}\p{N}]))(?:(?!\p{Script=Han})[\p{L}\p{N}])+)?/gu;
const LONGEST_PHRASE = 7;

const ENGLISH = new Map(wordsOf('en'));
const CHINESE = new Map(wordsOf('zh'));
const LONGEST_CHINESE = Math.max(...[...CHINESE.keys()].map((word) => word.length));
const TOO_VAGUE: ReadonlySet<Concept> = new Set(['join', 'of', 'me', 'it', 'book', 'full', 'reach', 'card', 'goes']);
/** Words that are worth a guess when a letter is wrong. */
const GUESSABLE = [...ENGLISH].filter(
  ([word, concept]) => /^[a-z]{3,}$/.test(word) && (concept === 'is' ? word.length > 4 : !TOO_VAGUE.has(concept)),
);

function wordsOf(language: 'en' | 'zh'): [string, Concept][] {
  return (Object.keys(QUESTION_WORDS) as Concept[]).flatMap((concept) =>
    QUESTION_WORDS[concept][language].split('|').map((word): [string, Concept] => [word, concept]),
  );
}

interface Piece {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** How many pieces from `at` on make one of our words; at least 1. */
function phraseLength(folded: string, pieces: readonly Piece[], at: number): number {
  for (let count = Math.min(LONGEST_PHRASE, pieces.length - at); count > 1; count -= 1) {
    const first = pieces[at];
    const last = pieces[at + count - 1];
    if (first === undefined || last === undefined) continue;
    if (ENGLISH.has(spaced(folded.slice(first.from, last.to)))) return count;
  }
  return 1;
}

function spaced(text: string): string {
  return text.replaceAll(/[-\s]+/g, ' ');
}

/** Takes the longest known word each time; what is between known ones is one unknown word. */
function chineseWords(run: string, offset: number, tiers: readonly string[]): Word[] {
  const words: Word[] = [];
  let unknownFrom = 0;
  const flush = (to: number) => {
    if (to <= unknownFrom) return;
    words.push({ from: offset + unknownFrom, to: offset + to, text: run.slice(unknownFrom, to), concept: null });
  };
  for (let at = 0; at < run.length; ) {
    const found = longestKnown(run, at, tiers);
    if (found === undefined) {
      at += 1;
      continue;
    }
    flush(at);
    words.push({ from: offset + at, to: offset + at + found.text.length, ...found });
    at += found.text.length;
    unknownFrom = at;
  }
  flush(run.length);
  return words;
}

function longestKnown(run: string, at: number, tiers: readonly string[]): Pick<Word, 'text' | 'concept'> | undefined {
  const most = Math.min(run.length - at, Math.max(LONGEST_CHINESE, ...tiers.map((tier) => tier.length)));
  for (let length = most; length > 0; length -= 1) {
    const text = run.slice(at, at + length);
    if (tiers.includes(text)) return { text, concept: 'tier' };
    const concept = CHINESE.get(text);
    if (concept !== undefined) return { text, concept };
  }
  return undefined;
}

function conceptOf(
  word: Word,
  at: number,
  words: readonly Word[],
  tidy: string,
  { forgivesTypos, tiers }: WordRules,
  isShort: boolean,
): Word['concept'] {
  if (tiers.includes(word.text) && isTier(word, at, words, tidy)) return 'tier';
  const known = ENGLISH.get(spaced(word.text));
  if (known !== undefined) return known;
  return forgivesTypos && words.length > 1 ? guessed(word.text, isShort) : null;
}

/** "a" is an article and "I" a person, unless something beside it says that it is a tier. */
function isTier(word: Word, at: number, words: readonly Word[], tidy: string): boolean {
  const [before, next] = [words[at - 1], words[at + 1]];
  const conceptAt = (other: Word | undefined) => other && (other.concept ?? ENGLISH.get(spaced(other.text)));
  if (conceptAt(before) === 'tier-word' || conceptAt(next) === 'tier-word') return true;
  if (word.text !== 'a' && word.text !== 'i') return ENGLISH.get(word.text) === undefined || next === undefined;
  if (next === undefined) return at > 0;
  // no article stands after Chinese
  if (before !== undefined && HAN.test(before.text) && before.to === word.from) return true;
  const isTime = /^(?:week|month|today|yesterday|next-month)$/.test(conceptAt(next) ?? '');
  if (isTime && word.text === 'a' && /^(?:of|from|to|into|reached)$/.test(before?.text ?? '')) return true;
  if (conceptAt(next) === 'customer' && /s$|\p{Script=Han}/u.test(next.text)) return true;
  return at > 0 && word.text === 'a' && /[AＡ]/u.test(tidy[word.from] ?? '') && /[a-z]|\p{Script=Han}/u.test(tidy);
}

/** The one of our words that differs in one letter, or in two that changed places; null when there is none or several. */
function guessed(word: string, isShort: boolean): Concept | null {
  if (!/^[a-z']+$/.test(word) || word.length < (isShort ? 5 : 3)) return null;
  const near = GUESSABLE.filter(([known]) =>
    known[0] === word[0] || known.length > 4 ? isOneOff(word, known) : false,
  );
  const concepts = new Set(near.map(([, concept]) => concept));
  const [only] = concepts;
  return concepts.size === 1 && only !== undefined ? only : null;
}

function isOneOff(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  const [restA, restB] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if (restA.length <= 1 && restB.length <= 1) return true;
  return restA.length === 2 && restB.length === 2 && restA[0] === restB[1] && restA[1] === restB[0];
}
