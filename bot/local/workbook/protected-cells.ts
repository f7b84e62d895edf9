import { contains, type GridRange, overlap } from './grid-range.ts';
import type { LineKind } from './line-shift.ts';
import type { Sheet } from './sheet.ts';
import type { Workbook } from './workbook.ts';
import { WorkbookError } from './workbook-error.ts';
import type { Protection } from './workbook-parts.ts';

/** Whether a person may edit what a protection covers: the owner, its editors, and anyone if it only warns (documented). */
export function mayEdit(workbook: Workbook, protection: Protection, user: string): boolean {
  return protection.isWarningOnly || user === workbook.owner || protection.editors.includes(user);
}

/** The first protection that keeps a person from editing a block of a sheet; undefined: none. */
export function protectionAgainst(
  workbook: Workbook,
  user: string,
  sheet: Sheet,
  range: GridRange,
): Protection | undefined {
  return sheet.protections.find((protection) => {
    if (mayEdit(workbook, protection, user)) return false;
    if (protection.range !== null) return overlap(protection.range, range);
    return !protection.unprotected.some((open) => contains(open, range));
  });
}

/** Throws `protected` unless that person may edit every cell of the block. */
export function requireEditable(workbook: Workbook, user: string, sheet: Sheet, range: GridRange): void {
  const protection = protectionAgainst(workbook, user, sheet, range);
  if (protection !== undefined) throw new WorkbookError('protected', protection.description || sheet.title);
}

/** Throws `protected` when the sheet as a whole is: its name, its tab, its number of rows and columns (assumed). */
export function requireEditableSheet(workbook: Workbook, user: string, sheet: Sheet): void {
  const protection = sheet.protections.find((one) => one.range === null && !mayEdit(workbook, one, user));
  if (protection !== undefined) throw new WorkbookError('protected', protection.description || sheet.title);
}

/** Throws `protected` when lines cannot be inserted at a place: the sheet is protected, or a range on both sides of it (assumed). */
export function requireInsertable(workbook: Workbook, user: string, sheet: Sheet, kind: LineKind, at: number): void {
  requireEditableSheet(workbook, user, sheet);
  const protection = sheet.protections.find(({ range, ...rest }) => {
    if (range === null || mayEdit(workbook, { range, ...rest }, user)) return false;
    return kind === 'row' ? range.startRow < at && at < range.endRow : range.startColumn < at && at < range.endColumn;
  });
  if (protection !== undefined) throw new WorkbookError('protected', protection.description || sheet.title);
}
