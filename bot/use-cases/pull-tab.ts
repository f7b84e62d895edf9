import type { CalendarDate } from '../../core/calendar-date.ts';
import { comparableKey } from '../../core/contact-details.ts';
import type { TableProblem, TableRecord } from '../../core/table/reading.ts';
import { dayAheadText } from '../../core/text/connected-sheet-text.ts';
import { rowText } from '../../core/text/import-report-text.ts';
import { rejectionText } from '../../core/text/import-text.ts';
import type { Language } from '../../core/text/language.ts';
import { tableProblemText } from '../../core/text/table-text.ts';
import { findRemovedRows, forgetRemoved } from '../store/connected-sheet-removed.ts';
import { type ConnectedSheetRow, findSheetRows, markVanished, saveSheetRows } from '../store/connected-sheet-rows.ts';
import type { SheetDifference } from '../store/connected-sheets.ts';
import { findContactPeople } from '../store/contact-people.ts';
import { findLastLogged } from '../store/follow-up-sources.ts';
import { findMemberRecords } from '../store/members.ts';
import { findOwnerLinks } from '../store/owner-links.ts';
import { lockWorkspace } from '../store/workspaces.ts';
import type { ConnectedTab } from './connected-tab.ts';
import type { UseCaseContext } from './context.ts';
import { wholeCustomers } from './customer-book.ts';
import { type ReadByNow, readByNow } from './days-ahead.ts';
import { doubtfulRows } from './doubtful-rows.ts';
import { ownerFinder } from './find-owner.ts';
import { type ImportOutcome, importWithin } from './import-table.ts';
import { eachInTurns } from './in-turns.ts';
import { type MatchedRow, type MatchedRows, matchSheetRows } from './match-sheet-rows.ts';
import { type MergedSheetRow, type MergeSetting, mergeSheetRow } from './merge-sheet-row.ts';
import { recordFields, recordNames, storableRecord } from './record-fields.ts';
import {
  columnFinder,
  placedDifferences,
  type RepeatedRows,
  removedCustomer,
  type SheetPullReport,
} from './sheet-pull-report.ts';

/** How the table of a tab is pulled. */
export interface PullTabOptions {
  /** Whose last reading it is merged with; null: it is not connected yet. */
  readonly sheetId: string | null;
  /** Of the report's sentences. */
  readonly language: Language;
  readonly asOf: CalendarDate;
  /** Only say what would happen. */
  readonly dryRun: boolean;
  /** Whether the pull can be undone as an import can, in place of the import before. */
  readonly keepsUndo: boolean;
  /** Whether customers who were removed from Tierbook come back where the sheet still has them. */
  readonly again: boolean;
}

/** What came of it, with what the import behind it did. */
export interface PulledTab {
  readonly report: SheetPullReport;
  readonly outcome: ImportOutcome;
  /** The day on which the table is to be read again though nobody has changed it; null: none. */
  readonly readAgainOn: CalendarDate | null;
}

/**
 * Takes over what a table of a sheet says that it did not say when it was last read, and keeps what it says now for the next time;
 * within the caller's transaction, after which `afterGrading` is to be called.
 *
 * The sheet wins for facts: a cell that has changed since arrives, whatever Tierbook has, and what it replaces is listed. A cell
 * that has not changed says nothing, so that what a rep has changed in Slack since stays. Of a customer who was never read, each
 * cell counts as changed. Rows are known by number, else by name, never by their place; of several rows of one customer that
 * differ none is read. A row that has vanished takes no customer away, and a column that has been emptied or has gone altogether
 * empties nothing. Nor does a row bring back a customer who was removed from Tierbook, unless that is asked for (`again`). A day of
 * last contact that has not come yet counts as if nobody had written it, until it has.
 */
