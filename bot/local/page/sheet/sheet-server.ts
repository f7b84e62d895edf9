import type { AddonMenu, ScriptEnd, ScriptRun, SheetEdit, SheetEdited, SheetView } from '../../sheet-protocol.ts';
import { askServer, type Failure } from '../page-server.ts';

/** What the sheet asks of its server, for one person. Nothing here rejects. */
export interface SheetServer {
  /** The rows `from` to `to` (not included) of a sheet; null: of the active one. */
  view(sheetId: number | null, from: number, to: number): Promise<SheetView | Failure>;
  edit(edit: SheetEdit): Promise<SheetEdited | Failure>;
  menu(): Promise<AddonMenu | Failure>;
  run(run: ScriptRun): Promise<ScriptEnd | Failure>;
}

/** Speaks for the person with this id. */
export function createSheetServer(as: string): SheetServer {
  return {
    view: (sheetId, from, to) =>
      askServer(as, 'sheet/view', {
        from: String(from),
        to: String(to),
        ...(sheetId === null ? {} : { sheet: String(sheetId) }),
      }),
    edit: (edit) => askServer(as, 'sheet/edit', {}, json(edit)),
    menu: () => askServer(as, 'sheet/menu', {}),
    run: (run) => askServer(as, 'sheet/run', {}, json(run)),
  };
}

/** The address of a page that a script opened. */
export function dialogAddress(as: string, dialogId: string): string {
  return `/local/sheet/dialog/${encodeURIComponent(dialogId)}?${new URLSearchParams({ as }).toString()}`;
}

function json(value: unknown): Blob {
  return new Blob([JSON.stringify(value)], { type: 'application/json' });
}
