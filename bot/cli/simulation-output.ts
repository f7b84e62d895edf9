import Table from 'cli-table3';
import type { FittedScheme } from '../../core/grading/fit-scheme.ts';
import type { Mover, Simulation } from '../../core/grading/simulation.ts';
import { csvLine, safeCsvCell } from '../../core/text/csv-line.ts';
import { fieldTitle } from '../../core/text/field-titles.ts';
import { formatDecimal } from '../../core/text/format.ts';
import { criterionText, gradeWriter, tierText } from '../../core/text/grading-text.ts';
import type { Language } from '../../core/text/language.ts';
import { moveReasonText, placeText } from '../../core/text/move-text.ts';
import { SIMULATION_TEXT } from '../../core/text/simulation-text.ts';
import type { GradeFormat } from './grade-output.ts';
import { printable } from './printable.ts';

/** A customer as a simulation tells it: from a table by its row, from the database by its id. */
export interface SimulatedCustomerLabel {
  readonly row?: number;
  readonly id?: string;
  readonly key: string | null;
  readonly name: string;
}

/** What a simulation's output is made of. */
export interface SimulationOutput {
  readonly before: FittedScheme;
  readonly after: FittedScheme;
  /** What to call the schemes. */
  readonly labels: { readonly before: string; readonly after: string };
  readonly importance: string | null;
  readonly simulation: Simulation<SimulatedCustomerLabel, { readonly name: string }>;
  readonly language: Language;
}

/** Movers that a table spells out; the other formats have all. */
export const MOVERS_SHOWN = 20;

/** Pieces of the result, which may be long. */
export function simulationOutput(format: GradeFormat, output: SimulationOutput): Iterable<string> {
  switch (format) {
    case 'table':
      return tableOutput(output);
    case 'csv':
      return csvOutput(output);
    case 'json':
      return [jsonOutput(output)];
    default:
      return format satisfies never;
  }
}

/** Who would move, in a sentence. */
export function headline({ labels, simulation, language }: SimulationOutput): string {
  const text = SIMULATION_TEXT[language];
  const { customers, matrix } = simulation;
  return printable(customers === 0 ? text.nobody : text.headline({ customers, ...labels, ...matrix.directions }));
}

function* tableOutput(output: SimulationOutput): Iterable<string> {
  const { simulation, before, after, language } = output;
  yield `${headline(output)}\n`;
  if (simulation.customers === 0) return;
  const text = SIMULATION_TEXT[language];
  if (simulation.matrix.order === 'by-position') yield `${text.byPosition}\n`;
  yield `\n${matrixTable(output)}\n`;
  if (simulation.moverCount > 0) yield `\n${moverTable(output)}\n`;
  yield `\n${hourTable(output)}\n`;
  if (simulation.withoutHours.length > 0) {
    const tiers = simulation.withoutHours.map((tier) => {
      const { scheme } = after.scheme.tiers.some(({ id }) => id === tier) ? after : before;
      return printable(tierText(tier, scheme, language));
    });
    yield `${text.withoutHours(tiers)}\n`;
  }
}

const PLAIN = { head: [], border: [], compact: true };

function matrixTable({ simulation, before, after, language }: SimulationOutput): string {
  const text = SIMULATION_TEXT[language];
  const { rows, columns, counts } = simulation.matrix;
  const table = new Table({
    head: [
      text.matrixCorner,
      ...columns.map((place) => printable(placeText(place, after.scheme, language))),
      text.total,
    ],
    style: PLAIN,
    colAligns: ['left', ...columns.map(() => 'right' as const), 'right'],
  });
  for (const [index, place] of rows.entries()) {
    const own = counts[index] ?? [];
    table.push([printable(placeText(place, before.scheme, language)), ...own.map(String), String(sum(own))]);
  }
  const totals = columns.map((_, column) => sum(counts.map((row) => row[column] ?? 0)));
  table.push([text.total, ...totals.map(String), String(sum(totals))]);
  return table.toString();
}

function moverTable(output: SimulationOutput): string {
  const { simulation, importance, language } = output;
  const text = SIMULATION_TEXT[language];
  const { columns } = text;
  const hasRows = simulation.movers.some(({ customer }) => customer.row !== undefined);
  const table = new Table({
    head: [hasRows ? columns.row : columns.key, columns.name, columns.from, columns.to, columns.reason],
    style: PLAIN,
  });
  const write = moverWriter(output);
  const shown = simulation.movers.slice(0, MOVERS_SHOWN);
  for (const mover of shown) {
    const { from, to, reason } = write(mover);
    const { row, key, name } = mover.customer;
    table.push([hasRows ? String(row) : (key ?? ''), name, from, to, reason].map(printable));
  }
  const by = importance === null ? null : amountTitle(importance, output);
  const more = simulation.moverCount - shown.length;
  return `${printable(text.movers(by))}\n${table.toString()}${more > 0 ? `\n${text.more(more)}` : ''}`;
}

