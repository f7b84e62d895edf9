import { type CalendarDate, monthsBetween, parseIsoDate } from '../../core/calendar-date.ts';
import type { Facts, FactValue } from '../../core/customer.ts';
import type { GradeStatus } from '../../core/grading/grade.ts';
import type { Criterion, Scheme } from '../../core/grading/scheme.ts';
import type { Condition, DecisionTable, Method, Rule, Scorecard } from '../../core/grading/scheme-methods.ts';

/** What a customer comes to. */
export interface Verdict {
  readonly status: GradeStatus;
  readonly tier: string | null;
}

/**
 * The tier of one customer by reading the document word for word, with the population at hand and without any fitting: the
 * yardstick for every method, derived results and knock-outs included. Shares no code with what it is held against, but for
 * the calendar.
 */
export function interpretFullScheme(
  scheme: Scheme,
  population: readonly Facts[],
  asOf: CalendarDate,
): (facts: Facts) => Verdict {
  const parts = new Map<string, Method>((scheme.derived ?? []).map(({ id, method }) => [id, method]));
  const criterionOf = (id: string): Criterion =>
    scheme.criteria.find((criterion) => criterion.id === id) ?? { id, type: 'text', titles: {} };

  /** How far the population knows an input of a method that is read in that way. */
  const isKnown = (id: string): boolean => {
    const part = parts.get(id);
    if (part !== undefined) return inputsOf(part).some(isKnown);
    const places = placesOf([scheme.method, ...parts.values()], criterionOf(id));
    return population.some(({ values }) => typeof read(criterionOf(id), places, values[id]) === 'object');
  };
  const read = (criterion: Criterion, places: Places, value: FactValue | undefined): Reading =>
    readValue(criterion, places, value, asOf);
  const numbersOf = (criterion: Criterion): number[] =>
    population.flatMap(({ values }) => {
      const reading = read(criterion, NUMBERS_ONLY, values[criterion.id]);
      return typeof reading === 'object' && typeof reading.is === 'number' ? [reading.is] : [];
    });
  const context: Context = { scheme, criterionOf, isKnown, read, numbersOf, parts };

  return (facts) => {
    const inputs = new Map<string, Doubtful | FactValue>();
    for (const { id } of scheme.criteria) {
      const value = facts.values[id];
      const doubt = facts.doubts?.[id]?.code;
      if (value !== undefined) inputs.set(id, value);
      else if (doubt !== undefined)
        inputs.set(id, {
          doubt: doubt === 'unreadable' ? 'not-to-be-read' : 'to-be-reviewed',
          isReadable: doubt !== 'unreadable',
        });
    }
    // as many rounds as there are results: by then each has been found after those that it reads
    for (const _ of parts) {
      for (const [id, method] of parts) {
        const { outcome, doubt } = outcomeOf(context, method, inputs);
        inputs.delete(id);
        if (outcome !== null) inputs.set(id, outcome);
        else if (doubt !== undefined) inputs.set(id, { doubt, isReadable: doubt === 'to-be-reviewed' });
      }
    }
    return underKnockOuts(context, outcomeOf(context, scheme.method, inputs), inputs);
  };
}

/** Whether a rule fits a customer, read word for word; what is not known fits no condition. */
export function ruleFits(when: Rule['when'], values: Readonly<Record<string, FactValue>>): boolean {
  return Object.entries(when).every(([id, condition]) => {
    const value = values[id];
    return value !== undefined && isMet(condition, value);
  });
}

/** A value that a method can use, or why it cannot. */
type Reading =
  | { readonly is: FactValue }
  | 'missing'
  | 'out-of-range'
  | 'wrong-side'
  | 'unusable'
  | 'nothing-to-compare';

interface Doubtful {
  readonly doubt: Doubt;
  /** Whether the doubt is another than that the cell cannot be read. */
  readonly isReadable: boolean;
}
type Doubt = 'to-be-reviewed' | 'not-to-be-read';
type Inputs = ReadonlyMap<string, Doubtful | FactValue>;

/** Which kinds of value count. */
interface Places {
  readonly numbers: boolean;
  readonly levels: boolean;
  readonly answers: boolean;
  /** Undefined: any word; none where words do not count. */
  readonly words: readonly string[] | 'any' | 'none';
}

const NUMBERS_ONLY: Places = { numbers: true, levels: false, answers: false, words: 'none' };

