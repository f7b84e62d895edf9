import * as fc from 'fast-check';
import { addDays, type CalendarDate, calendarDate } from '../../core/calendar-date.ts';
import type { Doubt, Facts, FactValue, ValueType } from '../../core/customer.ts';
import type { Criterion, KnockOut, ScorecardScheme } from '../../core/grading/scheme.ts';
import type { ScoredCriterion } from '../../core/grading/scheme-methods.ts';

/** The day on which random customers are graded. */
export const AS_OF = dayOf(2026, 3, 15);

/** Any scheme that the check accepts, with every kind of criterion, band, missing value and knock-out. */
export function arbitraryScheme(): fc.Arbitrary<ScorecardScheme> {
  return fc
    .record({
      parts: fc.array(arbitraryCriterion(), { minLength: 1, maxLength: 6 }),
      tiers: fc.integer({ min: 2, max: 5 }),
      cuts: fc.uniqueArray(fc.integer({ min: 1, max: 1000 }), { minLength: 4, maxLength: 4 }),
      leastKnown: fc.option(fc.constantFrom(0, 0.3, 0.5, 0.9, 1), { nil: undefined }),
    })
    .map(({ parts, tiers: tierCount, cuts, leastKnown }) => {
      const tiers = Array.from({ length: tierCount }, (_, index) => ({ id: `T${index}`, titles: { en: `T${index}` } }));
      const froms = cuts.slice(0, tierCount - 1).toSorted((a, b) => b - a);
      const criteria = parts.map(({ criterion }, index): Criterion => {
        const id = `c${index}`;
        return { ...criterion, id, titles: { en: `${criterion.type} ${id}` } };
      });
      const scored = parts.map(({ scored: entry, standsIn }, index): ScoredCriterion => {
        const base = { ...entry, criterion: `c${index}` };
        return standsIn && index > 0 ? { ...base, insteadOf: [`c${index - 1}`] } : base;
      });
      const knockOuts = parts.flatMap(({ knockOut }, index): KnockOut[] =>
        knockOut
          ? [{ criterion: `c${index}`, when: knockOut.when, tier: `T${1 + (knockOut.tier % (tierCount - 1))}` }]
          : [],
      );
      return {
        id: 'random',
        version: 1,
        titles: { en: 'Random' },
        tiers,
        criteria,
        knockOuts,
        method: {
          kind: 'scorecard',
          criteria: scored,
          cutOffs: froms.map((from, index) => ({ outcome: `T${index}`, from: from / 10 })),
          ...(leastKnown === undefined ? {} : { leastKnown }),
        },
      };
    });
}

/** Customers of a scheme: few different values, so that there are ties, and some missing, odd and doubtful ones. */
export function arbitraryFacts(scheme: ScorecardScheme): fc.Arbitrary<Facts> {
  const values: fc.Arbitrary<Record<string, FactValue>> = fc
    .tuple(
      ...scheme.criteria.map((criterion) => fc.option(arbitraryValue(criterion.type), { nil: undefined, freq: 3 })),
    )
    .map((chosen) => {
      const entries = scheme.criteria.map((criterion, index) => [criterion.id, chosen[index]] as const);
      return Object.fromEntries(entries.filter((entry): entry is [string, FactValue] => entry[1] !== undefined));
    });
  const doubts = fc.option(
    fc.dictionary(fc.constantFrom(...scheme.criteria.map((criterion) => criterion.id)), arbitraryDoubt(), {
      maxKeys: 2,
    }),
    { nil: undefined, freq: 4 },
  );
  return fc.tuple(values, doubts).map(([known, doubted]): Facts => {
    if (doubted === undefined) return { values: known };
    const sure = Object.entries(known).filter(([id]) => !Object.hasOwn(doubted, id));
    return { values: Object.fromEntries(sure), doubts: doubted };
  });
}

/** A scheme with a population of its customers. */
export function arbitraryGrading(): fc.Arbitrary<{ scheme: ScorecardScheme; population: Facts[] }> {
  return arbitraryScheme().chain((scheme) =>
    fc.array(arbitraryFacts(scheme), { minLength: 1, maxLength: 25 }).map((population) => ({ scheme, population })),
  );
}

type Part = {
  criterion: Omit<Criterion, 'id'>;
  scored: Omit<ScoredCriterion, 'criterion'>;
  standsIn: boolean;
  knockOut: { when: KnockOut['when']; tier: number } | undefined;
};

