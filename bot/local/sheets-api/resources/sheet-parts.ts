import { mayEdit } from '../../workbook/protected-cells.ts';
import type { Sheet } from '../../workbook/sheet.ts';
import type { Workbook } from '../../workbook/workbook.ts';
import type {
  ConditionalRule,
  NamedRange,
  Protection,
  SheetTable,
  TableColumnType,
} from '../../workbook/workbook-parts.ts';
import type { Message } from '../messages/message.ts';
import { colourResource } from './format-resource.ts';
import { rangeResource } from './range-resource.ts';

/** A protection as the account sees it. */
export function protectedRangeResource(
  workbook: Workbook,
  user: string,
  protection: Protection,
): Message<'ProtectedRange'> {
  const { description, editors, id, isWarningOnly, range, sheetId, unprotected } = protection;
  const canEdit = mayEdit(workbook, protection, user);
  return {
    protectedRangeId: id,
    range: range === null ? { sheetId } : rangeResource(sheetId, range),
    ...(description === '' ? {} : { description }),
    ...(isWarningOnly ? { warningOnly: true } : {}),
    ...(canEdit ? { requestingUserCanEdit: true } : {}),
    ...(unprotected.length === 0
      ? {}
      : { unprotectedRanges: unprotected.map((block) => rangeResource(sheetId, block)) }),
    // documented: only who may edit the range sees who else may
    ...(canEdit && !isWarningOnly ? { editors: { users: [...new Set([workbook.owner, ...editors])] } } : {}),
  };
}

/** A rule for colours. */
export function ruleResource(sheetId: number, { condition, format, ranges }: ConditionalRule): object {
  const { background, bold, fontColor, italic } = format;
  const textFormat = {
    ...(fontColor === undefined ? {} : { foregroundColor: colourResource(fontColor) }),
    ...(bold === undefined ? {} : { bold }),
    ...(italic === undefined ? {} : { italic }),
  };
  const values = condition.type === 'custom-formula' ? [condition.formula] : condition.values;
  return {
    ranges: ranges.map((range) => rangeResource(sheetId, range)),
    booleanRule: {
      condition: {
        type: condition.type === 'custom-formula' ? 'CUSTOM_FORMULA' : condition.name,
        ...(values.length === 0 ? {} : { values: values.map((userEnteredValue) => ({ userEnteredValue })) }),
      },
      format: {
        ...(background === undefined ? {} : { backgroundColor: colourResource(background) }),
        ...(Object.keys(textFormat).length === 0 ? {} : { textFormat }),
      },
    },
  };
}

/** A range with a name. The workbook knows it by the name, so that is its id too. */
export function namedRangeResource({ name, range }: NamedRange): Message<'NamedRange'> {
  return { namedRangeId: name, name, range: rangeResource(range.sheetId, range) };
}

/** The sheet's filter. */
export function filterResource({ filter, id }: Sheet): Message<'BasicFilter'> | undefined {
  if (filter === null) return undefined;
  const criteria = Object.fromEntries(
    filter.hidden.map(({ column, values }) => [
      String(column - filter.range.startColumn),
      { hiddenValues: [...values] },
    ]),
  );
  return { range: rangeResource(id, filter.range), ...(filter.hidden.length === 0 ? {} : { criteria }) };
}

/** A table with its columns and their types. */
export function tableResource(sheetId: number, { columns, name, range }: SheetTable): Message<'Table'> {
  return {
    tableId: name,
    name,
    range: rangeResource(sheetId, range),
    columnProperties: columns.map((column, at) => ({
      ...(at === 0 ? {} : { columnIndex: at }),
      columnName: column.name,
      columnType: COLUMN_TYPES[column.type],
    })),
  };
}

const COLUMN_TYPES: Readonly<Record<TableColumnType, string>> = {
  none: 'COLUMN_TYPE_UNSPECIFIED',
  text: 'TEXT',
  number: 'DOUBLE',
  currency: 'CURRENCY',
  percent: 'PERCENT',
  date: 'DATE',
  checkbox: 'BOOLEAN',
  dropdown: 'DROPDOWN',
};
