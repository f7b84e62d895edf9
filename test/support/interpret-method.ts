import type { Facts, FactValue } from '../../core/customer.ts';
import type { Labelled, Scheme } from '../../core/grading/scheme.ts';
import type { Condition, Method, Rule } from '../../core/grading/scheme-methods.ts';

type Values = Readonly<Record<string, FactValue>>;

/**
 * The outcome of one customer by reading the document word for word: the yardstick for compiled bands, quantiles, matrices
 * and decision tables that feed each other. Numbers, levels, answers and words only. Null where a person must decide.
 */
export function interpretMethod(scheme: Scheme, population: readonly Facts[]): (facts: Facts) => string | null {
  const labelled = (values: Values): Values => {
    const known: Record<string, FactValue> = { ...values };
    // as many rounds as there are results: by then each has been found after those that it reads
    for (const _ of scheme.derived ?? []) {
      for (const derived of scheme.derived ?? []) {
        const label = outcomeOf(derived.method, known);
        if (label === null) Reflect.deleteProperty(known, derived.id);
        else known[derived.id] = label;
      }
    }
    return known;
  };
  const isKnown = (id: string, method: Method): boolean => {
    const derived = scheme.derived?.find((one) => one.id === id);
    return derived === undefined ? population.some(({ values }) => isUsable(id, values[id], method)) : isFed(derived);
  };
  const isFed = (derived: Labelled): boolean => readBy(derived.method).some((id) => isKnown(id, derived.method));
  const isNumber = (id: string): boolean =>
    ['money', 'number', 'percent', 'count'].includes(
      scheme.criteria.find((criterion) => criterion.id === id)?.type ?? '',
    );
  const isInRange = (id: string, value: number): boolean => {
    const criterion = scheme.criteria.find((one) => one.id === id);
    const least = criterion?.range?.from ?? (criterion?.type === 'number' ? Number.NEGATIVE_INFINITY : 0);
    return Number.isFinite(value) && value >= least && value <= (criterion?.range?.upTo ?? Number.POSITIVE_INFINITY);
  };
  const isUsable = (id: string, value: FactValue | undefined, method: Method): boolean => {
    if (value === undefined) return false;
    if (typeof value === 'number') return isNumber(id) && isInRange(id, value);
    if (method.kind !== 'bands') return false;
    if (typeof value === 'boolean') return method.answers !== undefined;
    return (method.levels !== undefined && LEVELS.has(value)) || method.labels !== undefined;
  };
  const isLower = (id: string): boolean =>
    scheme.criteria.find((criterion) => criterion.id === id)?.direction === 'lower-is-better';

  const outcomeOf = (method: Method, values: Values): string | null => {
    switch (method.kind) {
      case 'decision-table': {
        // whatever may come before the first rule that fits for certain must come to the same
        const certain = method.rules.findIndex(({ when }) => ruleFits(when, values));
        const perhaps = method.rules
          .slice(0, certain < 0 ? undefined : certain + 1)
          .filter(({ when }) => mayFit(when, values));
        const outcomes = new Set(perhaps.map(({ outcome }) => outcome));
        if (certain < 0) outcomes.add(method.otherwise ?? 'review');
        const [outcome = null] = outcomes;
        return outcomes.size === 1 ? withheld(outcome) : null;
      }
      case 'matrix': {
        const axis = (id: string): string => {
          const value = values[id];
          return typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);
        };
        const rows = Object.entries(method.cells).filter(
          ([row]) => !(method.rows in values) || row === axis(method.rows),
        );
        const cells = rows.flatMap(([, row]) =>
          Object.entries(row).flatMap(([column, outcome]) =>
            !(method.columns in values) || column === axis(method.columns) ? [outcome] : [],
          ),
        );
        return new Set(cells).size === 1 ? (cells[0] ?? null) : null;
      }
      case 'bands': {
        const id = method.by.find((one) => isKnown(one, method)) ?? method.by[0] ?? '';
        const value = values[id];
        if (value === undefined) return method.missing ?? null;
        if (typeof value === 'boolean') return method.answers?.[value ? 'yes' : 'no'] ?? null;
        if (typeof value === 'string') {
          return Object.entries({ ...method.labels, ...method.levels }).find(([word]) => word === value)?.[1] ?? null;
        }
        if (!isInRange(id, value)) return null;
        const isRelative = method.bands?.some(({ top }) => top !== undefined) === true;
        if (isRelative && numbersOf(id).length === 0) return null;
        const band = method.bands?.find(({ from, upTo, top }) => {
          const isWithin = (from === undefined || value >= from) && (upTo === undefined || value <= upTo);
          return isWithin && (top === undefined || isAmongBest(id, value, top, 'better'));
        });
        return band?.outcome ?? null;
      }
      case 'quantiles': {
        const id = method.by.find((one) => isKnown(one, method)) ?? method.by[0] ?? '';
        const value = values[id];
        if (value === undefined) return method.missing ?? null;
        if (typeof value !== 'number' || !isInRange(id, value)) return null;
        if (numbersOf(id).length === 0) return null;
        let sum = 0;
        for (const [index, { outcome, share, from, upTo }] of method.shares.entries()) {
          sum += share;
          const isWithin = (from === undefined || value >= from) && (upTo === undefined || value <= upTo);
          const isLast = index === method.shares.length - 1;
          if (isLast || (isWithin && isAmongBest(id, value, sum, method.ties ?? 'better'))) return outcome;
        }
        return null;
      }
      case 'scorecard':
        throw new Error('For scorecards there is interpretScheme.');
      default:
        return method satisfies never;
    }
  };
  const numbersOf = (id: string): number[] =>
    population.flatMap(({ values }) => {
      const value = values[id];
      return typeof value === 'number' && isInRange(id, value) ? [value] : [];
    });
  const isAmongBest = (id: string, value: number, share: number, ties: 'better' | 'worse'): boolean => {
    const isAsGood = (a: number, b: number): boolean => (isLower(id) ? a <= b : a >= b);
    const numbers = numbersOf(id);
    const places = Math.max(1, Math.ceil(share * numbers.length - 1e-9));
    // better: fewer than `places` are better than somebody whom the value equals or beats
    return numbers.some((other) => {
      if (!isAsGood(value, other)) return false;
      const better = numbers.filter((one) => one !== other && isAsGood(one, other)).length;
      const asGood = numbers.filter((one) => isAsGood(one, other)).length;
      return ties === 'better' ? better < places : asGood <= places;
    });
  };
  return ({ values }) => outcomeOf(scheme.method, labelled(values));
}

