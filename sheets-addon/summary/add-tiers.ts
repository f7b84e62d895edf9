import { readableOn } from '../grading/tier-rules.ts';
import type { Formula, Look } from './summary-page.ts';
import { COUNT, HEADING, SHARE, type SummaryParts, sumLook, TOTAL } from './summary-parts.ts';
import type { Wanted } from './table-formulas.ts';

const CUSTOMERS = 2;
const SUM = 4;

/** Customers and sums of each tier, of those for review and of tiers that somebody typed, with their shares, and the totals. */
export function addTiers(parts: SummaryParts, tierColumn: string): void {
  const { page, formulas, text, tiers, money, reviewColumn } = parts;
  const ofMoney = money === null ? [] : [text.sum(money.heading), text.shareOfSum];
  page.add([text.tier, text.customers, text.share, ...ofMoney], HEADING);
  const first = page.next;
  const total = first + tiers.length + 2;
  const looks: Look[] = [{}, COUNT, SHARE, sumLook(parts), SHARE];
  const sums = sumsOf(parts, tierColumn);
  const line = (label: string, customers: string, sum: string | number, look: Look = {}): void => {
    const row = page.next;
    const share = (column: number): Formula => ({
      formula: `=IFERROR(${page.cell(row, column)}/${page.cell(total, column, 'row')};0)`,
    });
    const amount = typeof sum === 'number' ? sum : { formula: `=${sum}` };
    page.add(
      [label, { formula: `=${customers}` }, share(CUSTOMERS), ...(money === null ? [] : [amount, share(SUM)])],
      row === total ? TOTAL : {},
      [look, ...looks.slice(1)],
    );
  };
  const above = (column: number, last: number): string => `SUM(${page.cell(first, column)}:${page.cell(last, column)})`;
  for (const { title, colour } of tiers) {
    const wanted: Wanted[] = [{ column: tierColumn, is: title, cell: page.cell(page.next, 1, 'column') }];
    const look = colour === null ? {} : { background: colour.toLowerCase(), font: readableOn(colour) };
    line(title, formulas.count(wanted), sums.of(title, wanted), look);
  }
  const lastTier = page.next - 1;
  const undecided: Wanted[] = [{ column: tierColumn, is: '' }];
  if (reviewColumn !== null) undecided.push({ column: reviewColumn, is: 'filled' });
  line(text.review, formulas.count(undecided), sums.of('', undecided));
  const filled = `COUNTA(${formulas.range(tierColumn)})-COUNTA(${formulas.heading(tierColumn)})`;
  line(text.otherTiers, `${filled}-${above(CUSTOMERS, lastTier)}`, sums.others(above(SUM, lastTier)));
  line(text.total, above(CUSTOMERS, total - 1), above(SUM, total - 1));
}

/** How sums come about: by formulas where all amounts are numbers, else as they were read. */
interface Sums {
  readonly of: (tier: string, wanted: readonly Wanted[]) => string | number;
  /** Those of tiers that the scheme does not have. @param known a formula for the sum of those that it has */
  readonly others: (known: string) => string | number;
}

function sumsOf({ money, tiers, formulas }: SummaryParts, tierColumn: string): Sums {
  if (money === null) return { of: () => 0, others: () => 0 };
  const { column, areNumbers, sums } = money;
  if (areNumbers)
    return {
      of: (_, wanted) => formulas.sum(column, wanted),
      others: (known) => `${formulas.sum(column, [{ column: tierColumn, is: 'filled' }])}-${known}`,
    };
  const known = new Set(['', ...tiers.map(({ title }) => title)]);
  return {
    of: (tier) => sums.find(([title]) => title === tier)?.[1] ?? 0,
    others: () => sums.reduce((all, [tier, sum]) => (known.has(tier) ? all : all + sum), 0),
  };
}
