import { type ZenDecision, ZenEngine } from '@gorules/zen-engine';
import { LogicEngine } from 'json-logic-engine';
import { type CalendarDate, parseIsoDate } from '../../core/calendar-date.ts';
import type { Facts } from '../../core/customer.ts';
import { compileScheme } from '../../core/grading/compile-scheme.ts';
import { type FittedScheme, fitScheme } from '../../core/grading/fit-scheme.ts';
import type { Reason } from '../../core/grading/grade.ts';
import { accountValue } from '../../core/schemes/account-value.ts';

const CUSTOMERS = 100_000;
/** Zen is measured on fewer customers, and its time scaled. */
const ZEN_CUSTOMERS = 2000;
const ROUNDS = 7;

/**
 * Measures grading by the built-in scorecard (6 numeric criteria) beside json-logic-engine (compiled) and
 * \@gorules/zen-engine on one core, in interleaved rounds of one run, and prints medians and ratios.
 *
 * Every engine is given the same customers and the same cut points, in the fastest style found for it, and must come
 * to the same answer for every customer before anything is timed; throws an Error where one does not.
 */
export async function benchGrading(): Promise<void> {
  const population = customers(CUSTOMERS);
  const fitted = fitScheme(accountValue, population, { asOf: dayOf('2026-03-15') });
  const compiled = compileScheme(fitted);
  const bands = bandsOf(fitted);
  const plain = population.map((facts) => facts.values);
  const jsonLogic = jsonLogicGrader(bands, fitted);
  const zen = { singly: zenGrader(bands, fitted, 'singly'), mapped: zenGrader(bands, fitted, 'mapped') };
  const zenInput = plain.slice(0, ZEN_CUSTOMERS);

  const expected = population.map((facts) => summary(compiled.grade(facts)));
  const check = (name: string, answers: readonly Answer[]): void => {
    for (const [index, answer] of answers.entries()) {
      if (summary(answer) !== expected[index]) throw new Error(`${name} differs at ${index}: ${summary(answer)}`);
    }
  };
  check('json-logic', plain.map(jsonLogic.reasons));
  check('zen singly', await zen.singly.reasons(zenInput));
  check('zen mapped', await zen.mapped.reasons(zenInput));
  const codes = population.map((facts) => codeText(compiled.code(facts)));
  const checkCodes = (name: string, answers: readonly Code[]): void => {
    for (const [index, answer] of answers.entries()) {
      if (codeText(answer) !== codes[index]) throw new Error(`${name} differs at ${index}: ${codeText(answer)}`);
    }
  };
  checkCodes('json-logic', plain.map(jsonLogic.code));
  checkCodes('zen singly', await zen.singly.codes(zenInput));
  checkCodes('zen mapped', await zen.mapped.codes(zenInput));

  const contestants: readonly Contestant[] = [
    { name: 'tierbook code()', size: CUSTOMERS, run: () => each(population, compiled.code) },
    { name: 'json-logic codes', size: CUSTOMERS, run: () => each(plain, jsonLogic.code) },
    { name: 'zen codes, singly', size: ZEN_CUSTOMERS, run: async () => (await zen.singly.codes(zenInput)).length },
    { name: 'zen codes, mapped', size: ZEN_CUSTOMERS, run: async () => (await zen.mapped.codes(zenInput)).length },
    { name: 'tierbook grade()', size: CUSTOMERS, run: () => each(population, compiled.grade) },
    { name: 'json-logic reasons', size: CUSTOMERS, run: () => each(plain, jsonLogic.reasons) },
    { name: 'zen reasons, singly', size: ZEN_CUSTOMERS, run: async () => (await zen.singly.reasons(zenInput)).length },
    { name: 'zen reasons, mapped', size: ZEN_CUSTOMERS, run: async () => (await zen.mapped.reasons(zenInput)).length },
    { name: 'tierbook nextTier()', size: CUSTOMERS, run: () => each(population, compiled.nextTier) },
  ];
  print(await customersPerSecond(contestants));
}

interface Contestant {
  readonly name: string;
  readonly size: number;
  readonly run: () => number | Promise<number>;
}

