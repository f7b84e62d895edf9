import type { CalendarDate } from '../../core/calendar-date.ts';
import { type Mend, type PushPlan, planPushInSteps, type TypedTier } from '../../core/sheets/plan-push.ts';
import { identityOf } from '../../core/sheets/row-identity.ts';
import { recallTable } from '../../core/sheets/table-memory.ts';
import { nameOf } from '../../core/text/graded-table-words.ts';
import { pushedColumns } from '../../core/text/sheets-push-text.ts';
import { newId } from '../store/new-id.ts';
import { dayOfSheet } from './connected-tab.ts';
import type { UseCaseContext } from './context.ts';
import { dayOfGrading } from './grade-customers.ts';
import { inTurns } from './in-turns.ts';
import type { SeenTab } from './look-at-tab.ts';
import { type PushedSheet, type PushReading, readForPush } from './push-reading.ts';
import { saidInSheet } from './said-in-sheet.ts';
import { schemeInUse } from './schemes-in-use.ts';
import { isAsRead, isThere, isWhereRead } from './sheet-as-read.ts';
import { type PushRequest, pushRequests, type RequestLimits } from './sheet-changes.ts';
import { type PreparedChanges, SheetsError, type Spreadsheets } from './spreadsheets.ts';

/** What a push did. */
export interface PushReport {
  /** Rows whose customer Tierbook knows. */
  readonly customers: number;
  /** Cells that were written, headings among them. */
  readonly cells: number;
  /** Columns that were made. */
  readonly columns: number;
  /** Rows whose customer Tierbook does not know, or that say different things of one: nothing is written into them. */
  readonly unknown: readonly { readonly row: number; readonly name: string | null }[];
  /** Tiers that somebody typed, in whose place Tierbook's stand now. */
  readonly typed: readonly ReplacedTier[];
  /** What sheet and book were when nothing was left to write; null: what was written has not been looked at since. */
  readonly settledPrint: string | null;
  /** False: the sheet was changed again and again meanwhile, so that the next push has something left to do. */
  readonly isSettled: boolean;
}

/** A typed tier that was replaced, and whose it was. */
export interface ReplacedTier extends TypedTier {
  readonly customerId: string;
  readonly name: string;
}

/** What a push goes by beside its sheet. */
export interface PushOptions {
  /** Whether all is put into words, whatever is known of what was said before. Default true. */
  readonly isWhole?: boolean;
  /** What sheet and book were when a push found nothing to write: undefined comes back while they are that still. Default: they are looked into. */
  readonly settled?: string | null;
  /** How the tab was found a moment ago. Default: it is asked for. */
  readonly seen?: SeenTab | null;
  /** Of a request; default: Google's. */
  readonly limits?: RequestLimits;
}

/** So often the sheet is read and planned anew while somebody is working in it. */
const MOST_ATTEMPTS = 4;

/**
 * Writes what Tierbook says of its customers into our columns of a sheet, those that the add-on owns: only cells that change, each in
 * the row in which its customer stands at that moment. What is planned is compared with the sheet once more right before it is
 * written, and read back afterwards; when somebody sorted, inserted or deleted rows meanwhile, all is planned anew, so that
 * the sheet ends with everybody's own values.
 *
 * Throws {@link SheetsError}, and what reading the tab throws.
 *
 * @param onTyped hears of the tiers that somebody typed before anything takes their place
 */
export async function pushTab(
  context: UseCaseContext,
  spreadsheets: Spreadsheets,
  sheet: PushedSheet,
  onTyped: (typed: readonly ReplacedTier[]) => Promise<void>,
  { isWhole = true, settled = null, seen = null, limits }: PushOptions = {},
): Promise<PushReport | undefined> {
  const typed = new Map<string, ReplacedTier>();
  let cells = 0;
  let columns = 0;
  let mend: Mend | undefined;
  for (let attempt = 1; ; attempt += 1) {
    const asOf = dayOfGrading(context);
    const reading = await readForPush(
      context,
      spreadsheets,
      sheet,
      attempt === 1 ? { asOf, settled, seen } : { asOf, settled: null, seen: null },
    );
    if (reading === undefined) return undefined;
    const planned = await planOf(context, sheet, reading, { asOf, mend, isWhole });
    const { plan } = planned;
    // afterwards what stands in a wrong row for a moment could be taken for typed
    if (attempt === 1) {
      for (const one of planned.typed) typed.set(one.customerId, one);
      if (planned.typed.length > 0) await onTyped(planned.typed);
    }
    const report = (isSettled: boolean, settledPrint: string | null = null): PushReport => ({
      customers: planned.customers,
      cells,
      columns,
      unknown: planned.unknown,
      typed: [...typed.values()],
      settledPrint,
      isSettled,
    });
    const requests = await inTurns(pushRequests(reading, plan, limits));
    if (requests.length === 0) return report(true, reading.print);
    const written = await carryOut(spreadsheets, planned, requests, attempt < MOST_ATTEMPTS);
    cells += written.cells;
    if (written.requests > 0) columns += plan.placing.made.length;
    if (written.requests === requests.length && (await isThere(spreadsheets, reading, plan))) return report(true);
    if (attempt === MOST_ATTEMPTS) return report(false);
    mend = mending(planned, mend);
  }
}

