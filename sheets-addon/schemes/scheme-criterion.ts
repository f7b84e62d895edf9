import { isObject, type JsonObject, textOf } from './json-parts.ts';

/** What kind of values a criterion of a document has. */
export type ValueKind = 'limits' | 'levels' | 'answers' | 'words';

/** What a document says of a criterion, sound or not; a derived result has words, whatever is unknown has numbers. */
export function criterionIn(
  document: JsonObject,
  id: string,
): { readonly kind: ValueKind; readonly direction: 'higher-is-better' | 'lower-is-better' } {
  const named = (list: unknown): JsonObject | undefined =>
    Array.isArray(list) ? list.filter((one) => isObject(one)).find((one) => one['id'] === id) : undefined;
  const criterion = named(document['criteria']);
  const direction = criterion?.['direction'] === 'lower-is-better' ? 'lower-is-better' : 'higher-is-better';
  if (criterion === undefined && named(document['derived']) !== undefined) return { kind: 'words', direction };
  return { kind: KINDS[textOf(criterion?.['type'])] ?? 'limits', direction };
}

const KINDS: Readonly<Record<string, ValueKind>> = { level: 'levels', 'yes-no': 'answers', text: 'words' };

/** A share as a person reads it: `0.125` is `12.5%`. */
export function percentText(share: number): string {
  return `${Number((share * 100).toPrecision(9))}%`;
}
