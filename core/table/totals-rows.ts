import type { Cell, Grid } from './cell.ts';
import type { Header } from './find-header.ts';
import { foldScript } from './fold-script.ts';
import type { ColumnMatch } from './match-columns.ts';
import { parseUnit } from './units.ts';
import { exactMatch, type Vocabulary } from './vocabulary.ts';
import { cellText } from './word-columns.ts';
import { foldAnswer, isMissing, isSheetError, isTotalsLabel, mayBeTotals, withoutTotalsWord } from './words.ts';

/**
 * Tells rows of sums and statistics from customers. The label stands for the name, the number or first of all, and beside it are only numbers, or the errors of sums over
 * cells that hold one: a customer who is called Total has a number or some text of its own. Where the label says what is summed (East Total,
 * 华东汇总), that stands above in its column, is what a column may be headed (Total sales) or a currency (Total USD), so that Total Energies stays a
 * customer, and a text's column (a phone number) is empty beside it.
 */
export function totalsRows(
  grid: Grid,
  header: Header,
  words: Vocabulary,
  matches: readonly ColumnMatch[],
  [name, key]: readonly [number, number],
): (row: readonly Cell[], index: number) => boolean {
  const firstRows: Map<string, number>[] = [];
  const types = matches.map(({ field }) => words.fieldById.get(field ?? '')?.type);
  return (row, index) => {
    const first = row.findIndex((cell) => cellText(cell) !== '');
    const label = [key, name, first].find((column) => {
      const cell = row[column];
      return typeof cell === 'string' && mayBeTotals(cell);
    });
    if (label === undefined) return false;
    const text = textOf(row[label]);
    const isAlone = isTotalsLabel(text);
    const summed = withoutTotalsWord(text);
    const isSummed = (): boolean => {
      if (exactMatch(words, summed) !== undefined || parseUnit(summed)?.currency !== undefined) return true;
      const rows = (firstRows[label] ??= new Map<string, number>());
      if (rows.size === 0)
        for (let at = grid.length - 1; at > header.last; at--) rows.set(textOf(grid[at]?.[label]), at);
      return (rows.get(summed) ?? index) < index;
    };
    return (
      (isAlone || (summed !== text && isSummed())) &&
      row.every(
        (cell, column) =>
          column === label ||
          (!isText(cell) &&
            (isMissing(cellText(cell), 'other') ||
              (isAlone ? label !== name || column !== key : types[column] !== 'text'))),
      )
    );
  };
}

function textOf(cell: Cell | undefined): string {
  return foldScript(cellText(cell));
}

function isText(cell: Cell): boolean {
  if (typeof cell !== 'string' || cell === '' || /\d/.test(cell) || isSheetError(cell)) return false;
  return /\p{L}/u.test(cell) && !isMissing(cell, 'other') && !isTotalsLabel(foldAnswer(cell));
}