interface Context {
  readonly scheme: Scheme;
  readonly criterionOf: (id: string) => Criterion;
  readonly isKnown: (id: string) => boolean;
  readonly read: (criterion: Criterion, places: Places, value: FactValue | undefined) => Reading;
  readonly numbersOf: (criterion: Criterion) => number[];
  readonly parts: ReadonlyMap<string, Method>;
}

interface Outcome {
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

function readValue(criterion: Criterion, places: Places, value: FactValue | undefined, asOf: CalendarDate): Reading {
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
function placesOf(methods: readonly Method[], criterion: Criterion): Places {
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

function outcomeOf(context: Context, method: Method, inputs: Inputs): Outcome {
  switch (method.kind) {
    case 'bands':
    case 'quantiles': {
      const id = method.by.find(context.isKnown) ?? method.by[0] ?? '';
      const criterion = context.criterionOf(id);
      const input = inputs.get(id);
      if (typeof input === 'object') return doubtful([input]);
      const reading = context.read(criterion, bandPlaces(method), input);
      if (reading === 'missing') return { outcome: method.missing ?? null };
      if (typeof reading !== 'object') return { ...doubtful([doubtOf(reading)]), isUnreadable: reading === 'unusable' };
      const { is } = reading;
      if (typeof is !== 'number') return { outcome: wordOutcome(method, is) };
      if (isRelative(method) && context.numbersOf(criterion).length === 0) {
        return { outcome: null, doubt: 'not-to-be-read' };
      }
      return { outcome: bandOutcome(context, criterion, method, is) };
    }
    case 'matrix': {
      const labels = [Object.keys(method.cells), Object.keys(Object.values(method.cells)[0] ?? {})];
      const axes = [method.rows, method.columns].map((id, axis) => {
        const input = inputs.get(id);
        if (typeof input === 'object') return { doubt: input };
        const word = typeof input === 'boolean' ? (input ? 'yes' : 'no') : String(input);
        const label = labels[axis]?.find((one) => folded(one) === folded(word));
        return { label, doubt: label === undefined && input !== undefined ? doubtOf('unusable') : undefined };
      });
      const [row, column] = axes;
      const possible = (labels[0] ?? [])
        .filter((label) => row?.label === undefined || row.label === label)
        .flatMap((label) =>
          (labels[1] ?? [])
            .filter((other) => column?.label === undefined || column.label === other)
            .map((other) => method.cells[label]?.[other]),
        );
      const isCertain = new Set(possible).size === 1;
      if (isCertain) return { outcome: possible[0] ?? null };
      return { ...doubtful(axes.flatMap(({ doubt }) => doubt ?? [])), isUnreadable: false };
    }
    case 'decision-table':
      return tableOutcome(context, method, inputs);
    case 'scorecard':
      return scoreOutcome(context, method, inputs);
    default:
      return method satisfies never;
  }
}

function bandPlaces(method: Extract<Method, { kind: 'bands' | 'quantiles' }>): Places {
  if (method.kind === 'quantiles') return NUMBERS_ONLY;
  return {
    numbers: method.bands !== undefined,
    levels: method.levels !== undefined,
    answers: method.answers !== undefined,
    words: method.labels === undefined ? 'none' : Object.keys(method.labels),
  };
}

function isRelative(method: Extract<Method, { kind: 'bands' | 'quantiles' }>): boolean {
  return method.kind === 'quantiles' || method.bands?.some(({ top }) => top !== undefined) === true;
}

function wordOutcome(method: Extract<Method, { kind: 'bands' | 'quantiles' }>, word: FactValue): string | null {
  if (method.kind === 'quantiles') return null;
  if (typeof word === 'boolean') return method.answers?.[word ? 'yes' : 'no'] ?? null;
  const byWord = { ...method.labels, ...method.levels };
  return Object.entries(byWord).find(([name]) => name === word)?.[1] ?? null;
}

function bandOutcome(
  context: Context,
  criterion: Criterion,
  method: Extract<Method, { kind: 'bands' | 'quantiles' }>,
  value: number,
): string | null {
  const bands: readonly {
    outcome: string;
    from?: number | undefined;
    upTo?: number | undefined;
    top?: number | undefined;
  }[] =
    method.kind === 'bands'
      ? (method.bands ?? [])
      : method.shares.map((share, index) => {
          const top = method.shares.slice(0, index + 1).reduce((sum, one) => sum + one.share, 0);
          return index === method.shares.length - 1 ? { outcome: share.outcome } : { ...share, top };
        });
  const ties = method.kind === 'quantiles' ? (method.ties ?? 'better') : 'better';
  return bands.find((band) => isInBand(context, criterion, band, value, ties))?.outcome ?? null;
}

function isInBand(
  context: Context,
  criterion: Criterion,
  band: { readonly from?: number | undefined; readonly upTo?: number | undefined; readonly top?: number | undefined },
  value: number,
  ties: 'better' | 'worse' = 'better',
): boolean {
  if (band.from !== undefined && value < band.from) return false;
  if (band.upTo !== undefined && value > band.upTo) return false;
  return band.top === undefined || isAmongBest(context, criterion, value, band.top, ties);
}

/** Whether the value is as good as that of somebody who is in the share. */
function isAmongBest(
  context: Context,
  criterion: Criterion,
  value: number,
  share: number,
  ties: 'better' | 'worse',
): boolean {
  const isAsGood = (a: number, b: number): boolean => (criterion.direction === 'lower-is-better' ? a <= b : a >= b);
  const numbers = context.numbersOf(criterion);
  const places = Math.max(1, Math.ceil(share * numbers.length - 1e-9));
  return numbers.some((other) => {
    if (!isAsGood(value, other)) return false;
    const better = numbers.filter((one) => one !== other && isAsGood(one, other)).length;
    const asGood = numbers.filter((one) => isAsGood(one, other)).length;
    return ties === 'better' ? better < places : asGood <= places;
  });
}

function tableOutcome(context: Context, table: DecisionTable, inputs: Inputs): Outcome {
  const ids = [...new Set(table.rules.flatMap(({ when }) => Object.keys(when)))];
  const known: Record<string, FactValue> = {};
  const doubts: Doubtful[] = [];
  for (const id of ids) {
    const criterion = context.criterionOf(id);
    const { type } = criterion;
    const input = inputs.get(id);
    if (typeof input === 'object') doubts.push(input);
    else {
      const isNumeric = type !== 'level' && type !== 'yes-no' && type !== 'text';
      const places: Places = {
        numbers: isNumeric,
        levels: type === 'level',
        answers: type === 'yes-no',
        words: type === 'text' ? 'any' : 'none',
      };
      const reading = context.read(criterion, places, input);
      if (typeof reading === 'object') known[id] = reading.is;
      else if (reading !== 'missing') doubts.push(doubtOf(reading));
    }
  }
  for (const id of table.statedBy?.criteria ?? []) {
    const input = inputs.get(id);
    if (ids.includes(id)) continue;
    const reading = typeof input === 'object' ? input : context.read(context.criterionOf(id), NUMBERS_ONLY, input);
    if (typeof reading === 'object' && 'doubt' in reading) doubts.push(reading);
    else if (typeof reading === 'string' && reading !== 'missing') doubts.push(doubtOf(reading));
  }
  const fits = table.rules.filter(({ when }) => ruleFitsFolded(when, known));
  const perhaps = table.rules.filter(
    ({ when }) =>
      !fits.some((rule) => rule.when === when) &&
      ruleFitsFolded(Object.fromEntries(Object.entries(when).filter(([id]) => known[id] !== undefined)), known),
  );
  const order = (rules: readonly Rule[]): Rule[] => table.rules.filter((rule) => rules.includes(rule));
  const stated = table.statedBy === undefined ? undefined : statedOutcome(context, table.statedBy, inputs);
  const given = (rules: readonly Rule[]): string | null => chosenOutcome(context, table, order(rules), stated);
  // each rule that may fit could come to fit: it must make no difference
  const outcomes = new Set([given(fits), ...perhaps.map((rule) => given([...fits, rule]))]);
  const [outcome = null] = outcomes;
  if (outcomes.size === 1 && outcome !== null && outcome !== 'review') return { outcome };
  return { ...doubtful(doubts), isUnreadable: false };
}

/** What the rules that fit come to, in the table's order. */
function chosenOutcome(
  { scheme }: Context,
  table: DecisionTable,
  fits: readonly Rule[],
  stated: string | undefined,
): string | null {
  const [first] = fits;
  if (first === undefined) return table.otherwise ?? null;
  const ids = outcomesAround(scheme, table);
  const place = (outcome: string): number => ids.indexOf(outcome);
  if (stated === undefined || place(first.outcome) < 0) return first.outcome;
  const nearest = fits
    .filter(({ outcome }) => place(outcome) >= 0)
    .toSorted((a, b) => Math.abs(place(a.outcome) - place(stated)) - Math.abs(place(b.outcome) - place(stated)));
  return nearest[0]?.outcome ?? null;
}

/** The outcomes of whatever the table belongs to, best first. */
function outcomesAround(scheme: Scheme, table: DecisionTable): string[] {
  const derived = scheme.derived?.find(({ method }) => method === table);
  return (derived?.labels ?? scheme.tiers).map(({ id }) => id);
}

function statedOutcome(
  context: Context,
  statedBy: NonNullable<DecisionTable['statedBy']>,
  inputs: Inputs,
): string | undefined {
  for (const id of statedBy.criteria) {
    const input = inputs.get(id);
    const reading = typeof input === 'object' ? 'missing' : context.read(context.criterionOf(id), NUMBERS_ONLY, input);
    if (typeof reading !== 'object' || typeof reading.is !== 'number') continue;
    const months = reading.is;
    return statedBy.bands.find(
      ({ from, upTo }) => (from === undefined || months >= from) && (upTo === undefined || months <= upTo),
    )?.outcome;
  }
  return undefined;
}

function scoreOutcome(context: Context, scorecard: Scorecard, inputs: Inputs): Outcome {
  const counted = scorecard.criteria.filter(({ insteadOf }) => insteadOf?.some(context.isKnown) !== true);
  const doubts: Doubtful[] = [];
  const judged = new Set<string>();
  let mustReview = false;
  let total = 0;
  let weight = 0;
  let knownWeight = 0;
  let available = 0;
  for (const scored of counted) {
    const { criterion: id, bands, levels, answers, labels, missing } = scored;
    const criterion = context.criterionOf(id);
    const input = inputs.get(id);
    const isInPopulation = context.isKnown(id);
    if (isInPopulation) available += scored.weight;
    const places: Places = {
      numbers: bands !== undefined,
      levels: levels !== undefined,
      answers: answers !== undefined,
      words: labels === undefined ? 'none' : Object.keys(labels),
    };
    if (input !== undefined) judged.add(id);
    let reading: Reading | Doubtful = typeof input === 'object' ? input : context.read(criterion, places, input);
    const isNumber = typeof reading === 'object' && 'is' in reading && typeof reading.is === 'number';
    if (isNumber && bands?.some(({ top }) => top !== undefined) === true && context.numbersOf(criterion).length === 0)
      reading = 'nothing-to-compare';
    if (typeof reading === 'object' && 'is' in reading) {
      const { is } = reading;
      const points =
        typeof is === 'number'
          ? bands?.find((band) => isInBand(context, criterion, band, is))?.points
          : typeof is === 'boolean'
            ? answers?.[is ? 'yes' : 'no']
            : { ...labels, ...levels }[is];
      total += scored.weight * (points ?? Number.NaN);
      weight += scored.weight;
      knownWeight += scored.weight;
      continue;
    }
    const doubt = typeof reading === 'object' ? reading : reading === 'missing' ? undefined : doubtOf(reading);
    if (doubt !== undefined) doubts.push(doubt);
    if (doubt?.doubt === 'to-be-reviewed' || missing?.do === 'review') mustReview = true;
    if (missing?.do === 'points' && isInPopulation) {
      total += scored.weight * missing.points;
      weight += scored.weight;
    }
  }
  const isEnough = knownWeight > 0 && knownWeight >= available * (scorecard.leastKnown ?? 0.5) - 1e-9;
  if (mustReview || !isEnough) {
    const isEmpty = !mustReview && knownWeight === 0;
    const isUnreadable = isEmpty && doubts.some(({ doubt, isReadable }) => doubt === 'not-to-be-read' && !isReadable);
    return { ...doubtful(doubts), isUnreadable, judged, isEmpty };
  }
  const score = Math.floor((total / weight) * 10 + 0.5 + 1e-9) / 10;
  const outcomes = outcomesOf(context.scheme, scorecard);
  const outcome = scorecard.cutOffs.find(({ from }) => score >= from)?.outcome ?? outcomes[outcomes.length - 1] ?? null;
  return { outcome, judged };
}

function outcomesOf(scheme: Scheme, scorecard: Scorecard): string[] {
  const derived = scheme.derived?.find(({ method }) => method === scorecard);
  return (derived?.labels ?? scheme.tiers).map(({ id }) => id);
}

/** The tier under the knock-outs; a knock-out that cannot be judged is a case for review where it could matter. */
function underKnockOuts(context: Context, found: Outcome, inputs: Inputs): Verdict {
  const { scheme } = context;
  if (found.outcome === 'out-of-market') return { status: 'out-of-market', tier: null };
  const ids = scheme.tiers.map(({ id }) => id);
  const last = ids.length - 1;
  let bound = 0;
  let isDoubtful = false;
  let isUnreadable = found.isUnreadable === true;
  for (const { criterion: id, when, tier } of scheme.knockOuts ?? []) {
    const criterion = context.criterionOf(id);
    const input = inputs.get(id);
    if (typeof input === 'object') {
      if (input.doubt === 'to-be-reviewed') isDoubtful = true;
      else isUnreadable ||= found.isEmpty === true;
      continue;
    }
    if (input === undefined) continue;
    const word = criterion.type === 'text' ? folded(String(input)) : input;
    const isNamed = when.is?.some((one) => (criterion.type === 'text' ? folded(String(one)) : one) === word) === true;
    const reading = context.read(criterion, NUMBERS_ONLY, input);
    const number = typeof reading === 'object' && typeof reading.is === 'number' ? reading.is : undefined;
    const isBeyond =
      number !== undefined &&
      ((when.above !== undefined && number > when.above) || (when.below !== undefined && number < when.below));
    if (isNamed || isBeyond) bound = Math.max(bound, ids.indexOf(tier));
    const isBounded = when.above !== undefined || when.below !== undefined;
    // a word beside those that knock out says that all is well
    const isOtherWord =
      when.is !== undefined && typeof input !== 'number' && reading !== 'wrong-side' && reading !== 'out-of-range';
    const isJudged = isNamed || number !== undefined || !isBounded || isOtherWord;
    if (isJudged || found.judged?.has(id) === true) continue;
    if (typeof input === 'number') isDoubtful = true;
    else isUnreadable ||= found.isEmpty === true;
  }
  if (scheme.method.kind === 'scorecard' && isDoubtful && bound !== last) return { status: 'review', tier: null };
  const own = found.outcome === null ? -1 : ids.indexOf(found.outcome);
  const index = own < 0 ? (bound === last ? last : -1) : Math.max(own, bound);
  if (index < 0) return { status: isUnreadable ? 'unreadable' : 'review', tier: null };
  if (isDoubtful && index !== last) return { status: 'review', tier: null };
  return { status: 'graded', tier: ids[index] ?? null };
}

function doubtOf(reading: Exclude<Reading, { is: FactValue } | 'missing'>): Doubtful {
  return {
    doubt: reading === 'out-of-range' ? 'to-be-reviewed' : 'not-to-be-read',
    isReadable: reading !== 'unusable',
  };
}

function doubtful(doubts: readonly Doubtful[]): Outcome {
  const worst = doubts.find(({ doubt }) => doubt === 'to-be-reviewed') ?? doubts[0];
  return { outcome: null, doubt: worst?.doubt, isUnreadable: worst !== undefined && !worst.isReadable };
}

function ruleFitsFolded(when: Rule['when'], values: Readonly<Record<string, FactValue>>): boolean {
  return ruleFits(
    Object.fromEntries(
      Object.entries(when).map(([id, condition]) => [
        id,
        condition.is === undefined
          ? condition
          : { is: condition.is.map((word) => (typeof word === 'string' ? folded(word) : word)) },
      ]),
    ),
    Object.fromEntries(
      Object.entries(values).map(([id, value]) => [id, typeof value === 'string' ? folded(value) : value]),
    ),
  );
}

function isMet({ is, from, upTo, above, below }: Condition, value: FactValue): boolean {
  if (is !== undefined) return is.some((word) => word === value);
  const number = Number(value);
  if (from !== undefined && number < from) return false;
  if (upTo !== undefined && number > upTo) return false;
  if (above !== undefined && number <= above) return false;
  return below === undefined || number < below;
}

function inputsOf(method: Method): readonly string[] {
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

function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim();
}

const LEVELS: ReadonlySet<string> = new Set(['high', 'medium', 'low', 'none']);
