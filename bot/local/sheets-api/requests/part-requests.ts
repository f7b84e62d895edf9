import type { GridRange, SheetRange } from '../../workbook/grid-range.ts';
import { mayEdit, requireEditable, requireEditableSheet } from '../../workbook/protected-cells.ts';
import type { Sheet } from '../../workbook/sheet.ts';
import type { Workbook } from '../../workbook/workbook.ts';
import { WorkbookError } from '../../workbook/workbook-error.ts';
import type { ConditionalRule, Protection } from '../../workbook/workbook-parts.ts';
import { invalid, notHeld } from '../google-error.ts';
import type { Message } from '../messages/message.ts';
import { colourOf } from '../resources/format-resource.ts';
import { namedRangeResource, protectedRangeResource, ruleResource } from '../resources/sheet-parts.ts';
import { blockAt } from './grid-places.ts';
import type { Target } from './target.ts';

/** Adds a rule for colours at a place among the sheet's, 0 the first, which is the default (documented). */
export function addConditionalFormatRule(
  { user, workbook }: Target,
  { index = 0, rule = {} }: Message<'AddConditionalFormatRuleRequest'>,
): void {
  const { booleanRule, ranges = [] } = rule;
  const blocks = ranges.map((range, at) => blockAt(workbook, range, `rule.ranges[${at}]`));
  const [first] = blocks;
  if (first === undefined) throw invalid('rule.ranges must be specified.');
  if (blocks.some(({ sheetId }) => sheetId !== first.sheetId)) throw invalid('All ranges must be on the same sheet.');
  const sheet = workbook.sheet(first.sheetId);
  for (const block of blocks) requireEditable(workbook, user, sheet, block);
  if (index < 0 || index > sheet.conditionalRules.length) throw invalid(`Invalid rule index: ${index}`);
  const added: ConditionalRule = {
    ranges: blocks.map(gridRange),
    condition: conditionOf(booleanRule?.condition),
    format: ruleFormat(booleanRule?.format),
  };
  sheet.conditionalRules = sheet.conditionalRules.toSpliced(index, 0, added);
  workbook.touch();
}

/** Takes a rule for colours away. */
export function deleteConditionalFormatRule(
  { user, workbook }: Target,
  { index = 0, sheetId = 0 }: Message<'DeleteConditionalFormatRuleRequest'>,
) {
  const sheet = workbook.sheet(sheetId);
  requireEditableSheet(workbook, user, sheet);
  const rule = sheet.conditionalRules[index];
  if (rule === undefined) throw invalid(`No conditional format on sheet: ${sheetId} at index: ${index}`);
  sheet.conditionalRules = sheet.conditionalRules.toSpliced(index, 1);
  workbook.touch();
  return { rule: ruleResource(sheet.id, rule) };
}

/** Gives a sheet its filter, in place of the one that it had. */
export function setBasicFilter({ user, workbook }: Target, { filter = {} }: Message<'SetBasicFilterRequest'>): void {
  const { sheetId, ...range } = blockAt(workbook, filter.range, 'filter.range');
  const sheet = workbook.sheet(sheetId);
  requireEditableSheet(workbook, user, sheet);
  const width = range.endColumn - range.startColumn;
  const hidden = Object.entries(filter.criteria ?? {}).map(([column, { hiddenValues = [] }]) => {
    const at = Number(column);
    if (!Number.isInteger(at) || at < 0 || at >= width) throw invalid(`filter.criteria has no column ${column}.`);
    return { column: range.startColumn + at, values: hiddenValues };
  });
  sheet.filter = { range, hidden };
  workbook.touch();
}

/** Takes a sheet's filter away; none is no mistake (assumed). */
export function clearBasicFilter(
  { user, workbook }: Target,
  { sheetId = 0 }: Message<'ClearBasicFilterRequest'>,
): void {
  const sheet = workbook.sheet(sheetId);
  requireEditableSheet(workbook, user, sheet);
  sheet.filter = null;
  workbook.touch();
}

/** Protects a range or a whole sheet; whoever does so may go on editing (documented). */
export function addProtectedRange(
  { user, workbook }: Target,
  { protectedRange = {} }: Message<'AddProtectedRangeRequest'>,
) {
  const {
    description = '',
    editors,
    protectedRangeId,
    range,
    unprotectedRanges = [],
    warningOnly = false,
  } = protectedRange;
  if (range === undefined) throw invalid('protectedRange.range must be specified.');
  const { sheetId, ...block } = blockAt(workbook, range, 'protectedRange.range');
  const sheet = workbook.sheet(sheetId);
  requireEditable(workbook, user, sheet, block);
  const isWhole = Object.keys(range).every((field) => field === 'sheetId');
  if (unprotectedRanges.length > 0 && !isWhole) throw invalid('Only a protected sheet can have unprotected ranges.');
  const taken = workbook.sheets.flatMap(({ protections }) => protections.map(({ id }) => id));
  if (protectedRangeId !== undefined && taken.includes(protectedRangeId))
    throw invalid(`A protected range with id ${protectedRangeId} already exists.`);
  const added: Protection = {
    id: protectedRangeId ?? 1 + Math.max(0, ...taken),
    sheetId,
    range: isWhole ? null : block,
    unprotected: unprotectedRanges.map((open) =>
      gridRange(blockAt(workbook, open, 'protectedRange.unprotectedRanges')),
    ),
    description,
    editors: [...new Set([...(editors?.users ?? []), user])],
    isWarningOnly: warningOnly,
  };
  sheet.protections = [...sheet.protections, added];
  workbook.touch();
  return { protectedRange: protectedRangeResource(workbook, user, added) };
}

