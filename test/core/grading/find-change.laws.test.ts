import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type CalendarDate, calendarDate, monthsBetween, parseIsoDate } from '../../../core/calendar-date.ts';
import type { Facts, FactValue } from '../../../core/customer.ts';
import { appliedValue } from '../../../core/grading/change-candidates.ts';
import { type CompiledScheme, compileScheme } from '../../../core/grading/compile-scheme.ts';
import { withValue } from '../../../core/grading/find-change.ts';
import { fitScheme } from '../../../core/grading/fit-scheme.ts';
import type { Criterion, Scheme } from '../../../core/grading/scheme.ts';
import type { Method } from '../../../core/grading/scheme-methods.ts';
import { arbitraryFullFacts, arbitraryFullScheme } from '../../support/arbitrary-full-scheme.ts';
import { AS_OF, arbitraryGrading } from '../../support/arbitrary-scheme.ts';

const SEED = 20_261_125;
const DAYS: readonly CalendarDate[] = [
  AS_OF,
  dayOf(2028, 2, 29),
  dayOf(2026, 3, 31),
  dayOf(2027, 2, 28),
  dayOf(2026, 1, 1),
];

/** A customer's change held against every other value that could make a difference. */
describe.each(['better', 'worse'] as const)('the smallest change for the %s', (way) => {
  test.each<Method['kind']>(['scorecard', 'bands', 'quantiles', 'matrix', 'decision-table'])(
    'under a %s: it moves the tier, nothing smaller does, and none is missed',
    (kind) => {
      let found = 0;
      fc.assert(
        fc.property(
          arbitraryFullScheme({ kinds: [kind] }),
          fc.array(arbitraryFullFacts('sound'), { minLength: 3, maxLength: 8 }),
          fc.constantFrom(...DAYS),
          (scheme, population, asOf) => {
            found += holdAgainstAll(scheme, population, asOf, way);
          },
        ),
        { seed: SEED, numRuns: 60 },
      );
      expect(found).toBeGreaterThan(20);
    },
  );

  test('under scorecards with every kind of band, word and knock-out', () => {
    let found = 0;
    fc.assert(
      fc.property(arbitraryGrading(), ({ scheme, population }) => {
        found += holdAgainstAll(scheme, population, AS_OF, way);
      }),
      { seed: SEED, numRuns: 100 },
    );
    expect(found).toBeGreaterThan(100);
  });
});

/** Checks the change of each customer; returns how many changes there were. */
function holdAgainstAll(
  scheme: Scheme,
  population: readonly Facts[],
  asOf: CalendarDate,
  way: 'better' | 'worse',
): number {
  const compiled = compileScheme(fitScheme(scheme, population, { asOf }));
  let found = 0;
  for (const facts of population) {
    const { tier } = compiled.code(facts);
    const change = way === 'better' ? compiled.nextTier(facts) : compiled.drop(facts);
    if (tier === null) expect(change).toBeNull();
    else {
      if (change !== null) found += 1;
      const best = smallestOf(movesOf(scheme, compiled, facts, population, way));
      if (change === null || best === undefined) {
        expect({ change, best }).toEqual({ change: null, best: undefined });
        continue;
      }
      const applied = appliedValue(change);
      expect(compiled.code(withValue(facts, change.criterion, applied)).tier).toBe(change.tier);
      const own = moveTo(scheme, compiled, facts, change.criterion, applied);
      expect(own, `${JSON.stringify(change)} instead of ${JSON.stringify(best)}`).toMatchObject({ steps: best.steps });
      // what lies beyond a bound is as far as the bound
      const { size } = change.beyond === undefined ? own : moveTo(scheme, compiled, facts, change.criterion, change.to);
      expect(size, `${JSON.stringify(change)} instead of ${JSON.stringify(best)}`).toBeLessThanOrEqual(
        best.size + 1e-5,
      );
      expect(own.isMove).toBe(true);
    }
  }
  return found;
}

