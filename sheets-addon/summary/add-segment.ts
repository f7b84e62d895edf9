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
  const total = first + labels.length + 1;
  const looks: Look[] = [{}, ...titles.map(() => COUNT), COUNT];
  const allLooks = [...looks, ...(tierColumn === null ? [SHARE] : []), sumLook(parts)];
  const line = (label: string, own: Wanted | null): void => {
    const row = page.next;
    const isTotal = own === null;
    const isUndecided = own !== null && !('cell' in own);
    const above = (at: number): string => `SUM(${page.cell(first, at)}:${page.cell(row - 1, at)})`;
    const byTier = titles.map((tier, index): Formula => {
      if (isTotal || tierColumn === null) return { formula: `=${above(index + 2)}` };
      const isReview = index === titles.length - 1;
      const of: Wanted[] = isReview
        ? [...noTier, ...isReviewed]
        : [{ column: tierColumn, is: tier, cell: page.cell(heading, index + 2, 'row') }];
      return { formula: `=${formulas.count([own, ...of])}` };
    });
    const at = titles.length + 2;
    // rows without a label are customers only where something else of ours stands in them
    const undecided = (found: (wanted: readonly Wanted[]) => string, label_: Wanted): string =>
      tierColumn === null
        ? found([label_, ...isReviewed])
        : `${found([label_, ...anyTier])}+${found([label_, ...noTier, ...isReviewed])}`;
    const over = (found: (wanted: readonly Wanted[]) => string, place: number): string => {
      if (own === null) return above(place);
      return isUndecided ? undecided(found, own) : found([own]);
    };
    const share = `=IFERROR(${page.cell(row, at)}/${page.cell(total, at, 'row')};0)`;
    page.add(
      [
        label,
        ...byTier,
        { formula: `=${over(formulas.count, at)}` },
        ...(tierColumn === null ? [{ formula: share }] : []),
        ...(isSummed ? [{ formula: `=${over((wanted) => formulas.sum(money.column, wanted), allLooks.length)}` }] : []),
      ],
      isTotal ? TOTAL : {},
      allLooks,
    );
  };
  for (const label of labels) line(label, { column, is: label, cell: page.cell(page.next, 1, 'column') });
  line(text.undecided, { column, is: '' });
  line(text.total, null);
}
