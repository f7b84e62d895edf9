import { pushedColumns } from '../../core/text/sheets-push-text.ts';
import { type AuditEvent, recordAuditEvent, recordAuditEvents } from '../store/audit-events.ts';
import { type ConnectedSheet, clearSheetProblem, MOST_DETAILS, savePush } from '../store/connected-sheets.ts';
import type { UseCaseContext } from './context.ts';
import { withHeldSheet } from './hold-sheet.ts';
import type { SeenTab } from './look-at-tab.ts';
import { type PushOptions, type PushReport, pushTab, type ReplacedTier } from './push-tab.ts';
import type { RequestLimits } from './sheet-changes.ts';
import type { Spreadsheets } from './spreadsheets.ts';

/** What pushing a sheet came to. */
export interface SheetPush {
  readonly sheet: ConnectedSheet;
  readonly report: PushReport;
}

/**
 * Brings Tierbook's columns of a connected sheet up to date, as {@link pushTab} says, and puts down what came of it. A tier that
 * somebody typed there is put down as a conflict, with what it was.
 *
 * Throws {@link UseCaseError} `no-such-sheet`, `sheet-busy`, and what {@link pushTab} throws.
 *
 * @param limits of a request; default: Google's
 */
export async function pushSheet(
  context: UseCaseContext,
  sheets: Spreadsheets,
  sheetId: string,
  limits?: RequestLimits,
): Promise<SheetPush> {
  const push = await pushHeld(context, sheets, sheetId, () => (limits === undefined ? {} : { limits }));
  if (push === undefined) throw new Error('A push that compares all has a report.');
  return push;
}

/**
 * Like {@link pushSheet}, and leaves the very same sheet, but looks into nothing while neither the sheet nor the book has changed since a
 * push that found nothing to write (undefined then), and puts into words only those customers of whom it is not known that their cells
 * show what is said of them. What the clock does every few minutes.
 *
 * @param seen how a pull has just found the tab; null: it is asked for
 */
export async function pushChanges(
  context: UseCaseContext,
  sheets: Spreadsheets,
  sheetId: string,
  seen: SeenTab | null = null,
): Promise<SheetPush | undefined> {
  return pushHeld(context, sheets, sheetId, ({ settledPrint }) => ({ isWhole: false, settled: settledPrint, seen }));
}

async function pushHeld(
  context: UseCaseContext,
  sheets: Spreadsheets,
  sheetId: string,
  optionsOf: (sheet: ConnectedSheet) => PushOptions,
): Promise<SheetPush | undefined> {
  return withHeldSheet(context, sheetId, async ({ sheet }) => {
    const onTyped = (typed: readonly ReplacedTier[]): Promise<void> => putDownTyped(context, sheet, typed);
    const report = await pushTab(context, sheets, sheet, onTyped, optionsOf(sheet));
    if (report === undefined) await putDownSettled(context, sheet);
    else await putDown(context, sheet, report);
    return report && { sheet, report };
  });
}

async function putDownSettled({ db, actor, clock }: UseCaseContext, sheet: ConnectedSheet): Promise<void> {
  const { workspaceId } = actor;
  await savePush(db, workspaceId, sheet.id, { at: clock.now(), report: null, settledPrint: sheet.settledPrint });
  await clearSheetProblem(db, workspaceId, sheet.id, 'push');
}

async function putDown(
  { db, actor, clock }: UseCaseContext,
  sheet: ConnectedSheet,
  { customers, cells, columns, unknown, typed, settledPrint, isSettled }: PushReport,
): Promise<void> {
  const { workspaceId, memberId } = actor;
  const at = clock.now();
  const counts = { customers, cells, columns, unknown: unknown.length, typed: typed.length };
  const details = { unknown: unknown.slice(0, MOST_DETAILS), typed: typed.slice(0, MOST_DETAILS) };
  const report = { at: at.toISOString(), ...counts, isSettled, details };
  await savePush(db, workspaceId, sheet.id, { at, report, settledPrint });
  await clearSheetProblem(db, workspaceId, sheet.id, 'push');
  // a push that found all as it should be is no event
  if (cells === 0 && typed.length === 0) return;
  const event = { workspaceId, memberId, action: 'sheet-pushed', subjectId: sheet.id, detail: counts } as const;
  await recordAuditEvent(db, event, at);
}

/** Before they are replaced: afterwards nobody could tell what they were, should the push be cut. */
async function putDownTyped(
  { db, actor, clock }: UseCaseContext,
  { id: sheetId, language, lastPush }: ConnectedSheet,
  typed: readonly ReplacedTier[],
): Promise<void> {
  const { workspaceId, memberId } = actor;
  const heading = pushedColumns(language)[0]?.heading ?? '';
  const conflicts = typed.map(
    ({ customerId, row, typed: taken, tier }): AuditEvent => ({
      workspaceId,
      memberId,
      action: 'sheet-conflict',
      subjectId: customerId,
      detail: { sheetId, row, heading, sheet: taken, tierbook: tier },
    }),
  );
  const before = typeof lastPush?.['at'] === 'string' ? new Date(lastPush['at']) : new Date(0);
  // a push that was cut has put them down already
  await recordAuditEvents(db, conflicts, clock.now(), before);
}
