import type { HostValue } from './spreadsheet-host.ts';
import type { Argument } from './strict-service.ts';

/** What a script may put into a cell. Null empties it (observed). */
export type CellEntry = string | number | boolean | Date | null;

/**
 * A value for a cell: text, a finite number, yes or no, a Date, null. Apps Script takes undefined, objects and NaN too and
 * makes something of them that nobody wants (observed); here they are refused.
 */
export const cellValue: Argument<CellEntry> = {
  name: 'Object',
  fits: (value): value is CellEntry => {
    if (typeof value === 'number') return Number.isFinite(value);
    if (typeof value === 'string' || typeof value === 'boolean' || value === null) return true;
    return value instanceof Date && !Number.isNaN(value.getTime());
  },
};

/** Rows of entries as they go to the host; a row of nothing but texts, numbers and answers goes as it is. */
export function hostValues(rows: readonly (readonly CellEntry[])[]): HostValue[][] {
  return rows.map((line) => {
    let made: HostValue[] | undefined;
    for (let at = 0; at < line.length; at++) {
      const value = line[at];
      if (typeof value !== 'object') continue;
      made ??= (line as HostValue[]).slice();
      made[at] = value === null ? '' : { dateMs: value.getTime() };
    }
    return made ?? (line as HostValue[]);
  });
}
