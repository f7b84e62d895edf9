import { type RawBuilder, sql } from 'kysely';

/** UUIDs as a parameter of a statement, in one text: drivers take lists apart one by one, which costs more than finding thousands of rows. */
export function idList(ids: readonly string[]): RawBuilder<readonly string[]> {
  return sql`string_to_array(${ids.join(',')}::text, ',')::uuid[]`;
}