export async function pullTab(
  context: UseCaseContext,
  asItStands: ConnectedTab,
  options: PullTabOptions,
): Promise<PulledTab> {
  const byNow = readByNow(asItStands.reading, options.asOf);
  const table = { ...asItStands, reading: byNow.reading };
  const { db, actor, clock } = context;
  const { workspaceId } = actor;
  const { reading } = table;
  const { sheetId } = options;
  await lockWorkspace(db, workspaceId);
  const base = sheetId === null ? [] : await findSheetRows(db, workspaceId, sheetId);
  const gone = sheetId === null || options.again ? [] : await findRemovedRows(db, workspaceId, sheetId);
  const rows = await matchSheetRows(wholeCustomers(db, workspaceId), reading.records, base, gone);
  const columnOf = columnFinder(reading);
  const ahead = new Set(byNow.ahead.map(({ record }) => record.row));
  const setting = await mergeSetting(context, rows.matched, {
    hasColumn: (field) => columnOf(field) !== undefined,
    isAhead: (row) => ahead.has(row),
  });
  const merged: MergedRow[] = [];
  await eachInTurns(rows.matched, (row) => {
    merged.push({ row, merge: mergeSheetRow(row, setting) });
  });
  const outcome = await takeOver(context, table, { rows, merged }, options);
  if (sheetId !== null && !options.dryRun) {
    await saveSheetRows(db, workspaceId, sheetId, await rowsToKeep(rows, merged, outcome));
    const vanished = rows.vanished.flatMap(({ row }) => (row.vanishedAt === null ? [row.customerId] : []));
    await markVanished(db, workspaceId, sheetId, vanished, clock.now());
    const still = rows.removed.map(({ customerId }) => customerId);
    await forgetRemoved(db, workspaceId, sheetId, still);
  }
  const differences = (of: 'conflicts' | 'kept'): SheetDifference[] =>
    merged.flatMap(({ row, merge }) =>
      placedDifferences(merge[of], row.customer, row.record.row, columnOf, options.language),
    );
  const report: SheetPullReport = {
    import: outcome.report,
    conflicts: differences('conflicts'),
    kept: differences('kept'),
    vanished: rows.vanished
      .flatMap(({ row, customer }) =>
        customer.mergedInto === null && customer.status === 'active'
          ? [{ customerId: customer.id, name: customer.name, isNew: row.vanishedAt === null }]
          : [],
      )
      .toSorted((one, other) => (one.name < other.name ? -1 : 1)),
    removed: rows.removed.map((row) => removedCustomer(row, table.spreadsheet)),
    repeated: rows.repeated.map(repeatedRows),
    problems: [
      ...doubtfulRows(rows, options.language),
      ...daysAhead(byNow, options.language),
      ...problemsOf(table, outcome, options.language),
    ],
  };
  return { report, outcome, readAgainOn: byNow.readAgainOn };
}

interface MergedRow {
  readonly row: MatchedRow;
  readonly merge: MergedSheetRow;
}

async function mergeSetting(
  { db, actor }: UseCaseContext,
  matched: readonly MatchedRow[],
  sheet: Pick<MergeSetting, 'hasColumn' | 'isAhead'>,
): Promise<MergeSetting> {
  const { workspaceId } = actor;
  const ids = matched.map(({ customer }) => customer.id);
  const members = await findMemberRecords(db, workspaceId);
  const find = ownerFinder(members, await findOwnerLinks(db, workspaceId));
  const left = new Set(members.flatMap(({ id, deactivatedAt }) => (deactivatedAt === null ? [] : [id])));
  const logged = await findLastLogged(db, workspaceId, ids);
  const withPeople = matched.filter(({ record }) => {
    const { contactName, phone, email } = recordFields(record);
    return (contactName ?? phone ?? email) !== undefined;
  });
  const people = await findContactPeople(
    db,
    workspaceId,
    withPeople.map(({ customer }) => customer.id),
  );
  const byCustomer = Map.groupBy(people, ({ customerId }) => customerId);
  const memberId = (text: string): string | null => {
    const owner = find(text);
    return owner.kind === 'member' ? owner.memberId : null;
  };
  return {
    ...sheet,
    ownerId: memberId,
    hasLeft: (text) => left.has(memberId(text) ?? ''),
    lastLoggedOn: (customerId) => logged.get(customerId),
    people: (customerId) => byCustomer.get(customerId) ?? [],
  };
}