/** Takes a protection away, which only those may who may edit what it covers (documented). */
export function deleteProtectedRange(
  { user, workbook }: Target,
  { protectedRangeId = 0 }: Message<'DeleteProtectedRangeRequest'>,
): void {
  const found = findProtection(workbook, protectedRangeId);
  if (found === undefined) throw new WorkbookError('no-such-protection', String(protectedRangeId));
  const { protection, sheet } = found;
  if (!mayEdit(workbook, protection, user)) throw new WorkbookError('protected', protection.description || sheet.title);
  sheet.protections = sheet.protections.filter((one) => one !== protection);
  workbook.touch();
}

/** Gives a range a name, which no other has (documented); capitals make no difference (observed). */
export function addNamedRange({ workbook }: Target, { namedRange = {} }: Message<'AddNamedRangeRequest'>) {
  const { name = '', namedRangeId, range } = namedRange;
  if (namedRangeId !== undefined && namedRangeId !== name) throw notHeld('ids of named ranges beside their names');
  if (!/^[\p{L}_][\p{L}\p{N}_.]{0,249}$/u.test(name) || /^[A-Za-z]{1,3}\d+$/.test(name))
    throw invalid(`Invalid name for a named range: ${name}`);
  if (workbook.namedRanges.some((one) => one.name.toLowerCase() === name.toLowerCase()))
    throw invalid(`A named range with the name "${name}" already exists.`);
  const added = { name, range: blockAt(workbook, range, 'namedRange.range') };
  workbook.namedRanges = [...workbook.namedRanges, added];
  workbook.touch();
  return { namedRange: namedRangeResource(added) };
}

/** Takes a range's name away. */
export function deleteNamedRange(
  { workbook }: Target,
  { namedRangeId = '' }: Message<'DeleteNamedRangeRequest'>,
): void {
  if (!workbook.namedRanges.some(({ name }) => name === namedRangeId))
    throw invalid(`No named range with id: ${namedRangeId}`);
  workbook.namedRanges = workbook.namedRanges.filter(({ name }) => name !== namedRangeId);
  workbook.touch();
}

function gridRange({ endColumn, endRow, startColumn, startRow }: SheetRange): GridRange {
  return { startRow, endRow, startColumn, endColumn };
}

function findProtection(
  workbook: Workbook,
  id: number,
): { readonly sheet: Sheet; readonly protection: Protection } | undefined {
  for (const sheet of workbook.sheets) {
    const protection = sheet.protections.find((one) => one.id === id);
    if (protection !== undefined) return { sheet, protection };
  }
  return undefined;
}

function conditionOf(condition: Message<'BooleanCondition'> | undefined): ConditionalRule['condition'] {
  if (condition?.type === undefined) throw invalid('rule.booleanRule.condition must be specified.');
  const values = (condition.values ?? []).map(({ relativeDate, userEnteredValue }) => {
    if (relativeDate !== undefined) throw notHeld('conditions of relative dates');
    return userEnteredValue ?? '';
  });
  if (condition.type !== 'CUSTOM_FORMULA') return { type: 'other', name: condition.type, values };
  const [formula] = values;
  if (formula === undefined || values.length > 1 || !formula.startsWith('='))
    throw invalid('A condition CUSTOM_FORMULA has one value, a formula.');
  return { type: 'custom-formula', formula };
}

/** Documented: a rule changes colours, bold, italic (and what the local workbook does not hold). */
function ruleFormat(format: Message<'CellFormat'> = {}): ConditionalRule['format'] {
  const { backgroundColor, backgroundColorStyle, textFormat = {} } = format;
  const { bold, foregroundColor, foregroundColorStyle, italic } = textFormat;
  const background = colourOf(backgroundColorStyle?.rgbColor ?? backgroundColor);
  const fontColor = colourOf(foregroundColorStyle?.rgbColor ?? foregroundColor);
  return {
    ...(background === undefined ? {} : { background }),
    ...(fontColor === undefined ? {} : { fontColor }),
    ...(bold === undefined ? {} : { bold }),
    ...(italic === undefined ? {} : { italic }),
  };
}
