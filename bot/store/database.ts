import type { Kysely } from 'kysely';

/** Every table of the database, by name. */
// biome-ignore lint: filled by the tables' own files
export interface Tables {}

/** An open database, or a transaction on one: store functions take either first. */
export type Database = Kysely<Tables>;
