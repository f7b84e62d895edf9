/**
 * The place of a property as a person would write it: `method.cells.high`, `criteria[2]`, `labels["on site"]`. What would
 * not fit into a line, or would do something to a terminal, is cut or escaped.
 */
export function pathTo(path: string, key: PropertyKey): string {
  if (typeof key === 'number') return `${path}[${key}]`;
  const name = String(key);
  if (/^[\p{L}_$][\p{L}\p{N}_$-]*$/u.test(name) && name.length <= LONGEST)
    return path === '' ? name : `${path}.${name}`;
  return `${path}[${JSON.stringify(cut(name))}]`;
}

/** The text without what a line cannot hold: control characters, and more than `longest` characters. */
export function cut(text: string, longest = LONGEST): string {
  const start = text.slice(0, longest).replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, '�');
  return text.length > longest ? `${start}…` : start;
}

const LONGEST = 80;
