import type { ColumnMark, SheetValue } from '../core/sheets/sheet-value.ts';
import { columnLetter } from '../core/table/column-letter.ts';
import { openedPage } from './opened-page.ts';
import type { Opening, Place, Progress, SummaryLooks } from './protocol.ts';
import type { ColourRule, LockedRange, SheetInfo } from './table/sheet-data.ts';

/*
 * The one module that knows Google's services. Each function does one thing with the active document and speaks in plain data, so that everything
 * else is pure. Rows and columns are counted from 1, as Google does.
 */

/** The language and region that the person has chosen at Google, such as `zh-TW`. */
export function userLocale(): string {
  return Session.getActiveUserLocale();
}

/** The document's language and region, such as `zh_TW`. */
export function documentLocale(): string {
  return document().getSpreadsheetLocale();
}

/** The document's time zone, an IANA name. */
export function timeZone(): string {
  return document().getSpreadsheetTimeZone();
}

/** The sheet in front and what is selected in it. */
export function activeSheet(): { readonly sheet: SheetInfo; readonly selection: Place | null } {
  const sheet = document().getActiveSheet();
  const range = sheet.getActiveRange();
  return { sheet: infoOf(sheet), selection: range === null ? null : placeOf(range) };
}

/** The sheet with this id; undefined when it has been deleted. */
export function sheetWithId(sheetId: number): SheetInfo | undefined {
  const found = document()
    .getSheets()
    .find((sheet) => sheet.getSheetId() === sheetId);
  return found && infoOf(found);
}

/** All values of a sheet, from A1 to the last cell with something in it. */
export function readValues(sheetId: number): SheetValue[][] {
  return sheetOf(sheetId).getDataRange().getValues();
}

/** The formulas of a place, '' where there is none. */
export function readFormulas(place: Place): string[][] {
  return rangeOf(place).getFormulas();
}

/** The columns of a sheet whose metadata, visible to the document, has a key that begins with `prefix`. */
export function columnMarks(sheetId: number, prefix: string): ColumnMark[] {
  return columnMetadata(sheetId, prefix).map((one) => ({
    key: one.getKey() ?? '',
    value: one.getValue() ?? '',
    column: one.getLocation().getColumn()?.getColumn() ?? 0,
  }));
}

/** Marks a column as ours; the mark follows the column wherever it is moved (Google's developer metadata). */
export function markColumn(sheetId: number, { column, key, value }: ColumnMark): void {
  const sheet = sheetOf(sheetId);
  // only a range of the whole column may have metadata of a column
  const letter = columnLetter(column - 1);
  const whole = sheet.getRange(`${letter}:${letter}`);
  whole.addDeveloperMetadata(key, value, SpreadsheetApp.DeveloperMetadataVisibility.DOCUMENT);
}

/** Takes the marks with these keys and this value from the columns of a sheet. */
export function unmarkColumns(sheetId: number, keys: readonly string[], value: string): void {
  for (const one of columnMetadata(sheetId, '')) {
    if (keys.includes(one.getKey() ?? '') && one.getValue() === value) one.remove();
  }
}

/** Writes values; a Date as a day, '' as nothing. A string that begins with `=` becomes a formula. */
export function writeValues(sheetId: number, row: number, column: number, values: readonly SheetValue[][]): void {
  sheetOf(sheetId)
    .getRange(row, column, values.length, values[0]?.length ?? 0)
    .setValues([...values]);
}

/**
 * Puts empty columns behind a column, or with 0 before all. Google lets them inherit the look and the validation of the one before: both are
 * taken away again.
 */
export function insertColumns(sheetId: number, after: number, count: number): void {
  const sheet = sheetOf(sheetId);
  if (after === 0) sheet.insertColumnsBefore(1, count);
  else sheet.insertColumnsAfter(after, count);
}

/** Takes look and validation from whole columns. */
export function plainColumns(sheetId: number, column: number, count: number): void {
  const sheet = sheetOf(sheetId);
  sheet.getRange(1, column, sheet.getMaxRows(), count).clear({ formatOnly: true, validationsOnly: true });
}

/** Deletes a column. */
export function deleteColumn(sheetId: number, column: number): void {
  sheetOf(sheetId).deleteColumn(column);
}

/** Empties the cells of a place, nothing but their contents. */
export function emptyCells(place: Place): void {
  rangeOf(place).clearContent();
}

/** The notes of a place, '' where there is none. */
export function readNotes(place: Place): string[][] {
  return rangeOf(place).getNotes();
}

/** Writes the notes of a place, '' for none. */
export function writeNotes(place: Place, notes: readonly string[][]): void {
  rangeOf(place).setNotes([...notes]);
}

