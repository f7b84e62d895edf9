import type { TableProblem, TableReading } from '../table/reading.ts';
import { formatDecimal } from './format.ts';
import type { ByLanguage, Language } from './language.ts';
import { columnName, tableProblemText } from './table-text.ts';

/** One sentence about how a table was read. */
export interface TableRemark {
  readonly severity: TableProblem['severity'];
  readonly text: string;
}

/** How a table was read and what is wrong with it, the gravest first; spells out `most` and counts the rest. */
export function tableRemarks(
  { problems, columns }: TableReading,
  most: number,
  language: Language,
): { readonly remarks: readonly TableRemark[]; readonly more: number } {
  const sorted = GRAVITY.flatMap((gravity) => problems.filter(({ severity }) => severity === gravity));
  const remarks = sorted.slice(0, most).map((problem) => ({
    severity: problem.severity,
    text: tableProblemText(problem, columns, language),
  }));
  return { remarks, more: sorted.length - remarks.length };
}

const GRAVITY: readonly TableProblem['severity'][] = ['error', 'problem', 'note'];

/**
 * A heading that nobody recognised is named, since it may be a misspelt one that should have counted; null for none. `of`
 * says what the table holds.
 */
export function columnsNotReadText(
  { columns, problems }: TableReading,
  language: Language,
  of: 'customers' | 'purchases' = 'customers',
): string | null {
  const told = new Set<number | undefined>();
  for (const problem of problems) {
    told.add(problem.column);
    if (problem.code === 'several-columns') for (const column of problem.columns) told.add(column);
    if (problem.code === 'unit-from-column') told.add(problem.units);
  }
  const open = columns.filter(({ index, field, heading }) => field === null && heading !== '' && !told.has(index));
  if (open.length === 0) return null;
  const names = open.slice(0, MOST_HEADINGS).map(({ index }) => columnName(index, columns, language));
  return (of === 'customers' ? COLUMNS_NOT_READ : COLUMNS_LEFT_OUT)[language](names, open.length - names.length);
}

/** Headings of columns that no field took and that are named. */
const MOST_HEADINGS = 8;

const COLUMNS_NOT_READ: ByLanguage<(names: readonly string[], more: number) => string> = {
  en: (names, more) =>
    `Headings not recognised, so not graded: ${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`,
  'zh-CN': (names, more) =>
    `未识别的表头（不参与评分）：${names.join('、')}${more > 0 ? `，另有 ${formatDecimal(more, 0)} 列` : ''}。`,
  'zh-TW': (names, more) =>
    `無法辨識的標題（不列入評分）：${names.join('、')}${more > 0 ? `，另有 ${formatDecimal(more, 0)} 欄` : ''}。`,
};

const COLUMNS_LEFT_OUT: ByLanguage<(names: readonly string[], more: number) => string> = {
  en: (names, more) => `Columns left out: ${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`,
  'zh-CN': (names, more) => `未读取的列：${names.join('、')}${more > 0 ? `，另有 ${formatDecimal(more, 0)} 列` : ''}。`,
  'zh-TW': (names, more) => `未讀取的欄：${names.join('、')}${more > 0 ? `，另有 ${formatDecimal(more, 0)} 欄` : ''}。`,
};
