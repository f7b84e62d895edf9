import type { TableProblem } from '../../core/table/reading.ts';
import { cellProblemText, isCellProblem } from '../../core/text/cell-problem-text.ts';
import type { Language } from '../../core/text/language.ts';

/** With which every note of ours begins, so that it is found again; a person's own note stands before it. */
export const NOTE_MARK = 'Tierbook ▸ ';

/** Notes that are to stand on cells: by 0-based row, by column of the table. */
export function badCellNotes(problems: readonly TableProblem[], language: Language): Map<number, Map<number, string>> {
  const notes = new Map<number, Map<number, string>>();
  for (const problem of problems) {
    if (!isCellProblem(problem)) continue;
    const row = notes.get(problem.row - 1) ?? new Map<number, string>();
    const sentence = cellProblemText(problem, language).replace(/\s+/g, ' ');
    row.set(problem.column, NOTE_MARK + sentence.charAt(0).toUpperCase() + sentence.slice(1));
    notes.set(problem.row - 1, row);
  }
  return notes;
}

/** Our part of a cell's note, '' for none. */
export function ownNote(note: string): string {
  return note === '' ? '' : linesOf(note, true);
}

/** A cell's note with ours as it is to be, or without it; what others wrote stays. */
export function withNote(note: string, ours: string): string {
  return [linesOf(note, false), ours].filter((part) => part !== '').join('\n');
}

function linesOf(note: string, areOurs: boolean): string {
  const lines = note.split('\n').filter((line) => line.startsWith(NOTE_MARK) === areOurs);
  return lines.join('\n');
}
