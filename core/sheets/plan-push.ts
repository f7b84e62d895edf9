import { atOnce, ROWS_A_STEP, type Steps } from '../steps.ts';
import type { TableRecord } from '../table/reading.ts';
import { isShown, type OwnValue, shownText, writtenText } from './cell-text.ts';
import type { FoundTable } from './find-tables.ts';
import { matchRows, type RowNow, typedOver } from './match-rows.ts';
import { type OpenTab, ownPlaces } from './open-tab.ts';
import { LAST_CONTACT, type OwnKey, type OwnTable, type WantedColumn } from './own-columns.ts';
import { type Placing, placeColumns } from './place-columns.ts';
import { cellsPrint, identityOf } from './row-identity.ts';
import type { DayOf } from './sheet-days.ts';
import type { RememberedRow, TableMemory, TableSettings } from './table-memory.ts';

/** What Tierbook says of a customer, for the cells of its row: by column; a column that is not in it is left as it is. */
export type SaidOfRow = ReadonlyMap<OwnKey, OwnValue>;

/** What is said of the customer of a row: just what its cells show, so that it need not be told; null: nobody whom Tierbook knows, so that nothing is written. */
export type ToldOfRow = SaidOfRow | 'shown' | null;

/** What a push is planned from. Rows and columns of the sheet count from 0. */
export interface PushInput {
  readonly tab: OpenTab;
  readonly table: FoundTable;
  /** 0-based row of the headings. */
  readonly headingRow: number;
  readonly records: readonly TableRecord[];
  /** By record. */
  readonly said: readonly ToldOfRow[];
  /** The columns that are wanted, in the order in which they are made. */
  readonly wanted: readonly WantedColumn[];
  readonly memory: TableMemory | null;
  /** What is remembered of a table of which nothing is remembered yet. */
  readonly settings: TableSettings;
  /** Of the table where it has no columns of ours yet, and of this push. */
  readonly ids: { readonly table: string; readonly run: string };
  /** How many columns the sheet has. */
  readonly columnCount: number;
  readonly dayOf: DayOf;
  /** What an attempt before has written, perhaps into rows that were others' by then. */
  readonly mend?: Mend;
}

/** Rows that were written while somebody moved rows, and what to put back where no customer of ours stands now. */
export interface Mend {
  /** 0-based. */
  readonly rows: ReadonlySet<number>;
  /** What stood beside a customer before, by {@link identityOf}; '' for an unknown one. */
  readonly former: (identity: string, key: OwnKey) => OwnValue;
}

/** What a push writes: only what changes. */
export interface PushPlan {
  readonly tableId: string;
  /** Columns that are put in, and where ours are afterwards. */
  readonly placing: Placing;
  /** By key: what cells are to hold, by row of the sheet; the headings among them. */
  readonly cells: ReadonlyMap<OwnKey, ReadonlyMap<number, OwnValue>>;
  /** What is to be remembered; null: what is remembered holds still. */
  readonly memory: TableMemory | null;
  /** Tiers that somebody typed and that Tierbook's take the place of. */
  readonly typed: readonly TypedTier[];
}

/** A tier that somebody typed over ours. */
export interface TypedTier {
  /** Of the records. */
  readonly index: number;
  /** 1-based row of the sheet. */
  readonly row: number;
  readonly typed: string;
  /** Tierbook's; empty for none. */
  readonly tier: string;
}

/**
 * Plans what the bot writes into our columns of a sheet: what Tierbook says of each customer, in the customer's row, wherever that
 * stands now. The add-on's memory is brought up to date with it, so that the add-on takes what the bot wrote for ours and not for typed.
 */
export function planPush(input: PushInput): PushPlan {
  return atOnce(planPushInSteps(input));
}

