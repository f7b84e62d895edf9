import { calendarDate } from '../calendar-date.ts';
import { cut } from './path-to.ts';
import type { Scheme } from './scheme.ts';
import { rangeOf } from './scheme-inputs.ts';
import type { DecisionTable } from './scheme-methods.ts';
import { conditionTest, type TableCell, type TableInput, tableInputs } from './table-input.ts';

/**
 * Sets of customers as boxes: for each input the cells that are in, one bit a cell, all inputs in one array. A rule of a
 * decision table is such a box, and so is what two rules have in common.
 */
export type Box = Int32Array;

/** The rules of a table as boxes. */
export interface RuleBoxes {
  readonly inputs: readonly TableInput[];
  /** Where each input's bits begin; and the end of the last. */
  readonly starts: readonly number[];
  /** All customers there can be: numbers within the criterion's range. */
  readonly whole: Box;
  /** The same, without fractions of what is counted in whole numbers. */
  readonly likely: Box;
  readonly rules: readonly Box[];
}

/** Work that may still be done before an analysis gives up; counted in steps, so that the answer never depends on a clock. */
export interface Effort {
  left: number;
}

/** Lays out the rules of a table as boxes; undefined when that alone would take too long. */
export function ruleBoxes(scheme: Scheme, table: DecisionTable): RuleBoxes | undefined {
  // no value is located here, so that the day does not matter
  const anyDay = calendarDate(2000, 1, 1);
  const inputs = anyDay === undefined ? [] : tableInputs(scheme, table, anyDay);
  let size = 0;
  for (const { cells } of inputs) size += cells.length;
  if (size * table.rules.length > MOST_CELLS) return undefined;
  const starts = [0];
  for (const { cells } of inputs) starts.push((starts[starts.length - 1] ?? 0) + Math.ceil(cells.length / BITS));
  const boxOf = (isIn: (input: TableInput, cell: TableCell) => boolean): Box => {
    const box = new Int32Array(starts[inputs.length] ?? 0);
    for (const [place, input] of inputs.entries()) {
      for (const [index, cell] of input.cells.entries()) {
        const at = (starts[place] ?? 0) + Math.floor(index / BITS);
        if (isIn(input, cell)) box[at] = (box[at] ?? 0) | (1 << (index % BITS));
      }
    }
    return box;
  };
  const whole = boxOf((input, cell) => exampleOf(input, cell, 'any') !== undefined);
  const rules = table.rules.map(({ when }) => {
    const tests = new Map(Object.entries(when).map(([id, condition]) => [id, conditionTest(condition)]));
    const box = boxOf(({ criterion }, cell) => tests.get(criterion.id)?.(cell) ?? true);
    return box.map((bits, at) => bits & (whole[at] ?? 0));
  });
  const likely = boxOf((input, cell) => exampleOf(input, cell, 'whole') !== undefined);
  return { inputs, starts, whole, likely, rules };
}

/** What two boxes have in common; undefined when that is nobody. */
export function commonBox({ starts }: RuleBoxes, a: Box, b: Box): Box | undefined {
  return meets(starts, a, b) ? a.map((bits, at) => bits & (b[at] ?? 0)) : undefined;
}

/**
 * What rules leave of a box, in boxes that do not overlap; nothing when they take all of it. Stops early, with `effort.left`
 * below 0, when it would take too long.
 */
export function* leftovers(boxes: RuleBoxes, box: Box, rules: readonly Box[], effort: Effort): Generator<Box> {
  const { starts } = boxes;
  effort.left -= (rules.length + 1) * (box.length + 1);
  if (effort.left < 0) return;
  const near = rules.filter((rule) => meets(starts, rule, box));
  let best: Box | undefined;
  let fewest = Number.POSITIVE_INFINITY;
  for (const rule of near) {
    const open = openInputs(starts, rule, box);
    if (open === 0) return;
    if (open < fewest) {
      fewest = open;
      best = rule;
    }
  }
  if (best === undefined) {
    yield box;
    return;
  }
  const rest = near.filter((rule) => rule !== best);
  const inside = box.slice();
  for (let input = 0; input < starts.length - 1; input += 1) {
    const outside = inside.slice();
    let isEmpty = true;
    for (let at = starts[input] ?? 0; at < (starts[input + 1] ?? 0); at += 1) {
      outside[at] = (inside[at] ?? 0) & ~(best[at] ?? 0);
      isEmpty &&= outside[at] === 0;
      inside[at] = (inside[at] ?? 0) & (best[at] ?? 0);
    }
    if (!isEmpty) yield* leftovers(boxes, outside, rest, effort);
    if (effort.left < 0) return;
  }
}

