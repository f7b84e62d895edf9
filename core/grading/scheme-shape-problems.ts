import type * as z from 'zod/mini';
import { cut, pathTo } from './path-to.ts';
import type { SchemeProblem } from './scheme-problem.ts';

/** At most this many are told: a file that is no scheme at all would give hundreds. */
export const MOST_PROBLEMS = 50;

/** Puts zod's findings about a document into our own codes, with the place as a person would write it. */
export function shapeProblems(issues: readonly z.core.$ZodIssue[], document: unknown): SchemeProblem[] {
  return issues.flatMap((issue) => problemsOf(issue, document)).slice(0, MOST_PROBLEMS);
}

function problemsOf(issue: z.core.$ZodIssue, document: unknown): SchemeProblem[] {
  const path = pathText(issue.path);
  const value = valueAt(document, issue.path);
  if (value === undefined && issue.path.length > 0) {
    const kind = issue.code === 'invalid_type' ? { detail: issue.expected } : {};
    return [{ path, code: 'missing', ...kind }];
  }
  switch (issue.code) {
    case 'invalid_type': {
      const isTooLarge = typeof value === 'number' && !Number.isFinite(value);
      return [isTooLarge ? { path, code: 'not-finite' } : { path, code: 'wrong-type', detail: issue.expected }];
    }
    case 'too_small': {
      if (issue.origin === 'string') return [{ path, code: 'text-empty' }];
      const isExclusive = issue.inclusive === false;
      const code = issue.origin === 'array' ? 'too-few' : isExclusive ? 'not-above' : 'too-small';
      return [{ path, code, detail: String(issue.minimum) }];
    }
    case 'too_big': {
      const code = issue.origin === 'string' ? 'text-too-long' : issue.origin === 'array' ? 'too-many' : 'too-large';
      return [{ path, code, detail: String(issue.maximum) }];
    }
    case 'invalid_format':
      return [{ path, code: 'bad-format', detail: issue.pattern ?? issue.format }];
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        path: pathText([...issue.path, key]),
        code: 'unknown-property',
        detail: cut(key),
      }));
    case 'invalid_value':
      return [{ path, code: 'not-allowed', detail: issue.values.map(String).join(', ') }];
    case 'invalid_key': {
      // what is wrong with the name of a property is told as of a value
      const inner = issue.issues[0];
      return inner === undefined || inner.code === 'invalid_key'
        ? [{ path, code: 'bad-format', detail: issue.code }]
        : problemsOf({ ...inner, path: [] }, issue.path[issue.path.length - 1]).map((problem) => ({
            ...problem,
            path,
          }));
    }
    case 'invalid_union':
      return [
        'options' in issue && Array.isArray(issue.options)
          ? { path, code: 'not-allowed', detail: issue.options.map(String).join(', ') }
          : { path, code: 'wrong-type', detail: 'word' },
      ];
    case 'not_multiple_of':
    case 'invalid_element':
    case 'custom':
      return [{ path, code: 'bad-format', detail: issue.code }];
    default:
      return issue satisfies never;
  }
}

function valueAt(document: unknown, path: readonly PropertyKey[]): unknown {
  let value = document;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Object.getOwnPropertyDescriptor(value, key)?.value;
  }
  return value;
}

function pathText(path: readonly PropertyKey[]): string {
  let text = '';
  for (const key of path) text = pathTo(text, key);
  return text;
}
