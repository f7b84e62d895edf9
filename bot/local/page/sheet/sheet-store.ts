import type {
  Area,
  PageCell,
  PageRow,
  ScriptEnd,
  ScriptRun,
  SheetEdit,
  SheetEdited,
  SheetView,
} from '../../sheet-protocol.ts';
import { type Failure, isFailure } from '../page-server.ts';
import type { SheetServer } from './sheet-server.ts';

/** Everything about the sheet that is shown but its rows. */
export type SheetLayout = Omit<SheetView, 'from' | 'rows'>;

/** The sheet as far as it has come. A new object with every change. */
export interface SheetState {
  /** Null until the first answer. */
  readonly layout: SheetLayout | null;
  /** Undefined: not come yet. */
  readonly rowAt: (row: number) => PageRow | undefined;
  /** Why the last request failed; null when it did not. */
  readonly failure: Failure | null;
  /** Runs of the script that have not ended. */
  readonly running: number;
}

/** One sheet on the page: what is seen of it is fetched, and again whenever the workbook has changed. */
export interface SheetStore {
  readonly state: () => SheetState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Fetches what is not known of these rows (`to` not included), and keeps it up to date from now on. */
  readonly show: (from: number, to: number) => void;
  /** Turns to another sheet. */
  readonly open: (sheetId: number) => void;
  /** The workbook has this revision now. */
  readonly tell: (revision: number) => void;
  /** The server is there again, maybe another one: everything is fetched anew. */
  readonly reconnected: () => void;
  /** The rows of an area, fetched where they are not known. Rows that could not be fetched are empty. */
  readonly rowsOf: (area: Area) => Promise<PageRow[]>;
  /** The same at once; undefined where some are not known. */
  readonly knownRowsOf: (area: Area) => PageRow[] | undefined;
  /**
   * One edit after the other. The one cell of an `enter` shows its text until the server has taken it; while the server is away
   * what was typed or pasted waits for it, and everything after it waits, too.
   */
  readonly edit: (edit: SheetEdit) => Promise<SheetEdited | Failure>;
  readonly run: (run: ScriptRun) => Promise<ScriptEnd | Failure>;
}

/** Rows are asked for in pieces of this many. */
const PIECE_ROWS = 200;

const RETRY_MS = 1500;

