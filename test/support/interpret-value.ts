import { type CalendarDate, monthsBetween, parseIsoDate } from '../../core/calendar-date.ts';
import type { FactValue } from '../../core/customer.ts';
import type { Criterion, Scheme } from '../../core/grading/scheme.ts';
import type { Method } from '../../core/grading/scheme-methods.ts';

/** A value that a method can use, or why it cannot. */
export type Reading =
  | { readonly is: FactValue }
  | 'missing'
  | 'out-of-range'
  | 'wrong-side'
  | 'unusable'
  | 'nothing-to-compare';

export interface Doubtful {
  readonly doubt: Doubt;
  /** Whether the doubt is another than that the cell cannot be read. */
  readonly isReadable: boolean;
}
type Doubt = 'to-be-reviewed' | 'not-to-be-read';
export type Inputs = ReadonlyMap<string, Doubtful | FactValue>;

/** Which kinds of value count. */
export interface Places {
  readonly numbers: boolean;
  readonly levels: boolean;
  readonly answers: boolean;
  /** Undefined: any word; none where words do not count. */
  readonly words: readonly string[] | 'any' | 'none';
}

export const NUMBERS_ONLY: Places = { numbers: true, levels: false, answers: false, words: 'none' };

export interface Context {
  readonly scheme: Scheme;
  readonly criterionOf: (id: string) => Criterion;
  readonly isKnown: (id: string) => boolean;
  readonly read: (criterion: Criterion, places: Places, value: FactValue | undefined) => Reading;
  readonly numbersOf: (criterion: Criterion) => number[];
  readonly parts: ReadonlyMap<string, Method>;
}

export interface Outcome {
  readonly outcome: string | null;
  /** Where there is none: whether a value in doubt is among what was read. */
  readonly doubt?: Doubt | undefined;
  /** Whether nothing could be read of what was needed. */
  readonly isUnreadable?: boolean;
  /** By a scorecard only: criteria whose value it has judged already. */
  readonly judged?: ReadonlySet<string>;
  /** By a scorecard only: whether nothing that counts is known, and nothing else keeps it from a score. */
  readonly isEmpty?: boolean;
}

export function readValue(
  criterion: Criterion,
  places: Places,
  value: FactValue | undefined,
  asOf: CalendarDate,
): Reading {
  const { type } = criterion;
  const isNumeric = type !== 'level' && type !== 'yes-no' && type !== 'text';
  if (value === undefined) return 'missing';
  if (typeof value === 'boolean') return places.answers ? { is: value } : 'unusable';
  if (typeof value === 'string') {
    if (places.levels && LEVELS.has(value)) return { is: value };
    const date = type === 'date' || type === 'months' ? parseIsoDate(value) : undefined;
    if (date === undefined) {
      if (places.words === 'any') return { is: folded(value) };
      const word = places.words === 'none' ? undefined : places.words.find((one) => folded(one) === folded(value));
      return word === undefined ? 'unusable' : { is: word };
    }
    const months = criterion.isAhead === true ? monthsBetween(asOf, date) : monthsBetween(date, asOf);
    const days = (Date.parse(date) - Date.parse(asOf)) / 86_400_000;
    // tomorrow is today somewhere, and so is yesterday
    if (months < 0 && Math.abs(days) > 1) return 'wrong-side';
    return inRange(criterion, Math.max(0, months), places);
  }
  // numbers may be words: stars, a class of credit
  if (type === 'text' && Number.isFinite(value)) return readValue(criterion, places, String(value), asOf);
  if (!isNumeric || type === 'date') return 'unusable';
  return inRange(criterion, value, places);
}

function inRange({ range, type }: Criterion, value: number, places: Places): Reading {
  if (!places.numbers) return 'unusable';
  const least = range?.from ?? (range === undefined && type !== 'number' ? 0 : Number.NEGATIVE_INFINITY);
  const most = range?.upTo ?? (range === undefined && type === 'percent' ? 1 : Number.POSITIVE_INFINITY);
  return Number.isFinite(value) && value >= least && value <= most ? { is: value } : 'out-of-range';
}

/** What the methods take of a criterion, one way or another. */
export function placesOf(methods: readonly Method[], criterion: Criterion): Places {
  const { id, type } = criterion;
  let places: Places = { numbers: false, levels: false, answers: false, words: 'none' };
  const also = (more: { bands?: unknown; levels?: unknown; answers?: unknown; labels?: unknown }): void => {
    places = {
      numbers: places.numbers || more.bands !== undefined,
      levels: places.levels || more.levels !== undefined,
      answers: places.answers || more.answers !== undefined,
      words: more.labels === undefined ? places.words : 'any',
    };
  };
  for (const method of methods) {
    if (method.kind === 'scorecard') for (const scored of method.criteria) if (scored.criterion === id) also(scored);
    if (method.kind === 'bands' && method.by.includes(id)) also(method);
    if (method.kind !== 'scorecard' && method.kind !== 'bands' && inputsOf(method).includes(id)) {
      if (type === 'level') also({ levels: true });
      else if (type === 'yes-no') also({ answers: true });
      else if (type === 'text') also({ labels: true });
      else also({ bands: true });
    }
  }
  return places;
}

export function doubtOf(reading: Exclude<Reading, { is: FactValue } | 'missing'>): Doubtful {
  return {
    doubt: reading === 'out-of-range' ? 'to-be-reviewed' : 'not-to-be-read',
    isReadable: reading !== 'unusable',
  };
}

export function doubtful(doubts: readonly Doubtful[]): Outcome {
  const worst = doubts.find(({ doubt }) => doubt === 'to-be-reviewed') ?? doubts[0];
  return { outcome: null, doubt: worst?.doubt, isUnreadable: worst !== undefined && !worst.isReadable };
}

export function inputsOf(method: Method): readonly string[] {
  switch (method.kind) {
    case 'bands':
    case 'quantiles':
      return method.by;
    case 'matrix':
      return [method.rows, method.columns];
    case 'decision-table':
      return [...method.rules.flatMap(({ when }) => Object.keys(when)), ...(method.statedBy?.criteria ?? [])];
    case 'scorecard':
      return method.criteria.map(({ criterion }) => criterion);
    default:
      return method satisfies never;
  }
}

export function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim();
}

const LEVELS: ReadonlySet<string> = new Set(['high', 'medium', 'low', 'none']);
