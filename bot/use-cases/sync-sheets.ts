import {
  type ConnectedSheet,
  findConnectedSheets,
  type SheetProblem,
  type SheetStep,
  saveSheetProblem,
} from '../store/connected-sheets.ts';
import type { UseCaseContext } from './context.ts';
import { pullSheet } from './pull-sheet.ts';
import { pushChanges } from './push-sheet.ts';
import { sheetProblemOf } from './sheet-problem.ts';
import type { Spreadsheets } from './spreadsheets.ts';

/** How the sheets of a workspace are brought up to date. */
export interface SyncOptions {
  /** Time between two looks at a sheet. */
  readonly everyMs: number;
  /** Google's spreadsheets; asked for when a sheet is due. */
  readonly open: () => Promise<Spreadsheets>;
  /** Hears of each sheet that was looked at. */
  readonly onSheet?: (sheet: ConnectedSheet, end: SyncEnd) => void;
  /** Whether to begin no more. */
  readonly isStopping?: () => boolean;
}

/** What bringing a sheet up to date came to; an `error` that is none of Google's or ours is a mistake in the program. */
export type SyncEnd =
  | { readonly kind: 'done' }
  /** Another process is at it. */
  | { readonly kind: 'busy' }
  | { readonly kind: 'failed'; readonly problem: SheetProblem; readonly error: unknown };

/** A sheet that has failed for long is tried that often. */
const LONGEST_PAUSE_MS = 6 * 3_600_000;

/**
 * Pulls and then pushes each connected sheet of a workspace that is due, one after the other. One that fails is put down with why, is
 * left alone for twice as long each time, and keeps none of the others from their turn.
 */
export async function syncDueSheets(context: UseCaseContext, options: SyncOptions): Promise<void> {
  const { db, actor, clock } = context;
  for (const sheet of await findConnectedSheets(db, actor.workspaceId)) {
    if (options.isStopping?.() === true) return;
    if (!isDue(sheet, clock.now(), options.everyMs)) continue;
    options.onSheet?.(sheet, await syncSheet(context, sheet, options));
  }
}

/** Whether a sheet's time has come; at once where it was pulled by hand and not pushed since. A moment that lies ahead further than any pause is that of a clock that was wrong. */
export function isDue({ pulledAt, pushedAt, tryAgainAt }: ConnectedSheet, now: Date, everyMs: number): boolean {
  if (tryAgainAt === null && pulledAt !== null && (pushedAt === null || pushedAt < pulledAt)) return true;
  const next = tryAgainAt?.getTime() ?? (pulledAt === null ? 0 : pulledAt.getTime() + everyMs);
  return next <= now.getTime() || next > now.getTime() + Math.max(everyMs, LONGEST_PAUSE_MS);
}

async function syncSheet(
  context: UseCaseContext,
  sheet: ConnectedSheet,
  { everyMs, open }: SyncOptions,
): Promise<SyncEnd> {
  const { db, actor, clock } = context;
  let step: SheetStep = 'pull';
  try {
    const sheets = await open();
    const pull = await pullSheet(context, sheets, sheet.id);
    step = 'push';
    await pushChanges(context, sheets, sheet.id, pull.kind === 'unchanged' ? pull.seen : null);
    return { kind: 'done' };
  } catch (error) {
    const problem = sheetProblemOf(error) ?? { code: 'refused', detail: '' };
    if (problem.code === 'sheet-busy' || problem.code === 'no-such-sheet') return { kind: 'busy' };
    const now = clock.now();
    const failures = sheet.problem === null ? 0 : sheet.failures;
    const pauseMs = Math.min(everyMs * 2 ** Math.min(failures, 20), LONGEST_PAUSE_MS);
    const times = { now, tryAgainAt: new Date(now.getTime() + pauseMs) };
    await saveSheetProblem(db, actor.workspaceId, sheet.id, { ...problem, step }, times);
    return { kind: 'failed', problem, error };
  }
}
