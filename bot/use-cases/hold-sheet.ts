import { type ConnectedSheet, findConnectedSheet, holdSheet, releaseSheet } from '../store/connected-sheets.ts';
import { newId } from '../store/new-id.ts';
import type { UseCaseContext } from './context.ts';
import { UseCaseError } from './use-case-error.ts';

/** A worker that has not ended by then has died: reading and writing 100,000 rows takes a few minutes at most. */
const LONGEST_HOLD_MS = 15 * 60_000;

/** A connected sheet that nobody else works on meanwhile. */
export interface HeldSheet {
  readonly sheet: ConnectedSheet;
  /** The worker, by which the store tells whether the sheet is still held: `isHeldBy`. */
  readonly by: string;
}

/**
 * Works on a connected sheet, one worker at a time in all processes.
 *
 * Throws {@link UseCaseError} `no-such-sheet`, `sheet-busy`, and whatever the work throws.
 */
export async function withHeldSheet<T>(
  { db, actor, clock }: UseCaseContext,
  sheetId: string,
  work: (held: HeldSheet) => Promise<T>,
): Promise<T> {
  const { workspaceId } = actor;
  const now = clock.now();
  const by = newId(now);
  const until = new Date(now.getTime() + LONGEST_HOLD_MS);
  const isHeld = await holdSheet(db, workspaceId, sheetId, { by, now, until });
  const sheet = await findConnectedSheet(db, workspaceId, sheetId);
  if (sheet === undefined) throw new UseCaseError('no-such-sheet', sheetId);
  if (!isHeld) throw new UseCaseError('sheet-busy', sheet.tabTitle);
  try {
    return await work({ sheet, by });
  } finally {
    await releaseSheet(db, workspaceId, sheetId, by);
  }
}