/** {@link planPush} for whoever has others waiting. */
export function* planPushInSteps(input: PushInput): Steps<PushPlan> {
  const { tab, table, wanted, headingRow, records, said, memory, dayOf } = input;
  const ours = tab.owners.get(table);
  const columns = ours?.columns ?? new Map<string, number>();
  const placing = placingOf(input, ours);
  const headings = new Map(wanted.map((column) => [column.key, headingOf(column, input, columns)]));
  const cells = new Map<OwnKey, Map<number, OwnValue>>();
  const mended = mendedRows(input);
  const remembering = yield* rememberingOf(input, columns);
  const left = remembering.left();
  for (const { key } of wanted) {
    yield;
    const column = columns.get(key);
    const changed = new Map<number, OwnValue>();
    const put = (row: number, value: OwnValue | undefined): void => {
      if (value === undefined) return;
      const stands = column === undefined ? '' : tab.values[row]?.[column];
      if (!isShown(stands, value, dayOf)) changed.set(row, value);
    };
    put(headingRow, headings.get(key));
    for (const [index, { row }] of records.entries()) {
      const told = said[index];
      if (told !== 'shown') put(row - 1, told?.get(key));
    }
    for (const row of left) put(row, '');
    for (const [row, identity] of mended) put(row, identity === null ? '' : input.mend?.former(identity, key));
    if (changed.size > 0) cells.set(key, changed);
  }
  const isOursChanged = [...cells.keys()].some((key) => key !== LAST_CONTACT);
  const tableId = ours?.id ?? input.ids.table;
  return {
    tableId,
    placing,
    cells,
    memory:
      memory !== null && !isOursChanged
        ? null
        : {
            id: tableId,
            run: input.ids.run,
            settings: { ...(memory?.settings ?? input.settings), tableHeadings: table.headings },
            headings: headingsRemembered(input),
            rows: yield* remembering.rows(),
            notes: memory?.notes ?? 0,
            // what the last grading wrote is no longer there
            undo: null,
          },
    typed: remembering.typed,
  };
}

/** Rows to be mended in which nobody stands of whom Tierbook says anything: whose they are, null for nobody's. */
function mendedRows({ mend, records, said, headingRow }: PushInput): ReadonlyMap<number, string | null> {
  const mended = new Map<number, string | null>();
  for (const row of mend?.rows ?? []) if (row > headingRow) mended.set(row, null);
  for (const [index, record] of records.entries()) {
    const row = record.row - 1;
    if (!mended.has(row)) continue;
    if (said[index] === null) mended.set(row, identityOf(record));
    else mended.delete(row);
  }
  return mended;
}

function placingOf({ tab, table, wanted, columnCount }: PushInput, ours: OwnTable | undefined): Placing {
  const mine = new Set(ours?.columns.values() ?? []);
  const marked = ownPlaces(tab.own);
  return placeColumns({
    wanted,
    columns: ours?.columns ?? new Map<string, number>(),
    right: table.right,
    isOthers: (column) => marked.has(column) && !mine.has(column),
    // taking a column that is empty would overwrite what somebody types there meanwhile; one that is put in is nobody's
    isFree: () => false,
    maxColumns: columnCount,
  });
}

/** Ours, unless somebody has given the column another heading. */
function headingOf(
  { key, heading }: WantedColumn,
  { tab, headingRow, memory, dayOf }: PushInput,
  columns: ReadonlyMap<string, number>,
): string {
  const column = columns.get(key);
  const stands = column === undefined ? '' : shownText(tab.values[headingRow]?.[column], dayOf);
  return stands === '' || stands === memory?.headings[key] ? heading : stands;
}

/** The headings that we wrote, by key: the order of the keys is that in which cells are remembered. */
function headingsRemembered({ wanted, memory }: PushInput): Readonly<Record<string, string>> {
  const own = wanted.filter(({ key }) => key !== LAST_CONTACT).map(({ key, heading }) => [key, heading]);
  return { ...memory?.headings, ...Object.fromEntries(own) };
}

