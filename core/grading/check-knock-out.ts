import { isInMonths, MOST_MONTHS } from './check-band-starts.ts';
import { LEVELS } from './check-labels.ts';
import type { PartInput } from './checked-part.ts';
import type { KnockOut, Scheme } from './scheme.ts';
import { isNumeric, rangeOf } from './scheme-inputs.ts';
import type { SchemeNote, SchemeProblem, SchemeProblemCode } from './scheme-problem.ts';

/** What is wrong with the knock-outs of a scheme: what they name, and that they only ever hit the worse customers. */
export function checkKnockOuts(scheme: Scheme, inputs: ReadonlyMap<string, PartInput>): SchemeProblem[] {
  return (scheme.knockOuts ?? []).flatMap((knockOut, index): SchemeProblem[] => {
    const path = `knockOuts[${index}]`;
    const { tier, criterion, when } = knockOut;
    const problems: SchemeProblem[] = [];
    const tierIndex = scheme.tiers.findIndex(({ id }) => id === tier);
    if (tierIndex < 0) problems.push({ path: `${path}.tier`, code: 'unknown-tier', detail: tier });
    if (tierIndex === 0) problems.push({ path: `${path}.tier`, code: 'knock-out-best-tier', detail: tier });
    const input = inputs.get(criterion);
    if (input === undefined) {
      return [...problems, { path: `${path}.criterion`, code: 'unknown-criterion', detail: criterion }];
    }
    const code = conditionProblem(input, when);
    if (code === undefined) return problems;
    const detail = code === 'months-out-of-range' ? { detail: String(MOST_MONTHS) } : {};
    return [...problems, { path: `${path}.when`, code, ...detail }];
  });
}

/** Knock-outs that no customer can meet. */
export function idleKnockOuts(scheme: Scheme): SchemeNote[] {
  return (scheme.knockOuts ?? []).flatMap(({ criterion: id, when }, index): SchemeNote[] => {
    const criterion = scheme.criteria.find((candidate) => candidate.id === id);
    if (criterion === undefined || when.is !== undefined) return [];
    const { least, most } = rangeOf(criterion);
    const isIdle = (when.above ?? least) >= most || (when.below ?? most) <= least;
    return isIdle ? [{ path: `knockOuts[${index}].when`, code: 'knock-out-never' }] : [];
  });
}

function conditionProblem(input: PartInput, when: KnockOut['when']): SchemeProblemCode | undefined {
  const { criterion, labels } = input;
  const { above, below, is } = when;
  if ((above === undefined && below === undefined && is === undefined) || (above !== undefined && below !== undefined))
    return 'knock-out-when';
  const isLowerBetter = criterion.direction === 'lower-is-better';
  if (!isNumeric(criterion)) {
    if (is === undefined || above !== undefined || below !== undefined) return 'knock-out-when';
    if (labels !== undefined) return labelsProblem(labels, is);
    if (criterion.type === 'text') return textProblem(is);
    return wordsProblem(criterion.type === 'level' ? 'level' : 'yes-no', is, isLowerBetter);
  }
  const bound = above ?? below;
  // words may say the same as a bound, where a column of numbers has words here and there; by themselves they say too little
  if (bound === undefined) return 'knock-out-when';
  if ((above === undefined) === isLowerBetter) return 'knock-out-wrong-way';
  if (isInMonths(criterion) && (bound < 0 || bound > MOST_MONTHS)) return 'months-out-of-range';
  const { least, most } = rangeOf(criterion);
  if (isLowerBetter ? bound < least : bound > most) return 'knock-out-always';
  if (is === undefined) return undefined;
  const answers = is.filter((word) => typeof word === 'boolean');
  const levels = is.filter((word) => typeof word !== 'boolean');
  return (
    (levels.length === 0 ? undefined : wordsProblem('level', levels, isLowerBetter)) ??
    (answers.length === 0 ? undefined : wordsProblem('yes-no', answers, isLowerBetter))
  );
}

/** A better value must not be knocked out where a worse one is not, nor all of them. */
function wordsProblem(
  type: 'level' | 'yes-no',
  is: readonly (string | boolean)[],
  isLowerBetter: boolean,
): SchemeProblemCode | undefined {
  const bestFirst: readonly (string | boolean)[] = type === 'yes-no' ? [true, false] : LEVELS;
  if (!is.every((word) => bestFirst.includes(word))) return 'knock-out-when';
  const words = new Set(is);
  const worst = isLowerBetter ? bestFirst.slice(0, words.size) : bestFirst.slice(-words.size);
  return worst.every((word) => words.has(word)) && words.size < bestFirst.length ? undefined : 'knock-out-not-worst';
}

function labelsProblem(labels: readonly string[], is: readonly (string | boolean)[]): SchemeProblemCode | undefined {
  if (!is.every((word) => typeof word === 'string' && labels.includes(word))) return 'knock-out-when';
  return new Set(is).size < labels.length ? undefined : 'knock-out-not-worst';
}

function textProblem(is: readonly (string | boolean)[]): SchemeProblemCode | undefined {
  return is.every((word) => typeof word === 'string') ? undefined : 'knock-out-when';
}
