import type { FactValue } from '../customer.ts';
import type { Cell } from '../table/cell.ts';
import { FIELDS } from '../table/fields.ts';
import { csvLine, safeCsvCell } from './csv-line.ts';
import { fieldTitle } from './field-titles.ts';
import { formatDecimal, formatValue } from './format.ts';
import {
  type ClosedStatus,
  closedText,
  currencyClashText,
  duplicateText,
  type ImportRejection,
  rejectionText,
  type SharedTrait,
  unknownOwnersText,
  unknownOwnerText,
} from './import-text.ts';
import type { ByLanguage, Language } from './language.ts';

/** What an import has to tell besides its counts. */
export interface ToldImport {
  /** True when nothing was written. */
  readonly dryRun: boolean;
  readonly rows: readonly {
    /** 1-based row of the sheet. */
    readonly row: number;
    readonly name: string;
    readonly outcome:
      | { readonly kind: 'new' | 'unchanged' }
      | { readonly kind: 'changed'; readonly changes: readonly ToldChange[] }
      | { readonly kind: 'rejected'; readonly reason: ImportRejection };
  }[];
  readonly duplicates: readonly {
    readonly by: SharedTrait;
    readonly customers: readonly { readonly key: string | null; readonly name: string }[];
  }[];
  readonly currencyClash: { readonly onFile: string; readonly table: string } | null;
  readonly unknownOwners: readonly { readonly text: string; readonly rows: readonly number[] }[];
  readonly closed: readonly { readonly row: number; readonly name: string; readonly status: ClosedStatus }[];
}

/** One value that a row changes; null where there was or is none. */
interface ToldChange {
  readonly field: string;
  readonly from: FactValue | null;
  readonly to: FactValue | null;
}

/**
 * What an import did or would do, in sentences: clashing currencies, rejected rows, likely duplicates, archived customers,
 * unknown owners, and
 * before the import, where a person decides on them, changed rows. Spells out `most` and counts the rest.
 */
export function importReportLines(
  report: ToldImport,
  most: number,
  language: Language,
): { readonly lines: readonly string[]; readonly more: number } {
  const { currencyClash, duplicates } = report;
  const lines = [
    ...(currencyClash === null ? [] : [() => currencyClashText(currencyClash.onFile, currencyClash.table, language)]),
    ...rowLines(report.rows, 'rejected', language),
    ...duplicates.map(({ by, customers }) => () => {
      const named = customers.map(({ key, name }) => (key === null ? name : `${name} (${key})`));
      return duplicateText(by, named, language);
    }),
    ...report.closed.map(
      ({ row, name, status }) =>
        () =>
          rowText(row, name, closedText(status, language), language),
    ),
    ...unknownOwnerLines(report.unknownOwners, language).map((line) => () => line),
    ...(report.dryRun ? rowLines(report.rows, 'changed', language) : []),
  ];
  return { lines: lines.slice(0, most).map((line) => line()), more: Math.max(0, lines.length - most) };
}

/** A row's sentence is made only when it is spelt out: there may be 100,000. */
function rowLines(rows: ToldImport['rows'], kind: 'rejected' | 'changed', language: Language): (() => string)[] {
  return rows
    .filter(({ outcome }) => outcome.kind === kind)
    .map(
      ({ row, name, outcome }) =>
        () =>
          rowText(row, name, whatBecame(outcome, language), language),
    );
}

function whatBecame(outcome: ToldImport['rows'][number]['outcome'], language: Language): string {
  switch (outcome.kind) {
    case 'rejected':
      return rejectionText(outcome.reason, language);
    case 'changed':
      return changesText(outcome.changes, language);
    case 'new':
    case 'unchanged':
      return '';
    default:
      return outcome satisfies never;
  }
}

function changesText(changes: readonly ToldChange[], language: Language): string {
  return changes.map((change) => changeText(change, language)).join(language === 'en' ? ', ' : '，');
}

function changeText({ field, from, to }: ToldChange, language: Language): string {
  const type = FIELDS.find(({ id }) => id === field)?.type ?? 'text';
  const value = (of: FactValue | null): string => (of === null ? '–' : formatValue(of, type, language));
  return `${fieldTitle(field, language)} ${value(from)} → ${value(to)}`;
}

/** Unknown owners that are told one by one. */
const MOST_OWNERS = 3;

/** A few owners stand on lines of their own; a whole list that is not known yet takes one. */
function unknownOwnerLines(owners: ToldImport['unknownOwners'], language: Language): string[] {
  if (owners.length <= MOST_OWNERS) {
    return owners.map(({ text, rows }) => unknownOwnerText(text, rows.length, language));
  }
  const named = owners.slice(0, MOST_OWNERS).map(({ text }) => text);
  const rows = owners.reduce((sum, owner) => sum + owner.rows.length, 0);
  return [unknownOwnersText(named, owners.length, rows, language)];
}

/** The rejected rows of customers as {@link rejectedRowsCsv} writes them. */
export function rejectedCsv(
  rejected: {
    readonly headings: readonly string[];
    readonly rows: readonly { readonly cells: readonly Cell[]; readonly reason: ImportRejection }[];
  },
  language: Language,
): string {
  const rows = rejected.rows.map(({ cells, reason }) => ({ cells, problem: rejectionText(reason, language) }));
  return rejectedRowsCsv(rejected.headings, rows, language);
}

/**
 * Rejected rows with their heading and what is wrong, as a CSV file that can be mended and imported again. No cell of it
 * runs as a formula.
 */
export function rejectedRowsCsv(
  headings: readonly string[],
  rows: readonly { readonly cells: readonly Cell[]; readonly problem: string }[],
  language: Language,
): string {
  const lines = [
    csvLine([...headings.map(safeCsvCell), PROBLEM[language]]),
    ...rows.map(({ cells, problem }) => csvLine([...headings.map((_, index) => safeCsvCell(cells[index])), problem])),
  ];
  // Excel takes a CSV file for UTF-8 only when it begins with this mark.
  return `\uFEFF${lines.join('')}`;
}

/** A sentence about a row with its number and the customer that it names; `name` empty for none. */
export function rowText(row: number, name: string, sentence: string, language: Language): string {
  return ROW[language](row, name, sentence);
}

/** "… and 12 more." below a list that was cut. */
export function moreText(count: number, language: Language): string {
  return MORE[language](count);
}

const ROW: ByLanguage<(row: number, name: string, what: string) => string> = {
  en: (row, name, what) => `Row ${row}${name === '' ? '' : `, ${name}`}: ${what}`,
  'zh-CN': (row, name, what) => `第 ${row} 行${name === '' ? '' : `，${name}`}：${what}`,
  'zh-TW': (row, name, what) => `第 ${row} 列${name === '' ? '' : `，${name}`}：${what}`,
};

/** Heading of the column that says what is wrong with a rejected row. */
const PROBLEM: ByLanguage = { en: 'Problem', 'zh-CN': '问题', 'zh-TW': '問題' };

const MORE: ByLanguage<(count: number) => string> = {
  en: (count) => `… and ${count} more.`,
  'zh-CN': (count) => `……另有 ${formatDecimal(count, 0)} 条。`,
  'zh-TW': (count) => `……另有 ${formatDecimal(count, 0)} 項。`,
};