function hourTable({ simulation, language }: SimulationOutput): string {
  const text = SIMULATION_TEXT[language];
  const { owner, customers, before, after, difference } = text.hourColumns;
  const table = new Table({
    head: [owner, customers, before, after, difference],
    style: PLAIN,
    colAligns: ['left', 'right', 'right', 'right', 'right'],
  });
  const line = (name: string, own: { readonly customers: number; readonly before: number; readonly after: number }) =>
    table.push([
      printable(name),
      String(own.customers),
      hours(own.before),
      hours(own.after),
      signed(round(own.after, 1) - round(own.before, 1)),
    ]);
  for (const own of simulation.hours) line(own.owner?.name ?? text.noOwner, own);
  if (simulation.hours.length > 1) {
    line(text.total, {
      customers: simulation.customers,
      before: sum(simulation.hours.map((own) => own.before)),
      after: sum(simulation.hours.map((own) => own.after)),
    });
  }
  return `${text.hours}\n${table.toString()}`;
}

/** Every mover a line, the most important first. */
function* csvOutput(output: SimulationOutput): Iterable<string> {
  const { columns, directions } = SIMULATION_TEXT[output.language];
  const { simulation, importance } = output;
  const place = simulation.movers.some(({ customer }) => customer.row !== undefined) ? columns.row : 'id';
  const amount = importance === null ? [] : [amountTitle(importance, output)];
  yield csvLine([
    place,
    columns.key,
    columns.name,
    columns.from,
    columns.to,
    columns.direction,
    ...amount,
    columns.reason,
  ]);
  const write = moverWriter(output);
  for (const mover of simulation.movers) {
    const { row, id, key, name } = mover.customer;
    const { from, to, reason } = write(mover);
    yield csvLine([
      row === undefined ? (id ?? '') : String(row),
      safeCsvCell(key),
      safeCsvCell(name),
      safeCsvCell(from),
      safeCsvCell(to),
      directions[mover.direction],
      ...(importance === null ? [] : [mover.importance === null ? '' : String(mover.importance)]),
      safeCsvCell(reason),
    ]);
  }
}

function jsonOutput(output: SimulationOutput): string {
  const { before, after, importance, simulation } = output;
  const scheme = ({ scheme: { id, version } }: FittedScheme) => ({ id, version });
  const write = moverWriter(output);
  const result = {
    scheme: scheme(after),
    against: scheme(before),
    asOf: after.asOf,
    customers: simulation.customers,
    matrix: simulation.matrix,
    orderedBy: importance,
    movers: simulation.movers.map((mover) => {
      const { customer, from, to, direction, steps, importance: amount, reason } = mover;
      return {
        ...customerFields(customer),
        from: { status: from.status, tier: from.tier },
        to: { status: to.status, tier: to.tier },
        direction,
        steps,
        amount,
        reason: reason && { ...reason, text: write(mover).reason },
      };
    }),
    hours: simulation.hours.map(({ owner, customers, before: was, after: is }) => ({
      owner: owner?.name ?? null,
      customers,
      before: round(was, 2),
      after: round(is, 2),
      // what a reader reckons from the two
      difference: round(round(is, 2) - round(was, 2), 2),
    })),
    withoutHours: simulation.withoutHours,
  };
  return `${JSON.stringify(result, null, 2)}\n`;
}

function customerFields({ row, id, key, name }: SimulatedCustomerLabel) {
  return { ...(row === undefined ? {} : { row }), ...(id === undefined ? {} : { id }), key, name };
}

function moverWriter({ before, after, language }: SimulationOutput) {
  const writer = gradeWriter(after, language);
  return ({ from, to, reason }: Mover<unknown>) => ({
    from: placeText(from, before.scheme, language),
    to: placeText(to, after.scheme, language),
    reason: moveReasonText(reason, after, writer, language),
  });
}

/** What the scheme calls the amount that movers are ordered by. */
function amountTitle(id: string, { before, after, language }: SimulationOutput): string {
  const named = [after, before].find(({ scheme }) => scheme.criteria.some((criterion) => criterion.id === id));
  return named === undefined ? fieldTitle(id, language) : criterionText(id, named.scheme, language);
}

function hours(value: number): string {
  return formatDecimal(value, 1);
}

function signed(value: number): string {
  const rounded = round(value, 1);
  return rounded > 0 ? `+${hours(rounded)}` : hours(rounded);
}

function round(value: number, digits: number): number {
  const factor = 10 ** digits;
  return Math.round(value * factor) / factor;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
