import type { TablePlan } from './compile-decision-table.ts';
import { rulesIn } from './rule-masks.ts';

/**
 * The fewest known answers that no rule has together, in the table's order; empty when some rule may still fit. `codes`
 * are the inputs' cells, negative where the answer is not known.
 */
export function contradictionIn(plan: TablePlan, codes: Int32Array): string[] {
  const known = plan.inputs.flatMap((_, index) => ((codes[index] ?? -1) >= 0 ? [index] : []));
  if (!isEmpty(fitting(plan, codes, known))) return [];
  for (let size = 1; size <= Math.min(known.length, MOST_NAMED); size += 1) {
    for (const chosen of combinations(known, size)) {
      if (isEmpty(fitting(plan, codes, chosen))) return idsOf(plan, chosen);
    }
  }
  return idsOf(plan, known);
}

/**
 * The unknown answer that leaves the fewest outcomes open once it is known, on the average of its possible values;
 * undefined when all are known.
 */
export function firstToFindOut(plan: TablePlan, codes: Int32Array): string | undefined {
  const { inputs } = plan;
  const known = inputs.flatMap((_, index) => ((codes[index] ?? -1) >= 0 ? [index] : []));
  let best: string | undefined;
  let fewest = Number.POSITIVE_INFINITY;
  for (const [index, input] of inputs.entries()) {
    if (known.includes(index)) continue;
    let open = 0;
    const asked = codes.slice();
    for (let cell = 0; cell < input.cells.length; cell += 1) {
      asked[index] = cell;
      open += outcomesIn(plan, fitting(plan, asked, [...known, index])).size;
    }
    const mean = open / input.cells.length;
    if (mean < fewest) {
      fewest = mean;
      best = input.criterion.id;
    }
  }
  return best;
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

/** Contradictions among more answers than this are told with all answers: looking for the fewest would take too long. */
const MOST_NAMED = 4;
