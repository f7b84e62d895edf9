import { formulaRenamed } from './formula-references.ts';
import type { SheetRange } from './grid-range.ts';
import { SPREADSHEET_CELLS } from './limits.ts';
import type { LineKind } from './line-shift.ts';
import { MetadataStore } from './metadata-store.ts';
import { languageTag } from './number-format.ts';
import { NEW_SHEET, Sheet } from './sheet.ts';
import { WallClock } from './wall-clock.ts';
import { WorkbookError } from './workbook-error.ts';
import type { NamedRange, Selection } from './workbook-parts.ts';

/** What a new workbook is to be. */
export interface WorkbookSettings {
  readonly id: string;
  readonly title: string;
  /** As Google writes it: `en_US`, `zh_CN`. */
  readonly locale: string;
  /** Of the IANA's names. */
  readonly timeZone: string;
  /** E-mail address; may edit everything. */
  readonly owner: string;
  /** Milliseconds since 1970, for days that are typed without a year. Default: the machine's clock. */
  readonly now?: () => number;
}

/**
 * A spreadsheet in memory: the strict model behind the local workspace's sheet, the stand-in for Apps Script and the one for
 * the Sheets API. It knows the limits of Google Sheets and refuses with a `WorkbookError` what passes them; it knows nothing
 * of users' rights beyond telling which protection stands in the way. There is no undo.
 */
export class Workbook {
  readonly id: string;
  title: string;
  readonly locale: string;
  readonly timeZone: string;
  readonly owner: string;
  readonly metadata: MetadataStore;
  /** Between days in cells and moments. */
  readonly clock: WallClock;
  readonly now: () => number;
  namedRanges: NamedRange[] = [];
  selection: Selection;
  /** In the order of the tabs. */
  #sheets: Sheet[] = [];
  #changeCount = 0;
  #calculatedAt = 0;
  #calculator: ((workbook: Workbook) => void) | null = null;

  /** A workbook with one empty sheet, `Sheet1`. Throws `not-understood` for a locale or time zone that is none. */
  constructor({ id, title, locale, timeZone, owner, now }: WorkbookSettings) {
    try {
      Intl.DateTimeFormat(languageTag(locale), { timeZone });
    } catch (cause) {
      throw Object.assign(new WorkbookError('not-understood', `${locale} ${timeZone}`), { cause });
    }
    this.id = id;
    this.title = title;
    this.locale = locale;
    this.timeZone = timeZone;
    this.owner = owner;
    this.now = now ?? Date.now;
    this.clock = new WallClock(timeZone);
    this.metadata = new MetadataStore(() => this.touch());
    const first = new Sheet(0, 'Sheet1', NEW_SHEET.rowCount, NEW_SHEET.columnCount);
    this.#sheets.push(first);
    this.selection = { sheetId: 0, startRow: 0, endRow: 1, startColumn: 0, endColumn: 1 };
  }

  /** Rises with every change, by one or more. */
  get changeCount(): number {
    return this.#changeCount;
  }

  /** Says that something has changed; every operation does so itself. */
  touch(): void {
    this.#changeCount++;
  }

  /** In the order of the tabs. */
  get sheets(): readonly Sheet[] {
    return this.#sheets;
  }

  /** Throws `no-such-sheet`. */
  sheet(id: number): Sheet {
    const sheet = this.findSheet(id);
    if (sheet === undefined) throw new WorkbookError('no-such-sheet', String(id));
    return sheet;
  }

  /** Undefined: none. */
  findSheet(id: number): Sheet | undefined {
    return this.#sheets.find((sheet) => sheet.id === id);
  }

  /** By its exact title; undefined: none. */
  findSheetByTitle(title: string): Sheet | undefined {
    return this.#sheets.find((sheet) => sheet.title === title);
  }

