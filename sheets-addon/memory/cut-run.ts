import { readProperty, writeProperty } from '../spreadsheet.ts';

/** A grading that has begun to write and not ended: what the next one must know to end it. */
export interface CutRun {
  readonly run: string;
  readonly tableId: string;
  /** 0-based corner of the table. */
  readonly top: number;
  readonly left: number;
  /** Keys of columns that it makes, which of them it inserts, and where (0-based). */
  readonly made: readonly string[];
  readonly inserted: readonly string[];
  readonly places: readonly number[];
}

/** The grading of a sheet that was cut; null when none was. */
export function readCutRun(sheetId: number): CutRun | null {
  const text = readProperty(nameOf(sheetId));
  return text === null ? null : (JSON.parse(text) as CutRun);
}

/** Notes that a grading begins to write, or with null that it has ended. */
export function noteRun(sheetId: number, run: CutRun | null): void {
  writeProperty(nameOf(sheetId), run === null ? null : JSON.stringify(run));
}

function nameOf(sheetId: number): string {
  return `tierbook.run.${sheetId}`;
}
