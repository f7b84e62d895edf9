import { setImmediate as nextTurn } from 'node:timers/promises';
import type { CalendarDate } from '../../core/calendar-date.ts';
import { comparableKey } from '../../core/contact-details.ts';
import type { Cell } from '../../core/table/cell.ts';
import type { TableReading } from '../../core/table/reading.ts';
import type { PurchaseCounts, PurchaseRejection } from '../../core/text/purchase-text.ts';
import { recordAuditEvent } from '../store/audit-events.ts';
import { findGradingRun } from '../store/grades.ts';
import { newId } from '../store/new-id.ts';
import { findPurchaseCurrency, findPurchasesLike, insertPurchases, type PurchaseLine } from '../store/purchases.ts';
import { lockWorkspace } from '../store/workspaces.ts';
import type { UseCaseContext } from './context.ts';
import { type CurrencyClash, tableCurrency } from './currency-clash.ts';
import { knownCustomers } from './customer-book.ts';
import { afterGrading, dayOfGrading, gradeStages } from './grade-customers.ts';
import type { GradingSummary } from './grade-stage.ts';
import { linesNotOnFile, type PurchaseRow, planPurchases } from './plan-purchases.ts';
import { recordFields } from './record-fields.ts';

/** What an import of purchases may be told beside the table. */
export interface ImportPurchasesOptions {
  /** Only say what would happen. Default false. */
  readonly dryRun?: boolean;
  /** Marks the purchases as samples, which can be taken away again. Default `import`. */
  readonly source?: 'import' | 'sample';
  /** Purchases after this day are refused, and the last 12 months count from it. Default: today on this machine. */
  readonly asOf?: CalendarDate;
  /** Hears how many of how many purchases have been written. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** What an import of purchases did, or would do. */
export interface PurchaseReport {
  /** True when nothing was written. */
  readonly dryRun: boolean;
  readonly counts: PurchaseCounts;
  /** Rows that can be mended and imported again, in the table's order, with the table's headings. */
  readonly rejected: {
    readonly headings: readonly string[];
    readonly rows: readonly {
      readonly row: number;
      readonly name: string;
      readonly cells: readonly Cell[];
      readonly reason: PurchaseRejection;
    }[];
  };
  /** Set when the table's amounts are in another currency than those on file, to which they are added. */
  readonly currencyClash: CurrencyClash | null;
  /** One for each stage; empty where nothing was new, and for a dry run. */
  readonly gradings: readonly GradingSummary[];
}

const RECORDS_A_TURN = 2000;

/**
 * Takes the purchases of a table over (`readTable` with `PURCHASE_FIELDS`) and grades everybody again, in one
 * transaction. Purchases of customers that are not on file are rejected. Importing a table again adds nothing.
 */
export async function importPurchases(
  context: UseCaseContext,
  reading: TableReading,
  options: ImportPurchasesOptions = {},
): Promise<PurchaseReport> {
  const report = await context.db.transaction().execute((db) => importWithin({ ...context, db }, reading, options));
  if (report.gradings.length > 0) await afterGrading(context);
  return report;
}

async function importWithin(
  context: UseCaseContext,
  reading: TableReading,
  options: ImportPurchasesOptions,
): Promise<PurchaseReport> {
  const { db, actor, clock } = context;
  const { workspaceId, memberId } = actor;
  const { dryRun = false, source = 'import', asOf = dayOfGrading(context), onProgress } = options;
  await lockWorkspace(db, workspaceId);
  const now = clock.now();
  for (const [index, record] of reading.records.entries()) {
    // Each record is sorted into fields here for the first time: others get their turn in between.
    if (index % RECORDS_A_TURN === 0) await nextTurn();
    recordFields(record);
  }
  const customers = await knownCustomers(db, workspaceId, reading.records);
  const rows = planPurchases(reading, customers, asOf);
  const bought = rows.flatMap(({ outcome }) => (outcome.kind === 'purchase' ? [outcome] : []));
  const added = linesNotOnFile(bought, await purchasesOnFile(context, bought));
  const currency = tableCurrency(reading) ?? null;
  const onFile = await currencyOnFile(context);
  const gradings: GradingSummary[] = [];
  if (!dryRun && added.length > 0) {
    const purchases = added.map(({ line }) => ({ ...line, id: newId(now), currency }));
    const onRows = (written: number): void => onProgress?.(written, purchases.length);
    await insertPurchases(db, workspaceId, purchases, { source, now, onRows });
    const changedIds = new Set(added.map(({ countsFor }) => countsFor));
    const reason = {
      startedBy: 'purchases-imported',
      cause: 'import',
      changedIds,
      currency: onFile ?? currency,
    } as const;
    gradings.push(...(await gradeStages(context, asOf, reason)));
  }
  const counts = countsOf(rows, bought.length, added.length);
  if (!dryRun) {
    const detail = { ...counts };
    await recordAuditEvent(db, { workspaceId, memberId, action: 'purchases-imported', detail }, now);
  }
  const isClash = onFile !== null && currency !== null && onFile !== currency;
  const currencyClash = isClash ? { onFile, table: currency } : null;
  return { dryRun, counts, rejected: rejectedRows(reading, rows), currencyClash, gradings };
}

/** The purchases on file that any of these may be. */
async function purchasesOnFile(
  { db, actor }: UseCaseContext,
  bought: readonly { readonly line: PurchaseLine }[],
): Promise<PurchaseLine[]> {
  const orders = new Set<string>();
  const customerIds = new Set<string>();
  const days = new Set<CalendarDate>();
  for (const { line } of bought) {
    if (line.orderNumber !== null) orders.add(comparableKey(line.orderNumber));
    else {
      customerIds.add(line.customerId);
      days.add(line.boughtOn);
    }
  }
  const sorted = [...days].toSorted();
  const [from] = sorted;
  const upTo = sorted.at(-1);
  const [anyDay] = bought;
  if (anyDay === undefined) return [];
  return findPurchasesLike(db, actor.workspaceId, {
    orders: [...orders],
    customerIds: [...customerIds],
    from: from ?? anyDay.line.boughtOn,
    upTo: upTo ?? anyDay.line.boughtOn,
  });
}

/** The currency in which customers are graded, else that of purchases; null when neither is known. */
async function currencyOnFile({ db, actor }: UseCaseContext): Promise<string | null> {
  const last = await findGradingRun(db, actor.workspaceId, { latestOf: 'customer' });
  return last?.fitted.currency ?? findPurchaseCurrency(db, actor.workspaceId);
}

function countsOf(rows: readonly PurchaseRow[], bought: number, added: number): PurchaseCounts {
  const ofKind = (kind: PurchaseRow['outcome']['kind']): number =>
    rows.filter(({ outcome }) => outcome.kind === kind).length;
  return { new: added, known: bought - added, cancelled: ofKind('cancelled'), rejected: ofKind('rejected') };
}

function rejectedRows(reading: TableReading, rows: readonly PurchaseRow[]): PurchaseReport['rejected'] {
  return {
    headings: reading.columns.map(({ heading }) => heading),
    rows: rows.flatMap(({ row, name, outcome }, index) =>
      outcome.kind === 'rejected'
        ? [{ row, name, cells: reading.records[index]?.cells ?? [], reason: outcome.reason }]
        : [],
    ),
  };
}