interface Code {
  readonly tier: string | null;
  readonly bands: readonly (string | null)[];
}

interface Answer {
  readonly tier: string | null;
  readonly score: number | null;
  readonly reasons: readonly Reason[];
}

/** One criterion with what each of its bands gives, for engines that must be told everything. */
interface Banded {
  readonly id: string;
  readonly isLowerBetter: boolean;
  readonly cuts: readonly number[];
  /** Weight × points. */
  readonly weighted: readonly number[];
  readonly max: number;
}

function bandsOf(fitted: FittedScheme): Banded[] {
  return compileScheme(fitted).counted.flatMap((id) => {
    const scored = accountValue.method.criteria.find((entry) => entry.criterion === id);
    const criterion = accountValue.criteria.find((entry) => entry.id === id);
    const cuts = fitted.cuts[id];
    if (scored?.bands === undefined || cuts === undefined) return [];
    const weighted = scored.bands.map((band) => band.points * scored.weight);
    return [{ id, isLowerBetter: criterion?.direction === 'lower-is-better', cuts, weighted, max: scored.weight }];
  });
}

/** json-logic's fastest style found: values by path in an array, nested three-part ifs, the tier from a second rule. */
function jsonLogicGrader(bands: readonly Banded[], fitted: FittedScheme) {
  const engine = new LogicEngine();
  const choose = (banded: Banded, outcomes: readonly unknown[]): unknown =>
    banded.cuts.reduceRight<unknown>(
      (rest, cut, index) => ({
        if: [{ [banded.isLowerBetter ? '<=' : '>=']: [{ val: [banded.id] }, cut] }, outcomes[index], rest],
      }),
      outcomes[outcomes.length - 1],
    );
  const bandIds = engine.build(
    bands.map((banded) =>
      choose(
        banded,
        banded.weighted.map((_, index) => String(index + 1)),
      ),
    ),
  );
  const sum = engine.build({ '/': [{ '+': bands.map((banded) => choose(banded, banded.weighted)) }, 100] });
  const places = engine.build(
    bands.map((banded) =>
      choose(
        banded,
        banded.weighted.map((weighted, index) => ({
          preserve: { band: String(index + 1), weighted, points: weighted / 100 },
        })),
      ),
    ),
  );
  const sumOfPlaces = engine.build({ '/': [{ '+': bands.map((_, index) => ({ val: [index, 'weighted'] })) }, 100] });
  const { cutOffs } = fitted.scheme.method;
  const last = fitted.scheme.tiers[fitted.scheme.tiers.length - 1]?.id;
  const tier = engine.build(
    cutOffs.reduceRight<unknown>(
      (rest, cutOff) => ({ if: [{ '>=': [{ val: [] }, cutOff.from] }, cutOff.tier, rest] }),
      last,
    ),
  );
  return {
    code: (values: Facts['values']): Code => ({ tier: tier(rounded(sum(values))), bands: bandIds(values) }),
    reasons: (values: Facts['values']): Answer => {
      const found: { band: string; points: number }[] = places(values);
      const score = rounded(sumOfPlaces(found));
      const reasons: Reason[] = [];
      for (const [index, { id, max }] of bands.entries()) {
        const place = found[index];
        if (place)
          insert(reasons, { criterion: id, value: values[id] ?? null, band: place.band, points: place.points, max });
      }
      return { tier: tier(score), score, reasons };
    },
  };
}

/**
 * Zen in the two fastest styles found, both one expression node: `singly` one customer a call with a hundred calls under
 * way at a time, as a service would; `mapped` a thousand customers a call, which spares it most of the crossings.
 */