  /** Adds a sheet at a place among the tabs (0-based, default: last); its id must be free. Throws `sheet-title`, `too-many-cells`. */
  addSheet(
    wanted: {
      readonly id?: number;
      readonly title?: string;
      readonly index?: number;
      readonly rowCount?: number;
      readonly columnCount?: number;
    } = {},
  ): Sheet {
    const title = wanted.title ?? this.#freeTitle();
    this.#requireFreeTitle(title, null);
    const rowCount = wanted.rowCount ?? NEW_SHEET.rowCount;
    const columnCount = wanted.columnCount ?? NEW_SHEET.columnCount;
    this.requireRoom(rowCount * columnCount);
    const sheet = new Sheet(wanted.id ?? this.#freeId(), title, rowCount, columnCount);
    this.#sheets.splice(wanted.index ?? this.#sheets.length, 0, sheet);
    this.touch();
    return sheet;
  }

  /** Throws `no-such-sheet`, `last-sheet`. */
  deleteSheet(id: number): void {
    const sheet = this.sheet(id);
    this.#requireAnotherInSight(sheet);
    this.#sheets = this.#sheets.filter((one) => one !== sheet);
    this.metadata.deleteSheet(id);
    this.namedRanges = this.namedRanges.filter(({ range }) => range.sheetId !== id);
    if (this.selection.sheetId === id) this.#selectFirstInSight();
    this.touch();
  }

  /** Formulas that name it follow. Throws `no-such-sheet`, `sheet-title`. Sheets' titles differ by more than capitals (observed). */
  renameSheet(id: number, title: string): void {
    const sheet = this.sheet(id);
    this.#requireFreeTitle(title, sheet);
    const former = sheet.title;
    sheet.title = title;
    for (const { grid } of this.#sheets)
      grid.forEach('formulas', (formula, row, column) => {
        const next = formula === null ? null : formulaRenamed(formula, former, title);
        if (next !== formula) grid.set('formulas', row, column, next);
      });
    this.touch();
  }

  /** Throws `no-such-sheet`, `last-sheet`. */
  setSheetHidden(id: number, isHidden: boolean): void {
    const sheet = this.sheet(id);
    if (isHidden && !sheet.isHidden) this.#requireAnotherInSight(sheet);
    sheet.isHidden = isHidden;
    if (isHidden && this.selection.sheetId === id) this.#selectFirstInSight();
    this.touch();
  }

  /** Moves a tab to a place, 0-based. Throws `no-such-sheet`, `out-of-bounds`. */
  moveSheet(id: number, index: number): void {
    const sheet = this.sheet(id);
    if (!Number.isInteger(index) || index < 0 || index >= this.#sheets.length)
      throw new WorkbookError('out-of-bounds', sheet.title);
    const others = this.#sheets.filter((one) => one !== sheet);
    others.splice(index, 0, sheet);
    this.#sheets = others;
    this.touch();
  }

  /** Freezes the first rows or columns. Throws `out-of-bounds` when none would be left to move. */
  freeze(sheet: Sheet, kind: LineKind, count: number): void {
    const lines = kind === 'row' ? sheet.rowCount : sheet.columnCount;
    if (!Number.isInteger(count) || count < 0 || count >= lines) throw new WorkbookError('out-of-bounds', sheet.title);
    if (kind === 'row') sheet.frozenRows = count;
    else sheet.frozenColumns = count;
    this.touch();
  }

  /** Chooses cells and their sheet. Throws `no-such-sheet`, `out-of-bounds`. */
  select(range: SheetRange): void {
    this.sheet(range.sheetId).requireWithin(range);
    this.selection = range;
  }

  /** Throws `too-many-cells` when so many more cells would pass the limit. */
  requireRoom(moreCells: number): void {
    const cells = this.#sheets.reduce((sum, { rowCount, columnCount }) => sum + rowCount * columnCount, moreCells);
    if (cells > SPREADSHEET_CELLS) throw new WorkbookError('too-many-cells', String(SPREADSHEET_CELLS));
  }

  /**
   * Whoever calculates formulas: called by `calculate` when something has changed since, and puts what formulas come to into
   * the grid's values. Without one, formulas keep the value that they have.
   */
  calculateWith(calculator: (workbook: Workbook) => void): void {
    this.#calculator = calculator;
    this.#calculatedAt = -1;
  }

  /** Brings the values of formulas up to date. To be called before values are read. */
  calculate(): void {
    if (this.#calculator === null || this.#calculatedAt === this.#changeCount) return;
    // First, so that a custom function that reads the workbook does not calculate again.
    this.#calculatedAt = this.#changeCount;
    this.#calculator(this);
    this.#calculatedAt = this.#changeCount;
  }

  /** For whoever takes a workbook from where it was kept. */
  replaceSheets(sheets: readonly Sheet[]): void {
    this.#sheets = [...sheets];
    this.touch();
  }

  #freeTitle(): string {
    let number = this.#sheets.length + 1;
    while (this.#sheets.some(({ title }) => title === `Sheet${number}`)) number++;
    return `Sheet${number}`;
  }

  #freeId(): number {
    // As random as Google's look, and the same in every run.
    let id = (this.#sheets.length * 2_654_435_761 + 97_531) % 2_147_483_647;
    while (this.findSheet(id) !== undefined) id = (id + 1_000_003) % 2_147_483_647;
    return id;
  }

  #requireFreeTitle(title: string, own: Sheet | null): void {
    const folded = title.toLowerCase();
    if (title === '' || title.length > 100) throw new WorkbookError('sheet-title', title);
    if (this.#sheets.some((sheet) => sheet !== own && sheet.title.toLowerCase() === folded))
      throw new WorkbookError('sheet-title', title);
  }

  #requireAnotherInSight(sheet: Sheet): void {
    if (!this.#sheets.some((other) => other !== sheet && !other.isHidden))
      throw new WorkbookError('last-sheet', sheet.title);
  }

  #selectFirstInSight(): void {
    const first = this.#sheets.find(({ isHidden }) => !isHidden);
    if (first !== undefined)
      this.selection = { sheetId: first.id, startRow: 0, endRow: 1, startColumn: 0, endColumn: 1 };
  }
}
