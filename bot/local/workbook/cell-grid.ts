import type { CellFormat, CellValue } from './cell.ts';
import type { GridRange } from './grid-range.ts';

/** One layer of the cells, and what an empty cell holds in it. */
export interface CellLayers {
  readonly values: CellValue;
  /** With the leading `=`; null: none. */
  readonly formulas: string | null;
  readonly notes: string;
  readonly formats: CellFormat;
  readonly validations: unknown;
  /**
   * What an array of a formula elsewhere has put here. It is so while the cell's value is the same; another one has been typed
   * over it.
   */
  readonly spilled: CellValue;
}

export type CellLayer = keyof CellLayers;

const EMPTY: CellLayers = Object.freeze({
  values: null,
  formulas: null,
  notes: '',
  formats: Object.freeze({}),
  validations: null,
  spilled: null,
});

export const LAYERS = Object.keys(EMPTY) as readonly CellLayer[];

/**
 * A row: one list for each layer that has something in it; a list may be shorter than the sheet is wide. Rows that look alike share their list of
 * formats, which is never changed.
 */
export type GridRow = { [Layer in CellLayer]?: (CellLayers[Layer] | undefined)[] };

/**
 * The cells of a sheet, row by row, so that whatever moves a row moves all of it. Rows and columns are 0-based. It knows no
 * bounds and no rules: the sheet does.
 */
export class CellGrid {
  /** A row without anything is undefined; there may be fewer rows than the sheet has. */
  #rows: (GridRow | undefined)[] = [];
  /** Equal formats are one object: most cells of a sheet look alike. */
  readonly #formats = new Map<string, CellFormat>();
  /** What a format becomes when a part of it becomes that, so that a column's thousand cells ask once. */
  readonly #changes = new WeakMap<CellFormat, Map<keyof CellFormat, Map<string | undefined, CellFormat>>>();

  /** What a row's formats become when one of a column is put among them: of each column the last, since rows one below the other change alike. */
  readonly #looks = new WeakMap<FormatList, Map<number, { readonly format: CellFormat; readonly after: FormatList }>>();

  /** Layers of which a row has had a list: in others nothing needs to be looked for. */
  readonly #layers = new Set<CellLayer>();

  #version = 0;

  /** Rises with every change. */
  get version(): number {
    return this.#version;
  }

  /** Whether anything may stand in a layer: false means that nothing does. */
  mayHold(layer: CellLayer): boolean {
    return this.#layers.has(layer);
  }

  /** How many rows have ever held something: the rest are empty. */
  get usedRows(): number {
    return this.#rows.length;
  }

  get<Layer extends CellLayer>(layer: Layer, row: number, column: number): CellLayers[Layer] {
    return this.#rows[row]?.[layer]?.[column] ?? EMPTY[layer];
  }

  set<Layer extends CellLayer>(layer: Layer, row: number, column: number, value: CellLayers[Layer]): void {
    this.#version++;
    const isEmpty = value === EMPTY[layer] || value === null || value === undefined;
    const there = this.#rows[row]?.[layer];
    if (there === undefined && isEmpty) return;
    if (layer === 'formats') {
      const format = isEmpty ? EMPTY.formats : (value as CellFormat);
      this.#cells('formats', row, this.#withFormat(this.#rows[row]?.formats ?? NO_FORMATS, column, format));
      return;
    }
    const cells = there ?? this.#cells(layer, row);
    if (column < cells.length) cells[column] = isEmpty ? undefined : value;
    else if (isEmpty) return;
    else if (column === cells.length) cells.push(value);
    else this.#cells(layer, row, longer(cells, column + 1))[column] = value;
  }

  /** Puts the cells of a row from a column on, in one layer. */
  setLine<Layer extends 'values' | 'formulas'>(
    layer: Layer,
    row: number,
    column: number,
    line: readonly CellLayers[Layer][],
  ): void {
    this.#version++;
    const empty = EMPTY[layer];
    let cells: (CellLayers[Layer] | undefined)[] | undefined = this.#rows[row]?.[layer];
    for (let at = 0; at < line.length; at++) {
      const value = line[at];
      const isEmpty = value === empty || value === null || value === undefined;
      const place = column + at;
      if (!isEmpty) {
        // as long as it will be: what grows cell by cell takes twice the room
        if (cells === undefined || cells.length < column + line.length)
          cells = this.#cells(layer, row, longer(cells ?? [], column + line.length));
        cells[place] = value;
      } else if (cells !== undefined && place < cells.length) cells[place] = undefined;
    }
  }