/** Whether there is a customer in both. */
export function meets(starts: readonly number[], a: Box, b: Box): boolean {
  for (let input = 0; input < starts.length - 1; input += 1) {
    let common = 0;
    for (let at = starts[input] ?? 0; at < (starts[input + 1] ?? 0); at += 1) common |= (a[at] ?? 0) & (b[at] ?? 0);
    if (common === 0) return false;
  }
  return true;
}

/** How many inputs of a box the rule does not take as they are; 0 when it takes the whole box. */
function openInputs(starts: readonly number[], rule: Box, box: Box): number {
  let open = 0;
  for (let input = 0; input < starts.length - 1; input += 1) {
    let outside = 0;
    for (let at = starts[input] ?? 0; at < (starts[input + 1] ?? 0); at += 1)
      outside |= (box[at] ?? 0) & ~(rule[at] ?? 0);
    if (outside !== 0) open += 1;
  }
  return open;
}

/** A customer of the box in words (`resolve: high, months: 4`), told by the inputs of which it does not take everything. */
export function exampleText({ inputs, starts, likely, whole }: RuleBoxes, box: Box): string {
  const parts: string[] = [];
  for (const [place, input] of inputs.entries()) {
    const holds = (cell: number, of: Box): boolean => {
      const bits = of[(starts[place] ?? 0) + Math.floor(cell / BITS)] ?? 0;
      return (bits & (1 << (cell % BITS))) !== 0;
    };
    const cells = [...input.cells.keys()];
    if (cells.every((cell) => holds(cell, box) || !holds(cell, likely))) continue;
    const cell =
      cells.find((one) => holds(one, box) && holds(one, likely)) ??
      cells.find((one) => holds(one, box) && holds(one, whole));
    const chosen = input.cells[cell ?? 0];
    if (chosen !== undefined) parts.push(`${input.criterion.id}: ${exampleOf(input, chosen, 'any') ?? ''}`);
  }
  return parts.length === 0 ? '*' : parts.join(', ');
}

/** A value of the cell, as a person would write it; undefined when there can be none. */
function exampleOf({ criterion, cells }: TableInput, cell: TableCell, which: 'any' | 'whole'): string | undefined {
  const { least, most } = rangeOf(criterion);
  switch (cell.kind) {
    case 'value': {
      const { value } = cell;
      if (typeof value === 'boolean') return value ? 'yes' : 'no';
      if (typeof value === 'string') return cut(value, LONGEST_WORD);
      const isFraction = which === 'whole' && criterion.type === 'count' && !Number.isInteger(value);
      return value >= least && value <= most && !isFraction ? String(value) : undefined;
    }
    case 'other-words': {
      const named = cells
        .slice(0, 3)
        .flatMap((one) => (one.kind === 'value' ? [cut(String(one.value), LONGEST_WORD)] : []));
      return `≠ ${named.join(', ')}${cells.length > 4 ? ', …' : ''}`;
    }
    case 'between': {
      const number = numberBetween(
        { low: cell.low ?? -Number.MAX_VALUE, high: cell.high ?? Number.MAX_VALUE },
        { least, most },
        which === 'whole' && criterion.type === 'count',
      );
      return number === undefined ? undefined : String(number);
    }
    default:
      return cell satisfies never;
  }
}

/** A number between two bounds, the bounds aside, and within the range; a round one if there is one. */
function numberBetween(
  { low, high }: { readonly low: number; readonly high: number },
  { least, most }: { readonly least: number; readonly most: number },
  isWhole: boolean,
): number | undefined {
  const fits = (number: number): boolean => number > low && number < high && number >= least && number <= most;
  const from = Math.max(low, least);
  const upTo = Math.min(high, most);
  const round = [Math.floor(from) + 1, Math.ceil(upTo) - 1, from, upTo].find(
    (one) => fits(one) && Number.isInteger(one),
  );
  if (isWhole || round !== undefined) return round;
  return [from, upTo, from / 2 + upTo / 2].find(fits);
}

/** The sign bit is left alone, so that a word stays a small number. */
const BITS = 30;

/** Rules times cells: beyond, even compiling the table would take seconds. */
const MOST_CELLS = 20_000_000;

const LONGEST_WORD = 30;
