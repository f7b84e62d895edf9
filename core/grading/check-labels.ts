import { foldAnswer } from '../table/words.ts';
import type { PartInput } from './checked-part.ts';
import type { SchemeProblem } from './scheme-problem.ts';

/** What a method says about words, beside the words themselves. */
export interface WordPlaces {
  readonly levels?: unknown;
  readonly answers?: unknown;
  readonly labels?: Readonly<Record<string, unknown>> | undefined;
}

/**
 * What is wrong with labels of a scorecard or of bands: all of a derived result's are there and no others, and none says
 * twice what case and width aside is the same.
 */
export function checkLabels(input: PartInput, places: WordPlaces, path: string): SchemeProblem[] {
  const { criterion, labels: wanted } = input;
  if (places.labels === undefined) {
    return criterion.type === 'text' ? [{ path, code: 'labels-missing', detail: criterion.id }] : [];
  }
  const own = Object.keys(places.labels);
  const at = `${path}.labels`;
  const problems: SchemeProblem[] = [...duplicateLabels(own, at), ...takenLabels(own, places, at)];
  if (own.length === 0) problems.push({ path: at, code: 'too-few', detail: '1' });
  if (wanted === undefined) return problems;
  for (const label of wanted) {
    if (!own.includes(label)) problems.push({ path: at, code: 'label-missing', detail: label, other: criterion.id });
  }
  for (const label of own) {
    if (!wanted.includes(label))
      problems.push({ path: at, code: 'unknown-label', detail: label, other: wanted.join(', ') });
  }
  return problems;
}

/** Labels that are the same once case, width and script are left aside. */
export function duplicateLabels(labels: readonly string[], path: string): SchemeProblem[] {
  const seen = new Set<string>();
  return labels.flatMap((label): SchemeProblem[] => {
    const folded = foldAnswer(label);
    const isNew = !seen.has(folded);
    seen.add(folded);
    return isNew ? [] : [{ path, code: 'duplicate-label', detail: label }];
  });
}

/** Labels for which `levels` or `answers` stand there already. */
function takenLabels(labels: readonly string[], { levels, answers }: WordPlaces, path: string): SchemeProblem[] {
  const taken = new Set([...(levels === undefined ? [] : LEVELS), ...(answers === undefined ? [] : ANSWERS)]);
  return labels
    .filter((label) => taken.has(foldAnswer(label)))
    .map((label) => ({ path, code: 'label-taken', detail: label }));
}

/** The words of levels, best first where higher is better. */
export const LEVELS: readonly string[] = ['high', 'medium', 'low', 'none'];

/** The words of answers. */
export const ANSWERS: readonly string[] = ['yes', 'no'];
