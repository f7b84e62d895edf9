import type { Facts, FactValue } from '../customer.ts';
import type { GradeCode } from './grader.ts';
import type { TableInput } from './table-input.ts';

/** More combinations of cells than this are decided each time anew. */
const MOST_COMBINATIONS = 65_536;

/** What a table decided, and whether every customer with the same answers gets the same. */
export interface Decided {
  readonly code: GradeCode;
  readonly isSameForSameAnswers: boolean;
}

/**
 * `decide`, remembered by the combination of cells that a customer's answers lie in: a table has few of them, and many
 * customers share each. Answers that cannot be used are decided each time.
 */
export function rememberAnswers(
  inputs: readonly TableInput[],
  decide: (facts: Facts) => Decided,
): (facts: Facts) => GradeCode {
  // a place for each cell and one before them for an answer that is not known
  const strides: number[] = [];
  let combinations = 1;
  for (const { cells } of inputs) {
    strides.push(combinations);
    combinations *= cells.length + 1;
  }
  if (combinations > MOST_COMBINATIONS || inputs.length > MOST_INPUTS) return (facts) => decide(facts).code;
  const remembered = Array.from({ length: combinations }, (): GradeCode | undefined => undefined);
  const find = placeFinder(inputs, strides);
  return (facts) => {
    const at = find(facts.values);
    const known = at < 0 ? undefined : remembered[at];
    if (known !== undefined) return known;
    const { code, isSameForSameAnswers } = decide(facts);
    if (at >= 0 && isSameForSameAnswers) remembered[at] = code;
    return code;
  };
}

/**
 * The place of a customer's answers among all combinations; negative where one of them cannot be used.
 *
 * Written out answer by answer, since V8 remembers for each place in the code which property is read there.
 */
function placeFinder(inputs: readonly TableInput[], strides: readonly number[]): (values: Facts['values']) => number {
  const count = inputs.length;
  const ids = inputs.map(({ criterion }) => criterion.id);
  const [a = '', b = '', c = '', d = '', e = '', f = '', g = '', h = ''] = ids;
  const steps = inputs.map((input, index) => new Step(input, strides[index] ?? 0));
  const [first, second, third, fourth, fifth, sixth, seventh, eighth] = steps;
  return (values) => {
    let at = 0;
    if (first !== undefined) at += first.of(values[a]);
    if (second !== undefined) at += second.of(values[b]);
    if (third !== undefined) at += third.of(values[c]);
    if (fourth !== undefined) at += fourth.of(values[d]);
    if (fifth !== undefined) at += fifth.of(values[e]);
    if (count <= 5) return at;
    if (sixth !== undefined) at += sixth.of(values[f]);
    if (seventh !== undefined) at += seventh.of(values[g]);
    if (eighth !== undefined) at += eighth.of(values[h]);
    return at;
  };
}

/** So many inputs are written out. */
const MOST_INPUTS = 8;

/** Below every sum of places. */
const UNUSABLE_ANSWER = -(2 ** 30);

class Step {
  readonly input: TableInput;
  readonly isAnswer: boolean;
  readonly isLevel: boolean;
  readonly stride: number;

  constructor(input: TableInput, stride: number) {
    this.input = input;
    this.isAnswer = input.criterion.type === 'yes-no';
    this.isLevel = input.criterion.type === 'level';
    this.stride = stride;
  }

  /** The place times the stride; the two usual kinds of answer without a look-up, their cells as `tableInputs` has them. */
  of(value: FactValue | undefined): number {
    if (value === undefined) return 0;
    const { stride } = this;
    if (this.isAnswer) {
      if (value === true) return stride;
      if (value === false) return 2 * stride;
    } else if (this.isLevel) {
      if (value === 'high') return stride;
      if (value === 'medium') return 2 * stride;
      if (value === 'low') return 3 * stride;
      if (value === 'none') return 4 * stride;
    }
    const place = this.input.locate(value);
    return place < 0 ? UNUSABLE_ANSWER : (place + 1) * stride;
  }
}
