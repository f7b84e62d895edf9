import { COURTESIES_AFTER, COURTESIES_BEFORE } from './question-words.ts';

/** A part of a text by where it stands. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Names that end like a question. */
const NAMES_END = /(?:酒|网|咖|书|水|氧|茶|陶|迪|贴|吧)吧$/u;

/** Where the text stands without what is said for the sake of manners before and, unless `keepsEnd`, after it. */
export function withoutCourtesies(folded: string, keepsEnd = false): Stretch {
  let from = 0;
  let to = folded.length;
  for (;;) {
    const rest = folded.slice(from, to);
    const before = BEFORE.exec(rest)?.[0].length ?? 0;
    if (before > 0) {
      from += before;
      continue;
    }
    const after = keepsEnd || NAMES_END.test(rest) ? 0 : (AFTER.exec(rest)?.[0].length ?? 0);
    if (after === 0) return { from, to };
    to -= after;
  }
}

const GAP = String.raw`[\s,.;:!?'"()\-~…。，、！？；：]`;
const BEFORE = new RegExp(
  `^(?:${GAP}+|(?:${alternatives(COURTESIES_BEFORE.en)})(?![\\p{L}\\p{N}'])|(?:${alternatives(COURTESIES_BEFORE.zh)}))`,
  'u',
);
const AFTER = new RegExp(
  `(?:${GAP}|(?<![\\p{L}\\p{N}'])(?:${alternatives(COURTESIES_AFTER.en)})|(?:${alternatives(COURTESIES_AFTER.zh)}))$`,
  'u',
);

/** The longest first. */
function alternatives(words: string): string {
  const longestFirst = words.split('|');
  longestFirst.sort((a, b) => b.length - a.length);
  return longestFirst.map((word) => word.replaceAll(' ', String.raw`\s+`)).join('|');
}
