/** A place in a text, counted from 1. */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
}

/**
 * Where a text stops being JSON: at what cannot stand there, or at its end where something is missing; null where it is
 * JSON. Browsers say it in their own words and language, or not at all.
 */
export function jsonStop(text: string): TextPlace | null {
  const open: ('{' | '[')[] = [];
  let wanted: Wanted = 'value';
  let at = 0;
  for (;;) {
    SPACE.lastIndex = at;
    at += SPACE.exec(text)?.[0].length ?? 0;
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(text);
    if (token === null) return wanted === 'end' && at === text.length ? null : placeAt(text, at);
    const sort = sortOf(token[0]);
    const next = after(wanted, sort, open);
    if (next === null) return placeAt(text, at);
    wanted = next;
    at = TOKEN.lastIndex;
  }
}

/** What may stand next. */
type Wanted = 'value' | 'first-value' | 'key' | 'first-key' | 'colon' | 'comma' | 'end';

const SPACE = /[ \t\n\r]*/y;

const TOKEN =
  /"(?:[ !#-[\]-\u{10ffff}]+|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?|true|false|null|[{}[\],:]/uy;

function sortOf(token: string): string {
  return token.startsWith('"') ? 'text' : /^[{}[\],:]$/.test(token) ? token : 'word';
}

/** What may stand behind this, which stands where `wanted` may; null where it may not. `open` is kept up. */
function after(wanted: Wanted, sort: string, open: ('{' | '[')[]): Wanted | null {
  const isValue = wanted === 'value' || wanted === 'first-value';
  const within = open[open.length - 1];
  if (isValue && (sort === '{' || sort === '[')) {
    open.push(sort);
    return sort === '{' ? 'first-key' : 'first-value';
  }
  if (isValue && (sort === 'text' || sort === 'word')) return open.length === 0 ? 'end' : 'comma';
  if ((wanted === 'key' || wanted === 'first-key') && sort === 'text') return 'colon';
  if (wanted === 'colon' && sort === ':') return 'value';
  if (wanted === 'comma' && sort === ',') return within === '{' ? 'key' : 'value';
  const isClosing =
    (sort === '}' && within === '{' && (wanted === 'comma' || wanted === 'first-key')) ||
    (sort === ']' && within === '[' && (wanted === 'comma' || wanted === 'first-value'));
  if (!isClosing) return null;
  open.pop();
  return open.length === 0 ? 'end' : 'comma';
}

function placeAt(text: string, at: number): TextPlace {
  const before = text.slice(0, at).split('\n');
  return { line: before.length, column: (before[before.length - 1]?.length ?? 0) + 1 };
}