/**
 * Lets the rules of a sheet whose formula has `mark` in it be these, in this order; all others stay, and stay in front. Writes nothing where
 * they are so already. Returns whether it wrote.
 */
export function keepColourRules(sheetId: number, mark: string, rules: readonly ColourRule[]): boolean {
  const sheet = sheetOf(sheetId);
  const all = sheet.getConditionalFormatRules();
  const isOurs = all.map((rule) => formulaOf(rule)?.includes(mark) === true);
  const before = all.filter((_, index) => isOurs[index]).map(plainRule);
  if (JSON.stringify(before) === JSON.stringify(rules)) return false;
  const ours = rules.map(({ formula, a1, background, font }) => {
    const ranges = a1.split(',').map((one) => sheet.getRange(one));
    const rule = SpreadsheetApp.newConditionalFormatRule().whenFormulaSatisfied(formula).setRanges(ranges);
    return (background === '' ? rule.setBold(true) : rule.setBackground(background).setFontColor(font)).build();
  });
  sheet.setConditionalFormatRules([...all.filter((_, index) => !isOurs[index]), ...ours]);
  return true;
}

/** What of a sheet the person may not edit; a protected sheet as the whole of it, what is left open in it aside. */
export function lockedRanges(sheetId: number): LockedRange[] {
  const sheet = sheetOf(sheetId);
  const { RANGE, SHEET } = SpreadsheetApp.ProtectionType;
  return [...sheet.getProtections(SHEET), ...sheet.getProtections(RANGE)].flatMap((protection) => {
    if (protection.canEdit()) return [];
    const range = protection.getRange();
    return [{ ...placeOf(range), a1: range.getA1Notation(), description: protection.getDescription() }];
  });
}

/** Parts of a protected sheet that all may edit. */
export function openRanges(sheetId: number): Place[] {
  return sheetOf(sheetId)
    .getProtections(SpreadsheetApp.ProtectionType.SHEET)
    .flatMap((protection) => protection.getUnprotectedRanges().map(placeOf));
}

/** All cells of a sheet by its name; null when there is none. */
export function readNamedSheet(name: string): SheetValue[][] | null {
  return document().getSheetByName(name)?.getDataRange().getValues() ?? null;
}

/** The sheet of this name; undefined when there is none. */
export function sheetNamed(name: string): SheetInfo | undefined {
  const found = document().getSheetByName(name);
  return found === null ? undefined : infoOf(found);
}

/**
 * Writes values into the sheet of this name, which grows as it must. Where there is none it is made, hidden, at the end, and what
 * was in front stays in front.
 */
export function writeHiddenSheet(name: string, row: number, values: readonly SheetValue[][]): void {
  writeGrowing(document().getSheetByName(name) ?? hiddenSheet(name), row, values);
}

/** Writes values from A1 into the sheet of this name, which is made at the end where there is none, and brings it to the front. */
export function writeVisibleSheet(name: string, values: readonly SheetValue[][]): void {
  const sheet = document().getSheetByName(name) ?? document().insertSheet(name, document().getNumSheets());
  writeGrowing(sheet, 1, values);
  sheet.activate();
}

/** Runs alone in this document; null when somebody else has been running in it for `waitMs`. */
export function alone<T>(waitMs: number, run: () => T): T | null {
  const lock = LockService.getDocumentLock() ?? LockService.getScriptLock();
  if (!lock.tryLock(waitMs)) return null;
  try {
    return run();
  } finally {
    // what was written must have arrived before anybody else reads
    SpreadsheetApp.flush();
    lock.releaseLock();
  }
}

/** The range of this name, wherever it was moved; undefined when there is none (any more). */
export function namedPlace(name: string): Place | undefined {
  const range = document().getRangeByName(name);
  return range === null ? undefined : placeOf(range);
}

/** Gives a place a name, which follows what is put in, deleted and moved; the former place of that name loses it. */
export function namePlace(place: Place, name: string): void {
  document().setNamedRange(name, rangeOf(place));
}

/** What a sheet itself is marked with under this key; null when it is not. */
export function sheetMark(sheetId: number, key: string): string | null {
  return sheetMetadata(sheetId, key)?.getValue() ?? null;
}

/** Marks a sheet, visibly to the document; what it was marked with under the same key is forgotten. */
export function markSheet(sheetId: number, key: string, value: string): void {
  const before = sheetMetadata(sheetId, key);
  if (before === undefined) sheetOf(sheetId).addDeveloperMetadata(key, value);
  else before.setValue(value);
}

/**
 * Makes a sheet of this title, or with a number behind it when there is one already, right of another sheet and with room for a block, in
 * columns wide enough for words.
 */