/** Whether a rule fits a customer, read word for word; what is not known fits no condition. */
export function ruleFits(when: Rule['when'], values: Values): boolean {
  return Object.entries(when).every(([id, condition]) => {
    const value = values[id];
    return value !== undefined && isMet(condition, value);
  });
}

/** Whether a rule fits a customer as far as it is known. */
function mayFit(when: Rule['when'], values: Values): boolean {
  const known = Object.entries(when).filter(([id]) => values[id] !== undefined);
  return ruleFits(Object.fromEntries(known), values);
}

function isMet({ is, from, upTo, above, below }: Condition, value: FactValue): boolean {
  if (is !== undefined) return is.some((word) => word === value);
  const number = Number(value);
  if (from !== undefined && number < from) return false;
  if (upTo !== undefined && number > upTo) return false;
  if (above !== undefined && number <= above) return false;
  return below === undefined || number < below;
}

function withheld(outcome: string | null): string | null {
  return outcome === 'review' ? null : outcome;
}

function readBy(method: Method): string[] {
  if (method.kind === 'bands' || method.kind === 'quantiles') return method.by;
  if (method.kind === 'matrix') return [method.rows, method.columns];
  if (method.kind === 'decision-table') return method.rules.flatMap(({ when }) => Object.keys(when));
  return method.criteria.map(({ criterion }) => criterion);
}

const LEVELS: ReadonlySet<string> = new Set(['high', 'medium', 'low', 'none']);
