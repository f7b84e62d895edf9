import { pushedColumns } from '../../core/text/sheets-push-text.ts';
import { type AuditEvent, recordAuditEvent, recordAuditEvents } from '../store/audit-events.ts';
import { type ConnectedSheet, clearSheetProblem, MOST_DETAILS, savePush } from '../store/connected-sheets.ts';
import type { UseCaseContext } from './context.ts';
import { withHeldSheet } from './hold-sheet.ts';
import { type PushReport, pushTab, type ReplacedTier } from './push-tab.ts';
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
  return withHeldSheet(context, sheetId, async ({ sheet }) => {
    const report = await pushTab(context, sheets, sheet, (typed) => putDownTyped(context, sheet, typed), limits);
    await putDown(context, sheet, report);
    return { sheet, report };
  });
}

async function putDown(
  { db, actor, clock }: UseCaseContext,
  sheet: ConnectedSheet,
  { customers, cells, columns, unknown, typed, isSettled }: PushReport,
): Promise<void> {
  const { workspaceId, memberId } = actor;
  const at = clock.now();
  const counts = { customers, cells, columns, unknown: unknown.length, typed: typed.length };
  const details = { unknown: unknown.slice(0, MOST_DETAILS), typed: typed.slice(0, MOST_DETAILS) };
  await savePush(db, workspaceId, sheet.id, { at, report: { at: at.toISOString(), ...counts, isSettled, details } });
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