export function makeSheet(title: string, rightOf: number, rows: number, columns: number): number {
  const of = document();
  let name = title;
  for (let number = 2; of.getSheetByName(name) !== null; number += 1) name = `${title} ${number}`;
  const sheet = of.insertSheet(name, sheetOf(rightOf).getIndex());
  const place = {
    sheetId: sheet.getSheetId(),
    row: 1,
    column: 1,
    rows: sheet.getMaxRows(),
    columns: sheet.getMaxColumns(),
  };
  growBlock(place, rows, columns);
  sheet.setColumnWidths(1, columns, WORD_WIDTH);
  return place.sheetId;
}

/** Puts rows and columns into a block before its last ones, until it is at least so large; what stands below or beside it moves away. */
export function growBlock(place: Place, rows: number, columns: number): void {
  const sheet = sheetOf(place.sheetId);
  if (rows > place.rows) sheet.insertRowsBefore(place.row + place.rows - 1, rows - place.rows);
  if (columns > place.columns) sheet.insertColumnsBefore(place.column + place.columns - 1, columns - place.columns);
}

/** How many cells all sheets have together. */
export function cellsInAll(): number {
  return document()
    .getSheets()
    .reduce((sum, sheet) => sum + sheet.getMaxRows() * sheet.getMaxColumns(), 0);
}

/** Empties a place, looks included. */
export function emptyPlace(place: Place): void {
  rangeOf(place).clear();
}

/** Writes formulas with English names and semicolons, which every region takes; each cell must have one. */
export function writeFormulas(
  sheetId: number,
  row: number,
  column: number,
  formulas: readonly (readonly string[])[],
): void {
  sheetOf(sheetId)
    .getRange(row, column, formulas.length, formulas[0]?.length ?? 0)
    .setFormulas(formulas as string[][]);
}

/** Gives a place its looks, cell by cell. */
export function writeLooks(place: Place, looks: SummaryLooks): void {
  const { weights, numberFormats, backgrounds, fontColors } = looks as {
    readonly [Part in keyof SummaryLooks]: SummaryLooks[Part][number][number][][];
  };
  rangeOf(place)
    .setFontWeights(weights)
    .setNumberFormats(numberFormats)
    .setBackgrounds(backgrounds)
    .setFontColors(fontColors);
}

/**
 * Lets a sheet have a column chart of a place (labels and numbers, headings above): the one with this id is changed, wherever it was moved;
 * when there is none, one is made where `corner` says. Returns its id.
 */
export function keepColumnChart(
  place: Place,
  title: string,
  id: string,
  corner: Pick<Place, 'row' | 'column'>,
): string {
  const sheet = sheetOf(place.sheetId);
  const idOf = (chart: GoogleAppsScript.Spreadsheet.EmbeddedChart): string => String(chart.getChartId());
  const ids = new Map(sheet.getCharts().map((chart) => [idOf(chart), chart]));
  const before = ids.get(id);
  const builder = before === undefined ? sheet.newChart().asColumnChart() : before.modify();
  builder.clearRanges().addRange(rangeOf(place)).setNumHeaders(1).setOption('title', title);
  if (before !== undefined) {
    sheet.updateChart(builder.build());
    return id;
  }
  const column = Math.min(corner.column, sheet.getMaxColumns());
  builder.setOption('legend', { position: 'none' }).setPosition(corner.row, column, 0, 0);
  sheet.insertChart(builder.build());
  return (
    sheet
      .getCharts()
      .map(idOf)
      .find((one) => !ids.has(one)) ?? ''
  );
}

/** A short text that is kept with the document, for the script alone; null when there is none. */
export function readProperty(name: string): string | null {
  return PropertiesService.getDocumentProperties()?.getProperty(name) ?? null;
}

/** Keeps a short text (under 9 KB) with the document, or forgets it. */
export function writeProperty(name: string, text: string | null): void {
  const properties = PropertiesService.getDocumentProperties();
  if (text === null) properties?.deleteProperty(name);
  else properties?.setProperty(name, text);
}

/** Tells the sidebar of the same person how far a run has come; null: it has ended. */
export function tellProgress(progress: Progress | null): void {
  const cache = CacheService.getUserCache();
  if (progress === null) cache?.remove(PROGRESS);
  else cache?.put(PROGRESS, JSON.stringify(progress), 600);
}

/** How far this person's run has come; null when none is under way. */
export function toldProgress(): Progress | null {
  const text = CacheService.getUserCache()?.get(PROGRESS) ?? null;
  return text === null ? null : JSON.parse(text);
}

/** Selects a place and brings its sheet to the front. */
export function select(place: Place): void {
  rangeOf(place).activate();
}

/** A short random name. */
export function newId(): string {
  return Utilities.getUuid().slice(0, 8);
}

/** A message in the corner for some seconds. */
export function toast(text: string): void {
  document().toast(text, 'Tierbook', 8);
}