function zenGrader(bands: readonly Banded[], fitted: FittedScheme, style: 'singly' | 'mapped') {
  const engine = new ZenEngine();
  const it = style === 'mapped' ? '#.' : '';
  const choose = (banded: Banded, outcomes: readonly string[]): string => {
    const compare = banded.isLowerBetter ? '<=' : '>=';
    const branches = banded.cuts.map(
      (cut, index) => `${it}${banded.id} ${compare} ${cut} ? ${outcomes[index] ?? ''} : `,
    );
    return `(${branches.join('')}${outcomes[outcomes.length - 1] ?? ''})`;
  };
  const idsOf = (banded: Banded): string[] => Array.from(banded.weighted, (_, index) => `'${index + 1}'`);
  const ids = bands.map((banded) => choose(banded, idsOf(banded)));
  const sum = bands.map((banded) => choose(banded, banded.weighted.map(String))).join(' + ');
  const { cutOffs } = fitted.scheme.method;
  const last = fitted.scheme.tiers[fitted.scheme.tiers.length - 1]?.id ?? '';
  const scored = style === 'mapped' ? '#.score' : '$.found.score';
  const tier = `${cutOffs.map((cutOff) => `${scored} >= ${cutOff.from} ? '${cutOff.tier}' : `).join('')}'${last}'`;
  const decisionOf = (found: string) =>
    engine.createDecision({
      nodes: [
        { id: 'in', type: 'inputNode', name: 'in' },
        {
          id: 'grade',
          type: 'expressionNode',
          name: 'grade',
          content: {
            expressions: [
              { id: 'found', key: 'found', value: style === 'mapped' ? `map(customers, ${found})` : found },
              { id: 'tier', key: 'tier', value: style === 'mapped' ? `map($.found, ${tier})` : tier },
            ],
          },
        },
        { id: 'out', type: 'outputNode', name: 'out' },
      ],
      edges: [
        { id: 'a', sourceId: 'in', targetId: 'grade', type: 'edge' },
        { id: 'b', sourceId: 'grade', targetId: 'out', type: 'edge' },
      ],
    });
  const score = `score: round((${sum}) / 10) / 10`;
  const points = bands.map((banded) =>
    choose(
      banded,
      banded.weighted.map((weighted) => String(weighted / 100)),
    ),
  );
  const codes = decisionOf(`{bands: [${ids.join(', ')}], ${score}}`);
  const reasons = decisionOf(`{bands: [${ids.join(', ')}], points: [${points.join(', ')}], ${score}}`);
  const evaluate = async (decision: ZenDecision, batch: readonly Facts['values'][]): Promise<ZenResult[]> => {
    if (style === 'mapped') {
      const { result } = await decision.evaluate({ customers: batch });
      return batch.map((_, index) => ({ tier: result.tier[index], found: result.found[index] }));
    }
    const answers = await Promise.all(batch.map((customer) => decision.evaluate(customer)));
    return answers.map((answer) => answer.result);
  };
  const size = style === 'mapped' ? 1000 : 100;
  return {
    codes: (values: readonly Facts['values'][]): Promise<Code[]> =>
      inBatches(values, size, async (batch) =>
        (await evaluate(codes, batch)).map(({ tier: reached, found }) => ({ tier: reached, bands: found.bands })),
      ),
    reasons: (values: readonly Facts['values'][]): Promise<Answer[]> =>
      inBatches(values, size, async (batch) =>
        (await evaluate(reasons, batch)).map(({ tier: reached, found }, index): Answer => {
          const sorted: Reason[] = [];
          for (const [place, { id, max }] of bands.entries()) {
            const value = batch[index]?.[id] ?? null;
            const band = found.bands[place] ?? null;
            insert(sorted, { criterion: id, value, band, points: found.points?.[place] ?? 0, max });
          }
          return { tier: reached, score: found.score, reasons: sorted };
        }),
      ),
  };
}

interface ZenResult {
  readonly tier: string;
  readonly found: { readonly bands: readonly string[]; readonly points?: readonly number[]; readonly score: number };
}

async function inBatches<In, Out>(
  items: readonly In[],
  size: number,
  run: (batch: readonly In[]) => Promise<Out[]>,
): Promise<Out[]> {
  const all: Out[] = [];
  for (let start = 0; start < items.length; start += size) all.push(...(await run(items.slice(start, start + size))));
  return all;
}

