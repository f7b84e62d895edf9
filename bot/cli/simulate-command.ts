import { basename } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { CalendarDate } from '../../core/calendar-date.ts';
import type { CustomerStage } from '../../core/customer-stage.ts';
import { compileForTable } from '../../core/grading/grade-table.ts';
import type { Scheme } from '../../core/grading/scheme.ts';
import { schemePurpose } from '../../core/grading/scheme-purpose.ts';
import { simulatePopulation } from '../../core/grading/simulate-population.ts';
import { accountValue } from '../../core/schemes/account-value.ts';
import { salesPipeline } from '../../core/schemes/sales-pipeline.ts';
import type { TableHints } from '../../core/table/read-table.ts';
import type { TableReading } from '../../core/table/reading.ts';
import { textIn } from '../../core/text/grading-text.ts';
import type { Language } from '../../core/text/language.ts';
import { SIMULATION_TEXT } from '../../core/text/simulation-text.ts';
import { ownScheme, schemeInUse } from '../use-cases/schemes-in-use.ts';
import { simulateScheme } from '../use-cases/simulate-scheme.ts';
import { CliError, type CliIo, print, tell } from './cli-io.ts';
import type { GradeFormat } from './grade-output.ts';
import { inWorkspace } from './in-workspace.ts';
import { readCustomerTable, tellProblems } from './read-customer-table.ts';
import { nameOfRecord } from './record-named.ts';
import { schemeNamed } from './scheme-named.ts';
import {
  headline,
  MOVERS_SHOWN,
  type SimulatedCustomerLabel,
  type SimulationOutput,
  simulationOutput,
} from './simulation-output.ts';
import { tellAbsent } from './tell-remarks.ts';

/** What `schemes simulate` is told. */
export interface SimulateCommandOptions {
  readonly workspace: string | undefined;
  /** A built-in scheme's id, a file, or, on the database, the id of one of the workspace's own. */
  readonly scheme: string;
  /** The same; undefined for the scheme in use, and for a table the default one. */
  readonly against: string | undefined;
  readonly use: 'prospects' | 'customers' | undefined;
  readonly asOf: CalendarDate;
  readonly format: GradeFormat;
  readonly hints: TableHints;
  /** The sheet of a workbook; undefined for the first that has headings we know. */
  readonly sheet: string | undefined;
  readonly language: Language;
}

/** `schemes simulate [TABLE]`: what grading by another scheme would change, on a table or on the database. Writes nothing. */
export async function simulateCommand(
  io: CliIo,
  table: string | undefined,
  options: SimulateCommandOptions,
): Promise<number> {
  const { format, language } = options;
  const text = SIMULATION_TEXT[language];
  const output = table === undefined ? await onFile(io, options) : await inTable(io, table, options);
  tellAbsent(io, output.after, language);
  if (format === 'csv') tell(io, headline(output));
  for (const piece of simulationOutput(format, output)) await print(io, piece);
  tell(io, table === undefined ? text.onFile : text.inTable);
  return 0;
}

async function onFile(io: CliIo, options: SimulateCommandOptions): Promise<SimulationOutput> {
  const { asOf, format, language, against } = options;
  return inWorkspace(io, options.workspace, async (context) => {
    const { db, actor } = context;
    const named = async (idOrFile: string): Promise<Scheme> =>
      (await ownScheme(db, actor.workspaceId, idOrFile)) ?? schemeNamed(idOrFile, language);
    const after = await named(options.scheme);
    const stage = stageOf(options.use, after);
    const before = against === undefined ? await schemeInUse(db, actor.workspaceId, stage) : await named(against);
    if (before === undefined) throw new CliError(SIMULATION_TEXT[language].noneInUse);
    const most = format === 'table' ? { mostMovers: MOVERS_SHOWN } : {};
    const simulated = await simulateScheme(context, { stage, before, after, asOf, ...most });
    return { ...simulated, labels: labelsOf(before, after, options), language };
  });
}

async function inTable(io: CliIo, table: string, options: SimulateCommandOptions): Promise<SimulationOutput> {
  const { asOf, hints, language, against } = options;
  const after = await schemeNamed(options.scheme, language);
  const byDefault = stageOf(options.use, after) === 'prospect' ? salesPipeline : accountValue;
  const before = against === undefined ? byDefault : await schemeNamed(against, language);
  const how = { scheme: after, others: [before], asOf, hints, sheet: options.sheet, language };
  const { opened, reading } = await readCustomerTable(io, table, how);
  tellProblems(io, opened, reading, language);
  const text = SIMULATION_TEXT[language];
  if (against === undefined)
    tell(io, text.againstDefault(text.scheme(textIn(before.titles, language), before.version)));
  return { ...simulateTable(reading, before, after, asOf), labels: labelsOf(before, after, options), language };
}

function simulateTable(
  reading: TableReading,
  before: Scheme,
  after: Scheme,
  asOf: CalendarDate,
): Omit<SimulationOutput, 'labels' | 'language'> {
  const one = compileForTable(reading, before, asOf);
  const other = compileForTable(reading, after, asOf);
  const population = reading.records.map((record) => {
    const { key, owner } = record.facts.values;
    const customer: SimulatedCustomerLabel = {
      row: record.row,
      key: key === undefined ? null : String(key),
      name: nameOfRecord(record),
    };
    return { customer, owner: owner === undefined ? null : { name: String(owner) }, facts: record.facts };
  });
  return { before: one.fitted, after: other.fitted, ...simulatePopulation(one, other, population, ({ name }) => name) };
}

/** The schemes by title and version, and by their files where that is the same although they are not. */
function labelsOf(before: Scheme, after: Scheme, { scheme, against, language }: SimulateCommandOptions) {
  const label = ({ titles, version }: Scheme, source?: string): string =>
    SIMULATION_TEXT[language].scheme(textIn(titles, language), version, source);
  const labels = { before: label(before), after: label(after) };
  if (labels.before !== labels.after || isDeepStrictEqual(before, after)) return labels;
  return { before: label(before, basename(against ?? '')), after: label(after, basename(scheme)) };
}

/** Whom a scheme is for where nobody says it. */
function stageOf(use: SimulateCommandOptions['use'], scheme: Scheme): CustomerStage {
  const chosen = use ?? schemePurpose(scheme);
  return chosen === 'prospects' ? 'prospect' : 'customer';
}
