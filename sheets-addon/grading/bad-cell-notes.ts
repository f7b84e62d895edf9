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

/** A cell's note with ours as it is to be, or without it; what others wrote stays. */
export function withNote(note: string, ours: string | undefined): string {
  const lines = note.split('\n').filter((line) => !line.startsWith(NOTE_MARK));
  const theirs = lines.join('\n');
  if (ours === undefined) return note.includes(NOTE_MARK) ? theirs : note;
  return theirs === '' ? ours : `${theirs}\n${ours}`;
}

/** Whether a cell's note has one of ours in it. */
export function hasOwnNote(note: string): boolean {
  return note.split('\n').some((line) => line.startsWith(NOTE_MARK));
}
