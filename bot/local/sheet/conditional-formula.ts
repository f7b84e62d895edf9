import { columnIndex } from '../workbook/a1-notation.ts';
import { type CellValue, isCellError } from '../workbook/cell.ts';

/** What the cells of a sheet hold, 0-based. */
export type ReadCell = (row: number, column: number) => CellValue;

/** Whether the formula holds for a cell so many rows and columns from the first one that it was written for. */
export type Condition = (read: ReadCell, rows: number, columns: number) => boolean;

/** A part of a formula. It throws `NoValue` for what cannot be reckoned with. */
type Part = (read: ReadCell, rows: number, columns: number) => string | number | boolean | null;

/**
 * The condition of a conditional format: comparisons, arithmetic, cells of the same sheet and the functions AND, OR, NOT, N,
 * LEN and ISBLANK, which is what rules are mostly made of. Undefined for any other formula; such a rule colours nothing here.
 */
export function conditionOf(formula: string): Condition | undefined {
  const tokens = tokensOf(formula.replace(/^=/, ''));
  if (tokens === undefined) return undefined;
  try {
    const reader = { tokens, at: 0 };
    const part = comparison(reader);
    if (reader.at < tokens.length) return undefined;
    return (read, rows, columns) => {
      try {
        const value = part(read, rows, columns);
        return typeof value === 'number' ? value !== 0 : value === true;
      } catch (error) {
        if (error instanceof NoValue) return false;
        throw error;
      }
    };
  } catch (error) {
    if (error instanceof NotUnderstood) return undefined;
    throw error;
  }
}

class NoValue extends Error {}
class NotUnderstood extends Error {}

interface Reader {
  readonly tokens: readonly string[];
  at: number;
}

const TOKEN = /\s*("(?:[^"]|"")*"|\d+(?:\.\d+)?|\$?[A-Za-z]{1,3}\$?\d+(?![\w(])|[A-Za-z]+|<=|>=|<>|[-+*/=<>(),])/y;

function tokensOf(text: string): string[] | undefined {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.trimEnd().length) {
    const token = TOKEN.exec(text)?.[1];
    if (token === undefined) return undefined;
    tokens.push(token);
  }
  return tokens;
}

function chain(reader: Reader, next: (reader: Reader) => Part, operators: Readonly<Record<string, Operator>>): Part {
  let left = next(reader);
  for (;;) {
    const operator = operators[reader.tokens[reader.at] ?? ''];
    if (operator === undefined) return left;
    reader.at += 1;
    const [one, other] = [left, next(reader)];
    left = (...at) => operator(one(...at), other(...at));
  }
}

type Value = ReturnType<Part>;
type Operator = (left: Value, right: Value) => Value;

function comparison(reader: Reader): Part {
  return chain(reader, sum, {
    '=': (left, right) => order(left, right) === 0,
    '<>': (left, right) => order(left, right) !== 0,
    '<': (left, right) => order(left, right) < 0,
    '>': (left, right) => order(left, right) > 0,
    '<=': (left, right) => order(left, right) <= 0,
    '>=': (left, right) => order(left, right) >= 0,
  });
}

function sum(reader: Reader): Part {
  return chain(reader, product, {
    '+': (left, right) => numberOf(left) + numberOf(right),
    '-': (left, right) => numberOf(left) - numberOf(right),
  });
}

function product(reader: Reader): Part {
  return chain(reader, single, {
    '*': (left, right) => numberOf(left) * numberOf(right),
    '/': (left, right) => numberOf(left) / numberOf(right),
  });
}

function single(reader: Reader): Part {
  const token = reader.tokens[reader.at] ?? '';
  reader.at += 1;
  if (token === '-') {
    const part = single(reader);
    return (...at) => -numberOf(part(...at));
  }
  if (token === '(') return closed(reader, comparison(reader));
  if (token.startsWith('"')) return constant(token.slice(1, -1).replaceAll('""', '"'));
  if (/^\d/.test(token)) return constant(Number(token));
  const cell = /^(\$?)([A-Za-z]{1,3})(\$?)(\d+)$/.exec(token);
  if (cell) return cellPart(cell);
  const name = token.toUpperCase();
  if (reader.tokens[reader.at] !== '(') {
    if (name === 'TRUE' || name === 'FALSE') return constant(name === 'TRUE');
    throw new NotUnderstood();
  }
  reader.at += 1;
  const given: Part[] = [];
  while (reader.tokens[reader.at] !== ')') {
    given.push(comparison(reader));
    if (reader.tokens[reader.at] === ',') reader.at += 1;
  }
  return closed(reader, functionPart(name, given));
}

function closed(reader: Reader, part: Part): Part {
  if (reader.tokens[reader.at] !== ')') throw new NotUnderstood();
  reader.at += 1;
  return part;
}

function cellPart([, fixedColumn, letters = '', fixedRow, digits]: RegExpExecArray): Part {
  const [row, column] = [Number(digits) - 1, columnIndex(letters) ?? 0];
  return (read, rows, columns) => {
    const value = read(row + (fixedRow === '$' ? 0 : rows), column + (fixedColumn === '$' ? 0 : columns));
    if (isCellError(value)) throw new NoValue();
    return value;
  };
}

function functionPart(name: string, given: readonly Part[]): Part {
  const [first] = given;
  if (name === 'AND') return (...at) => given.every((part) => isTrue(part(...at)));
  if (name === 'OR') return (...at) => given.some((part) => isTrue(part(...at)));
  if (first === undefined || given.length > 1) throw new NotUnderstood();
  switch (name) {
    case 'NOT':
      return (...at) => !isTrue(first(...at));
    case 'N':
      return (...at) => {
        const value = first(...at);
        return typeof value === 'string' ? 0 : Number(value);
      };
    case 'LEN':
      return (...at) => String(first(...at) ?? '').length;
    case 'ISBLANK':
      return (...at) => first(...at) === null;
    default:
      throw new NotUnderstood();
  }
}

function constant(value: Value): Part {
  return () => value;
}

function isTrue(value: Value): boolean {
  return value === true || (typeof value === 'number' && value !== 0);
}

/** An empty cell is 0, a text that is no number is none. */
function numberOf(value: Value): number {
  const number = Number(value ?? 0);
  if (Number.isNaN(number)) throw new NoValue();
  return number;
}

/** Numbers before texts before yes and no; texts whatever their capitals; an empty cell is as the other one if that were empty. */
function order(left: Value, right: Value): number {
  const [one, other] = [left ?? emptyAs(right), right ?? emptyAs(left)];
  if (typeof one !== typeof other) return RANKS.indexOf(typeof one) - RANKS.indexOf(typeof other);
  if (typeof one === 'string' && typeof other === 'string') {
    const [low, high] = [one.toLowerCase(), other.toLowerCase()];
    return low === high ? 0 : low < high ? -1 : 1;
  }
  return Number(one) - Number(other);
}

const RANKS = ['number', 'string', 'boolean'];

function emptyAs(other: Value): string | number | boolean {
  if (typeof other === 'string') return '';
  return typeof other === 'boolean' ? false : 0;
}
