import type { TablePlan } from './compile-decision-table.ts';
import { rulesIn } from './rule-masks.ts';

/**
 * Known answers that no rule has together, none of which could be left out: the fewest where they are few, in the table's
 * order. Empty when some rule may still fit. `codes` are the inputs' cells, negative where the answer is not known.
 */
export function contradictionIn(plan: TablePlan, codes: Int32Array): string[] {
  const known = plan.inputs.flatMap((_, index) => ((codes[index] ?? -1) >= 0 ? [index] : []));
  if (!isEmpty(fitting(plan, codes, known))) return [];
  let tries = MOST_TRIES;
  for (let size = 1; size <= known.length; size += 1) {
    for (const chosen of combinations(known, size)) {
      if (isEmpty(fitting(plan, codes, chosen))) return idsOf(plan, chosen);
      tries -= 1;
      if (tries === 0) return idsOf(plan, withoutNeedless(plan, codes, known));
    }
  }
  return idsOf(plan, known);
}

/**
 * The unknown answer that leaves the fewest outcomes open once it is known, on the average of its possible values; of
 * equal ones the first that the rules ask for. No rule left counts as one outcome: what the table gives otherwise.
 * Undefined when nothing that matters is unknown.
 */
export function firstToFindOut(plan: TablePlan, codes: Int32Array): string | undefined {
  const { inputs, table } = plan;
  const known = inputs.flatMap((_, index) => ((codes[index] ?? -1) >= 0 ? [index] : []));
  const open = rulesIn(fitting(plan, codes, known));
  let best: string | undefined;
  let fewest = Number.POSITIVE_INFINITY;
  for (const [index, input] of inputs.entries()) {
    const { id } = input.criterion;
    // an answer that no rule asks for any more decides nothing
    if (known.includes(index) || !open.some((rule) => table.rules[rule]?.when[id] !== undefined)) continue;
    let sum = 0;
    const asked = codes.slice();
    for (let cell = 0; cell < input.cells.length; cell += 1) {
      asked[index] = cell;
      sum += Math.max(1, outcomesIn(plan, fitting(plan, asked, [...known, index])).size);
    }
    const mean = sum / input.cells.length;
    if (mean < fewest) {
      fewest = mean;
      best = id;
    }
  }
  return best;
}

/** The answers without those that a contradiction does not need, tried from the last. */
function withoutNeedless(plan: TablePlan, codes: Int32Array, all: readonly number[]): readonly number[] {
  let needed = all;
  for (let index = all.length - 1; index >= 0; index -= 1) {
    const one = all[index];
    const rest = needed.filter((other) => other !== one);
    if (isEmpty(fitting(plan, codes, rest))) needed = rest;
  }
  return needed;
}

function outcomesIn(plan: TablePlan, mask: Int32Array): Set<string> {
  return new Set(rulesIn(mask).map((rule) => plan.table.rules[rule]?.outcome ?? ''));
}

/** The rules that the answers of these inputs leave. */
function fitting({ masks }: TablePlan, codes: Int32Array, inputs: readonly number[]): Int32Array {
  const mask = masks.all.slice();
  for (const index of inputs) {
    const byCell = masks.byCell[index] ?? masks.all;
    const at = (codes[index] ?? 0) * masks.words;
    for (let word = 0; word < masks.words; word += 1) mask[word] = (mask[word] ?? 0) & (byCell[at + word] ?? 0);
  }
  return mask;
}

function isEmpty(mask: Int32Array): boolean {
  return mask.every((word) => word === 0);
}

function idsOf(plan: TablePlan, inputs: readonly number[]): string[] {
  return inputs.flatMap((index) => plan.inputs[index]?.criterion.id ?? []);
}

/** All choices of `size` items, earlier items first. */
function* combinations(items: readonly number[], size: number): Generator<number[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (const [at, item] of items.entries()) {
    for (const rest of combinations(items.slice(at + 1), size - 1)) yield [item, ...rest];
  }
}

/** Combinations looked at for the fewest answers; beyond, looking would take too long for a table of many inputs. */
const MOST_TRIES = 2000;
