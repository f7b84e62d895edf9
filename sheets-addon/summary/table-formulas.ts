/** What a row of the table must hold to count: a label (and the summary's cell that shows it), nothing, or anything. */
export type Wanted =
  | { readonly column: string; readonly is: string; readonly cell: string }
  | { readonly column: string; readonly is: '' | 'filled' };

/** Formulas over the rows of a table, from its headings to the empty row below: rows put in anywhere in the table count too. */
export interface TableFormulas {
  /** A column of the table: `'客户'!$H$1:$H$32`. */
  readonly range: (column: string) => string;
  /** The heading's cell of a column. */
  readonly heading: (column: string) => string;
  /** How many rows hold all of this. */
  readonly count: (wanted: readonly Wanted[]) => string;
  /** The sum of a column over the rows that hold all of this; what is no number, errors too, counts nothing. */
  readonly sum: (column: string, wanted: readonly Wanted[]) => string;
}

/**
 * Formulas, without `=`, over a table. `labels`: all that are looked for, to tell which are alike. Arguments stand between semicolons, which every
 * region takes: where commas are decimal, `B14,0` would be a number.
 */
export function tableFormulas(
  sheetName: string,
  { firstRow, lastRow }: { readonly firstRow: number; readonly lastRow: number },
  labels: readonly string[],
): TableFormulas {
  // a bare title would resolve to a named range first, and one with a space not at all
  const sheet = `'${sheetName.replaceAll("'", "''")}'`;
  const range = (column: string): string => `${sheet}!$${column}$${firstRow}:$${column}$${lastRow}`;
  const alike = new Map<string, number>();
  for (const label of new Set(labels)) {
    const folded = label.toLowerCase();
    alike.set(folded, (alike.get(folded) ?? 0) + 1);
  }
  const isPlain = (label: string): boolean => PLAIN.test(label) && alike.get(label.toLowerCase()) === 1;
  const areTold = (wanted: readonly Wanted[]): boolean => wanted.every((one) => !('cell' in one) || isPlain(one.is));
  const listed = (wanted: readonly Wanted[]): string =>
    wanted.map((one) => `${range(one.column)};${criterionOf(one)}`).join(';');
  // one cell with an error would make the whole sum that error
  const multiplied = (wanted: readonly Wanted[]): string =>
    `IFERROR(1*${wanted.map((one) => testOf(one, range)).join('*')};0)`;
  return {
    range,
    heading: (column) => `${sheet}!$${column}$${firstRow}`,
    count: (wanted) => (areTold(wanted) ? `COUNTIFS(${listed(wanted)})` : `SUMPRODUCT(${multiplied(wanted)})`),
    sum: (column, wanted) =>
      areTold(wanted)
        ? `SUMIFS(${range(column)};${listed(wanted)};${range(column)};${ANY_NUMBER})`
        : `SUMPRODUCT(${multiplied(wanted)};IFERROR(${range(column)};0))`,
  };
}

/**
 * Labels that COUNTIFS takes for nothing but themselves: no wildcards, comparisons, numbers or days. Upper and lower case are
 * the same to it, so of labels that differ in nothing else none is.
 */
const PLAIN = /^(?!(?:true|false)$)\p{L}[^*?~<>="]*$/iu;

/** What a number holds and an error does not: SUMIFS gives the error of any cell that it adds up. */
const ANY_NUMBER = '">-1E+99"';

function criterionOf(wanted: Wanted): string {
  if ('cell' in wanted) return wanted.cell;
  return wanted.is === 'filled' ? '"<>"' : '""';
}

function testOf(wanted: Wanted, range: (column: string) => string): string {
  if ('cell' in wanted) return `EXACT(${range(wanted.column)};${wanted.cell})`;
  return `(${range(wanted.column)}${wanted.is === 'filled' ? '<>' : '='}"")`;
}