/** A message that must be closed. */
export function tell(text: string): void {
  const ui = SpreadsheetApp.getUi();
  ui.alert('Tierbook', text, ui.ButtonSet.OK);
}

/** A question; false unless the person says yes. */
export function ask(text: string): boolean {
  const ui = SpreadsheetApp.getUi();
  return ui.alert('Tierbook', text, ui.ButtonSet.YES_NO) === ui.Button.YES;
}

/** Opens the sidebar on one of its screens. */
export function openSidebar(opening: Opening): void {
  const page = openedPage(HtmlService.createHtmlOutputFromFile('sidebar').getContent(), opening);
  SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput(page).setTitle('Tierbook'));
}

/** Adds the add-on's menu: each item with the function that it calls. */
export function addMenu(items: readonly (readonly [caption: string, entryPoint: string])[]): void {
  const menu = SpreadsheetApp.getUi().createAddonMenu();
  for (const [caption, entryPoint] of items) menu.addItem(caption, entryPoint);
  menu.addToUi();
}

/** In pixels: a new column has 100, too few for a heading of four words. */
const WORD_WIDTH = 160;

const PROGRESS = 'tierbook.progress';

function document(): GoogleAppsScript.Spreadsheet.Spreadsheet {
  return SpreadsheetApp.getActiveSpreadsheet();
}

function sheetOf(sheetId: number): GoogleAppsScript.Spreadsheet.Sheet {
  const found = document()
    .getSheets()
    .find((sheet) => sheet.getSheetId() === sheetId);
  if (found === undefined) throw new RangeError(`There is no sheet ${sheetId}.`);
  return found;
}

function rangeOf({ sheetId, row, column, rows, columns }: Place): GoogleAppsScript.Spreadsheet.Range {
  return sheetOf(sheetId).getRange(row, column, rows, columns);
}

function infoOf(sheet: GoogleAppsScript.Spreadsheet.Sheet): SheetInfo {
  return {
    sheetId: sheet.getSheetId(),
    name: sheet.getName(),
    maxRows: sheet.getMaxRows(),
    maxColumns: sheet.getMaxColumns(),
  };
}

function placeOf(range: GoogleAppsScript.Spreadsheet.Range): Place {
  return {
    sheetId: range.getGridId(),
    row: range.getRow(),
    column: range.getColumn(),
    rows: range.getNumRows(),
    columns: range.getNumColumns(),
  };
}

function columnMetadata(sheetId: number, prefix: string): GoogleAppsScript.Spreadsheet.DeveloperMetadata[] {
  return sheetOf(sheetId)
    .createDeveloperMetadataFinder()
    .withLocationType(SpreadsheetApp.DeveloperMetadataLocationType.COLUMN)
    .withVisibility(SpreadsheetApp.DeveloperMetadataVisibility.DOCUMENT)
    .find()
    .filter((one) => (one.getKey() ?? '').startsWith(prefix));
}

function sheetMetadata(sheetId: number, key: string): GoogleAppsScript.Spreadsheet.DeveloperMetadata | undefined {
  return sheetOf(sheetId)
    .getDeveloperMetadata()
    .find((one) => one.getKey() === key);
}

function formulaOf(rule: GoogleAppsScript.Spreadsheet.ConditionalFormatRule): string | null {
  const condition = rule.getBooleanCondition();
  if (condition?.getCriteriaType() !== SpreadsheetApp.BooleanCriteria.CUSTOM_FORMULA) return null;
  const [formula] = condition.getCriteriaValues();
  return typeof formula === 'string' ? formula : null;
}

function plainRule(rule: GoogleAppsScript.Spreadsheet.ConditionalFormatRule): ColourRule {
  const condition = rule.getBooleanCondition();
  return {
    formula: formulaOf(rule) ?? '',
    a1: rule
      .getRanges()
      .map((range) => range.getA1Notation())
      .join(','),
    background: condition?.getBackground()?.toLowerCase() ?? '',
    font: condition?.getFontColor()?.toLowerCase() ?? '',
  };
}

function writeGrowing(sheet: GoogleAppsScript.Spreadsheet.Sheet, row: number, values: readonly SheetValue[][]): void {
  const width = values[0]?.length ?? 0;
  const columns = sheet.getMaxColumns();
  if (columns < width) sheet.insertColumnsAfter(columns, width - columns);
  const rows = sheet.getMaxRows();
  const last = row + values.length - 1;
  if (rows < last) sheet.insertRowsAfter(rows, last - rows);
  sheet.getRange(row, 1, values.length, width).setValues([...values]);
}

function hiddenSheet(name: string): GoogleAppsScript.Spreadsheet.Sheet {
  const front = document().getActiveSheet();
  const made = document().insertSheet(name, document().getNumSheets());
  made.hideSheet();
  document().setActiveSheet(front);
  return made;
}