  /** One object for all formats that are equal. */
  format(wanted: CellFormat): CellFormat {
    const entries = Object.entries(wanted).filter(([, value]) => value !== undefined);
    if (entries.length === 0) return EMPTY.formats;
    const key = JSON.stringify(entries.toSorted(([one], [other]) => (one < other ? -1 : 1)));
    const known = this.#formats.get(key);
    if (known !== undefined) return known;
    const format = Object.freeze(Object.fromEntries(entries)) as CellFormat;
    this.#formats.set(key, format);
    return format;
  }

  /** A format with one part changed; undefined: the sheet's default again. */
  changed<Part extends keyof CellFormat>(
    format: CellFormat,
    part: Part,
    look: CellFormat[Part] | undefined,
  ): CellFormat {
    let changes = this.#changes.get(format);
    if (changes === undefined) this.#changes.set(format, (changes = new Map()));
    let looks = changes.get(part);
    if (looks === undefined) changes.set(part, (looks = new Map()));
    let after = looks.get(look);
    if (after === undefined) {
      after = this.format({ ...format, [part]: look });
      looks.set(look, after);
    }
    return after;
  }

  /** Every cell of a block in one layer, row by row. */
  read<Layer extends CellLayer>(
    layer: Layer,
    { startRow, endRow, startColumn, endColumn }: GridRange,
  ): CellLayers[Layer][][] {
    const block: CellLayers[Layer][][] = [];
    const empty = EMPTY[layer];
    const width = endColumn - startColumn;
    for (let row = startRow; row < endRow; row++) {
      const cells = this.#rows[row]?.[layer];
      const line = Array<CellLayers[Layer]>(width).fill(empty);
      if (cells !== undefined) {
        const end = Math.min(endColumn, cells.length);
        for (let column = startColumn; column < end; column++) line[column - startColumn] = cells[column] ?? empty;
      }
      block.push(line);
    }
    return block;
  }

