import type { Clock } from '../clock.ts';
import type { Logger } from '../log.ts';
import type { Database } from '../store/database.ts';
import { findWorkspaceIds } from '../store/workspaces.ts';
import { sheetProblemOf } from '../use-cases/sheet-problem.ts';
import type { Spreadsheets } from '../use-cases/spreadsheets.ts';
import { syncDueSheets } from '../use-cases/sync-sheets.ts';

/** How connected Google sheets are brought up to date. */
export interface SheetSyncParts {
  /** Minutes between two looks at a sheet. */
  readonly everyMinutes: number;
  /** Google's spreadsheets as the account that is signed in sees them; what waits ends with the signal. */
  readonly open: (signal: AbortSignal) => Promise<Spreadsheets>;
}

/** Bringing sheets up to date. */
export interface SheetSync {
  /** Begins with those that are due, unless it is at it. Waits for nothing. */
  look(): void;
  /** Begins with no more sheets and ends once the one under way is done, or was cut off. */
  stop(): Promise<void>;
}

/**
 * Brings connected sheets of all workspaces up to date, each when it is due. The time comes from the database, which also sees to it
 * that one process at a time works on a sheet.
 */
export function sheetSync(
  {
    db,
    clock,
    log,
    signal,
  }: { readonly db: Database; readonly clock: Clock; readonly log: Logger; readonly signal: AbortSignal },
  { everyMinutes, open }: SheetSyncParts,
): SheetSync {
  let underWay: Promise<void> | null = null;
  let isStopping = false;
  const run = async (): Promise<void> => {
    let opened: Promise<Spreadsheets> | undefined;
    for (const workspaceId of await findWorkspaceIds(db)) {
      const actor = { workspaceId, memberId: null, role: 'admin' } as const;
      await syncDueSheets(
        { db, clock, actor },
        {
          everyMs: everyMinutes * 60_000,
          open: () => (opened ??= open(signal)),
          isStopping: () => isStopping,
          onSheet({ id }, end) {
            if (end.kind !== 'failed') return;
            const { code } = end.problem;
            if (sheetProblemOf(end.error) === undefined)
              log.error({ workspaceId, sheet: id, err: end.error }, 'a sheet failed');
            else log.warn({ workspaceId, sheet: id, code }, 'a sheet could not be brought up to date');
          },
        },
      );
    }
  };
  return {
    look() {
      if (underWay !== null || isStopping) return;
      underWay = run()
        .catch((error: unknown) => {
          if (!signal.aborted) log.error({ err: error }, 'sheets could not be brought up to date');
        })
        .finally(() => {
          underWay = null;
        });
    },
    async stop() {
      isStopping = true;
      await underWay;
    },
  };
}
