const INT8 = 20;
const DATE = 1082;
const NUMERIC = 1700;

/**
 * Parsers for the PostgreSQL types that the drivers read differently from each other or badly for us, by type oid:
 * `int8` and `numeric` are numbers (no count or sum of ours passes 2^53), a `date` stays `YYYY-MM-DD`.
 */
export const COLUMN_PARSERS: Readonly<Record<number, (text: string) => unknown>> = {
  [INT8]: Number,
  [NUMERIC]: Number,
  [DATE]: (text) => text,
};

/** The parser for a type, or undefined when the driver's own is right. */
export function parseOfType(oid: number): ((text: string) => unknown) | undefined {
  return COLUMN_PARSERS[oid];
}
