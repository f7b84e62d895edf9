import { splitAmount } from './amount.ts';
import type { Cell } from './cell.ts';
import {
  ambiguous,
  type CellReading,
  type ColumnReader,
  type ColumnSource,
  plainReader,
  unreadable,
} from './column-reader.ts';
import type { TableProblem } from './reading.ts';
import { foldAnswer, isMissing, levelOf, yesNoOf } from './words.ts';

/**
 * A reader for a column of sizes in words. 无 and `none` are the level none, and 有 beside sizes, where the field may have that answer, is high.
 * 一般 is medium, but low in a column of 重点 and 潜力.
 */
export function levelColumn({ field, rows, index }: ColumnSource): ColumnReader {
  const hasAnswers = field.type === 'level' && field.also?.includes('yes-no') === true;
  const isRanked = rows.some((row) => /^(?:重点|重點|潜力|潛力)$/.test(cellText(row[index])));
  const readText = remembered((text) => {
    const folded = foldAnswer(text);
    if (isRanked && folded === '一般') return 'low';
    const level = levelOf(folded);
    if (level === undefined && hasAnswers && yesNoOf(folded) === true) return 'high';
    return level ?? (isMissing(text, 'other') ? null : unreadable(text));
  });
  return plainReader('level', (cell) => {
    if (cell === null) return null;
    if (typeof cell === 'string') return readText(cell);
    return cell === 0 ? 'none' : unreadable(cell);
  });
}

/** A reader for a column of answers. A lone x crosses out beside ticks and yeses, ticks where nothing else stands, and is doubtful otherwise. */
export function yesNoColumn(source: ColumnSource): ColumnReader {
  const marks = marksIn(source);
  const x = marks.count === 0 || marks.hasYes === marks.hasNo ? (marks.hasYes ? undefined : true) : !marks.hasYes;
  // an amount under the heading of overdue payments, where most say yes or no, is a yes
  const isAmount = source.field.type === 'money';
  const readText = remembered((text) => {
    const answer = yesNoOf(foldAnswer(text));
    if (answer === 'mark') return x ?? ambiguous(text);
    if (answer !== undefined) return answer;
    const amount = isAmount ? splitAmount(text) : undefined;
    if (amount !== undefined) return amount.unit.negative !== true && /[1-9]/.test(amount.digits);
    return isMissing(text, 'other') ? null : unreadable(text);
  });
  const problems: TableProblem[] =
    marks.count > 0 && x === undefined
      ? [{ code: 'mark-undecided', severity: 'problem', column: source.index, row: marks.firstRow, cells: marks.count }]
      : [];
  return plainReader(
    'yes-no',
    (cell) => {
      if (cell === null) return null;
      if (typeof cell === 'string') return readText(cell);
      if (typeof cell === 'boolean') return cell;
      if (isAmount && typeof cell === 'number') return cell > 0;
      return cell === 1 ? true : cell === 0 ? false : unreadable(cell);
    },
    problems,
  );
}

/** A reader for a column of text: trimmed, without control characters; numbers and days as they are written. */
export function textColumn(): ColumnReader {
  return plainReader('text', (cell) => {
    const text = cellText(cell);
    return text === '' || isMissing(text, 'text') ? null : text;
  });
}

/** A cell as text, trimmed, with runs of control characters as one space; empty for an empty cell. */
export function cellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'object') return cell.date;
  if (typeof cell !== 'string') return String(cell);
  return (CONTROL.test(cell) ? cell.replace(CONTROLS, ' ') : cell).trim();
}

const CONTROL = /[\p{Cc}\u200b\u2028\u2029\ufeff]/u;
const CONTROLS = /[\p{Cc}\u200b\u2028\u2029\ufeff]+/gu;
const MOST_REMEMBERED = 500;

/** Answers repeat down a column: each text is read once. */
function remembered(read: (text: string) => CellReading): (text: string) => CellReading {
  const known = new Map<string, CellReading>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined || known.has(text)) return before ?? null;
    const reading = text.length > LONGEST_ANSWER ? unreadable(text) : read(text);
    if (known.size < MOST_REMEMBERED) known.set(text, reading);
    return reading;
  };
}

const LONGEST_ANSWER = 60;

function marksIn(source: ColumnSource): { count: number; firstRow: number; hasYes: boolean; hasNo: boolean } {
  const marks = { count: 0, firstRow: 0, hasYes: false, hasNo: false };
  for (let at = 0; at < source.rows.length; at++) {
    const cell = source.rows[at]?.[source.index] ?? null;
    if (typeof cell !== 'string' || cell.length > LONGEST_ANSWER) continue;
    const answer = yesNoOf(foldAnswer(cell));
    if (answer === true) marks.hasYes = true;
    else if (answer === false) marks.hasNo = true;
    else if (answer === 'mark') {
      if (marks.count === 0) marks.firstRow = source.rowNumbers[at] ?? 0;
      marks.count++;
    }
  }
  return marks;
}
