import { checkBandStarts, outOfOrder } from './check-band-starts.ts';
import { checkLabels } from './check-labels.ts';
import type { CheckedPart, PartInput } from './checked-part.ts';
import { circlesIn } from './circles-in.ts';
import { pathTo } from './path-to.ts';
import { isNumeric } from './scheme-inputs.ts';
import type { Scorecard, ScoredCriterion } from './scheme-methods.ts';
import type { SchemeProblem } from './scheme-problem.ts';
import { pointsOf } from './scored-points.ts';

/** What is wrong with a scorecard beyond its shape: references, order of bands, points and cut-offs. */
export function checkScorecard(part: CheckedPart, scorecard: Scorecard): SchemeProblem[] {
  const problems = [
    ...scorecard.criteria.flatMap((scored, index) => checkScored(part, scorecard, scored, index)),
    ...checkStandIns(scorecard, `${part.path}.criteria`),
  ];
  // cut-offs are judged by points, which must be sound first
  return problems.length > 0 ? problems : checkCutOffs(part, scorecard);
}

function checkScored(part: CheckedPart, scorecard: Scorecard, scored: ScoredCriterion, index: number): SchemeProblem[] {
  const { criterion: id } = scored;
  const path = `${part.path}.criteria[${index}]`;
  const input = part.inputs.get(id);
  if (input === undefined) return [{ path: `${path}.criterion`, code: 'unknown-criterion', detail: id }];
  const problems: SchemeProblem[] = [];
  if (scorecard.criteria.findIndex((other) => other.criterion === id) !== index) {
    problems.push({ path: `${path}.criterion`, code: 'scored-twice', detail: id });
  }
  for (const [place, other] of (scored.insteadOf ?? []).entries()) {
    const at = `${path}.insteadOf[${place}]`;
    if (other === id) problems.push({ path: at, code: 'instead-of-itself', detail: id });
    else if (!scorecard.criteria.some((candidate) => candidate.criterion === other)) {
      problems.push({ path: at, code: 'unknown-criterion', detail: other });
    }
  }
  return [...problems, ...checkPlaces(input, scored, path), ...checkMissing(scored, `${path}.missing`)];
}

/** Criteria that stand in for each other in a circle would all be left out once all are known. */
function checkStandIns({ criteria }: Scorecard, path: string): SchemeProblem[] {
  if (criteria.every((scored) => scored.insteadOf !== undefined)) return [{ path, code: 'only-stand-ins' }];
  const edges = new Map(
    criteria.map(({ criterion, insteadOf }) => [criterion, (insteadOf ?? []).filter((other) => other !== criterion)]),
  );
  return circlesIn(edges).map((circle) => ({ path, code: 'instead-of-circle', detail: circle.join(' → ') }));
}

/** Bands, levels, answers and labels: those that the type needs are there, and better values never get fewer points. */
function checkPlaces(input: PartInput, scored: ScoredCriterion, path: string): SchemeProblem[] {
  const { criterion } = input;
  const { bands, levels, answers, labels } = scored;
  const { id, type } = criterion;
  const problems = checkLabels(input, scored, path);
  if (type === 'level' && levels === undefined) problems.push({ path, code: 'levels-missing', detail: id });
  if (type === 'yes-no' && answers === undefined) problems.push({ path, code: 'answers-missing', detail: id });
  if (!isNumeric(criterion)) {
    if (bands !== undefined) problems.push({ path: `${path}.bands`, code: 'bands-without-number', detail: id });
  } else if (bands === undefined) problems.push({ path, code: 'bands-missing', detail: id });
  else {
    problems.push(...checkBandStarts(criterion, bands, `${path}.bands`));
    problems.push(
      ...pointsNotOrdered(
        bands.map(({ points }, index) => [`${path}.bands[${index}]`, points]),
        1,
      ),
    );
  }
  const sign = criterion.direction === 'lower-is-better' ? -1 : 1;
  const inOrder = <Word extends string>(name: string, points: Readonly<Record<Word, number>>, words: readonly Word[]) =>
    words.map((word): [string, number] => [pathTo(`${path}.${name}`, word), points[word]]);
  if (levels !== undefined)
    problems.push(...pointsNotOrdered(inOrder('levels', levels, ['high', 'medium', 'low', 'none']), sign));
  if (answers !== undefined) problems.push(...pointsNotOrdered(inOrder('answers', answers, ['yes', 'no']), sign));
  if (labels !== undefined) problems.push(...pointsNotOrdered(inOrder('labels', labels, labelsAsWritten(labels)), 1));
  return problems;
}

/** Better values never get fewer points. */
function pointsNotOrdered(points: readonly (readonly [path: string, points: number])[], sign: 1 | -1): SchemeProblem[] {
  const wrong = outOfOrder(points.map(([, one]) => sign * one));
  const path = points[wrong?.index ?? -1]?.[0];
  if (wrong === undefined || path === undefined) return [];
  const [detail, other] = [String(sign * wrong.own), String(sign * wrong.other)];
  return [{ path, code: 'points-not-ordered', detail, other }];
}

/** Without labels that are whole numbers (stars): JSON's reader puts those first, wherever they were written. */
function labelsAsWritten(labels: Readonly<Record<string, number>>): string[] {
  return Object.keys(labels).filter((label) => !/^\d+$/.test(label));
}

function checkMissing(scored: ScoredCriterion, path: string): SchemeProblem[] {
  const { missing } = scored;
  const most = pointsOf(scored, Math.max);
  if (missing?.do !== 'points' || missing.points <= most) return [];
  return [{ path: `${path}.points`, code: 'missing-above-best', detail: tenths(most) }];
}

function checkCutOffs(part: CheckedPart, { cutOffs, criteria }: Scorecard): SchemeProblem[] {
  const path = `${part.path}.cutOffs`;
  const wanted = part.outcomes.slice(0, -1);
  if (cutOffs.length !== wanted.length || cutOffs.some((cutOff, index) => cutOff.outcome !== wanted[index])) {
    return [{ path, code: 'cut-offs-not-tiers', detail: wanted.join(', ') }];
  }
  const froms = cutOffs.map((cutOff) => cutOff.from);
  const wrong = outOfOrder(froms, 'strictly');
  if (wrong !== undefined) {
    const [detail, other] = [String(wrong.own), String(wrong.other)];
    return [{ path: `${path}[${wrong.index}]`, code: 'cut-offs-not-descending', detail, other }];
  }
  const scored = criteria.filter((entry) => entry.insteadOf === undefined);
  const most = meanPoints(scored, Math.max);
  const least = meanPoints(scored, Math.min);
  const problems: SchemeProblem[] = [];
  for (const [index, from] of froms.entries()) {
    if (from > most) problems.push({ path: `${path}[${index}]`, code: 'cut-off-unreachable', detail: tenths(most) });
  }
  if ((froms[froms.length - 1] ?? 0) <= least) {
    problems.push({ path: `${path}[${froms.length - 1}]`, code: 'last-tier-unreachable', detail: tenths(least) });
  }
  return problems;
}

/** The score of a customer who gets the most (or least) points everywhere. */
function meanPoints(scored: readonly ScoredCriterion[], which: Parameters<typeof pointsOf>[1]): number {
  let sum = 0;
  let weight = 0;
  for (const entry of scored) {
    sum += entry.weight * pointsOf(entry, which);
    weight += entry.weight;
  }
  return sum / weight;
}

function tenths(points: number): string {
  return String(Math.round(points * 10) / 10);
}