/** Sorts as the product does, for engines that cannot. */
function insert(reasons: Reason[], reason: Reason): void {
  const effect = Math.abs(2 * reason.points - reason.max);
  let place = reasons.length;
  reasons.push(reason);
  for (; place > 0; place -= 1) {
    const before = reasons[place - 1];
    if (before === undefined || Math.abs(2 * before.points - before.max) >= effect) break;
    reasons[place] = before;
  }
  reasons[place] = reason;
}

function rounded(score: number): number {
  return Math.round(score * 10) / 10;
}

function summary({ tier, score, reasons }: Answer): string {
  return JSON.stringify([
    tier,
    score,
    reasons.map((reason) => ({ ...reason, points: Number(reason.points.toFixed(9)) })),
  ]);
}

function codeText({ tier, bands }: Code): string {
  return `${tier ?? ''} ${bands.join(' ')}`;
}

function each<In>(items: readonly In[], run: (item: In) => unknown): number {
  let answered = 0;
  for (const item of items) if (run(item) !== undefined) answered += 1;
  return answered;
}

async function customersPerSecond(contestants: readonly Contestant[]): Promise<Map<string, number>> {
  const times = new Map<string, number[]>();
  for (let round = -2; round < ROUNDS; round += 1) {
    for (const { name, size, run } of contestants) {
      const start = performance.now();
      const answered = await run();
      const perSecond = (1000 * size) / (performance.now() - start);
      if (answered !== size) throw new Error(`${name} answered ${answered} of ${size}`);
      // the first two rounds warm up
      if (round >= 0) times.set(name, [...(times.get(name) ?? []), perSecond]);
    }
  }
  return new Map([...times].map(([name, all]) => [name, all.toSorted((a, b) => a - b)[(ROUNDS - 1) / 2] ?? 0]));
}

function print(rates: ReadonlyMap<string, number>): void {
  const rate = (name: string): number => rates.get(name) ?? 0;
  console.log(
    `Grading ${CUSTOMERS.toLocaleString('en')} customers by 6 criteria on one core, medians of ${ROUNDS} rounds`,
  );
  for (const [name, perSecond] of rates)
    console.log(`  ${name.padEnd(22)} ${Math.round(perSecond).toLocaleString('en').padStart(12)} / s`);
  for (const [what, ours, theirs, least] of [
    ['codes / json-logic', 'tierbook code()', 'json-logic codes', 1.5],
    ['codes / zen singly', 'tierbook code()', 'zen codes, singly', 250],
    ['codes / zen mapped', 'tierbook code()', 'zen codes, mapped', null],
    ['reasons / json-logic', 'tierbook grade()', 'json-logic reasons', 1],
    ['reasons / zen singly', 'tierbook grade()', 'zen reasons, singly', 150],
    ['reasons / zen mapped', 'tierbook grade()', 'zen reasons, mapped', null],
  ] as const) {
    const ratio = rate(ours) / rate(theirs);
    const verdict = least === null ? '' : `  wanted ${least}: ${ratio >= least ? 'met' : 'MISSED'}`;
    console.log(`  ${what.padEnd(22)} ${ratio.toFixed(1).padStart(10)} ×${verdict}`);
  }
}

/** Customers with believable, repeatable values (a linear congruential generator, Park and Miller's). */
function customers(count: number): Facts[] {
  let state = 20_260_315;
  const random = (): number => {
    state = (state * 16_807) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  return Array.from({ length: count }, () => ({
    values: {
      salesAmount: Math.round(1000 * Math.exp(7 * random())),
      paymentCollection: Math.round(1000 * (0.5 + 0.5 * Math.sqrt(random()))) / 1000,
      orderStability: Math.round(1000 * (0.2 + 0.8 * Math.sqrt(random()))) / 1000,
      yearsOfCooperation: Math.round(180 * random() * random()),
      complaintRate: Math.round(1000 * 0.12 * random() * random()) / 1000,
      satisfaction: Math.round(100 * (0.4 + 0.6 * Math.sqrt(random()))) / 100,
    },
  }));
}

function dayOf(text: string): CalendarDate {
  const day = parseIsoDate(text);
  if (day === undefined) throw new Error(`${text} is no day`);
  return day;
}

if (import.meta.main) await benchGrading();
