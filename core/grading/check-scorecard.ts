import type { Band, Criterion, Scheme, Scorecard, ScoredCriterion } from './scheme.ts';
import type { SchemeProblem } from './scheme-problem.ts';

/** What is wrong with a scorecard beyond its shape: references, order of bands, points and cut-offs. */
export function checkScorecard(scheme: Scheme, scorecard: Scorecard): SchemeProblem[] {
  const problems = scorecard.criteria.flatMap((scored, index) =>
    checkScored(scheme, scorecard, scored, `method.criteria[${index}]`, index),
  );
  if (scorecard.criteria.every((scored) => scored.insteadOf !== undefined)) {
    problems.push({ path: 'method.criteria', code: 'only-stand-ins' });
  }
  // cut-offs are judged by points, which must be sound first
  return problems.length > 0 ? problems : checkCutOffs(scheme, scorecard);
}

function checkScored(
  scheme: Scheme,
  scorecard: Scorecard,
  scored: ScoredCriterion,
  path: string,
  index: number,
): SchemeProblem[] {
  const { criterion: id } = scored;
  const criterion = scheme.criteria.find((candidate) => candidate.id === id);
  if (criterion === undefined) return [{ path: `${path}.criterion`, code: 'unknown-criterion', detail: id }];
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
  return [...problems, ...checkPlaces(criterion, scored, path)];
}

/** Bands, levels and answers: those that the type needs are there, and better values never get fewer points. */
function checkPlaces(criterion: Criterion, scored: ScoredCriterion, path: string): SchemeProblem[] {
  const { bands, levels, answers } = scored;
  const problems: SchemeProblem[] = [];
  const { type } = criterion;
  if (type === 'text') return [{ path, code: 'text-not-scored', detail: criterion.id }];
  if (type === 'level' && levels === undefined) problems.push({ path, code: 'levels-missing', detail: criterion.id });
  if (type === 'yes-no' && answers === undefined)
    problems.push({ path, code: 'answers-missing', detail: criterion.id });
  if (type === 'level' || type === 'yes-no') {
    if (bands !== undefined)
      problems.push({ path: `${path}.bands`, code: 'bands-without-number', detail: criterion.id });
  } else if (bands === undefined) problems.push({ path, code: 'bands-missing', detail: criterion.id });
  else problems.push(...checkBands(criterion, bands, `${path}.bands`));
  const isLowerBetter = criterion.direction === 'lower-is-better';
  for (const [name, points] of [
    ['levels', levels && [levels.high, levels.medium, levels.low, levels.none]],
    ['answers', answers && [answers.yes, answers.no]],
  ] as const) {
    if (points !== undefined && !isDescending(points.map((point) => (isLowerBetter ? -point : point)))) {
      problems.push({ path: `${path}.${name}`, code: 'points-not-ordered' });
    }
  }
  return problems;
}

function checkBands(criterion: Criterion, bands: readonly Band[], path: string): SchemeProblem[] {
  const problems: SchemeProblem[] = [];
  const isLowerBetter = criterion.direction === 'lower-is-better';
  const isDays = criterion.type === 'date' || criterion.type === 'months';
  const inner = bands.slice(0, -1);
  const last = bands[bands.length - 1];
  if (last && [last.from, last.upTo, last.top].some((start) => start !== undefined)) {
    problems.push({ path: `${path}[${inner.length}]`, code: 'last-band-open' });
  }
  for (const [index, band] of inner.entries()) {
    const at = `${path}[${index}]`;
    const start = isLowerBetter ? band.upTo : band.from;
    if ((isLowerBetter ? band.from : band.upTo) !== undefined) {
      problems.push({ path: at, code: 'band-start-wrong-way', detail: isLowerBetter ? 'upTo' : 'from' });
    } else if (start === undefined && band.top === undefined) {
      problems.push({ path: at, code: 'band-without-start', detail: isLowerBetter ? 'upTo' : 'from' });
    }
    if (isDays && start !== undefined && (start < 0 || start > MOST_MONTHS)) {
      problems.push({ path: at, code: 'months-out-of-range', detail: String(MOST_MONTHS) });
    }
  }
  if (problems.length > 0) return problems;
  const isRelative = inner.some((band) => band.top !== undefined);
  if (isRelative && inner.some((band) => band.top === undefined)) return [{ path, code: 'bands-mixed' }];
  const starts = inner.map((band) => (isLowerBetter ? band.upTo : band.from)).filter((start) => start !== undefined);
  const bestFirst = isLowerBetter ? starts.map((start) => -start) : starts;
  const isOrdered = isRelative
    ? isDescending(
        inner.map((band) => -(band.top ?? 0)),
        'strictly',
      ) && isDescending(bestFirst)
    : isDescending(bestFirst, 'strictly');
  if (!isOrdered) problems.push({ path, code: 'bands-not-ordered' });
  if (!isDescending(bands.map((band) => band.points))) problems.push({ path, code: 'points-not-ordered' });
  return problems;
}

function checkCutOffs(scheme: Scheme, { cutOffs, criteria }: Scorecard): SchemeProblem[] {
  const path = 'method.cutOffs';
  const wanted = scheme.tiers.slice(0, -1).map((tier) => tier.id);
  if (cutOffs.length !== wanted.length || cutOffs.some((cutOff, index) => cutOff.tier !== wanted[index])) {
    return [{ path, code: 'cut-offs-not-tiers', detail: wanted.join(', ') }];
  }
  if (
    !isDescending(
      cutOffs.map((cutOff) => cutOff.from),
      'strictly',
    )
  )
    return [{ path, code: 'cut-offs-not-descending' }];
  const scored = criteria.filter((entry) => entry.insteadOf === undefined);
  const most = meanPoints(scored, Math.max);
  const least = meanPoints(scored, Math.min);
  const problems: SchemeProblem[] = [];
  for (const [index, { from }] of cutOffs.entries()) {
    if (from > most) problems.push({ path: `${path}[${index}]`, code: 'cut-off-unreachable', detail: tenths(most) });
  }
  if ((cutOffs[cutOffs.length - 1]?.from ?? 0) <= least) {
    problems.push({ path: `${path}[${cutOffs.length - 1}]`, code: 'last-tier-unreachable', detail: tenths(least) });
  }
  return problems;
}

/** The score of a customer who gets the most (or least) points everywhere. */
function meanPoints(scored: readonly ScoredCriterion[], choose: (...points: number[]) => number): number {
  let sum = 0;
  let weight = 0;
  for (const { weight: weightOfOne, bands, levels, answers } of scored) {
    const points = [...(bands ?? []).map((band) => band.points), ...Object.values({ ...levels, ...answers })];
    sum += weightOfOne * choose(...points);
    weight += weightOfOne;
  }
  return sum / weight;
}

function isDescending(numbers: readonly number[], how: 'strictly' | 'loosely' = 'loosely'): boolean {
  return numbers.every((number, index) => {
    const before = numbers[index - 1];
    return before === undefined || before > number || (how === 'loosely' && before === number);
  });
}

function tenths(points: number): string {
  return String(Math.round(points * 10) / 10);
}

/** A hundred years, which no cooperation outlasts; within it every number of months has its day. */
const MOST_MONTHS = 1200;
