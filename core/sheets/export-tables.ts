import type { CustomerStage } from '../customer-stage.ts';
import type { Digest, DigestMoves, DigestPart, SigningCount, TierCount } from '../digest/digest.ts';
import { grouped, sumOf } from '../digest/grouped.ts';
import { serviceDebt } from '../digest/service-debt.ts';
import { schemeOf } from '../digest/tier-counts.ts';
import { digestMatrices } from '../text/digest-matrix.ts';
import { type DigestNames, digestNames } from '../text/digest-names.ts';
import { digestSections } from '../text/digest-sections.ts';
import type { DigestSection } from '../text/digest-text.ts';
import { fieldTitle } from '../text/field-titles.ts';
import { formatDate } from '../text/format.ts';
import type { Language } from '../text/language.ts';
import { SHEETS_EXPORT_TEXT, type SheetsExportText } from '../text/sheets-export-text.ts';

/** A table of a digest for a sheet, in words and numbers. */
export interface ExportTable {
  readonly title: string;
  /** None where the rows are lines of text. */
  readonly headings: readonly string[];
  /** As long as the headings, or shorter. */
  readonly rows: readonly (readonly (string | number)[])[];
  /** How numbers of some rows look, from a row of the table on (0-based, the headings aside); the rest are whole numbers. */
  readonly looks: readonly { readonly row: number; readonly rows: number; readonly pattern: string }[];
  /** What a chart shows of the table; null: it has none. */
  readonly chart: ExportChart | null;
}

/** A chart of a table: its first column names what stands along the chart. */
export interface ExportChart {
  /** The first so many rows. */
  readonly rows: number;
  /** A series for each; columns of the table, 0-based. */
  readonly series: readonly { readonly column: number; readonly colour: string | null }[];
}

/** Whole numbers, with their thousands set apart. */
export const WHOLE = '#,##0';
const CHANGE = '+#,##0;-#,##0;0';
const DAYS = '#,##0.0';
/** Of customers who are in no tier. */
const GREY = '#9aa0a6';

/**
 * The tables of a digest, in the order in which they are read; those in which there is nothing are left out.
 *
 * @param sales a year's sales by stage and tier (its id; null: without one), as far as they are known; undefined: not told
 */
export function exportTables(
  digest: Digest,
  language: Language,
  sales: ((stage: CustomerStage, tier: string | null) => number | undefined) | undefined,
): ExportTable[] {
  const names = digestNames(digest, language);
  const text = SHEETS_EXPORT_TEXT[language];
  const sections = digestSections(digest, names);
  const told = (...parts: readonly DigestPart[]) =>
    sections.filter(({ part }) => parts.includes(part)).map((section) => lineTable(section, names));
  const tables = [
    ...tierTables(digest, names, text, sales),
    ...moveTables(digest, names, text),
    ...digestMatrices(digest, language).map(({ caption, rows: [headings = [], ...rows] }) =>
      plainTable(caption, headings.map(String), rows),
    ),
    ...debtTables(digest, names, text),
    ...told('complaints'),
    ...capacityTables(digest, names, text),
    ...told('dormant'),
    ...signingTables(digest, names, text),
    ...told('ends', 'causes', 'satisfaction', 'data'),
  ];
  return tables.filter(({ headings, rows }) => headings.length === 0 || rows.length > 0);
}

function plainTable(title: string, headings: readonly string[], rows: ExportTable['rows']): ExportTable {
  return { title, headings, rows, looks: [], chart: null };
}

/** What the digest says in lines: what each is about, and the rest beside it. */
function lineTable({ title, lines, more }: DigestSection, { words }: DigestNames): ExportTable {
  const rows = lines.map(({ lead, text }) => [
    lead,
    text.startsWith(words.colon) ? text.slice(words.colon.length) : text,
  ]);
  return plainTable(title, [], more === null ? rows : [...rows, [more]]);
}

/** Tiers stand side by side, so that each is a series of the chart in its own colour. */
function tierTables(
  digest: Digest,
  names: DigestNames,
  text: SheetsExportText,
  sales: Parameters<typeof exportTables>[2],
): ExportTable[] {
  const { currencies, date, edition, schemes, tiers = [] } = digest;
  const { language, words } = names;
  return [...grouped(tiers, ({ stage }) => stage).values()].flatMap((counts): ExportTable[] => {
    const [{ stage } = { stage: undefined }] = counts;
    if (stage === undefined) return [];
    const numbers = (label: string, of: (count: TierCount) => number) => [label, ...counts.map(of), sumOf(counts, of)];
    const isKnown = counts.some(({ before }) => before !== null);
    const before = isKnown ? [numbers(text.before[edition], (count) => count.before ?? 0)] : [];
    const now = numbers(formatDate(date, language), ({ customers }) => customers);
    const change = isKnown ? [numbers(text.change, (count) => count.customers - (count.before ?? 0))] : [];
    const amounts = stage === 'customer' && sales !== undefined ? salesRow(counts, sales) : [];
    const salesHeading = inCurrency(fieldTitle('salesAmount', language), currencies.sales, text);
    const colourOf = ({ tier }: TierCount) => {
      const found = schemeOf(schemes, stage)?.tiers.find(({ id }) => id === tier);
      return found === undefined ? GREY : (found.colour ?? null);
    };
    return [
      {
        title: words.tiers[stage],
        headings: [text.tier, ...counts.map((count) => names.place(count)), text.total],
        rows: [...before, now, ...change, ...amounts.map((row) => [salesHeading, ...row])],
        looks: isKnown ? [{ row: 2, rows: 1, pattern: CHANGE }] : [],
        chart: {
          rows: before.length + 1,
          series: counts.map((count, at) => ({ column: at + 1, colour: colourOf(count) })),
        },
      },
    ];
  });
}

