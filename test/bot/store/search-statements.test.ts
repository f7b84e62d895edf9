import { type RawBuilder, sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../../bot/store/database.ts';
import { insideQuery } from '../../../bot/store/search-queries.ts';
import { importantTermsStatement, piecesStatement, termsStatement } from '../../../bot/store/search-statements.ts';
import { readSearchText } from '../../../bot/store/search-text.ts';
import { companyNames, seededRandom } from '../../support/customer-names.ts';
import { openDatabase } from '../../support/databases.ts';
import { storeCustomers } from '../../support/stored-customers.ts';

let db: Database;
let close: () => Promise<void>;
let workspaceId: string;

beforeAll(async () => {
  ({ db, close } = await openDatabase('postgres'));
  const next = companyNames(seededRandom(3));
  const customers = Array.from({ length: 4000 }, () => ({ name: next() }));
  ({ workspaceId } = await storeCustomers(db, customers));
}, 120_000);
afterAll(() => close());

const RANGE = { kind: 2, from: '上海华', wholeBelow: '上海华\u0002', below: '上海华\u{10ffff}' } as const;

test('beginnings are read from the index of terms', async () => {
  const plan = await explain(termsStatement(workspaceId, [RANGE], 20));
  expect(plan).toMatch(/Index (Only )?Scan using customer_term_pkey/);
  expect(plan).not.toContain('Seq Scan on customer');
});

test('the most important of many come from the index in its order', async () => {
  const plan = await explain(importantTermsStatement(workspaceId, RANGE, 20));
  expect(plan).toMatch(/Index (Only )?Scan using customer_term_importance/);
  expect(plan).not.toContain('Sort');
});

test('the inside of a name is read from the index of pieces', async () => {
  const plan = await explain(piecesStatement(workspaceId, [insideQuery(readSearchText('华为')) ?? '']));
  expect(plan).toMatch(/Bitmap Index Scan on customer_search_pieces/);
  expect(plan).not.toContain('Seq Scan on customer');
});

async function explain(statement: RawBuilder<unknown>): Promise<string> {
  const { rows } = await sql<{ 'QUERY PLAN': string }>`explain ${statement}`.execute(db);
  return rows.map((row) => row['QUERY PLAN']).join('\n');
}