interface Move {
  readonly criterion: string;
  readonly to: FactValue;
  readonly steps: number;
  readonly size: number;
  /** How far on the criterion's own scale; 0 where it has none. */
  readonly distance: number;
  readonly isMove: boolean;
}

/** The smallest change of each criterion that moves the customer. */
function movesOf(
  scheme: Scheme,
  compiled: CompiledScheme,
  facts: Facts,
  population: readonly Facts[],
  way: 'better' | 'worse',
): Move[] {
  const place = (tier: string | null): number => scheme.tiers.findIndex(({ id }) => id === tier);
  const now = place(compiled.code(facts).tier);
  return scheme.criteria.flatMap((criterion) => {
    const from = facts.values[criterion.id];
    const isKnown = (compiled.fitted.known[criterion.id] ?? 0) > 0;
    if (from === undefined && !isKnown) return [];
    // what is not known, or cannot be, does not get worse
    if (way === 'worse' && (from === undefined || isOddNumber(scheme, criterion, from, compiled.fitted.asOf)))
      return [];
    const moves = valuesOf(scheme, compiled, criterion, from, population).flatMap((to): Move[] => {
      const then = place(compiled.code(withValue(facts, criterion.id, to)).tier);
      const isMove = way === 'better' ? then >= 0 && then < now : then > now;
      return isMove ? [moveTo(scheme, compiled, facts, criterion.id, to)] : [];
    });
    return moves.toSorted((a, b) => a.steps - b.steps || a.distance - b.distance).slice(0, 1);
  });
}

function smallestOf(moves: readonly Move[]): Move | undefined {
  return moves.toSorted((a, b) => a.steps - b.steps || a.size - b.size)[0];
}

/** Other values of the kind that the customer has: everything that the document or another customer tells apart, and between. */
function valuesOf(
  scheme: Scheme,
  compiled: CompiledScheme,
  criterion: Criterion,
  from: FactValue | undefined,
  population: readonly Facts[],
): FactValue[] {
  const { type } = criterion;
  const isLevel = typeof from === 'string' && LEVELS.includes(from) && takesLevels(scheme, criterion);
  if (type === 'text') {
    // a word that has no points is no change for anybody, but one that the customer would hide behind
    const words = from === undefined || hasLabels(scheme, criterion.id) ? WORDS.slice(0, -1) : WORDS;
    return words.filter((word) => fold(word) !== fold(String(from)));
  }
  if (typeof from === 'boolean' || (from === undefined && type === 'yes-no'))
    return [true, false].filter((one) => one !== from);
  if (isLevel || (from === undefined && type === 'level')) return LEVELS.filter((one) => one !== from);
  const bounds = edgesOf(scheme, compiled, criterion).map(({ at }) => at);
  const { asOf } = compiled.fitted;
  if (type === 'date') {
    const days = bounds.flatMap((months) => {
      const near = Math.round(months * 30.4375) * (criterion.isAhead === true ? 1 : -1);
      return [-4, -3, -2, -1, 0, 1, 2, 3, 4].map((more) => addDays(asOf, near + more));
    });
    const own = population.flatMap(({ values }) => {
      const day = parseIsoDate(String(values[criterion.id]));
      return day === undefined ? [] : [-1, 0, 1].map((more) => addDays(day, more));
    });
    return [...new Set([...days, ...own])].filter(
      (day) => day !== from && monthsOf(criterion, day, asOf) !== undefined,
    );
  }
  const sorted = [...new Set(bounds)].toSorted((a, b) => a - b);
  const numbers = sorted.flatMap((at, index) => {
    const next = sorted[index + 1] ?? at + 10;
    return [at - 1, at - 1e-6, at, at + 1e-6, (at + next) / 2, at + 1];
  });
  const isWhole = type === 'count' && (from === undefined || Number.isInteger(from));
  const whole = isWhole ? numbers.flatMap((one) => [Math.floor(one), Math.ceil(one)]) : numbers;
  return [...new Set(whole)].filter((one) => one !== from && isPossible(criterion, one));
}

