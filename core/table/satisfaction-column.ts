import type { Cell } from './cell.ts';
import {
  type CellReading,
  type ColumnReader,
  type ColumnSource,
  isNoFiniteNumber,
  outOfRange,
  plainReader,
  times,
  unreadable,
} from './column-reader.ts';
import { rateIn } from './percent-column.ts';
import type { SatisfactionScale } from './reading.ts';
import { remember } from './remember.ts';
import { foldAnswer, isMissing, levelOf, satisfactionPointsOf } from './words.ts';

/**
 * A reader for satisfaction, which always comes out as a share of its scale: 4 of 1–5 is 0.8, NPS 50 is 0.75, 满意 is 4 of 5, 高 is 3 of 3. The scale of
 * bare numbers is decided by the heading, else by the column's values, and is always noted.
 */
export function satisfactionColumn(source: ColumnSource): ColumnReader {
  const rate = remember(rateIn);
  const values = bareValues(source, rate);
  const scale = scaleOf(source.heading?.text ?? '', values);
  const read = remember((cell): CellReading => {
    const parsed = rate(cell);
    if (parsed === null) return null;
    const share =
      parsed === undefined
        ? shareOfText(cell)
        : parsed.unit === undefined
          ? shareOn(scale, parsed.value)
          : times(parsed.value, parsed.unit);
    if (share === undefined) return isNoFiniteNumber(cell) ? outOfRange(cell) : unreadable(cell);
    return share >= 0 && share <= 1 ? share : outOfRange(cell);
  });
  return plainReader(
    'percent',
    read,
    values.count === 0 ? [] : [{ code: 'satisfaction-scale', severity: 'note', column: source.index, scale }],
  );
}

interface Values {
  count: number;
  least: number;
  most: number;
}

function bareValues(source: ColumnSource, rate: typeof rateIn): Values {
  const values: Values = { count: 0, least: 0, most: 0 };
  for (const row of source.rows) {
    const parsed = rate(row[source.index] ?? null);
    if (parsed === null || parsed === undefined || parsed.unit !== undefined || Math.abs(parsed.value) > 100) continue;
    values.count++;
    values.least = Math.min(values.least, parsed.value);
    values.most = Math.max(values.most, parsed.value);
  }
  return values;
}

function scaleOf(heading: string, values: Values): SatisfactionScale {
  if (/nps|net promoter|推荐值/.test(heading)) return values.least >= 0 && values.most <= 10 ? '1-10' : 'nps';
  if (values.least < 0) return 'nps';
  const most =
    /(?:[1０-９01]\s*[-–~至到]\s*|满分\s*|out of\s*|\/\s*)(100|10|5)(?!\d)|(100|10|5)\s*分制|(百|十|五)分制/.exec(
      heading,
    );
  const named = most?.[1] ?? most?.[2] ?? most?.[3];
  if ((named === '5' || named === '五') && values.most <= 5) return '1-5';
  if ((named === '10' || named === '十') && values.most <= 10) return '1-10';
  if ((named === '100' || named === '百') && values.most > 1) return '0-100';
  if (values.most <= 1) return 'share';
  if (heading.includes('%')) return '0-100';
  return values.most <= 5 ? '1-5' : values.most <= 10 ? '1-10' : '0-100';
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