function salesRow(
  counts: readonly TierCount[],
  sales: NonNullable<Parameters<typeof exportTables>[2]>,
): (string | number)[][] {
  const of = counts.map(({ stage, tier }, at) =>
    // places without a tier are told together, in the first of them
    tier === null && counts.findIndex((count) => count.tier === null) !== at ? undefined : sales(stage, tier),
  );
  if (of.every((amount) => amount === undefined)) return [];
  return [[...of.map((amount) => amount ?? ''), sumOf(of, (amount) => amount ?? 0)]];
}

function moveTables({ moves }: Digest, names: DigestNames, text: SheetsExportText): ExportTable[] {
  if (moves === undefined) return [];
  const { language, words } = names;
  const headings = [fieldTitle('name', language), text.move, text.amount, fieldTitle('owner', language), text.why];
  const table = (direction: 'up' | 'down', { count, ofBest, value, first }: DigestMoves): ExportTable => {
    const sales = names.sales(value);
    const title = direction === 'down' ? words.fallen(count, ofBest, sales) : words.risen(count, ofBest, sales);
    const rows = first.map((move) => [
      move.name,
      names.move(move),
      names.value(move.value, move.stage) ?? '',
      names.rep(move.ownerId),
      names.why(move.why),
    ]);
    const rest = count - rows.length;
    return plainTable(title, headings, rest > 0 ? [...rows, [words.more(rest, 'customers')]] : rows);
  };
  return [table('down', moves.down), table('up', moves.up)];
}

function debtTables({ overdue = [] }: Digest, names: DigestNames, text: SheetsExportText): ExportTable[] {
  const rows = serviceDebt(overdue).map(({ ownerId, customers, owed, made }) => [
    names.rep(ownerId),
    customers,
    owed,
    made,
  ]);
  const title = names.words.overdueTitle(sumOf(overdue, ({ customers }) => customers));
  const headings = [fieldTitle('owner', names.language), text.overdue, text.owed, text.made];
  return [plainTable(title, headings, rows)];
}

function capacityTables({ capacity = [] }: Digest, names: DigestNames, text: SheetsExportText): ExportTable[] {
  const rows = capacity.map(({ memberId, days, ofDays }) => [names.rep(memberId), days, ofDays]);
  const headings = [fieldTitle('owner', names.language), text.daysNeeded, text.daysThere];
  const title = names.words.overBooks(capacity.length);
  return [{ ...plainTable(title, headings, rows), looks: [{ row: 0, rows: rows.length, pattern: DAYS }] }];
}

function signingTables({ signings, currencies }: Digest, names: DigestNames, text: SheetsExportText): ExportTable[] {
  const months = signings?.months ?? [];
  const amount = inCurrency(text.amount, currencies.expected, text);
  const byMonth = [...grouped(months, ({ month }) => month)].map(([month, counts]) => [
    names.month(month),
    sumOf(counts, ({ prospects }) => prospects),
    amountOf(counts) ?? '',
  ]);
  const hasAmounts = months.some((count) => count.amount !== null);
  const byRep = months.map((count) => [
    names.month(count.month),
    names.rep(count.ownerId),
    count.prospects,
    count.amount ?? '',
  ]);
  return [
    {
      ...plainTable(text.forecast, [text.month, text.prospects, amount], byMonth),
      chart: { rows: byMonth.length, series: [{ column: hasAmounts ? 2 : 1, colour: null }] },
    },
    plainTable(text.forecastByRep, [text.month, fieldTitle('owner', names.language), text.prospects, amount], byRep),
  ];
}

function amountOf(counts: readonly SigningCount[]): number | null {
  const known = counts.flatMap(({ amount }) => (amount === null ? [] : [amount]));
  return known.length === 0 ? null : sumOf(known, (amount) => amount);
}

function inCurrency(heading: string, currency: string | null, text: SheetsExportText): string {
  return currency === null ? heading : text.inCurrency(heading, currency);
}