/** How far a change goes, counted by reading the document. */
function moveTo(scheme: Scheme, compiled: CompiledScheme, facts: Facts, id: string, to: FactValue): Move {
  const criterion = scheme.criteria.find((one) => one.id === id);
  if (criterion === undefined) throw new Error(`no criterion ${id}`);
  const from = facts.values[id];
  const { asOf } = compiled.fitted;
  const isLower = criterion.direction === 'lower-is-better';
  const base = {
    criterion: id,
    to,
    distance: 0,
    isMove: compiled.code(withValue(facts, id, to)).tier !== compiled.code(facts).tier,
  };
  const [a, b] = [from, to].map((value) => (value === undefined ? undefined : scaleOf(criterion, value, asOf)));
  if (typeof to === 'boolean') return { ...base, steps: from === undefined && to === !isLower ? 2 : 1, size: 1 };
  if (typeof to === 'string' && LEVELS.includes(to)) {
    const worstFirst = isLower ? LEVELS : LEVELS.toReversed();
    const [before, after] = [from, to].map((level) => worstFirst.findIndex((one) => one === level));
    const apart = Math.abs((after ?? 0) - (before ?? 0));
    return { ...base, steps: apart, size: from === undefined ? 1 : apart / 4 };
  }
  if (b === undefined) {
    const words = wordsOf(scheme, id);
    const [before, after] = [from, to].map((word) => words.findIndex((one) => fold(one) === fold(String(word))));
    const steps =
      after === -1 ? 1 : before === -1 ? words.length - (after ?? 0) : Math.abs((after ?? 0) - (before ?? 0));
    return { ...base, steps, size: 1 };
  }
  const edges = edgesOf(scheme, compiled, criterion);
  const below = (value: number): number =>
    edges.filter(({ at, isBefore }) => (isBefore ? value >= at : value > at)).length;
  if (a === undefined) return { ...base, steps: Math.abs(below(b) - (isLower ? edges.length : 0)) + 1, size: 1 };
  return {
    ...base,
    distance: Math.abs(a - b),
    steps: Math.abs(below(b) - below(a)),
    size: Math.abs(a - b) / (Math.max(Math.abs(a), Math.abs(b)) || 1),
  };
}

/** Where the document changes its mind on a scale; `isBefore`: the number itself goes with what is above. */
function edgesOf(
  scheme: Scheme,
  { fitted }: CompiledScheme,
  { id, direction }: Criterion,
): { at: number; isBefore: boolean }[] {
  const found = new Map<string, { at: number; isBefore: boolean }>();
  const add = (at: number | undefined, isBefore: boolean): void => {
    if (at !== undefined && Math.abs(at) < Number.MAX_VALUE) found.set(`${at} ${isBefore}`, { at, isBefore });
  };
  for (const [place, cuts] of Object.entries(fitted.cuts)) {
    if (place === id || place.endsWith(`.${id}`)) for (const at of cuts) add(at, direction !== 'lower-is-better');
  }
  const bounds = (one: {
    from?: number | undefined;
    upTo?: number | undefined;
    above?: number | undefined;
    below?: number | undefined;
  }): void => {
    add(one.from, true);
    add(one.below, true);
    add(one.upTo, false);
    add(one.above, false);
  };
  for (const { criterion, when } of scheme.knockOuts ?? []) if (criterion === id) bounds(when);
  for (const { method } of [scheme, ...(scheme.derived ?? [])]) {
    if (method.kind !== 'decision-table') continue;
    for (const { when } of method.rules) if (when[id] !== undefined) bounds(when[id]);
    if (method.statedBy?.criteria.includes(id) === true)
      for (const { from, upTo } of method.statedBy.bands) bounds({ from, upTo });
  }
  return [...found.values()];
}

