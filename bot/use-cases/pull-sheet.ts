import type { CalendarDate } from '../../core/calendar-date.ts';
import { repeatedRowsText } from '../../core/text/connected-sheet-text.ts';
import type { Language } from '../../core/text/language.ts';
import { tableProblemText } from '../../core/text/table-text.ts';
import { type AuditEvent, recordAuditEvent, recordAuditEvents } from '../store/audit-events.ts';
import {
  type ConnectedSheet,
  clearSheetProblem,
  isHeldBy,
  MOST_DETAILS,
  type SheetPullNumbers,
  savePull,
  saveUnchangedPull,
} from '../store/connected-sheets.ts';
import type { Database } from '../store/database.ts';
import { lockWorkspace } from '../store/workspaces.ts';
import { type ConnectedTab, readConnectedTab } from './connected-tab.ts';
import type { UseCaseContext } from './context.ts';
import { afterGrading, dayOfGrading } from './grade-customers.ts';
import { type HeldSheet, withHeldSheet } from './hold-sheet.ts';
import type { SeenTab } from './look-at-tab.ts';
import { type PulledTab, pullTab } from './pull-tab.ts';
import type { SheetPullReport } from './sheet-pull-report.ts';
import type { Spreadsheets } from './spreadsheets.ts';
import { UseCaseError } from './use-case-error.ts';

/** How a sheet is pulled. */
export interface PullOptions {
  /** Of the report's sentences; default: the sheet's. */
  readonly language?: Language;
  /** The day from which months count. Default: today on this machine. */
  readonly asOf?: CalendarDate;
  /** Only say what would happen. Default false. */
  readonly dryRun?: boolean;
  /** Whether customers who were removed from Tierbook come back where the sheet still has them. Default false. */
  readonly again?: boolean;
  /** Whether it can be undone as an import can, in place of the import before. Default false: sheets are pulled all day long. */
  readonly keepsUndo?: boolean;
}

/** What pulling a sheet came to. */
export type SheetPull =
  /** The sheet says what it said at the last pull. */
  | { readonly kind: 'unchanged'; readonly sheet: ConnectedSheet; readonly seen: SeenTab }
  | { readonly kind: 'pulled'; readonly sheet: ConnectedSheet; readonly report: SheetPullReport };

/**
 * Takes over what has changed in a connected sheet, as {@link pullTab} says, and grades again, in one transaction. When no value of
 * the sheet has changed, nothing is done, unless a day of last contact has come that was ahead.
 *
 * Throws {@link UseCaseError} `no-such-sheet`, `sheet-busy`, `sheet-unusable` and what {@link readConnectedTab} throws.
 */
export async function pullSheet(
  context: UseCaseContext,
  sheets: Spreadsheets,
  sheetId: string,
  options: PullOptions = {},
): Promise<SheetPull> {
  return withHeldSheet(context, sheetId, async (held) => {
    const { sheet } = held;
    const asOf = options.asOf ?? dayOfGrading(context);
    const { hints, valuesHash, valuesPrint } = sheet;
    const isKnown = valuesHash !== null && options.again !== true && !hasDayCome(sheet, asOf);
    const known = isKnown ? { valuesHash, valuesPrint: valuesPrint ?? '' } : null;
    const read = await readConnectedTab(context, sheets, sheet, { hints, asOf, known });
    if (read.kind === 'unchanged') {
      if (options.dryRun !== true) {
        const titles = { spreadsheetTitle: read.seen.spreadsheet.title, tabTitle: read.seen.tab.title };
        const pull = { at: context.clock.now(), valuesPrint: read.valuesPrint, ...titles };
        await saveUnchangedPull(context.db, context.actor.workspaceId, sheetId, pull);
        await clearSheetProblem(context.db, context.actor.workspaceId, sheetId, 'pull');
      }
      return { kind: 'unchanged', sheet, seen: read.seen };
    }
    const language = options.language ?? sheet.language;
    refuseUnusable(read.table, language);
    return { kind: 'pulled', sheet, report: await pullHeld(context, held, read.table, { ...options, language, asOf }) };
  });
}

