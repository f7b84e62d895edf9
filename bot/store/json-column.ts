import type { ColumnType } from 'kysely';

/**
 * A `jsonb` column: read as its value, written as JSON text (see {@link json}), since the drivers disagree on arrays.
 */
export type JsonColumn<T> = ColumnType<T, JsonText<T>, JsonText<T>>;

/** JSON text of a `T`; made by {@link json}. */
export type JsonText<T> = string & { readonly jsonOf: T };

/** The JSON text of a value, without what PostgreSQL cannot hold: NUL and halves of surrogate pairs. */
export function json<T>(value: T): JsonText<T> {
  const plain = JSON.stringify(value);
  // JSON writes both as \u0000 and \udXXX: without either there is nothing to take out, which is nearly always.
  if (plain === undefined || !/\\u(?:0000|d)/i.test(plain)) return plain as JsonText<T>;
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'string' ? storableText(part) : part,
  ) as JsonText<T>;
}

/** Text without NUL characters, halves of surrogate pairs replaced by U+FFFD: what PostgreSQL can hold. */
export function storableText(text: string): string {
  return (text.includes('\0') ? text.replaceAll('\0', '') : text).toWellFormed();
}
