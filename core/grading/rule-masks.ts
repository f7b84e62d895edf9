import type { DecisionTable } from './scheme-methods.ts';
import type { TableInput } from './table-input.ts';
import { conditionTest } from './table-input.ts';

/** Rules that a mask's word holds: the sign bit is left alone, so that a word stays a small number. */
export const RULES_A_WORD = 30;

/**
 * Which rules of a table fit, one bit a rule: what fits a customer is what all its inputs' masks have in common, so that
 * deciding costs one lookup and one AND for each input, however many rules there are.
 */
export interface RuleMasks {
  readonly words: number;
  /** All rules. */
  readonly all: Int32Array;
  /** By input: the rules that each cell satisfies, `words` words a cell. */
  readonly byCell: readonly Int32Array[];
  /** By input: the rules that ask nothing of it, which fit without its value. */
  readonly indifferent: readonly Int32Array[];
}

/** Lays out the masks of a table. */
export function ruleMasks(table: DecisionTable, inputs: readonly TableInput[]): RuleMasks {
  const { rules } = table;
  const words = Math.ceil(rules.length / RULES_A_WORD);
  const mask = (cells: number, fits: (rule: number, cell: number) => boolean): Int32Array => {
    const bits = new Int32Array(cells * words);
    for (let cell = 0; cell < cells; cell += 1) {
      for (let index = 0; index < rules.length; index += 1) {
        const at = cell * words + Math.floor(index / RULES_A_WORD);
        if (fits(index, cell)) bits[at] = (bits[at] ?? 0) | (1 << (index % RULES_A_WORD));
      }
    }
    return bits;
  };
  return {
    words,
    all: mask(1, () => true),
    byCell: inputs.map(({ criterion, cells }) => {
      const tests = rules.map(({ when }) => {
        const condition = when[criterion.id];
        return condition && conditionTest(condition);
      });
      return mask(cells.length, (rule, index) => {
        const cell = cells[index];
        return cell === undefined || (tests[rule]?.(cell) ?? true);
      });
    }),
    indifferent: inputs.map(({ criterion }) => mask(1, (rule) => rules[rule]?.when[criterion.id] === undefined)),
  };
}

/** The rules of a mask, by their place. */
export function rulesIn(mask: Int32Array): number[] {
  const rules: number[] = [];
  for (const [word, bits] of mask.entries()) {
    for (let bit = 0; bit < RULES_A_WORD; bit += 1)
      if ((bits & (1 << bit)) !== 0) rules.push(word * RULES_A_WORD + bit);
  }
  return rules;
}
