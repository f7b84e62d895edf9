import type { Cell } from './cell.ts';
import {
  ambiguous,
  type CellReading,
  type ColumnReader,
  type ColumnSource,
  isNoFiniteNumber,
  outOfRange,
  plainReader,
  times,
  unreadable,
} from './column-reader.ts';
import { isDoubtful, rateIn, undecidedNumbers } from './percent-column.ts';
import type { SatisfactionScale, TableProblem } from './reading.ts';
import { remember } from './remember.ts';
import { cellText } from './word-columns.ts';
import { foldAnswer, isMissing, levelOf, satisfactionPointsOf } from './words.ts';

/**
 * A reader for satisfaction, which always comes out as a share of its scale: 4 of 1–5 is 0.8, NPS 50 is 0.75, 满意 is 4 of 5, 高 is 3 of 3. The scale of
 * bare numbers is decided by the heading, else by the column's values, and is always noted; those that seem to be on another one are left in doubt.
 */
export function satisfactionColumn(source: ColumnSource): ColumnReader {
  const rate = remember(rateIn);
  const values = bareValues(source, rate);
  const { scale, isNamed } = scaleOf(source.heading?.text ?? '', values);
  const limit = doubtfulUpTo(scale, isNamed);
  const read = remember((cell): CellReading => {
    const parsed = rate(cell);
    if (parsed === null) return null;
    if (isDoubtful(parsed, limit)) return ambiguous(cellText(cell));
    const share =
      parsed === undefined
        ? shareOfText(cell)
        : parsed.unit === undefined
          ? shareOn(scale, parsed.value)
          : times(parsed.value, parsed.unit);
    if (share === undefined) return isNoFiniteNumber(cell) ? outOfRange(cell) : unreadable(cell);
    return share >= 0 && share <= 1 ? share : outOfRange(cell);
  });
  const problems: TableProblem[] = undecidedNumbers(source, rate, limit);
  if (values.count > 0) problems.push({ code: 'satisfaction-scale', severity: 'note', column: source.index, scale });
  return plainReader('percent', read, problems);
}

interface Values {
  count: number;
  negatives: number;
  most: number;
}

function bareValues(source: ColumnSource, rate: typeof rateIn): Values {
  const values: Values = { count: 0, negatives: 0, most: 0 };
  for (const row of source.rows) {
    const parsed = rate(row[source.index] ?? null);
    if (parsed === null || parsed === undefined || parsed.unit !== undefined || Math.abs(parsed.value) > 100) continue;
    values.count++;
    if (parsed.value < 0) values.negatives++;
    values.most = Math.max(values.most, parsed.value);
  }
  return values;
}

/** `isNamed`: the heading says so. */
function scaleOf(heading: string, values: Values): { readonly scale: SatisfactionScale; readonly isNamed: boolean } {
  const { negatives, most } = values;
  const as = (scale: SatisfactionScale, isNamed: boolean) => ({ scale, isNamed });
  if (/nps|net promoter|推荐值/.test(heading)) return as(negatives === 0 && most <= 10 ? '1-10' : 'nps', true);
  // a single one is a slip
  if (negatives > 1) return as('nps', false);
  const named =
    /(?:[1０-９01]\s*[-–~至到]\s*|满分\s*|out of\s*|\/\s*)(100|10|5)(?!\d)|(100|10|5)\s*分制|(百|十|五)分制/.exec(
      heading,
    );
  const largest = named?.[1] ?? named?.[2] ?? named?.[3];
  if ((largest === '5' || largest === '五') && most <= 5) return as('1-5', true);
  if ((largest === '10' || largest === '十') && most <= 10) return as('1-10', true);
  if ((largest === '100' || largest === '百') && most > 1) return as('0-100', true);
  if (most <= 1) return as('share', false);
  if (heading.includes('%')) return as('0-100', true);
  return as(most <= 5 ? '1-5' : most <= 10 ? '1-10' : '0-100', false);
}

/** Up to where bare numbers were hardly meant on a scale: 0.96 beside 90 or 4.5, and 4.8 beside 92 where nothing says that it is of 100. */
function doubtfulUpTo(scale: SatisfactionScale, isNamed: boolean): number {
  if (scale === '0-100') return isNamed ? 1 : 10;
  return scale === '1-5' || scale === '1-10' ? 0.99 : 0;
}

function shareOn(scale: SatisfactionScale, value: number): number | undefined {
  switch (scale) {
    case 'share':
      return value;
    case '1-5':
      return value / 5;
    case '1-10':
      return value / 10;
    case '0-100':
      return value / 100;
    case 'nps':
      return (value + 100) / 200;
    default:
      return scale satisfies never;
  }
}

/** 4.5/5, 92分, 满意, 高. */
function shareOfText(cell: Cell): number | undefined {
  if (typeof cell !== 'string' || cell.length > 40 || isMissing(cell, 'other')) return undefined;
  const folded = foldAnswer(cell);
  const of = /^(\d{1,3}(?:\.\d{1,4})?)\s?(?:\/|of|out of)\s?(5|10|100)$/.exec(folded);
  if (of !== null) return times(Number(of[1]) / Number(of[2]), 1);
  const marks = /^(\d{1,3}(?:\.\d{1,4})?)\s?分$/.exec(folded);
  if (marks !== null) return shareOfMarks(Number(marks[1]));
  const stars = /^(★{0,5})(☆{0,5})$/.exec(folded);
  if (stars !== null && stars[0].length === 5) return (stars[1] ?? '').length / 5;
  const points = satisfactionPointsOf(folded);
  if (points !== undefined) return points / 5;
  const level = levelOf(folded);
  return level === undefined || level === 'none' ? undefined : { high: 1, medium: 2 / 3, low: 1 / 3 }[level];
}

function shareOfMarks(marks: number): number {
  return marks / (marks <= 5 ? 5 : marks <= 10 ? 10 : 100);
}