  /** Calls back for each cell that has something in that layer, row by row. */
  forEach<Layer extends CellLayer>(
    layer: Layer,
    visit: (value: CellLayers[Layer], row: number, column: number) => void,
  ): void {
    if (!this.#layers.has(layer)) return;
    this.#rows.forEach((one, row) => {
      one?.[layer]?.forEach((value, column) => {
        if (value !== undefined && value !== null) visit(value, row, column);
      });
    });
  }

  insertRows(at: number, count: number): void {
    this.#version++;
    if (at < this.#rows.length) this.#rows = [...this.#rows.slice(0, at), ...blank(count), ...this.#rows.slice(at)];
  }

  deleteRows(at: number, count: number): void {
    this.#version++;
    this.#rows.splice(at, count);
  }

  /** Moves rows so that they stand before what is now row `before`. */
  moveRows(at: number, count: number, before: number): void {
    this.#version++;
    this.#rows = moved(this.#rows, at, count, before);
  }

  insertColumns(at: number, count: number): void {
    this.#eachList((list) => {
      if (at < list.length) list.splice(at, 0, ...blank(count));
    });
  }

  deleteColumns(at: number, count: number): void {
    this.#eachList((list) => list.splice(at, count));
  }

  moveColumns(at: number, count: number, before: number): void {
    this.#eachList((list) => {
      const after = moved(list, at, count, before);
      list.length = 0;
      list.push(...after);
    });
  }

  /** Puts the cells of a block into another order of rows: row i takes what row `order[i]` (from the block's first) had. */
  reorder({ startRow, startColumn, endColumn }: GridRange, order: readonly number[]): void {
    const before = order.map((_, at) => this.#rows[startRow + at]);
    if (startColumn === 0 && before.every((row) => row === undefined || widthOf(row) <= endColumn)) {
      this.#version++;
      while (this.#rows.length < startRow + order.length) this.#rows.push(undefined);
      order.forEach((from, at) => {
        this.#rows[startRow + at] = before[from];
      });
      return;
    }
    const taken = before.map((row) => cut(row, startColumn, endColumn));
    order.forEach((from, at) => {
      const cells = taken[from] ?? {};
      for (const layer of LAYERS)
        for (let column = startColumn; column < endColumn; column++)
          this.set(layer, startRow + at, column, cells[layer]?.[column - startColumn] ?? EMPTY[layer]);
    });
  }

  /** A row's lists, not to be changed; undefined: it holds nothing. */
  row(row: number): Readonly<GridRow> | undefined {
    return this.#rows[row];
  }

  /** All rows that hold something, for keeping. */
  rows(): readonly (GridRow | undefined)[] {
    return this.#rows;
  }

  /** Takes rows as they were kept. */
  load(rows: readonly (GridRow | undefined)[]): void {
    this.#version++;
    // Formats of one source are one object where they are equal, so that each is looked up once.
    const known = new Map<CellFormat, CellFormat>();
    const ownFormat = (format: CellFormat): CellFormat => {
      let own = known.get(format);
      if (own === undefined) known.set(format, (own = this.format(format)));
      return own;
    };
    this.#rows = rows.map((row) => {
      if (row === undefined) return undefined;
      const own: GridRow = {};
      for (const layer of LAYERS) {
        const cells = row[layer];
        if (cells === undefined) continue;
        own[layer] = [...cells] as never;
        this.#layers.add(layer);
      }
      if (own.formats !== undefined)
        own.formats = own.formats.map((format) => (format === undefined ? undefined : ownFormat(format)));
      return own;
    });
  }

  /** Gives a row the list of a layer. */
  #cells<Layer extends CellLayer>(
    layer: Layer,
    row: number,
    cells: (CellLayers[Layer] | undefined)[] = [],
  ): (CellLayers[Layer] | undefined)[] {
    while (this.#rows.length <= row) this.#rows.push(undefined);
    const own = (this.#rows[row] ??= {});
    own[layer] = cells as never;
    this.#layers.add(layer);
    return cells;
  }

  /** A row's formats with one put among them. */
  #withFormat(formats: FormatList, column: number, format: CellFormat): FormatList {
    if ((formats[column] ?? EMPTY.formats) === format) return formats;
    let changes = this.#looks.get(formats);
    if (changes === undefined) this.#looks.set(formats, (changes = new Map()));
    const known = changes.get(column);
    if (known?.format === format) return known.after;
    const after = longer(formats, Math.max(formats.length, column + 1));
    after[column] = format === EMPTY.formats ? undefined : format;
    changes.set(column, { format, after });
    return after;
  }

  #eachList(change: (list: unknown[]) => void): void {
    this.#version++;
    const looks = new Map<FormatList, FormatList>();
    for (const row of this.#rows) {
      if (row === undefined) continue;
      const { formats } = row;
      if (formats !== undefined) {
        let after = looks.get(formats);
        if (after === undefined) {
          after = [...formats];
          change(after);
          looks.set(formats, after);
        }
        row.formats = after;
      }
      for (const layer of LAYERS) {
        const list = row[layer];
        if (list !== undefined && layer !== 'formats') change(list);
      }
    }
  }
}

type FormatList = NonNullable<GridRow['formats']>;

const NO_FORMATS: FormatList = [];

/** The list with `count` items from `at` on moved before what is now item `before`. */
export function moved<Item>(
  list: readonly (Item | undefined)[],
  at: number,
  count: number,
  before: number,
): (Item | undefined)[] {
  const long = [...list];
  while (long.length < Math.max(at + count, before)) long.push(undefined);
  const taken = long.slice(at, at + count);
  return before <= at
    ? [...long.slice(0, before), ...taken, ...long.slice(before, at), ...long.slice(at + count)]
    : [...long.slice(0, at), ...long.slice(at + count, before), ...taken, ...long.slice(before)];
}

function widthOf(row: GridRow): number {
  return Math.max(...LAYERS.map((layer) => row[layer]?.length ?? 0));
}

/** The list with nothing behind it up to a length. */
function longer<Item>(list: readonly Item[], length: number): (Item | undefined)[] {
  const long = Array<Item | undefined>(length).fill(undefined);
  for (let at = 0; at < list.length; at++) long[at] = list[at];
  return long;
}

function blank(count: number): undefined[] {
  return Array.from({ length: count }, () => undefined);
}

function cut(row: GridRow | undefined, start: number, end: number): GridRow {
  const part: GridRow = {};
  for (const layer of LAYERS) {
    const cells = row?.[layer];
    if (cells !== undefined) part[layer] = cells.slice(start, end) as never;
  }
  return part;
}
