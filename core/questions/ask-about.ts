import type { Concept } from './question-words.ts';
import type { Word } from './split-words.ts';

type Kind = Word['concept'];

/** What stands between a question's words and the name in it. */
const AROUND: ReadonlySet<Kind> = new Set<Concept | 'tier'>([
  'is',
  'join',
  'tier-word',
  'tier',
  'today',
  'yesterday',
  'week',
  'month',
  'move',
  'up',
  'down',
  'reach',
  'of',
  'me',
  'how',
  'why',
  'who',
  'when',
  'contact',
  'overdue',
]);
/** What says where the customer is or went. */
const TOLD: ReadonlySet<Kind> = new Set<Concept | 'tier'>(['tier', 'tier-word', 'up', 'down', 'move']);

/** A question about one customer; `names` as {@link import('./question.ts').Question} has them. */
export interface AskedAbout {
  readonly kind: 'why' | 'lift' | 'next-contact';
  readonly names: readonly string[];
}

/**
 * Reads "why is ACME B", "how does ACME get to A", "is ACME overdue", and the same in Chinese. Undefined for any other; no
 * name where it says "it", or nothing.
 */
export function askedAbout(tidy: string, words: readonly Word[]): AskedAbout | undefined {
  const has = (concept: Kind) => words.some((word) => word.concept === concept);
  if (isLift(words)) return about('lift', tidy, words, LIFT_BEFORE);
  if (has('why') || isHowCome(words)) return isWhy(words) ? about('why', tidy, words, WHY_BEFORE) : undefined;
  return isNextContact(words) ? about('next-contact', tidy, words, NEXT_BEFORE) : undefined;
}

const WHY_BEFORE: ReadonlySet<Kind> = new Set<Kind>(['why', 'how', 'is', 'of']);
const LIFT_BEFORE: ReadonlySet<Kind> = new Set<Kind>(['how', 'who', 'is', 'me', 'reach', 'up', 'of']);
const NEXT_BEFORE: ReadonlySet<Kind> = new Set<Kind>(['when', 'is', 'me', 'contact', 'of', 'overdue']);

/** "how does … get to A", "what would lift …", "… 怎么升到A", "… 离A还差什么". */
function isLift(words: readonly Word[]): boolean {
  const asks = words.findIndex(({ concept }) => concept === 'how' || concept === 'who');
  if (asks < 0 || words.some(({ concept }) => concept === 'why' || concept === 'down')) return false;
  const first = words[asks];
  const isEnglish = first !== undefined && /[a-z]/.test(first.text);
  const reaches = words.some(({ concept }) => concept === 'reach');
  const rises = words.some(({ concept, text }) => concept === 'up' && text !== 'up');
  const target = words.some(({ concept }) => concept === 'tier' || concept === 'tier-word');
  if (isEnglish) {
    if (asks !== 0) return false;
    if (first.text === 'how') return (reaches && (target || rises)) || (rises && words.length > 2 && isToLift(words));
    return (
      first.text === 'what' &&
      ((rises && /^(?:would|will|could|can|does|do|might|must|should|'d|'ll|is)$/.test(words[1]?.text ?? '')) ||
        (reaches && (target || words.some(({ text }) => /^need|^miss/.test(text)))))
    );
  }
  if (first === undefined || !HOW_ZH.test(first.text)) return false;
  return first.text.startsWith('什么') || first.text === '多少' || first.text === '哪些'
    ? reaches && (target || rises) && hasGap(words)
    : rises || (reaches && target);
}

/** "is … overdue", "when should I call …", "… 逾期了吗"; "Overdue Records" is a name. */
function isNextContact(words: readonly Word[]): boolean {
  const has = (concept: Kind) => words.some((word) => word.concept === concept);
  if (runsOf(words).length !== 1) return false;
  if (has('when')) return true;
  if (!has('overdue') || has('customer') || has('who')) return false;
  const late = words.findIndex(({ concept }) => concept === 'overdue');
  return words[0]?.concept === 'is' || words.findIndex(({ concept }) => concept === null) < late;
}

const HOW_ZH = /^(?:怎么|怎样|如何|什么|多少|哪些|咋)/u;

function isToLift(words: readonly Word[]): boolean {
  return words.some(({ text }) => /^(?:do|does|can|could|would|should|to|did|will)$/.test(text));
}

