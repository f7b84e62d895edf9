import type { CellLook } from '../sheet-protocol.ts';
import { type GridRange, overlap } from '../workbook/grid-range.ts';
import type { Sheet } from '../workbook/sheet.ts';
import type { ConditionalRule } from '../workbook/workbook-parts.ts';
import { type Condition, conditionOf } from './conditional-formula.ts';

/**
 * What conditional formats do to the cells of a block; undefined where they do nothing. Of several rules that hold the first
 * one's looks go before, as in Google Sheets (documented).
 */
export function conditionalLooks(
  sheet: Sheet,
  block: GridRange,
): ((row: number, column: number) => CellLook | undefined) | undefined {
  const rules = sheet.conditionalRules.flatMap((rule) => {
    const condition = rule.ranges.some((range) => overlap(range, block)) ? understood(rule) : undefined;
    return condition === undefined ? [] : [{ ...rule, condition, look: lookOf(rule) }];
  });
  if (rules.length === 0) return undefined;
  const read = (row: number, column: number) => sheet.grid.get('values', row, column);
  return (row, column) => {
    const looks = rules.flatMap(({ condition, look, ranges }) => {
      const [first] = ranges;
      const isIn = ranges.some((range) => isWithin(range, row, column));
      // A formula is written for the upper left cell of the first range.
      if (!isIn || first === undefined) return [];
      return condition(read, row - first.startRow, column - first.startColumn) ? [look] : [];
    });
    return looks.length === 0 ? undefined : Object.assign({}, ...looks.toReversed());
  };
}

/** Compiled once for each rule: a rule stays the same object until it is changed. */
const CONDITIONS = new WeakMap<ConditionalRule, Condition | false>();

function understood(rule: ConditionalRule): Condition | undefined {
  const known = CONDITIONS.get(rule) ?? compiled(rule) ?? false;
  CONDITIONS.set(rule, known);
  return known === false ? undefined : known;
}

function compiled({ condition }: ConditionalRule): Condition | undefined {
  return condition.type === 'custom-formula' ? conditionOf(condition.formula) : undefined;
}

function lookOf({ format }: ConditionalRule): CellLook {
  const { background, bold, fontColor, italic } = format;
  return {
    ...(background === undefined ? {} : { background }),
    ...(fontColor === undefined ? {} : { colour: fontColor }),
    ...(bold === true ? { isBold: true } : {}),
    ...(italic === true ? { isItalic: true } : {}),
  };
}

function isWithin({ endColumn, endRow, startColumn, startRow }: GridRange, row: number, column: number): boolean {
  return row >= startRow && row < endRow && column >= startColumn && column < endColumn;
}
