import {
  type PrintedCells,
  type SheetCell,
  type SheetMark,
  SheetsError,
  type SheetTab,
  type SpreadsheetDescription,
  type Spreadsheets,
  type TabRange,
} from '../../bot/use-cases/spreadsheets.ts';
import { newWorkspaceId } from './databases.ts';

/** One spreadsheet in memory, for use cases that read: what it does not know, it refuses. */
export class PlainSpreadsheet implements Spreadsheets {
  readonly account = 'tierbook@example.com';
  readonly spreadsheetId: string;
  title = 'Book';
  tabs: { id: number; title: string; isHidden: boolean; rows: SheetCell[][] }[] = [];
  marks: SheetMark[] = [];
  /** How many requests were made. */
  reads = 0;
  /** Called before each read of cells, to change the sheet in between. */
  beforeRead: () => void = () => {};
  /** What every request comes to; null: it is answered. */
  failure: SheetsError | null = null;

  constructor(rows: SheetCell[][] = [], spreadsheetId = `spreadsheet-of-${newWorkspaceId()}`) {
    this.spreadsheetId = spreadsheetId;
    this.tabs.push({ id: 0, title: 'Customers', isHidden: false, rows });
  }

  /** Its address, with the first tab open. */
  get address(): string {
    return `https://docs.google.com/spreadsheets/d/${this.spreadsheetId}/edit#gid=0`;
  }

  /** The cells of the first tab. */
  get rows(): SheetCell[][] {
    const [first] = this.tabs;
    if (first === undefined) throw new Error('The spreadsheet has no tab.');
    return first.rows;
  }

  set rows(rows: SheetCell[][]) {
    const [first] = this.tabs;
    if (first !== undefined) first.rows = rows;
  }

  describe(spreadsheetId: string): Promise<SpreadsheetDescription> {
    return this.#answer(spreadsheetId, () => ({
      spreadsheetId,
      title: this.title,
      locale: 'en_US',
      timeZone: 'Europe/Berlin',
      tabs: this.tabs.map(
        ({ id, title, isHidden, rows }): SheetTab => ({
          id,
          title,
          isHidden,
          rowCount: Math.max(1000, rows.length),
          columnCount: 26,
          protectedRanges: [],
          charts: [],
        }),
      ),
      marks: [...this.marks],
    }));
  }

  read(spreadsheetId: string, ranges: readonly TabRange[], { days }: { readonly days: boolean }) {
    this.beforeRead();
    return this.#answer(spreadsheetId, () =>
      ranges.map(({ tab, place }) => {
        if (place !== null) throw new Error('Only whole tabs are read.');
        const found = this.tabs.find(({ id, title }) => id === tab.id && title === tab.title);
        if (found === undefined) throw new SheetsError('no-such-tab', { spreadsheetId, tab: tab.title });
        const width = Math.max(0, ...found.rows.map((row) => row.length));
        const rows = found.rows.map((row) =>
          Array.from({ length: width }, (_, column): SheetCell => {
            const cell = row[column] ?? '';
            return typeof cell === 'object' && !days ? serialOf(cell.date) : cell;
          }),
        );
        return { tabId: tab.id, row: 0, column: 0, rows };
      }),
    );
  }

  async readChanged(
    spreadsheetId: string,
    ranges: readonly TabRange[],
    known: string | null,
  ): Promise<PrintedCells | undefined> {
    const cells = await this.read(spreadsheetId, ranges, { days: true });
    const print = JSON.stringify(cells);
    return print === known ? undefined : { cells, print };
  }

  prepare(): Promise<never> {
    return Promise.reject(new Error('Nobody writes here.'));
  }

  change(): Promise<void> {
    return Promise.reject(new Error('Nobody writes here.'));
  }

  async #answer<T>(spreadsheetId: string, answer: () => T): Promise<T> {
    this.reads += 1;
    await Promise.resolve();
    if (this.failure !== null) throw this.failure;
    if (spreadsheetId !== this.spreadsheetId) throw new SheetsError('no-such-spreadsheet', { spreadsheetId });
    return answer();
  }
}

function serialOf(date: string): number {
  return Math.round((Date.parse(`${date}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000);
}
