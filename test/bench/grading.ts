import { spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { type CalendarDate, parseIsoDate } from '../../core/calendar-date.ts';
import type { Facts } from '../../core/customer.ts';
import { compileScheme } from '../../core/grading/compile-scheme.ts';
import { type CustomerColumns, columnOf } from '../../core/grading/customer-columns.ts';
import { fitScheme } from '../../core/grading/fit-scheme.ts';
import type { ColumnGrades } from '../../core/grading/grade-columns.ts';
import type { Scheme } from '../../core/grading/scheme.ts';
import { accountValue } from '../../core/schemes/account-value.ts';
import { type Answer, bandsOf, type Code } from './grading/contest.ts';
import { customers } from './grading/customers.ts';
import { jsonLogicGrader, jsonLogicTable } from './grading/json-logic.ts';
import { type Contestant, customersPerSecond, ROUNDS } from './grading/measure.ts';
import { PROSPECT_RULES, PROSPECT_SCHEME, prospects } from './grading/prospects.ts';
import { zenGrader, zenTable } from './grading/zen.ts';

const CUSTOMERS = 100_000;
/** Zen is measured on fewer customers, so that the benchmark ends. */
const ZEN_CUSTOMERS = 2000;

/**
 * Measures grading by the built-in scorecard (6 numeric criteria) and by a decision table (4 rules, 5 answers) beside json-logic-engine (compiled) and
 * \@gorules/zen-engine, in interleaved rounds of one run, and prints medians and ratios.
 *
 * It runs in a process of its own that is held on one core, since zen would otherwise work on all of them; where there is
 * no `taskset`, it says so and runs here.
 */
export async function benchGrading(): Promise<void> {
  const core = String(availableParallelism() - 1);
  const self = fileURLToPath(import.meta.url);
  const { error, status } = spawnSync('taskset', ['-c', core, process.execPath, self], { stdio: 'inherit' });
  if (error === undefined) {
    if (status !== 0) throw new Error(`The benchmark ended with ${status}.`);
    return;
  }
  console.log('There is no taskset here: zen may work on several cores.');
  await contest();
}

/**
 * Every engine is given the same customers and the same cut points, in the fastest style found for it, and must come to
 * the same answer for every customer before anything is timed; throws an Error where one does not.
 */
async function contest(): Promise<void> {
  const population = customers(CUSTOMERS);
  const fitted = fitScheme(accountValue, population, { asOf: dayOf('2026-03-15') });
  const compiled = compileScheme(fitted);
  const bands = bandsOf(fitted);
  const jsonLogic = jsonLogicGrader(bands, fitted);
  const zen = { singly: zenGrader(bands, fitted, 'singly'), mapped: zenGrader(bands, fitted, 'mapped') };
  const plain = population.map((facts) => facts.values);
  const zenInput = plain.slice(0, ZEN_CUSTOMERS);

  const codes = population.map((facts) => codeText(compiled.code(facts)));
  same('json-logic', plain.map(jsonLogic.code).map(codeText), codes);
  same('zen singly', (await zen.singly.codes(zenInput)).map(codeText), codes);
  same('zen mapped', (await zen.mapped.codes(zenInput)).map(codeText), codes);
  const grades = population.map((facts) => gradeText(compiled.grade(facts)));
  same('json-logic', plain.map(jsonLogic.reasons).map(gradeText), grades);
  same('zen singly', (await zen.singly.reasons(zenInput)).map(gradeText), grades);
  same('zen mapped', (await zen.mapped.reasons(zenInput)).map(gradeText), grades);

  const columns = columnsOf(population);
  const inColumns = compiled.gradeColumns(columns);
  same(
    'columns',
    population.map((_, place) => codeText(codeAt(inColumns, place, fitted.scheme))),
    codes,
  );

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
    { name: 'tierbook columns', size: CUSTOMERS, run: () => compiled.gradeColumns(columns).tiers.length },
    ...(await tableContestants()),
  ];
  print(await customersPerSecond(contestants));
}