/** A store that has asked for nothing yet. `after` waits so many milliseconds. */
export function createSheetStore(
  server: SheetServer,
  after: (ms: number) => Promise<void> = (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
): SheetStore {
  const listeners = new Set<() => void>();
  let layout: SheetLayout | null = null;
  let failure: Failure | null = null;
  let running = 0;
  let sheetId: number | null = null;
  let shown = { from: 0, to: PIECE_ROWS };
  /** The newest revision that was told of. */
  let newest = 0;
  /** By piece: its rows, and the revision that they are of. */
  let pieces = new Map<number, { readonly revision: number; readonly rows: readonly PageRow[] }>();
  let asking: { readonly revision: number; readonly from: number; readonly to: number } | null = null;
  let typed = new Map<string, { readonly text: string; readonly until: number }>();
  let lastEdit: Promise<unknown> = Promise.resolve();
  let state = stateNow();

  const publish = () => {
    state = stateNow();
    for (const listener of listeners) listener();
  };
  const refresh = async (): Promise<void> => {
    const wanted = missing();
    if (wanted === null || asking !== null) return;
    const askedFor = sheetId;
    asking = { ...wanted, revision: newest };
    const answer = await server.view(askedFor, wanted.from, wanted.to);
    asking = null;
    if (askedFor === sheetId) take(answer);
    // What was asked for meanwhile; after a failure the page comes back to it with the next revision.
    if (!isFailure(answer)) await refresh();
  };

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    show(from, to) {
      shown = { from, to };
      void refresh();
    },
    open(id) {
      turnTo(id);
      void refresh();
    },
    tell(revision) {
      newest = Math.max(newest, revision);
      void refresh();
    },
    reconnected() {
      if (layout === null) return void refresh();
      // Another process may count its revisions from elsewhere.
      pieces = new Map([...pieces].map(([number, piece]) => [number, { ...piece, revision: -1 }]));
      return void refresh();
    },
    knownRowsOf: (area) => known(area),
    async rowsOf(area) {
      const rows = known(area);
      if (rows !== undefined || layout === null) return rows ?? [];
      const answer = await server.view(layout.sheetId, area.row, area.row + area.rows);
      return isFailure(answer) ? [] : [...answer.rows];
    },
    edit(edit) {
      const place = typedPlace(edit);
      if (place !== null) {
        typed = new Map(typed).set(place.key, { text: place.text, until: Number.POSITIVE_INFINITY });
        publish();
      }
      const answer = lastEdit.then(() => send(edit));
      lastEdit = answer.then((outcome) => {
        const isTaken = !isFailure(outcome) && outcome.refusal === null;
        if (place !== null) {
          const left = new Map(typed);
          if (isTaken) left.set(place.key, { text: place.text, until: outcome.revision });
          else left.delete(place.key);
          typed = left;
        }
        if (isFailure(outcome)) failure = outcome;
        else {
          newest = Math.max(newest, outcome.revision);
          if (outcome.sheetId !== null) turnTo(outcome.sheetId);
        }
        publish();
        void refresh();
        return outcome;
      });
      return answer;
    },
    async run(run) {
      running += 1;
      publish();
      const end = await lastEdit.then(() => server.run(run));
      running -= 1;
      if (isFailure(end)) failure = end;
      else newest = Math.max(newest, end.revision);
      publish();
      void refresh();
      return end;
    },
  };

  /** What is entered twice is there once; all other edits would be done a second time if only the answer was lost. */
  async function send(edit: SheetEdit): Promise<SheetEdited | Failure> {
    for (;;) {
      const outcome = await server.edit(edit);
      if (!isFailure(outcome) || outcome.kind !== 'unreachable' || edit.kind !== 'enter') return outcome;
      await after(RETRY_MS);
    }
  }

  function stateNow(): SheetState {
    return { layout, rowAt, failure, running };
  }

  function turnTo(id: number): void {
    if (id === sheetId) return;
    sheetId = id;
    forget();
  }

  function forget(): void {
    pieces = new Map();
    typed = new Map();
    shown = { from: 0, to: PIECE_ROWS };
  }

  function rowAt(row: number): PageRow | undefined {
    const number = Math.floor(row / PIECE_ROWS);
    const cells = pieces.get(number)?.rows[row - number * PIECE_ROWS];
    const mine: Record<number, PageCell> = {};
    for (const [key, { text }] of typed) {
      const [typedRow, column] = key.split(':').map(Number);
      if (typedRow === row && column !== undefined) mine[column] = typedCell(text, cells?.[column]);
    }
    return Object.keys(mine).length === 0 ? cells : { ...cells, ...mine };
  }

  function known({ row, rows }: Area): PageRow[] | undefined {
    const found: PageRow[] = [];
    for (let each = row; each < row + rows; each += 1) {
      const cells = rowAt(each);
      if (cells === undefined) return undefined;
      found.push(cells);
    }
    return found;
  }

  /** From the first to the last piece that is shown and not as new as the workbook; null: none. */
  function missing(): { from: number; to: number } | null {
    if (layout === null || (sheetId !== null && layout.sheetId !== sheetId)) return { from: 0, to: shown.to };
    const end = Math.min(shown.to, layout.rowCount);
    let first: number | null = null;
    let last = 0;
    for (let number = Math.floor(shown.from / PIECE_ROWS); number * PIECE_ROWS < end; number += 1) {
      const piece = pieces.get(number);
      if (piece !== undefined && piece.revision >= newest) continue;
      first ??= number;
      last = number;
    }
    if (first === null) return layout.revision >= newest ? null : { from: 0, to: 1 };
    return { from: first * PIECE_ROWS, to: (last + 1) * PIECE_ROWS };
  }

  function take(answer: SheetView | Failure): void {
    if (isFailure(answer)) {
      failure = answer;
      return publish();
    }
    const { from, rows, ...rest } = answer;
    failure = null;
    // Somebody has deleted the sheet: another one came.
    if (layout !== null && layout.sheetId !== rest.sheetId) forget();
    layout = rest;
    sheetId = rest.sheetId;
    newest = Math.max(newest, rest.revision);
    const next = new Map(pieces);
    for (let start = from; start < from + rows.length; start += PIECE_ROWS) {
      if (start % PIECE_ROWS !== 0) break;
      const part = rows.slice(start - from, start - from + PIECE_ROWS);
      // A part of a piece would look like a whole one.
      const isWhole = part.length === PIECE_ROWS || start + part.length >= rest.rowCount;
      if (isWhole) next.set(start / PIECE_ROWS, { revision: rest.revision, rows: part });
    }
    pieces = next;
    typed = new Map([...typed].filter(([, { until }]) => until > rest.revision));
    publish();
  }
}

function typedPlace(edit: SheetEdit): { readonly key: string; readonly text: string } | null {
  if (edit.kind !== 'enter' || edit.entries.length !== 1 || edit.entries[0]?.length !== 1) return null;
  const entry = edit.entries[0][0] ?? '';
  return { key: `${edit.row}:${edit.column}`, text: typeof entry === 'string' ? entry : String(entry.value) };
}

function typedCell(text: string, before: PageCell | undefined): PageCell {
  return { kind: 'text', ...before, text, entry: text };
}
