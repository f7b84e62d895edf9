import { daySerial } from '../../core/sheets/day-serial.ts';
import { ROWS_A_STEP, type Steps } from '../../core/steps.ts';
import type { SheetChange, SheetEntry, WriteCells } from '../use-cases/spreadsheets.ts';
import { type CellRectangle, cellRectangles } from './cell-rectangles.ts';
import { requestsOf } from './change-requests.ts';
import { gridRange } from './grid-range.ts';
import type { sheets_v4 } from './load-google.ts';

/**
 * Changes as the message of one `spreadsheets.batchUpdate`; null when it would have no requests. Cells are written as text at
 * once: as objects they would be many times as large. Throws a RangeError for a number that is none.
 */
export function* changeMessage(changes: readonly SheetChange[]): Steps<string | null> {
  const requests: string[] = [];
  for (const change of changes) {
    if (change.kind !== 'write-cells') {
      for (const request of requestsOf(change)) requests.push(JSON.stringify(request));
      continue;
    }
    for (const rectangle of cellRectangles(change, change.rows)) {
      requests.push(yield* updateCells(change, rectangle));
      if (rectangle.isFormatted) requests.push(JSON.stringify(formatDays(change, rectangle)));
    }
  }
  return requests.length === 0 ? null : `{"requests":[${requests.join(',')}]}`;
}

/** Whether making all of these twice comes to the same as making them once. */
export function isRepeatable(changes: readonly SheetChange[]): boolean {
  return changes.every(({ kind }) => REPEATABLE.has(kind));
}

const REPEATABLE: ReadonlySet<SheetChange['kind']> = new Set([
  'write-cells',
  'format',
  'column-width',
  'freeze',
  'show-tab',
  'change-mark',
  'keep-mark',
]);

function* updateCells({ tabId: sheetId }: WriteCells, { row, column, rows }: CellRectangle): Steps<string> {
  const start = JSON.stringify({ sheetId, rowIndex: row, columnIndex: column });
  // put together once: texts that grow bit by bit leave many times as much behind
  const pieces = [`{"updateCells":{"start":${start},"fields":"userEnteredValue","rows":[`];
  for (const [at, entries] of rows.entries()) {
    if (at % ROWS_A_STEP === ROWS_A_STEP - 1) yield;
    pieces.push(at === 0 ? '{"values":[' : ',{"values":[');
    for (const [index, entry] of entries.entries()) {
      if (index > 0) pieces.push(',');
      addCell(pieces, entry);
    }
    pieces.push(']}');
  }
  pieces.push(']}}');
  return pieces.join('');
}

/** One request for all of them: with each cell its format would be longer than its day. */
function formatDays({ tabId }: WriteCells, { row, column, rows }: CellRectangle): sheets_v4.Schema$Request {
  return {
    repeatCell: {
      range: gridRange(tabId, { row, column, rows: rows.length, columns: rows[0]?.length ?? 0 }),
      cell: { userEnteredFormat: { numberFormat: { type: 'DATE' } } },
      fields: 'userEnteredFormat.numberFormat',
    },
  };
}

/** Adds a cell's data. Never a `formulaValue`: what is written is what it is. */
function addCell(pieces: string[], entry: SheetEntry): void {
  if (entry === '') pieces.push('{}');
  else if (typeof entry === 'string') {
    if (ESCAPED.test(entry)) pieces.push('{"userEnteredValue":{"stringValue":', JSON.stringify(entry), '}}');
    else pieces.push('{"userEnteredValue":{"stringValue":"', entry, '"}}');
  } else if (typeof entry === 'boolean') pieces.push(`{"userEnteredValue":{"boolValue":${entry}}}`);
  else pieces.push('{"userEnteredValue":{"numberValue":', numberText(entry), '}}');
}

function numberText(entry: Exclude<SheetEntry, string | boolean>): string {
  if (typeof entry === 'object') return String(daySerial(entry.date));
  // JSON has no such number, and with null a cell would be emptied
  if (!Number.isFinite(entry)) throw new RangeError(`A cell cannot hold ${entry}.`);
  return String(entry);
}

/** What stands otherwise in JSON, or may: marks, signs that cannot be seen, and halves of characters. */
const ESCAPED = /[^ !#-[\]-\ud7ff\ue000-\uffff]/;
