import { type CalendarDate, monthsBetween, parseIsoDate } from '../../core/calendar-date.ts';
import type { Facts, FactValue } from '../../core/customer.ts';
import type { Grade, GradeRemark, Reason } from '../../core/grading/grade.ts';
import type { Criterion, ScorecardScheme } from '../../core/grading/scheme.ts';
import type { ScoredCriterion } from '../../core/grading/scheme-methods.ts';

/**
 * Grades by reading the scheme word for word, with the population at hand and without any fitting: the yardstick for
 * the compiled grader, with which it shares no code.
 */
export function interpretScheme(
  scheme: ScorecardScheme,
  population: readonly Facts[],
  asOf: CalendarDate,
): (facts: Facts) => Grade {
  const criterionOf = (id: string): Criterion => {
    const found = scheme.criteria.find((criterion) => criterion.id === id);
    if (found === undefined) throw new Error(`No criterion ${id}`);
    return found;
  };
  const scoredOf = (id: string) => scheme.method.criteria.find((scored) => scored.criterion === id);
  const known = (id: string): number =>
    population.filter(({ values }) => {
      const value = values[id];
      if (value === undefined) return false;
      const scored = scoredOf(id);
      return scored === undefined || isUsable(criterionOf(id), scored, value, asOf);
    }).length;
  const counted = scheme.method.criteria.filter((scored) => !scored.insteadOf?.some((id) => known(id) > 0));

  return (facts) => {
    const review: GradeRemark[] = [];
    const warnings: GradeRemark[] = [];
    const told = new Set<string>();
    const doubt = (criterion: string): void => {
      const found = facts.doubts?.[criterion];
      if (found === undefined || told.has(criterion)) return;
      told.add(criterion);
      if (found.code === 'unreadable') warnings.push({ code: 'unreadable', criterion });
      else review.push({ code: found.code, criterion });
    };
    const warn = (code: string, criterion: string): void => {
      told.add(criterion);
      warnings.push({ code, criterion });
    };
    const places = counted.map((scored) => {
      const id = scored.criterion;
      const criterion = criterionOf(id);
      const value = facts.values[id];
      const all = [
        ...(scored.bands ?? []).map((band) => band.points),
        ...Object.values({ ...scored.levels, ...scored.answers }),
      ];
      const best = Math.max(...all);
      const placed = value === undefined ? undefined : place(criterion, scored, value, population, asOf);
      if (typeof placed === 'object') return { id, scored, value, best, band: placed.band, points: placed.points };
      if (placed === undefined) doubt(id);
      else if (placed === 'out-of-range') {
        told.add(id);
        review.push({ code: placed, criterion: id });
      } else warn(placed, id);
      const missing = scored.missing;
      if (missing?.do === 'review' && !review.some((remark) => remark.criterion === id)) {
        told.add(id);
        review.push({ code: 'missing', criterion: id });
      }
      const points = missing?.do === 'points' && known(id) > 0 ? missing.points : undefined;
      return { id, scored, value, best, band: null, points };
    });

    const knockedOut = (scheme.knockOuts ?? []).filter((knockOut) => {
      const { criterion: id, when } = knockOut;
      const value = facts.values[id];
      if (value === undefined) {
        doubt(id);
        return false;
      }
      if (when.is) return when.is.some((word) => word === value);
      const number = numberOn(criterionOf(id), value, asOf);
      if (number === undefined || !isInRange(criterionOf(id), number)) {
        const isPlaced = places.some((entry) => entry.id === id && entry.band !== null);
        if (!isPlaced && !told.has(id)) {
          if (typeof value === 'number') review.push({ code: 'out-of-range', criterion: id });
          else warn('unreadable', id);
        }
        return false;
      }
      return when.above === undefined ? number < (when.below ?? 0) : number > when.above;
    });

    let total = 0;
    let weight = 0;
    let knownWeight = 0;
    let available = 0;
    for (const entry of places) {
      if (known(entry.id) > 0) available += entry.scored.weight;
      if (entry.points === undefined) continue;
      total += entry.scored.weight * entry.points;
      weight += entry.scored.weight;
      if (entry.band !== null) knownWeight += entry.scored.weight;
    }
    const isEnough = knownWeight > 0 && knownWeight >= available * (scheme.method.leastKnown ?? 0.5) - 1e-9;
    const score = review.length === 0 && isEnough ? Math.round((total / weight) * 10) / 10 : null;
    const bounds = knockedOut.map((knockOut) => scheme.tiers.findIndex((tier) => tier.id === knockOut.tier));
    const bound = Math.max(0, ...bounds);
    const reasons = places
      .filter(
        (entry) =>
          entry.band !== null || entry.points !== undefined || entry.value !== undefined || known(entry.id) > 0,
      )
      .map((entry): Reason & { effect: number } => {
        const value = entry.value ?? null;
        if (entry.points === undefined)
          return { criterion: entry.id, value, band: null, points: 0, max: 0, effect: -1 };
        const points = (entry.scored.weight * entry.points) / weight;
        const max = (entry.scored.weight * entry.best) / weight;
        return {
          criterion: entry.id,
          value,
          band: entry.band,
          points,
          max,
          effect: max === 0 ? -1 : Math.abs(2 * points - max),
        };
      })
      .toSorted((a, b) => b.effect - a.effect)
      .map(({ criterion, value, band, points, max }): Reason => ({ criterion, value, band, points, max }));
    const stated = knockedOut.map(
      (knockOut): Reason => ({
        criterion: knockOut.criterion,
        value: facts.values[knockOut.criterion] ?? null,
        band: null,
        points: 0,
        max: 0,
        knockOut: knockOut.tier,
      }),
    );
    const missing = places.filter((entry) => entry.band === null && known(entry.id) > 0);
    const heaviest = Math.max(...missing.map((entry) => entry.scored.weight * entry.best));
    const findOut = missing
      .filter((entry) => entry.scored.weight * entry.best === heaviest)
      .slice(0, 1)
      .map(({ id }): GradeRemark => ({ code: 'find-out-first', criterion: id }));
    const common = { score, reasons: [...stated, ...reasons] };
    const last = scheme.tiers.length - 1;
    if (score !== null || bound === last) {
      const byScore = scheme.method.cutOffs.filter((cutOff) => score !== null && score < cutOff.from).length;
      const tier = scheme.tiers[Math.max(bound, byScore)]?.id ?? null;
      return { status: 'graded', tier, ...common, review: [], warnings: [...review, ...warnings] };
    }
    if (review.length > 0) return { status: 'review', tier: null, ...common, review, warnings };
    if (knownWeight > 0)
      return { status: 'review', tier: null, ...common, review: [{ code: 'too-little-known' }, ...findOut], warnings };
    const unreadable = warnings.filter((warning) => warning.code === 'unreadable');
    if (unreadable.length === 0)
      return { status: 'review', tier: null, ...common, review: [{ code: 'no-data' }], warnings };
    const others = warnings.filter((warning) => warning.code !== 'unreadable');
    return { status: 'unreadable', tier: null, ...common, review: unreadable, warnings: others };
  };
}