/** The decision table of the design's measurements, by each engine. */
async function tableContestants(): Promise<Contestant[]> {
  const population = prospects(CUSTOMERS);
  const { code } = compileScheme(fitScheme(PROSPECT_SCHEME, population, { asOf: dayOf('2026-03-15') }));
  const plain = population.map((facts) => facts.values);
  const zenInput = plain.slice(0, ZEN_CUSTOMERS);
  const jsonLogic = jsonLogicTable(PROSPECT_RULES);
  const zen = { singly: zenTable(PROSPECT_RULES, 'singly'), mapped: zenTable(PROSPECT_RULES, 'mapped') };
  const codes = population.map((facts) => codeText(code(facts)));
  same('json-logic table', plain.map(jsonLogic).map(codeText), codes);
  same('zen table singly', (await zen.singly(zenInput)).map(codeText), codes);
  same('zen table mapped', (await zen.mapped(zenInput)).map(codeText), codes);
  return [
    { name: 'tierbook table', size: CUSTOMERS, run: () => each(population, code) },
    { name: 'json-logic table', size: CUSTOMERS, run: () => each(plain, jsonLogic) },
    { name: 'zen table, singly', size: ZEN_CUSTOMERS, run: async () => (await zen.singly(zenInput)).length },
    { name: 'zen table, mapped', size: ZEN_CUSTOMERS, run: async () => (await zen.mapped(zenInput)).length },
  ];
}

function columnsOf(population: readonly Facts[]): CustomerColumns {
  const ids = Object.keys(population[0]?.values ?? {});
  const values = ids.map((id) => [id, columnOf(population.map((facts) => facts.values[id] ?? null))] as const);
  return { size: population.length, values: Object.fromEntries(values) };
}

function codeAt(grades: ColumnGrades, place: number, scheme: Scheme): Code {
  const bands = grades.bands.map((codes, index) => grades.bandIds[index]?.[codes[place] ?? -1] ?? null);
  return { tier: scheme.tiers[grades.tiers[place] ?? -1]?.id ?? null, bands };
}

function each<In>(items: readonly In[], run: (item: In) => unknown): number {
  let answered = 0;
  for (const item of items) if (run(item) !== undefined) answered += 1;
  return answered;
}

function same(name: string, answers: readonly string[], expected: readonly string[]): void {
  for (const [index, answer] of answers.entries())
    if (answer !== expected[index]) throw new Error(`${name} differs at ${index}: ${answer}, not ${expected[index]}`);
}

function codeText({ tier, bands }: Code): string {
  return JSON.stringify([tier, bands]);
}

/** Points to nine decimals: zen reckons in decimal numbers, everyone else in binary ones. */
function gradeText({ tier, score, reasons }: Answer): string {
  return JSON.stringify([
    tier,
    score,
    reasons.map((reason) => ({ ...reason, points: Number(reason.points.toFixed(9)) })),
  ]);
}

function print(rates: ReadonlyMap<string, number>): void {
  const rate = (name: string): number => rates.get(name) ?? 0;
  console.log(`${CUSTOMERS} customers by 6 criteria, medians of ${ROUNDS} rounds`);
  for (const [name, perSecond] of rates)
    console.log(`${name.padEnd(22)} ${Math.round(perSecond).toLocaleString('en').padStart(12)} / s`);
  for (const [what, ours, theirs, promised] of [
    ['codes / json-logic', rate('tierbook code()'), rate('json-logic codes'), 1.5],
    ['codes / zen, singly', rate('tierbook code()'), rate('zen codes, singly'), 250],
    ['codes / zen, mapped', rate('tierbook code()'), rate('zen codes, mapped'), 250],
    ['reasons / json-logic', rate('tierbook grade()'), rate('json-logic reasons'), 1],
    ['reasons / zen, singly', rate('tierbook grade()'), rate('zen reasons, singly'), 150],
    ['reasons / zen, mapped', rate('tierbook grade()'), rate('zen reasons, mapped'), 150],
    ['columns / zen, mapped', rate('tierbook columns'), rate('zen codes, mapped'), 250],
    ['columns / json-logic', rate('tierbook columns'), rate('json-logic codes'), 3],
    ['table / json-logic', rate('tierbook table'), rate('json-logic table'), 1.5],
    ['table / zen, singly', rate('tierbook table'), rate('zen table, singly'), 150],
    ['table / zen, mapped', rate('tierbook table'), rate('zen table, mapped'), 150],
  ] as const) {
    console.log(`${what.padEnd(22)} ${(ours / theirs).toFixed(1).padStart(12)} × (promised: at least ${promised})`);
  }
}

function dayOf(text: string): CalendarDate {
  const day = parseIsoDate(text);
  if (day === undefined) throw new Error(`${text} is no day`);
  return day;
}

if (import.meta.main) await contest();
