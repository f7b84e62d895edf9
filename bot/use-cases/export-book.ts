import type { CustomerStage } from '../../core/customer-stage.ts';
import type { Digest } from '../../core/digest/digest.ts';
import { schemeOf } from '../../core/digest/tier-counts.ts';
import type { OwnValue } from '../../core/sheets/cell-text.ts';
import { LAST_CONTACT, type OwnKey } from '../../core/sheets/own-columns.ts';
import { CUSTOMER_FILE_TEXT } from '../../core/text/customer-file-text.ts';
import { fieldTitle } from '../../core/text/field-titles.ts';
import { tierTitle } from '../../core/text/grading-text.ts';
import type { Language } from '../../core/text/language.ts';
import { SHEETS_EXPORT_TEXT } from '../../core/text/sheets-export-text.ts';
import { pushedColumns } from '../../core/text/sheets-push-text.ts';
import { type Customer, readActiveCustomers } from '../store/customers.ts';
import { findFactsOf } from '../store/grading-subjects.ts';
import { findMemberRecords } from '../store/members.ts';
import type { UseCaseContext } from './context.ts';
import { memberName } from './member-name.ts';
import { saidOfCustomers } from './said-of-customers.ts';

/** The graded book as it stands now, a row a customer. */
export interface ExportedBook {
  readonly columns: readonly ExportColumn[];
  /** Customers before prospects, the best tier first, then by score, sales and name. */
  readonly rows: readonly (readonly OwnValue[])[];
  /** A year's sales of a stage's customers by tier (null: without one); undefined where none are known. */
  readonly sales: (stage: CustomerStage, tier: string | null) => number | undefined;
}

/** One column of the book. */
export interface ExportColumn {
  readonly heading: string;
  /** How wide it is, in pixels. */
  readonly pixels: number;
  /** What its numbers look like; null: it has text. */
  readonly look: 'score' | 'amount' | 'day' | null;
}

/** Puts the workspace's active customers into rows. @param digest of now, whose schemes order the tiers */
export async function exportBook(
  context: UseCaseContext,
  { currencies, schemes }: Pick<Digest, 'currencies' | 'schemes'>,
  language: Language,
): Promise<ExportedBook> {
  const { db, actor } = context;
  const { workspaceId } = actor;
  const members = new Map((await findMemberRecords(db, workspaceId)).map((one) => [one.id, memberName(one)]));
  const text = CUSTOMER_FILE_TEXT[language];
  const pushed = pushedColumns(language);
  const ranks = tierRanks(schemes, language);
  const sums = new Map<string, number>();
  const lines: Line[] = [];
  for await (const customers of readActiveCustomers(db, workspaceId)) {
    const said = await saidOfCustomers(context, customers, language);
    const facts = await findFactsOf(
      db,
      workspaceId,
      customers.map(({ id }) => id),
    );
    for (const customer of customers) {
      const { key, name, stage } = customer;
      const own = pushed.map((column) => said.get(customer.id)?.get(column.key) ?? '');
      const sales = facts.get(customer.id)?.values['salesAmount'];
      const known = typeof sales === 'number' && Number.isFinite(sales) ? sales : null;
      const [tier = '', score = ''] = own;
      const place = `${stage} ${typeof tier === 'string' ? tier : ''}`;
      if (known !== null) sums.set(place, (sums.get(place) ?? 0) + known);
      lines.push({
        order: [
          stage === 'customer' ? 0 : 1,
          ranks.get(place) ?? 1000,
          typeof score === 'number' ? -score : 1,
          known === null ? 1 : -known,
        ],
        name,
        cells: [key ?? '', name, ownerOf(customer, members), text[stage], ...own, known ?? ''],
      });
    }
  }
  lines.sort(compareLines);
  return {
    columns: columnsOf(language, currencies.sales),
    rows: lines.map(({ cells }) => cells),
    sales: (stage, tier) => {
      const scheme = schemeOf(schemes, stage);
      const title = tier === null ? '' : scheme === undefined ? tier : tierTitle(tier, scheme, language);
      return sums.get(`${stage} ${title}`);
    },
  };
}

interface Line {
  readonly order: readonly [stage: number, tier: number, score: number, sales: number];
  readonly name: string;
  readonly cells: readonly OwnValue[];
}

function compareLines(one: Line, other: Line): number {
  for (const at of [0, 1, 2, 3] as const) {
    const difference = one.order[at] - other.order[at];
    if (difference !== 0) return difference;
  }
  return one.name < other.name ? -1 : one.name > other.name ? 1 : 0;
}

/** By stage and the tier's title: that is what is said of customers. */
function tierRanks(schemes: Digest['schemes'], language: Language): ReadonlyMap<string, number> {
  const ranks = new Map<string, number>();
  for (const stage of ['customer', 'prospect'] as const) {
    const scheme = schemeOf(schemes, stage);
    scheme?.tiers.forEach(({ id }, rank) => {
      ranks.set(`${stage} ${tierTitle(id, scheme, language)}`, rank);
    });
  }
  return ranks;
}

function ownerOf({ ownerId, ownerText }: Customer, members: ReadonlyMap<string, string>): string {
  return (ownerId === null ? undefined : members.get(ownerId)) ?? ownerText ?? '';
}

function columnsOf(language: Language, currency: string | null): ExportColumn[] {
  const field = (id: string, pixels: number): ExportColumn => ({
    heading: fieldTitle(id, language),
    pixels,
    look: null,
  });
  const sales = fieldTitle('salesAmount', language);
  return [
    field('key', 110),
    field('name', 220),
    field('owner', 120),
    field('stage', 90),
    ...pushedColumns(language).map(
      ({ heading, key }): ExportColumn => ({ heading, ...(OWN_LOOKS.get(key) ?? { pixels: 90, look: null }) }),
    ),
    {
      heading: currency === null ? sales : SHEETS_EXPORT_TEXT[language].inCurrency(sales, currency),
      pixels: 120,
      look: 'amount',
    },
  ];
}

const OWN_LOOKS: ReadonlyMap<OwnKey, Omit<ExportColumn, 'heading'>> = new Map<OwnKey, Omit<ExportColumn, 'heading'>>([
  ['tierbook.score', { pixels: 70, look: 'score' }],
  ['tierbook.why', { pixels: 360, look: null }],
  ['tierbook.nextTier', { pixels: 260, look: null }],
  ['tierbook.review', { pixels: 260, look: null }],
  ['tierbook.nextFollowUp', { pixels: 110, look: 'day' }],
  [LAST_CONTACT, { pixels: 110, look: 'day' }],
]);
