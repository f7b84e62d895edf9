import type { SCHEME_COLUMNS, SCHEME_TABLES } from '../../core/text/sheets-scheme-words.ts';

/** A table of a scheme in the sheet. */
export type SchemeTable = keyof typeof SCHEME_TABLES;

/** A column of such a table, beside the first one, which holds an id. */
export type SchemeColumn = keyof typeof SCHEME_COLUMNS;

/** The columns of each table behind its first, in the order in which they are written. */
export const TABLE_COLUMNS: Readonly<Record<SchemeTable, readonly SchemeColumn[]>> = {
  tiers: ['title', 'from', 'upTo', 'share', 'everyDays', 'colour', 'more'],
  criteria: ['title', 'type', 'direction', 'headings', 'more'],
  weights: ['weight', 'missing', 'more'],
  points: ['from', 'upTo', 'top', 'is', 'points'],
  knockOuts: ['above', 'below', 'is', 'tier', 'more'],
};
