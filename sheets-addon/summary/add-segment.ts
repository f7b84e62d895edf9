import type { Formula, Look } from './summary-page.ts';
import { COUNT, HEADING, type Segment, SHARE, type SummaryParts, sumLook, TOTAL } from './summary-parts.ts';
import type { Wanted } from './table-formulas.ts';

/**
 * Customers of each label of a segment by tier, with totals, and sums where formulas can add them up; of a document without
 * tiers customers and their shares.
 */
export function addSegment(parts: SummaryParts, { title, column, labels }: Segment): void {
  const { page, formulas, text, tiers, tierColumn, reviewColumn, money } = parts;
  const isSummed = money?.areNumbers === true;
  const heading = page.next;
  const titles = tierColumn === null ? [] : [...tiers.map((tier) => tier.title), text.review];
  page.add(
    [
      title,
      ...titles,
      ...(tierColumn === null ? [text.customers, text.share] : [text.total]),
      ...(isSummed ? [text.sum(money.heading)] : []),
    ],
    HEADING,
  );
  const isReviewed: Wanted[] = reviewColumn === null ? [] : [{ column: reviewColumn, is: 'filled' }];
  const noTier: Wanted[] = tierColumn === null ? [] : [{ column: tierColumn, is: '' }];
  const anyTier: Wanted[] = tierColumn === null ? [] : [{ column: tierColumn, is: 'filled' }];
  const first = page.next;
  const lastLabel = first + labels.length - 1;
  const total = lastLabel + 3;
  const looks: Look[] = [{}, ...titles.map(() => COUNT), COUNT];
  const allLooks = [...looks, ...(tierColumn === null ? [SHARE] : []), sumLook(parts)];
  const line = (label: string, own: Wanted | 'others' | null): void => {
    const row = page.next;
    const isTotal = own === null;
    const down = (at: number, last: number): string => `SUM(${page.cell(first, at)}:${page.cell(last, at)})`;
    /** `found`: how many, or how much, of the rows that hold all of this. */
    const over = (found: (wanted: readonly Wanted[]) => string, at: number, of: readonly Wanted[] = []): string => {
      if (own === null) return down(at, row - 1);
      if (own === 'others') return `${found([{ column, is: 'filled' }, ...of])}-${down(at, lastLabel)}`;
      if ('cell' in own || of.length > 0) return found([own, ...of]);
      // rows without a label are customers only where something else of ours stands in them
      return tierColumn === null
        ? found([own, ...isReviewed])
        : `${found([own, ...anyTier])}+${found([own, ...noTier, ...isReviewed])}`;
    };
    const byTier = titles.map((tier, index): Formula => {
      const isReview = index === titles.length - 1 || tierColumn === null;
      const of: Wanted[] = isReview
        ? [...noTier, ...isReviewed]
        : [{ column: tierColumn, is: tier, cell: page.cell(heading, index + 2, 'row') }];
      return { formula: `=${over(formulas.count, index + 2, of)}` };
    });
    const at = titles.length + 2;
    const heads = own === 'others' ? `-COUNTA(${formulas.heading(column)})` : '';
    const share = `=IFERROR(${page.cell(row, at)}/${page.cell(total, at, 'row')};0)`;
    page.add(
      [
        label,
        ...byTier,
        { formula: `=${over(formulas.count, at)}${heads}` },
        ...(tierColumn === null ? [{ formula: share }] : []),
        ...(isSummed ? [{ formula: `=${over((wanted) => formulas.sum(money.column, wanted), allLooks.length)}` }] : []),
      ],
      isTotal ? TOTAL : {},
      allLooks,
    );
  };
  for (const label of labels) line(label, { column, is: label, cell: page.cell(page.next, 1, 'column') });
  line(text.undecided, { column, is: '' });
  line(text.otherLabels, 'others');
  line(text.total, null);
}
