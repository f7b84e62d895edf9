import type { SummedMoney } from '../protocol.ts';
import { readableOn } from '../tier-rules.ts';
import type { Formula, Look } from './summary-page.ts';
import { COUNT, HEADING, SHARE, type SummaryParts, sumLook, TOTAL } from './summary-parts.ts';
import type { Wanted } from './table-formulas.ts';

const CUSTOMERS = 2;
const SUM = 4;

/** Customers and sums of each tier, of those for review and of tiers that somebody typed, with their shares, and the totals. */
export function addTiers({ basis, page, formulas, text }: SummaryParts, tierColumn: string): void {
  const { tiers, money, reviewColumn } = basis;
  page.add(
    [text.tier, text.customers, text.share, ...(money === null ? [] : [text.sum(money.heading), text.shareOfSum])],
    HEADING,
  );
  const first = page.next;
  const total = first + tiers.length + 2;
  const looks: Look[] = [{}, COUNT, SHARE, sumLook(basis), SHARE];
  const line = (label: string, customers: string, sum: string | number, look: Look = {}): void => {
    const row = page.next;
    const share = (column: number): Formula => ({
      formula: `=IFERROR(${page.cell(row, column)}/${page.cell(total, column, 'row')},0)`,
    });
    page.add(
      [
        label,
        { formula: `=${customers}` },
        share(CUSTOMERS),
        ...(money === null ? [] : [typeof sum === 'number' ? sum : { formula: `=${sum}` }, share(SUM)]),
      ],
      row === total ? TOTAL : {},
      [{ ...look }, ...looks.slice(1)],
    );
  };
  const summed = (tier: string, wanted: readonly Wanted[]): string | number =>
    money?.sums == null ? (money === null ? '' : formulas.sum(money.column, wanted)) : sumOf(money, tier);
  for (const { title, colour } of tiers) {
    const wanted: Wanted[] = [{ column: tierColumn, is: title, cell: page.cell(page.next, 1, 'column') }];
    const look = colour === null ? {} : { background: colour.toLowerCase(), font: readableOn(colour) };
    line(title, formulas.count(wanted), summed(title, wanted), look);
  }
  const undecided: Wanted[] = [
    { column: tierColumn, is: '' },
    ...(reviewColumn === null ? [] : [{ column: reviewColumn, is: 'filled' } as const]),
  ];
  line(text.review, formulas.count(undecided), summed('', undecided));
  const above = (column: number): string =>
    `SUM(${page.cell(first, column)}:${page.cell(first + tiers.length - 1, column)})`;
  const range = formulas.range(tierColumn);
  line(
    text.otherTiers,
    `COUNTA(${range})-COUNTA(${formulas.heading(tierColumn)})-${above(CUSTOMERS)}`,
    money?.sums == null
      ? `${money === null ? '' : formulas.sum(money.column, [{ column: tierColumn, is: 'filled' }])}-${above(SUM)}`
      : otherSum(money, ['', ...tiers.map(({ title }) => title)]),
  );
  const all = (column: number): string => `SUM(${page.cell(first, column)}:${page.cell(total - 1, column)})`;
  line(text.total, all(CUSTOMERS), all(SUM));
}

function sumOf({ sums }: SummedMoney, tier: string): number {
  return (sums ?? []).find((one) => one.tier === tier)?.sum ?? 0;
}

function otherSum({ sums }: SummedMoney, known: readonly string[]): number {
  return (sums ?? []).reduce((all, { tier, sum }) => (known.includes(tier) ? all : all + sum), 0);
}