interface Planned {
  readonly reading: PushReading;
  readonly plan: PushPlan;
  readonly customers: number;
  readonly unknown: PushReport['unknown'];
  readonly typed: readonly ReplacedTier[];
}

/** What a push has to put right that may have written into rows that somebody was moving. */
function mending({ reading, plan }: Planned, before: Mend | undefined): Mend {
  const rows = new Set(before?.rows);
  for (const cells of plan.cells.values()) for (const row of cells.keys()) rows.add(row);
  if (before !== undefined) return { ...before, rows };
  const { records, owners, found, values } = reading;
  const columns = owners.get(found)?.columns;
  const rowOf = new Map(records.map((record) => [identityOf(record), record.row - 1]));
  return {
    rows,
    former(identity, key) {
      const column = columns?.get(key);
      const value = column === undefined ? '' : (values[rowOf.get(identity) ?? -1]?.[column] ?? '');
      const date = value instanceof Date ? dayOfSheet(value) : null;
      return value instanceof Date ? (date === null ? '' : { date }) : value;
    },
  };
}

async function planOf(
  context: UseCaseContext,
  sheet: PushedSheet,
  reading: PushReading,
  { asOf, mend, isWhole }: { readonly asOf: CalendarDate; readonly mend: Mend | undefined; readonly isWhole: boolean },
): Promise<Planned> {
  const { db, actor, clock } = context;
  const { records, customers, found, headingRow, tab, entries, owners } = reading;
  const said = await saidInSheet(context, sheet, reading, { isWhole });
  const scheme = await schemeInUse(db, actor.workspaceId, 'customer');
  const ours = owners.get(found);
  const memory = ours === undefined ? null : recallTable(entries, tab.id, ours.id);
  const steps = planPushInSteps({
    tab: reading,
    table: found,
    headingRow,
    records,
    said,
    wanted: pushedColumns(sheet.language),
    memory,
    settings: { scheme: scheme?.id ?? '', language: sheet.language, hints: sheet.hints, gradedOn: asOf },
    ids: { table: shortId(clock.now()), run: shortId(clock.now()) },
    columnCount: tab.columnCount,
    dayOf: dayOfSheet,
    ...(mend && { mend }),
  });
  const plan = await inTurns(steps);
  return {
    reading,
    plan,
    customers: customers.filter((one) => one !== null).length,
    unknown: records.flatMap((record, index) =>
      said[index] === null ? [{ row: record.row, name: nameOf(record) }] : [],
    ),
    typed: plan.typed.flatMap((one): ReplacedTier[] => {
      const customer = customers[one.index];
      if (customer) return [{ ...one, customerId: customer.id, name: customer.name }];
      const gone = reading.removed.get(one.row);
      return gone === undefined ? [] : [{ ...one, customerId: gone.customerId, name: nameOf(gone.record) ?? '' }];
    }),
  };
}

/** Names a table, or a push, among those of a document. */
function shortId(now: Date): string {
  return newId(now).slice(-8);
}

/**
 * Makes the requests one after the other, each only while the sheet is as it was planned for: it is looked at once the request is ready
 * to be sent. The next one is made ready while Google has this one.
 */
async function carryOut(
  spreadsheets: Spreadsheets,
  { reading, plan }: Planned,
  requests: readonly PushRequest[],
  isTryingAgain: boolean,
): Promise<{ readonly requests: number; readonly cells: number }> {
  let cells = 0;
  let ready = await prepared(spreadsheets, requests[0]);
  for (const [index, { from, to, entries }] of requests.entries()) {
    const isAsPlanned =
      index === 0
        ? await isAsRead(spreadsheets, reading, plan)
        : await isWhereRead(spreadsheets, reading, plan, { from, to });
    if (!isAsPlanned) return { requests: index, cells };
    try {
      const sent = spreadsheets.change(reading.description.spreadsheetId, ready);
      const [next] = await Promise.all([prepared(spreadsheets, requests[index + 1]), sent]);
      ready = next;
    } catch (error) {
      // what came of it is seen when all is read and planned anew; columns that have moved are refused
      if (error instanceof SheetsError && (error.code === 'timed-out' || (error.code === 'refused' && isTryingAgain)))
        return { requests: index, cells };
      throw error;
    }
    cells += entries;
  }
  return { requests: requests.length, cells };
}

function prepared(spreadsheets: Spreadsheets, request: PushRequest | undefined): Promise<PreparedChanges> {
  return spreadsheets.prepare(request?.changes() ?? []);
}
