import path from 'node:path';
import { languageOf } from '../../../core/text/language.ts';
import { SHEET_DESK_TEXT } from '../../../core/text/sheet-desk-text.ts';
import { SHEET_REFUSAL_TEXT, type SheetRefusalCode } from '../../../core/text/sheet-refusal-text.ts';
import { LOCAL_SPREADSHEET_ID } from '../../use-cases/local-spreadsheet-id.ts';
import type { LocalUser } from '../local-members.ts';
import type { SheetEdit, SheetEdited, SheetView } from '../sheet-protocol.ts';
import { createCalculator } from '../workbook/calculate.ts';
import { Workbook } from '../workbook/workbook.ts';
import { type WorkbookData, workbookData, workbookFrom } from '../workbook/workbook-data.ts';
import { WorkbookError } from '../workbook/workbook-error.ts';
import { addSample, fillSample } from './add-sample.ts';
import { type EditEnd, editedCells, editWorkbook } from './edit-workbook.ts';
import { sampleTable } from './sample-table.ts';
import { areaOf, viewOf } from './sheet-view.ts';
import { createUndoList } from './undo-list.ts';
import { type KeptFile, keepFile, readKept } from './workbook-file.ts';

/** What a desk is made from. */
export interface SheetDeskParts {
  /** Where the workbook is kept; null: nowhere. */
  readonly folder: string | null;
  /** The workspace's time, in ms since 1970. */
  readonly now: () => number;
  /** Told of the workbook's revision after every change. */
  readonly onChange: (revision: number) => void;
  /** Hears of mistakes of the server itself. */
  readonly onError: (error: unknown) => void;
}

/** The one workbook of this process, at which everybody of the local workspace sits. */
export interface SheetDesk {
  readonly workbook: Workbook;
  /** Grows with every change, also from one process to the next. */
  revision(): number;
  /** Null, and a sheet that is gone: the one that is chosen. */
  view(user: LocalUser, sheetId: number | null, rows: { readonly from: number; readonly to: number }): SheetView;
  edit(user: LocalUser, edit: SheetEdit): SheetEdited;
  /** To be called after something else has touched the workbook; true when it has changed. */
  noteChange(): boolean;
  /** Writes what has not been written. */
  close(): Promise<void>;
}

/** The workbook as it was kept, or a new one with a sample for the person who comes first. Rejects when the folder cannot be read. */
export async function openSheetDesk(parts: SheetDeskParts, first: LocalUser): Promise<SheetDesk> {
  const { folder, now, onChange, onError } = parts;
  const file = folder === null ? null : path.join(folder, FILE);
  const { aside, kept } =
    file === null ? NOTHING_KEPT : await readKept(file, Date.now(), (content) => takenUp(content, now));
  const workbook = kept ?? newWorkbook(first, now);
  workbook.calculateWith(createCalculator());
  const keeping = file === null ? KEPT_NOWHERE : keepFile(file, () => workbookData(workbook), onError);
  const undos = createUndoList();
  let revision = Date.now();
  let { changeCount } = workbook;
  if (kept === null) keeping.changed();

  const noteChange = () => {
    if (workbook.changeCount === changeCount) return false;
    changeCount = workbook.changeCount;
    revision += 1;
    keeping.changed();
    onChange(revision);
    return true;
  };
  const carryOut = (user: LocalUser, edit: SheetEdit): EditEnd & Pick<SheetEdited, 'selection'> => {
    if (edit.kind === 'undo' || edit.kind === 'redo') {
      const taken = undos[edit.kind](workbook, user.id);
      if (taken === undefined) throw new NothingToTakeBack(edit.kind);
      return { sheetId: taken.range?.sheetId ?? null, selection: taken.range && areaOf(taken.range) };
    }
    if (edit.kind === 'sample') {
      const done = undos.before(workbook, user.id, null);
      const { id } = addSample(workbook, sampleTable(languageOf(user.locale)));
      done();
      return { sheetId: id, selection: areaOf(workbook.selection) };
    }
    const done = undos.before(workbook, user.id, editedCells(edit));
    const end = editWorkbook(workbook, user.email, edit);
    done();
    return { ...end, selection: null };
  };
  return {
    workbook,
    revision: () => revision,
    view(user, sheetId, rows) {
      const chosen = workbook.selection.sheetId;
      const sheet = workbook.findSheet(sheetId ?? chosen) ?? workbook.sheet(chosen);
      const notice = aside === null ? null : SHEET_DESK_TEXT[languageOf(user.locale)].damaged(aside);
      return viewOf(workbook, sheet, rows, {
        revision,
        canUndo: undos.canUndo(user.id),
        canRedo: undos.canRedo(user.id),
        notice,
      });
    },
    edit(user, edit) {
      try {
        const end = carryOut(user, edit);
        noteChange();
        return { revision, refusal: null, ...end };
      } catch (error) {
        noteChange();
        return { revision, refusal: refusalOf(error, user), sheetId: null, selection: null };
      }
    },
    noteChange() {
      const hasChanged = noteChange();
      // What others have changed is not taken back along with one's own.
      if (hasChanged) undos.clear();
      return hasChanged;
    },
    close: () => keeping.close(),
  };
}

const FILE = 'workbook.json';
const NOTHING_KEPT = { kept: null, aside: null };
const KEPT_NOWHERE: KeptFile = { changed: () => undefined, close: () => Promise.resolve() };

class NothingToTakeBack extends Error {
  override readonly name = 'NothingToTakeBack';
  readonly code: 'nothing-to-undo' | 'nothing-to-redo';

  constructor(wanted: 'undo' | 'redo') {
    super(wanted);
    this.code = `nothing-to-${wanted}`;
  }
}

/** Throws for what is no workbook. */
function takenUp(content: unknown, now: () => number): Workbook {
  const data = content as WorkbookData;
  if (data.version !== 1 || data.sheets.length === 0) throw new TypeError('This is no workbook that was kept.');
  return workbookFrom({ ...data, id: LOCAL_SPREADSHEET_ID }, now);
}

function newWorkbook(user: LocalUser, now: () => number): Workbook {
  const language = languageOf(user.locale);
  const workbook = new Workbook({
    id: LOCAL_SPREADSHEET_ID,
    title: SHEET_DESK_TEXT[language].workbookTitle,
    locale: user.locale.replace('-', '_'),
    timeZone: user.timeZone,
    owner: user.email,
    now,
  });
  const [sheet] = workbook.sheets;
  const table = sampleTable(language);
  if (sheet) {
    workbook.renameSheet(sheet.id, table.sheetName);
    fillSample(workbook, sheet, table);
  }
  return workbook;
}

/** The sentence for what the workbook refuses. Throws on what is no refusal. */
function refusalOf(error: unknown, { locale }: LocalUser): string {
  const text = SHEET_REFUSAL_TEXT[languageOf(locale)];
  if (error instanceof NothingToTakeBack) return text[error.code]('');
  if (!(error instanceof WorkbookError)) throw error;
  const code = Object.hasOwn(text, error.code) ? (error.code as SheetRefusalCode) : 'other';
  return text[code](error.detail);
}