/** Whether the value can be graded at all, were there others to compare it with. */
function isUsable(criterion: Criterion, scored: ScoredCriterion, value: FactValue, asOf: CalendarDate): boolean {
  if (typeof value === 'boolean') return scored.answers !== undefined;
  if (scored.levels && typeof value === 'string' && ['high', 'medium', 'low', 'none'].includes(value)) return true;
  const number = scored.bands && numberOn(criterion, value, asOf);
  return number !== undefined && !(typeof value === 'string' && number < 0) && isInRange(criterion, number);
}

function isUsableNumber(criterion: Criterion, value: FactValue, number: number | undefined): boolean {
  return number !== undefined && !(typeof value === 'string' && number < 0) && isInRange(criterion, number);
}

function isInRange({ range, type }: Criterion, number: number): boolean {
  const least = range === undefined ? (type === 'number' ? -Infinity : 0) : (range.from ?? -Infinity);
  const most = range === undefined ? (type === 'percent' ? 1 : Infinity) : (range.upTo ?? Infinity);
  return Number.isFinite(number) && number >= least && number <= most;
}

function numberOn(criterion: Criterion, value: FactValue, asOf: CalendarDate): number | undefined {
  if (typeof value === 'number') return criterion.type !== 'date' ? value : undefined;
  if (criterion.type !== 'date' && criterion.type !== 'months') return undefined;
  const date = typeof value === 'string' ? parseIsoDate(value) : undefined;
  if (date === undefined) return undefined;
  const months = monthsBetween(date, asOf);
  return months < 0 && months > -1 / 25 && Date.parse(date) - Date.parse(asOf) <= 86_400_000 ? 0 : months;
}

/** The band and its points, or the code of the warning that there is none. */
function place(
  criterion: Criterion,
  scored: ScoredCriterion,
  value: FactValue,
  population: readonly Facts[],
  asOf: CalendarDate,
): { band: string; points: number } | string {
  const { bands, levels, answers } = scored;
  if (typeof value === 'boolean') {
    const answer = value ? 'yes' : 'no';
    return answers ? { band: answer, points: answers[answer] } : 'unreadable';
  }
  if (levels && (value === 'high' || value === 'medium' || value === 'low' || value === 'none')) {
    return { band: value, points: levels[value] };
  }
  const number = numberOn(criterion, value, asOf);
  if (bands === undefined || number === undefined) return 'unreadable';
  if (typeof value === 'string' && number < 0) return 'future-date';
  const others = population
    .map(({ values }) => values[criterion.id])
    .map((other) => (other === undefined ? undefined : { other, number: numberOn(criterion, other, asOf) }))
    .filter((entry) => entry !== undefined && isUsableNumber(criterion, entry.other, entry.number))
    .map((entry) => entry?.number ?? 0);
  if (!isInRange(criterion, number)) return 'out-of-range';
  if (bands.some((band) => band.top !== undefined) && others.length === 0) return 'nothing-to-compare';
  const isBetter = (a: number, b: number): boolean => (criterion.direction === 'lower-is-better' ? a < b : a > b);
  const ahead = others.filter((other) => isBetter(other, number)).length;
  const index = bands.findIndex((band, at) => {
    if (at === bands.length - 1) return true;
    if (band.from !== undefined && number < band.from) return false;
    if (band.upTo !== undefined && number > band.upTo) return false;
    if (band.top === undefined) return true;
    // in the share: fewer are ahead than the share has places
    const isFull = ahead >= Math.max(1, Math.ceil(band.top * others.length - 1e-9));
    return !isFull;
  });
  return { band: String(index + 1), points: bands[index]?.points ?? 0 };
}