/** Whether a day of last contact that was left out has come since. */
function hasDayCome({ lastPull }: ConnectedSheet, asOf: CalendarDate): boolean {
  const day = lastPull?.readAgainOn;
  return day !== undefined && day <= asOf;
}

/** Throws {@link UseCaseError} `sheet-unusable` for a table that cannot be read, with the sentence that says why. */
export function refuseUnusable({ reading }: ConnectedTab, language: Language): void {
  const error = reading.problems.find(({ severity }) => severity === 'error');
  if (error !== undefined) throw new UseCaseError('sheet-unusable', tableProblemText(error, reading.columns, language));
}

async function pullHeld(
  context: UseCaseContext,
  { sheet, by }: HeldSheet,
  table: ConnectedTab,
  options: PullOptions & { readonly language: Language; readonly asOf: CalendarDate },
): Promise<SheetPullReport> {
  const { actor } = context;
  const { language, asOf, dryRun = false, keepsUndo = false, again = false } = options;
  const run = async (db: Database): Promise<SheetPullReport> => {
    const within = { ...context, db };
    // before the sheet, as whoever removes customers does, so that neither waits for the other
    await lockWorkspace(db, actor.workspaceId);
    if (!(await isHeldBy(db, actor.workspaceId, sheet.id, by))) throw new UseCaseError('sheet-busy', sheet.tabTitle);
    const pulled = await pullTab(within, table, { sheetId: sheet.id, language, asOf, dryRun, keepsUndo, again });
    if (!dryRun) await putDown(within, sheet, table, pulled);
    return pulled.report;
  };
  const report = await context.db.transaction().execute(run);
  if (!dryRun) await afterGrading(context);
  return report;
}

async function putDown(
  { db, actor, clock }: UseCaseContext,
  sheet: ConnectedSheet,
  { spreadsheet, tab, valuesHash, valuesPrint }: ConnectedTab,
  { report, readAgainOn }: PulledTab,
): Promise<void> {
  const { workspaceId, memberId } = actor;
  const at = clock.now();
  const told = numbersOf(report, at, sheet.language);
  const numbers = readAgainOn === null ? told : { ...told, readAgainOn };
  const titles = { spreadsheetTitle: spreadsheet.title, tabTitle: tab.title };
  await savePull(db, workspaceId, sheet.id, { at, valuesHash, valuesPrint, numbers, ...titles });
  await clearSheetProblem(db, workspaceId, sheet.id, 'pull');
  const { details: _, at: __, ...counts } = told;
  const event = { workspaceId, memberId, action: 'sheet-pulled', subjectId: sheet.id, detail: counts } as const;
  await recordAuditEvent(db, event, at);
  const conflicts = report.conflicts.map(
    ({ customerId, cell, heading, sheet: taken, tierbook }): AuditEvent => ({
      workspaceId,
      memberId,
      action: 'sheet-conflict',
      subjectId: customerId,
      detail: { sheetId: sheet.id, cell, heading, sheet: taken, tierbook },
    }),
  );
  await recordAuditEvents(db, conflicts, at);
}

/** A report in numbers, with the first entries of each kind. */
function numbersOf(report: SheetPullReport, at: Date, language: Language): SheetPullNumbers {
  const { counts } = report.import;
  const { conflicts, kept, vanished, removed, repeated } = report;
  const problems = [...repeated.map((rows) => repeatedRowsText(rows, language)), ...report.problems];
  const first = <T>(list: readonly T[]): readonly T[] => list.slice(0, MOST_DETAILS);
  return {
    at: at.toISOString(),
    rows: counts.new + counts.changed + counts.unchanged,
    added: counts.new,
    changed: counts.changed,
    unchanged: counts.unchanged,
    rejected: counts.rejected,
    conflicts: conflicts.length,
    kept: kept.length,
    vanished: vanished.length,
    removed: removed.length,
    problems: problems.length,
    details: {
      conflicts: first(conflicts),
      kept: first(kept),
      vanished: first(vanished).map(({ customerId, name }) => ({ customerId, name })),
      removed: first(removed),
      problems: first(problems),
    },
  };
}