/** What is remembered of each row after the push, and the tiers in which it differs from what somebody typed. */
function* rememberingOf(
  input: PushInput,
  columns: ReadonlyMap<string, number>,
): Steps<{
  readonly rows: () => Steps<RememberedRow[]>;
  readonly typed: readonly TypedTier[];
  /** 0-based rows, empty otherwise, in which still stands what we wrote of one who has gone from the sheet. */
  readonly left: () => number[];
}> {
  const { tab, records, said, memory, dayOf } = input;
  const known = memory?.rows ?? [];
  const textIn = (row: number, key: string): string => {
    const column = columns.get(key);
    return column === undefined ? '' : shownText(tab.values[row]?.[column], dayOf);
  };
  const keysBefore = Object.keys(memory?.headings ?? {}).filter((key) => key !== 'tierbook.tier');
  const now = records.map((record): RowNow => {
    const row = record.row - 1;
    return {
      identity: identityOf(record),
      tier: textIn(row, 'tierbook.tier').trim(),
      cells: () => cellsPrint(keysBefore.map((key) => textIn(row, key))),
    };
  });
  yield;
  const matches = matchRows(now, known);
  yield;
  const isTyped = memory === null ? () => false : typedOver(now, known, matches, false);
  const tierOf = (index: number): string | undefined => {
    const told = said[index];
    const tier =
      told === 'shown' ? textIn((records[index]?.row ?? 0) - 1, 'tierbook.tier') : told?.get('tierbook.tier');
    return tier === undefined ? undefined : writtenText(tier);
  };
  const typed = now.flatMap(({ tier: stands }, index): TypedTier[] => {
    const tier = said[index] === 'shown' ? stands : tierOf(index);
    if (tier === undefined || stands === tier || !isTyped(index)) return [];
    return [{ index, row: records[index]?.row ?? 0, typed: stands, tier }];
  });
  const keysAfter = Object.keys(headingsRemembered(input)).filter((key) => key !== 'tierbook.tier');
  const rowOf = ({ identity, tier: stands }: RowNow, index: number): RememberedRow => {
    const entry = known[matches[index] ?? -1];
    const told = said[index];
    // of a row that is left alone what is remembered stays, so that a tier that somebody typed is still told from ours
    if (told === null || told === undefined) return entry ?? { identity, tier: '', before: null, cells: '' };
    const row = (records[index]?.row ?? 0) - 1;
    const texts = keysAfter.map((key) => {
      const value = told === 'shown' ? undefined : told.get(key as OwnKey);
      return value === undefined ? textIn(row, key) : writtenText(value);
    });
    return {
      identity,
      tier: tierOf(index) ?? stands,
      before: entry?.tier ?? null,
      cells: cellsPrint(texts),
    };
  };
  function* rows(): Steps<RememberedRow[]> {
    const remembered: RememberedRow[] = [];
    for (const [index, one] of now.entries()) {
      if (index % ROWS_A_STEP === 0) yield;
      remembered.push(rowOf(one, index));
    }
    return remembered;
  }
  const left = (): number[] => {
    const found = new Set(matches);
    const gone = known.filter((_, index) => !found.has(index));
    if (gone.length === 0) return [];
    const written = new Set(gone.map(({ tier, cells }) => `${cells}${tier}`));
    const mine = ownPlaces(tab.own);
    const isInUse = (row: number): boolean =>
      tab.values[row]?.some((value, column) => value !== '' && !mine.has(column)) === true;
    const rowsLeft: number[] = [];
    for (let row = input.headingRow + 1; row < tab.values.length; row += 1) {
      if (isInUse(row)) continue;
      const [tier, texts] = [textIn(row, 'tierbook.tier').trim(), keysBefore.map((key) => textIn(row, key))];
      if ([tier, ...texts].some((text) => text !== '') && written.has(`${cellsPrint(texts)}${tier}`))
        rowsLeft.push(row);
    }
    return rowsLeft;
  };
  return { rows, typed, left };
}