function arbitraryCriterion(): fc.Arbitrary<Part> {
  const types: ValueType[] = ['money', 'number', 'percent', 'count', 'date', 'months', 'level', 'yes-no'];
  return fc
    .record({
      type: fc.constantFrom(...types),
      isLowerBetter: fc.boolean(),
      weight: fc.oneof(fc.integer({ min: 1, max: 50 }), fc.constantFrom(0.5, 12.5, 33.3)),
      starts: fc.uniqueArray(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 4 }),
      shares: fc.uniqueArray(fc.constantFrom(0.05, 0.1, 0.2, 0.35, 0.5, 0.75, 1), { minLength: 1, maxLength: 4 }),
      kind: fc.constantFrom('absolute', 'relative', 'bounded'),
      inner: fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 3, maxLength: 3 }),
      words: fc.boolean(),
      missing: fc.option(
        fc.oneof(
          fc.constant({ do: 'leave-out' as const }),
          fc.constant({ do: 'review' as const }),
          fc.integer({ min: 0, max: 100 }).map((points) => ({ do: 'points' as const, points })),
        ),
        { nil: undefined, freq: 2 },
      ),
      standsIn: fc.boolean(),
      range: fc.constantFrom<Criterion['range']>(undefined, undefined, {}, { from: 0 }, { from: -1, upTo: 13 }),
      hasKnockOut: fc.nat(4).map((number) => number === 0),
      knockOutAt: fc.integer({ min: 0, max: 12 }),
      knockOutTier: fc.nat(4),
    })
    .map((random): Part => {
      const { type, isLowerBetter, weight, missing } = random;
      const isWord = type === 'level' || type === 'yes-no';
      // bands begin above what a share may be
      const range = type === 'percent' ? (random.range ?? {}) : random.range;
      const points = [100, ...random.inner.toSorted((a, b) => b - a), 0];
      const [high = 0, medium = 0, low = 0] = points;
      const levels = isLowerBetter ? { none: high, low: medium, medium: low, high: 0 } : { high, medium, low, none: 0 };
      const answers = isLowerBetter ? { yes: 0, no: 100 } : { yes: 100, no: 0 };
      const scored: Part['scored'] = { weight, ...(missing ? { missing } : {}) };
      if (!isWord) scored.bands = bandsOf(random, points);
      if (type === 'level' || (random.words && !isWord)) scored.levels = levels;
      if (type === 'yes-no' || (random.words && !isWord)) scored.answers = answers;
      const when = isWord
        ? { is: [type === 'yes-no' ? isLowerBetter : isLowerBetter ? 'high' : 'none'] }
        : isLowerBetter
          ? { above: random.knockOutAt }
          : { below: random.knockOutAt };
      return {
        criterion: {
          type,
          titles: { en: type },
          ...(isLowerBetter ? { direction: 'lower-is-better' as const } : {}),
          ...(range === undefined ? {} : { range }),
        },
        scored,
        standsIn: random.standsIn,
        knockOut: random.hasKnockOut ? { when, tier: random.knockOutTier } : undefined,
      };
    });
}

function bandsOf(
  random: { isLowerBetter: boolean; starts: number[]; shares: number[]; kind: string },
  points: readonly number[],
): NonNullable<ScoredCriterion['bands']> {
  const starts = random.starts.toSorted((a, b) => (random.isLowerBetter ? a - b : b - a));
  const shares = random.shares.toSorted((a, b) => a - b);
  const side = random.isLowerBetter ? 'upTo' : 'from';
  const bands: NonNullable<ScoredCriterion['bands']> = [];
  for (const value of random.kind === 'absolute' ? starts : shares) {
    const band = { points: points[bands.length] ?? 0 };
    if (random.kind === 'absolute') bands.push({ ...band, [side]: value });
    else
      bands.push(random.kind === 'bounded' ? { ...band, top: value, [side]: starts[0] ?? 0 } : { ...band, top: value });
  }
  return [...bands, { points: 0 }];
}

function arbitraryValue(type: ValueType): fc.Arbitrary<FactValue> {
  const number = fc.oneof(fc.integer({ min: -2, max: 14 }), fc.constantFrom(0.5, 3.25, 7.000000000000001));
  const date = fc.integer({ min: -1, max: 500 }).map((days): string => addDays(AS_OF, 1 - days));
  const odd = fc.constantFrom<FactValue>(
    'abc',
    Number.NaN,
    Number.POSITIVE_INFINITY,
    '2026-02-30',
    '2027-01-01',
    true,
    'low',
  );
  const usual: Record<ValueType, fc.Arbitrary<FactValue>> = {
    money: number,
    number,
    percent: number,
    count: number,
    date,
    months: fc.oneof(number, date),
    level: fc.constantFrom('high', 'medium', 'low', 'none'),
    'yes-no': fc.boolean(),
    text: fc.string(),
  };
  return fc.oneof({ arbitrary: usual[type], weight: 20 }, { arbitrary: odd, weight: 1 });
}

function arbitraryDoubt(): fc.Arbitrary<Doubt> {
  return fc.constantFrom<Doubt>(
    { code: 'unreadable', text: '?' },
    { code: 'unreadable', text: 'x' },
    { code: 'ambiguous', text: '1.234' },
    { code: 'other-currency', currency: 'USD', amount: 5 },
  );
}

function dayOf(year: number, month: number, day: number): CalendarDate {
  const date = calendarDate(year, month, day);
  if (date === undefined) throw new Error('no such day');
  return date;
}
