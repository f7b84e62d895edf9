import { pathTo } from './path-to.ts';
import type { SchemeProblem } from './scheme-problem.ts';

/**
 * Properties called `__proto__` anywhere in a document. They are set apart because a plain object cannot hold them: they
 * would vanish as soon as the document is copied, and what they say with them.
 */
export function hiddenKeys(document: unknown): SchemeProblem[] {
  const problems: SchemeProblem[] = [];
  const seen = new Set<object>();
  const waiting: { readonly value: unknown; readonly path: string }[] = [{ value: document, path: '' }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, path } = next;
    if (typeof value !== 'object' || value === null || seen.has(value)) continue;
    seen.add(value);
    if (Object.getOwnPropertyDescriptor(value, '__proto__') !== undefined) {
      problems.push({ path: pathTo(path, '__proto__'), code: 'reserved-id', detail: '__proto__' });
    }
    for (const [key, inner] of Object.entries(value)) {
      if (typeof inner === 'object')
        waiting.push({ value: inner, path: pathTo(path, Array.isArray(value) ? Number(key) : key) });
    }
  }
  return problems;
}
