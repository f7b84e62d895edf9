import { cut, pathTo } from './path-to.ts';
import type { SchemeProblem } from './scheme-problem.ts';

/**
 * What makes a document too large to be looked at more closely: an object with more properties, or more values in all,
 * than any scheme has. Lists are left to the check of the document's shape, which stops at their length.
 */
export function sizeProblems(document: unknown): SchemeProblem[] {
  const waiting: { readonly value: unknown; readonly path: string }[] = [{ value: document, path: '' }];
  let values = 0;
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, path } = next;
    if (typeof value !== 'object' || value === null) continue;
    if (Array.isArray(value)) {
      if (value.length > MOST_PROPERTIES) continue;
      values += value.length;
      for (const [index, inner] of value.entries()) waiting.push({ value: inner, path: pathTo(path, index) });
    } else {
      const size = Object.keys(value).length;
      if (size > MOST_PROPERTIES) {
        return [{ path: cut(path, LONGEST_PATH), code: 'too-many', detail: String(MOST_PROPERTIES) }];
      }
      values += size;
      for (const [key, inner] of Object.entries(value)) {
        if (typeof inner === 'object')
          waiting.push({ value: inner, path: path.length > LONGEST_PATH ? path : pathTo(path, key) });
      }
    }
    if (values > MOST_VALUES)
      return [{ path: '', code: 'document-too-large', detail: MOST_VALUES.toLocaleString('en') }];
  }
  return [];
}

/** More words than this nobody has thought about; a grader for them would take long to build. */
const MOST_PROPERTIES = 1000;

/** A table of 500 rules over 12 criteria has some 30,000. */
const MOST_VALUES = 100_000;

const LONGEST_PATH = 300;