/** Imports what is new; the report counts all rows and names each. */
async function takeOver(
  context: UseCaseContext,
  { reading }: ConnectedTab,
  { rows, merged }: { readonly rows: MatchedRows; readonly merged: readonly MergedRow[] },
  { asOf, dryRun, keepsUndo }: PullTabOptions,
): Promise<ImportOutcome> {
  const fresh = merged.flatMap(({ merge }) => merge.record ?? []);
  const known = new Map(
    merged.flatMap(({ row, merge }) =>
      merge.record === null ? [] : [[row.record.row, { customerId: row.customer.id, by: row.by }] as const],
    ),
  );
  const records = [...fresh, ...rows.open].toSorted((one, other) => one.row - other.row);
  const outcome = await importWithin(
    context,
    { ...reading, records },
    { source: 'sheet', dryRun, asOf, keepsUndo, known },
  );
  const nameOf = new Map(reading.records.map((record) => [record.row, recordFields(record).name ?? '']));
  const { report } = outcome;
  const named = report.rows.map((row) => ({ ...row, name: nameOf.get(row.row) ?? row.name }));
  const unchanged = report.counts.unchanged + merged.length - fresh.length + rows.spare.length;
  const notRead = rows.repeated.reduce((sum, group) => sum + group.length, rows.removed.length);
  const rejected = report.counts.rejected + notRead;
  return { ...outcome, report: { ...report, rows: named, counts: { ...report.counts, unchanged, rejected } } };
}

/** What is to be remembered of rows, as far as it is not yet. */
async function rowsToKeep(
  { open }: MatchedRows,
  merged: readonly MergedRow[],
  { report }: ImportOutcome,
): Promise<Omit<ConnectedSheetRow, 'vanishedAt'>[]> {
  const kept: Omit<ConnectedSheetRow, 'vanishedAt'>[] = [];
  await eachInTurns(merged, ({ row, merge }) => {
    const now = { customerId: row.namedId, ...identityOf(row.record), read: merge.read };
    const { base } = row;
    const isKnown =
      base !== undefined &&
      base.vanishedAt === null &&
      base.key === now.key &&
      base.name === now.name &&
      JSON.stringify(sorted(base.read)) === JSON.stringify(sorted(now.read));
    if (!isKnown) kept.push(now);
  });
  const outcomes = new Map(report.rows.map(({ row, outcome }) => [row, outcome]));
  const taken = new Set(kept.map(({ customerId }) => customerId));
  await eachInTurns(open, (record) => {
    const outcome = outcomes.get(record.row);
    if (outcome === undefined || outcome.kind === 'rejected' || taken.has(outcome.customerId)) return;
    taken.add(outcome.customerId);
    kept.push({ customerId: outcome.customerId, ...identityOf(record), read: storableRecord(record) });
  });
  return kept;
}

/** With its fields in one order: the database has another one than the table. */
function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([field, part]) => [field, sorted(part)]);
}

function identityOf(record: TableRecord): { readonly key: string | null; readonly name: string | null } {
  const { key, names } = recordFields(record);
  return { key: comparableKey(key ?? '') || null, name: names.normal || null };
}

function repeatedRows(records: readonly TableRecord[]): RepeatedRows {
  const all = records.map(recordFields);
  const names = [...new Set(all.flatMap(({ name }) => name ?? []))];
  const key = all.find((fields) => fields.key !== undefined)?.key;
  const name = names.length > 1 && key !== undefined ? `${key} (${names.join(', ')})` : (names[0] ?? key ?? '');
  return { rows: records.map(({ row }) => row), name };
}

function daysAhead({ ahead }: ReadByNow, language: Language): string[] {
  return ahead.map(({ record, day }) => {
    const { name, key } = recordNames(record);
    return dayAheadText({ row: record.row, name: name ?? key ?? '', day }, language);
  });
}

/** What is told elsewhere: of repeated customers and of rows without one. */
const TOLD_ELSEWHERE: ReadonlySet<TableProblem['code']> = new Set(['duplicate-key', 'duplicate-name', 'no-name']);

function problemsOf({ reading }: ConnectedTab, { report }: ImportOutcome, language: Language): string[] {
  // of a last contact ahead it is told when it counts
  const isLastContact = (column: number | undefined): boolean =>
    reading.columns.some(({ index, field }) => index === column && field === 'lastContact');
  const problems = reading.problems.filter(
    ({ code, severity, column }) =>
      severity === 'problem' && !TOLD_ELSEWHERE.has(code) && !(code === 'future-date' && isLastContact(column)),
  );
  const rejected = report.rows.flatMap(({ row, name, outcome }) =>
    outcome.kind === 'rejected' ? [rowText(row, name, rejectionText(outcome.reason, language), language)] : [],
  );
  return [...rejected, ...problems.map((problem) => tableProblemText(problem, reading.columns, language))];
}
