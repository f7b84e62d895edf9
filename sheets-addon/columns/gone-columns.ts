import { shownText } from '../../core/sheets/cell-text.ts';
import { LAST_CONTACT } from '../../core/sheets/own-columns.ts';
import type { PlannedTable } from '../grading/table-plan.ts';
import type { OpenTable } from '../table/open-table.ts';

/** A column of ours that the scheme no longer fills. */
export interface GoneColumn {
  readonly key: string;
  /** 0-based column of the sheet. */
  readonly column: number;
  /** Whether it holds nothing but what is ours, so that the whole column can go. */
  readonly isOursAlone: boolean;
}

/** The columns that a table has of ours and that its scheme no longer fills, such as the segments of the scheme before; the bot's own stays. */
export function gonePlan(
  { ours, values, found, own, dayOf }: OpenTable,
  { wanted, headingRow }: PlannedTable,
): GoneColumn[] {
  if (ours === undefined) return [];
  const keys = new Set<string>(wanted.map(({ key }) => key));
  return [...ours.columns].flatMap(([key, column]): GoneColumn[] => {
    if (keys.has(key) || key === LAST_CONTACT) return [];
    const isShared = own.some(({ id, columns }) => id !== ours.id && [...columns.values()].includes(column));
    const isElsewhere = values.some(
      (row, index) => (index < headingRow || index > found.bottom) && shownText(row[column], dayOf) !== '',
    );
    return [{ key, column, isOursAlone: !isShared && !isElsewhere }];
  });
}
