import type { ValueType } from '../customer.ts';
import { splitAmount } from './amount.ts';
import type { Cell } from './cell.ts';
import type { ColumnReader, ColumnSource, Conventions } from './column-reader.ts';
import { type DateEvidence, dateColumn, dateEvidence } from './date-column.ts';
import { monthsColumn } from './months-column.ts';
import { decimalShown, type NumberEvidence, numberColumn, numberEvidence } from './number-column.ts';
import { percentColumn, rateIn } from './percent-column.ts';
import { readDateText } from './read-date.ts';
import { satisfactionColumn } from './satisfaction-column.ts';
import { levelColumn, textColumn, yesNoColumn } from './word-columns.ts';
import { foldAnswer, isMissing, levelOf, yesNoOf } from './words.ts';

/** What is known about the table before its columns are looked at. */
export type Setting = Omit<Conventions, 'decimalSeen' | 'dateOrderSeen'>;

/** Decides once for each column how it is read, from all its values and from what the other columns show. */
export function planColumns(sources: readonly ColumnSource[], setting: Setting): ColumnReader[] {
  const surveys = sources.map((source) => survey(source, setting));
  const dots = surveys.reduce((sum, one) => sum + (one.numbers?.dots ?? 0), 0);
  const commas = surveys.reduce((sum, one) => sum + (one.numbers?.commas ?? 0), 0);
  const orders = new Set(surveys.flatMap((one) => (one.dates?.orders.length === 1 ? one.dates.orders : [])));
  const [order] = orders;
  const conventions: Conventions = {
    ...setting,
    decimalSeen: decimalShown({ dots, commas }),
    dateOrderSeen: orders.size === 1 ? order : undefined,
  };
  return surveys.map((one) => readerOf(one, conventions));
}

interface Survey {
  readonly source: ColumnSource;
  readonly type: ValueType;
  readonly numbers: NumberEvidence | undefined;
  readonly dates: DateEvidence | undefined;
}

/** Enough cells to see which of two types a column has. */
const SAMPLE = 300;

function survey(source: ColumnSource, setting: Setting): Survey {
  const type = typeOf(source);
  const isNumber = type === 'money' || type === 'number' || type === 'count' || type === 'percent';
  return {
    source,
    type,
    numbers: isNumber ? numberEvidence(source) : undefined,
    dates:
      type === 'date' || (type === 'months' && source.field.bareUnit === 'years')
        ? dateEvidence(source, setting.yearNow, setting.isChinese)
        : undefined,
  };
}

function readerOf({ source, type, numbers, dates }: Survey, conventions: Conventions): ColumnReader {
  switch (type) {
    case 'money':
    case 'number':
    case 'count':
      return numberColumn(source, type, numbers ?? numberEvidence(source), conventions);
    case 'percent':
      return source.field.id === 'satisfaction' ? satisfactionColumn(source) : percentColumn(source);
    case 'date':
      return dateColumn(source, dates ?? dateEvidence(source, conventions.yearNow, conventions.isChinese), conventions);
    case 'months':
      return monthsColumn(source, conventions, dates);
    case 'level':
      return levelColumn(source);
    case 'yes-no':
      return yesNoColumn(source);
    case 'text':
      return textColumn();
    default:
      return type satisfies never;
  }
}

/** The field's own type, or the other one it accepts that reads more of the column's cells. */
function typeOf(source: ColumnSource): ValueType {
  const { field, rows, index, heading } = source;
  if (field.also === undefined || field.also.length === 0) return field.type;
  const unit = heading?.unit;
  const isAmount = (unit?.currency ?? unit?.factor) !== undefined && field.also.includes('money');
  const types = [field.type, ...field.also].filter((type) => !isAmount || type !== 'percent');
  // 毛利率 and `margin %` say themselves that they are rates.
  if (
    types.includes('percent') &&
    heading !== null &&
    (heading.unit.percent !== undefined || /率|\brate\b|percent/.test(heading.text))
  ) {
    types.sort((a, b) => Number(b === 'percent') - Number(a === 'percent'));
  }
  const cells: Cell[] = [];
  const step = Math.max(1, Math.floor(rows.length / SAMPLE));
  for (let at = 0; at < rows.length; at += step) {
    const cell = rows[at]?.[index] ?? null;
    if (
      cell !== null &&
      !(
        typeof cell === 'string' &&
        (cell.length > 100 || (isMissing(cell, 'other') && levelOf(foldAnswer(cell)) === undefined))
      )
    ) {
      cells.push(cell);
    }
  }
  let best = types[0] ?? field.type;
  let most = -1;
  for (const type of types) {
    const count = cells.reduce<number>((sum, cell) => sum + (reads(cell, type) ? 1 : 0), 0);
    if (count > most) {
      best = type;
      most = count;
    }
  }
  return best;
}

function reads(cell: Cell, type: ValueType): boolean {
  const text = typeof cell === 'string' ? cell : undefined;
  switch (type) {
    case 'money':
    case 'number':
    case 'count': {
      if (typeof cell === 'number') return true;
      if (type === 'count' && text !== undefined && levelOf(foldAnswer(text)) === 'none') return true;
      const unit = text === undefined ? undefined : splitAmount(text)?.unit;
      return unit !== undefined && unit.percent === undefined && unit.months === undefined;
    }
    case 'percent':
      return rateIn(cell) !== undefined && rateIn(cell) !== null;
    case 'level':
      return cell === 0 ? false : text !== undefined && levelOf(foldAnswer(text)) !== undefined;
    case 'yes-no':
      return typeof cell === 'boolean' || (text !== undefined && yesNoOf(foldAnswer(text)) !== undefined);
    case 'date':
      return text === undefined ? typeof cell === 'object' : readDateText(text.trim(), 2000) !== undefined;
    case 'months':
      return typeof cell !== 'boolean' && (text === undefined || /\d/.test(text) || /[年月]/.test(text));
    case 'text':
      return true;
    default:
      return type satisfies never;
  }
}
