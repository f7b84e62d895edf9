import { asText } from '../../core/sheets/cell-text.ts';
import { columnLetter } from '../../core/table/column-letter.ts';
import type { SummaryPlan } from '../protocol.ts';

/** How a cell looks. */
export interface Look {
  readonly isBold?: boolean;
  readonly numberFormat?: string;
  /** `#rrggbb`; left out: the sheet's own. */
  readonly background?: string;
  readonly font?: string;
}

/** A formula, with its `=`. */
export interface Formula {
  readonly formula: string;
}

/** The cells of a summary while it is put together, from the top. */
export class SummaryPage {
  readonly #at: SummaryPlan['at'];
  readonly #rows: Map<number, { readonly value: string | number | Formula; readonly look: Look }>[] = [];

  /** @param at where its first cell stands in the sheet */
  constructor(at: SummaryPlan['at']) {
    this.#at = at;
  }

  /** The row that comes next, 1-based within the page. */
  get next(): number {
    return this.#rows.length + 1;
  }

  /** The sheet's name of a cell, as a formula of the page says it: `row` and `column` 1-based within the page, `$` fixes one. */
  cell(row: number, column: number, fixed: '' | 'row' | 'column' = ''): string {
    const letter = columnLetter(this.#at.column + column - 2);
    return `${fixed === 'column' ? '$' : ''}${letter}${fixed === 'row' ? '$' : ''}${this.#at.row + row - 1}`;
  }

  /** Adds a row; text stays text whatever it looks like. Looks are those of `look`, and of `looks` by column from 0. */
  add(
    values: readonly (string | number | Formula)[],
    look: Look = {},
    looks: readonly (Look | undefined)[] = [],
  ): void {
    this.#rows.push(
      new Map(
        values.map((value, index) => [
          index,
          { value: typeof value === 'string' ? asText(value) : value, look: { ...look, ...looks[index] } },
        ]),
      ),
    );
  }

  /** Puts text into the first cell of a row that was added: what is known only at the end. */
  fill(row: number, text: string): void {
    const cells = this.#rows[row - 1];
    cells?.set(0, { look: {}, ...cells.get(0), value: asText(text) });
  }

  get size(): { readonly rows: number; readonly columns: number } {
    return { rows: this.#rows.length, columns: Math.max(...this.#rows.map(({ size }) => size)) };
  }

  /** All that is to be written: no cell more, since a person writes beside what is seen. */
  finish(): Pick<SummaryPlan, 'values' | 'formulas' | 'weights' | 'numberFormats' | 'backgrounds' | 'fontColors'> {
    const width = this.size.columns;
    const all = <Item>(of: (value: string | number | Formula, look: Look) => Item): Item[][] =>
      this.#rows.map((row) =>
        Array.from({ length: width }, (_, index) => {
          const { value, look } = row.get(index) ?? { value: '', look: {} };
          return of(value, look);
        }),
      );
    return {
      values: all((value) => (typeof value === 'object' ? '' : value)),
      formulas: this.#formulas(),
      weights: all((_, { isBold }) => (isBold === true ? 'bold' : 'normal')),
      numberFormats: all((_, { numberFormat }) => numberFormat ?? 'General'),
      backgrounds: all((_, { background }) => background ?? null),
      fontColors: all((_, { font }) => font ?? null),
    };
  }

  /** Formulas in as few blocks as there are: rows below each other with formulas in the same columns are one. */
  #formulas(): SummaryPlan['formulas'] {
    const open = new Map<string, { row: number; column: number; cells: string[][] }>();
    const done: { row: number; column: number; cells: string[][] }[] = [];
    for (const [at, row] of this.#rows.entries()) {
      const runs = runsOf(row);
      for (const [key, block] of open) if (!runs.some((run) => keyOf(run) === key)) closeOne(open, key, block, done);
      for (const run of runs) {
        const block = open.get(keyOf(run));
        if (block === undefined) open.set(keyOf(run), { row: at + 1, column: run.first + 1, cells: [run.cells] });
        else block.cells.push(run.cells);
      }
    }
    return [...done, ...open.values()];
  }
}

interface Run {
  readonly first: number;
  readonly cells: string[];
}

function runsOf(row: ReadonlyMap<number, { readonly value: string | number | Formula }>): Run[] {
  const runs: { first: number; cells: string[] }[] = [];
  for (const [index, { value }] of row) {
    if (typeof value !== 'object') continue;
    const last = runs[runs.length - 1];
    if (last !== undefined && last.first + last.cells.length === index) last.cells.push(value.formula);
    else runs.push({ first: index, cells: [value.formula] });
  }
  return runs;
}

function keyOf({ first, cells }: Run): string {
  return `${first} ${cells.length}`;
}

function closeOne<Block>(open: Map<string, Block>, key: string, block: Block, done: Block[]): void {
  open.delete(key);
  done.push(block);
}