function hasGap(words: readonly Word[]): boolean {
  return words.some(({ text }) => /差|缺|需要|才能|要/u.test(text));
}

/** "ACME 怎么是B", "ACME怎么掉级了". */
function isHowCome(words: readonly Word[]): boolean {
  return (
    words.some(({ concept, text }) => concept === 'how' && /^(?:怎么|咋)/u.test(text)) &&
    words.some(({ concept }) => concept === 'down' || concept === 'tier')
  );
}

/** A name that begins with "why" is no question: in Chinese something must be said of the customer. */
function isWhy(words: readonly Word[]): boolean {
  const at = whereAsked(words, ['why', 'how']);
  const [before, after] = [words.slice(0, at), words.slice(at + 1)];
  if (after.length === 0 && before.length <= 8) return true;
  const why = words[at];
  if (why !== undefined && /[a-z]/.test(why.text)) {
    if (at > 0) return false;
    const aux = after[0]?.concept === 'is' || after[0]?.concept === 'of';
    return (
      aux ||
      runsOf(after).length === 0 ||
      after.length === 1 ||
      after.some(({ concept }, index) => index > 0 && TOLD.has(concept))
    );
  }
  const saysOf = after.some(({ concept, text }) => TOLD.has(concept) || /^(?:是|在|会|被)$/u.test(text));
  if (before.some(({ concept }) => concept === null || concept === 'it')) return runsOf(after).length === 0;
  return saysOf;
}

function about(kind: AskedAbout['kind'], tidy: string, words: readonly Word[], before: ReadonlySet<Kind>): AskedAbout {
  const marks = kind === 'why' ? ['why', 'how'] : ['how', 'who', 'when', 'overdue'];
  return { kind, names: namesIn(tidy, words, before, marks) };
}

/** What the sentence may call a customer: all that is not the question's, without more and more of what may belong to it. */
function namesIn(tidy: string, words: readonly Word[], before: ReadonlySet<Kind>, marks: readonly string[]): string[] {
  const unknown = words.flatMap(({ concept }, index) => (concept === null ? [index] : []));
  let first = 0;
  let last = words.length - 1;
  const mark = whereAsked(words, marks);
  // In Chinese the name may stand before what asks.
  if (mark > 0 && words.slice(0, mark).some(({ concept }) => !AROUND.has(concept))) last = mark - 1;
  else while (first <= last && before.has(words[first]?.concept ?? null)) first += 1;
  const stretches: [number, number][] = [];
  const add = (from: number, to: number) => {
    if (from <= to) stretches.push([from, to]);
  };
  const isNamed = (from: number, to: number) =>
    words.slice(from, to + 1).some(({ concept }) => !AROUND.has(concept) && concept !== 'it');
  while (first <= last) {
    if (!isNamed(first, last)) break;
    add(first, last);
    const end = words[last];
    if (end === undefined || !AROUND.has(end.concept)) break;
    last -= 1;
  }
  while (first < last && AROUND.has(words[first]?.concept ?? null)) {
    first += 1;
    add(first, last);
  }
  const named = words[first];
  if (named?.concept === 'customer' && first < last) add(first + 1, last);
  const lastUnknown = unknown[unknown.length - 1];
  if (unknown.length > 0 && lastUnknown !== undefined) add(unknown[0] ?? 0, lastUnknown);
  return [...new Set(stretches.map(([from, to]) => tidy.slice(words[from]?.from, words[to]?.to)))];
}

/** Where it is asked: at the beginning, or in Chinese at the last of such words, since a name may have one too. */
function whereAsked(words: readonly Word[], concepts: readonly string[]): number {
  const isAsking = ({ concept }: Word) => concepts.includes(String(concept));
  const first = words.findIndex(isAsking);
  return /[a-z]/.test(words[first]?.text ?? '')
    ? first
    : words.reduce((last, word, at) => (isAsking(word) ? at : last), first);
}

/** The stretches of words that are none of ours. */
export function runsOf(words: readonly Word[]): Word[][] {
  const runs: Word[][] = [];
  let open: Word[] | undefined;
  for (const word of words) {
    if (word.concept !== null) open = undefined;
    else if (open !== undefined) open.push(word);
    else runs.push((open = [word]));
  }
  return runs;
}