function hasLabels(scheme: Scheme, id: string): boolean {
  return labelsOf(scheme, id).length > 0;
}

function labelsOf(scheme: Scheme, id: string): string[] {
  return [scheme, ...(scheme.derived ?? [])].flatMap(({ method }) => {
    if (method.kind === 'scorecard')
      return method.criteria.flatMap(({ criterion, labels }) => (criterion === id ? Object.keys(labels ?? {}) : []));
    return method.kind === 'bands' && method.by.includes(id) ? Object.keys(method.labels ?? {}) : [];
  });
}

/** The words that the document names, labels first, as it writes them. */
function wordsOf(scheme: Scheme, id: string): string[] {
  const methods = [scheme, ...(scheme.derived ?? [])].map(({ method }) => method);
  const labels = labelsOf(scheme, id);
  const named = [
    ...(scheme.knockOuts ?? []).filter(({ criterion }) => criterion === id).map(({ when }) => when),
    ...methods.flatMap((method) =>
      method.kind === 'decision-table' ? method.rules.flatMap(({ when }) => when[id] ?? []) : [],
    ),
  ].flatMap(({ is }) => is ?? []);
  return [...new Set([...labels, ...named.filter((word) => typeof word === 'string')])];
}

function scaleOf(criterion: Criterion, value: FactValue, asOf: CalendarDate): number | undefined {
  const day = typeof value === 'string' ? parseIsoDate(value) : undefined;
  const number = typeof value === 'number' && criterion.type !== 'date' ? value : day && monthsOf(criterion, day, asOf);
  return number !== undefined && isPossible(criterion, number) ? number : undefined;
}

/** Whether a value that is neither a word nor an answer is no number that the criterion can have. */
function isOddNumber(scheme: Scheme, criterion: Criterion, value: FactValue, asOf: CalendarDate): boolean {
  const isWord =
    typeof value === 'boolean' ||
    (LEVELS.includes(String(value)) && takesLevels(scheme, criterion)) ||
    ['level', 'yes-no', 'text'].includes(criterion.type);
  return !isWord && scaleOf(criterion, value, asOf) === undefined;
}

/** Whether the document has points, an outcome or a knock-out for levels of the criterion. */
function takesLevels(scheme: Scheme, { id, type }: Criterion): boolean {
  const isNamed = (scheme.knockOuts ?? []).some(
    ({ criterion, when }) => criterion === id && when.is?.some((word) => LEVELS.includes(String(word))),
  );
  return (
    type === 'level' ||
    isNamed ||
    [scheme, ...(scheme.derived ?? [])].some(({ method }) => {
      if (method.kind === 'scorecard')
        return method.criteria.some((scored) => scored.criterion === id && scored.levels !== undefined);
      return method.kind === 'bands' && method.by.includes(id) && method.levels !== undefined;
    })
  );
}

function monthsOf({ isAhead }: Criterion, day: CalendarDate, asOf: CalendarDate): number | undefined {
  const months = isAhead === true ? monthsBetween(asOf, day) : monthsBetween(day, asOf);
  const tolerated = addDays(asOf, isAhead === true ? -1 : 1);
  return months >= 0 ? months : day === tolerated ? 0 : undefined;
}

function isPossible({ type, range }: Criterion, value: number): boolean {
  const least = range === undefined ? (type === 'number' ? -Infinity : 0) : (range.from ?? -Infinity);
  const most = range === undefined ? (type === 'percent' ? 1 : Infinity) : (range.upTo ?? Infinity);
  return value >= least && value <= most;
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

function dayOf(year: number, month: number, day: number): CalendarDate {
  const date = calendarDate(year, month, day);
  if (date === undefined) throw new Error('no such day');
  return date;
}

const LEVELS: readonly string[] = ['high', 'medium', 'low', 'none'];
const WORDS: readonly string[] = ['web', 'Shop', 'shop', 'anything else'];
