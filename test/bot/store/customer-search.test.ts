import * as fc from 'fast-check';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { searchCustomers } from '../../../bot/store/customer-search.ts';
import type { Database } from '../../../bot/store/database.ts';
import { forgetCustomerNames, indexCustomerNames, refreshImportance } from '../../../bot/store/index-customer-names.ts';
import { companyNames, seededRandom } from '../../support/customer-names.ts';
import { describeOnBothDatabases } from '../../support/databases.ts';
import { type StoredCustomer, storeCustomers } from '../../support/stored-customers.ts';

const CUSTOMERS: readonly StoredCustomer[] = [
  { name: '深圳市华为技术有限公司', key: 'C-10001' },
  { name: '華碩電腦股份有限公司' },
  { name: '重庆长安汽车股份有限公司' },
  { name: 'International Business Machines Corp.', key: 'ＩＢ－7' },
  { name: 'BASF SE' },
  { name: 'Badische Anilin- und Soda-Fabrik AG' },
  { name: 'Müller & Söhne GmbH' },
  { name: 'Acme Trading Ltd', aliases: ['Roadrunner Supplies Inc.'] },
  { name: 'Acme Bank', salesAmount: 5_000_000 },
  { name: 'Microsoft Corporation' },
  { name: '王小明' },
  { name: '中国银行' },
  { name: '单田芳书场' },
  { name: 'TCL科技集团' },
  { name: 'AT&T Inc.' },
  { name: '台灣積體電路製造股份有限公司' },
  { name: 'O\'Reilly "100%" _Media_ \\ Co' },
  { name: '株式会社トヨタ' },
];

/** Query, the customer that it finds first, how. */
const EXAMPLES: readonly (readonly [string, string, string])[] = [
  ['c-10001', '深圳市华为技术有限公司', 'key'],
  ['IB-7', 'International Business Machines Corp.', 'key'],
  ['ACME TRADING', 'Acme Trading Ltd', 'exact'],
  ['acme trading gmbh', 'Acme Trading Ltd', 'exact'],
  ['ａｃｍｅｔｒａｄｉｎｇ', 'Acme Trading Ltd', 'exact'],
  ['roadrunner supplies', 'Acme Trading Ltd', 'exact'],
  ['muller und sohne', 'Müller & Söhne GmbH', 'close'],
  ['at and t', 'AT&T Inc.', 'exact'],
  ['华硕电脑', '華碩電腦股份有限公司', 'exact'],
  ['深圳市華為技術', '深圳市华为技术有限公司', 'exact'],
  ['台湾积体', '台灣積體電路製造股份有限公司', 'prefix'],
  ['トヨタ', '株式会社トヨタ', 'exact'],
  ['acme', 'Acme Bank', 'prefix'],
  ['trading acme', 'Acme Trading Ltd', 'prefix'],
  ['business mach', 'International Business Machines Corp.', 'prefix'],
  ['MULLER', 'Müller & Söhne GmbH', 'prefix'],
  ['hw', '深圳市华为技术有限公司', 'initials'],
  ['huawei', '深圳市华为技术有限公司', 'initials'],
  ['shenzhenshihuawei', '深圳市华为技术有限公司', 'initials'],
  ['cqca', '重庆长安汽车股份有限公司', 'initials'],
  ['zhongguoyinhang', '中国银行', 'initials'],
  ['zgyh', '中国银行', 'initials'],
  ['shantianfang', '单田芳书场', 'initials'],
  ['dantianfang', '单田芳书场', 'initials'],
  ['tclkj', 'TCL科技集团', 'initials'],
  ['ibm', 'International Business Machines Corp.', 'initials'],
  ['basf', 'BASF SE', 'exact'],
  ['soft', 'Microsoft Corporation', 'substring'],
  ['华为', '深圳市华为技术有限公司', 'substring'],
  ['積體', '台灣積體電路製造股份有限公司', 'substring'],
  ['micorsoft', 'Microsoft Corporation', 'close'],
  ['Mircosoft Corp', 'Microsoft Corporation', 'close'],
  ['acme traidng', 'Acme Trading Ltd', 'close'],
  ['acm etradign', 'Acme Trading Ltd', 'close'],
  ['internatonal busines', 'International Business Machines Corp.', 'close'],
  ['华维技术', '深圳市华为技术有限公司', 'close'],
  ['华技术', '深圳市华为技术有限公司', 'close'],
  ['为华技术', '深圳市华为技术有限公司', 'close'],
  ['王晓明', '王小明', 'close'],
  ['中国很行', '中国银行', 'close'],
  ['tlc科技', 'TCL科技集团', 'close'],
  ['Mikrosofft Windows', 'Microsoft Corporation', 'close'],
];

const HOSTILE = [
  '%',
  '_',
  '\\',
  "'",
  '"',
  "'; drop table customer; --",
  '\0',
  'a\0b',
  '\ud800',
  '🚀🚀🚀',
  '\u202e\u202e',
  '   ',
  '',
  '!:*&|()<->',
  "~'",
  'x'.repeat(4000),
  '华'.repeat(4000),
  'a b '.repeat(1000),
  '华a'.repeat(2000),
  '\u0001\u0002',
  '\u{10ffff}',
];

describeOnBothDatabases('searchCustomers', (open) => {
  describe('finds by example', () => {
    let stored: Promise<string> | undefined;
    const workspace = async (db: Database) => (stored ??= storeCustomers(db, CUSTOMERS).then((all) => all.workspaceId));

    test.each(EXAMPLES)('%s → %s (%s)', async (query, name, how) => {
      const db = await open();
      const [first] = await searchCustomers(db, await workspace(db), query, { limit: 20 });
      expect(first).toMatchObject({ name, how });
    });

    test.each(HOSTILE)('%j is answered without an error', async (query) => {
      const db = await open();
      const matches = await searchCustomers(db, await workspace(db), query, { limit: 20 });
      expect(matches.length).toBeLessThanOrEqual(20);
    });

    test('a name of quotes, wildcards and backslashes is found as it reads', async () => {
      const db = await open();
      for (const query of ['oreilly 100 media', 'O\'Reilly "100%"']) {
        const [first] = await searchCustomers(db, await workspace(db), query, { limit: 20 });
        expect(first?.name).toContain('Reilly');
      }
    });

    test('nothing like it is found for what nothing is like', async () => {
      const db = await open();
      expect(await searchCustomers(db, await workspace(db), 'qqzzvvkk', { limit: 20 })).toEqual([]);
    });
  });

  test('another workspace finds nothing', async () => {
    const db = await open();
    const one = await storeCustomers(db, CUSTOMERS);
    const other = await storeCustomers(db, [{ name: 'Initech' }]);
    for (const [query] of EXAMPLES) {
      const matches = await searchCustomers(db, other.workspaceId, query, { limit: 20 });
      expect(matches.filter(({ id }) => one.ids.includes(id))).toEqual([]);
    }
  });

  test('the customer with the better score comes first, then the one that buys more', async () => {
    const db = await open();
    const { workspaceId, ids } = await storeCustomers(db, [
      { name: 'Acme One', salesAmount: 10 },
      { name: 'Acme Two', salesAmount: 90 },
      { name: 'Acme Three', salesAmount: 50 },
    ]);
    await grade(db, workspaceId, [[ids[0] ?? '', 'A', 91]]);
    await refreshImportance(db, workspaceId, ids);
    const matches = await searchCustomers(db, workspaceId, 'acme', { limit: 20 });
    expect(matches.map(({ name, tier }) => [name, tier])).toEqual([
      ['Acme One', 'A'],
      ['Acme Two', null],
      ['Acme Three', null],
    ]);
  });

  test('of thousands that begin alike or hold the same characters, those that matter come first', async () => {
    const db = await open();
    const customers = Array.from({ length: 2200 }, (_one, at) => ({
      name: `上海${String.fromCharCode(0x4e00 + at)}贸易有限公司`,
      salesAmount: at,
    }));
    const { workspaceId } = await storeCustomers(db, customers);
    for (const query of ['上海', '贸易', '有限公司', 'sh']) {
      const matches = await searchCustomers(db, workspaceId, query, { limit: 5 });
      const best = customers
        .slice(-5)
        .toReversed()
        .map(({ name }) => name);
      expect([query, ...matches.map(({ name }) => name)]).toEqual([query, ...best]);
    }
  });

  test('a customer whose names are forgotten, or that is deleted, leaves nothing behind', async () => {
    const db = await open();
    const { workspaceId, ids } = await storeCustomers(db, [{ name: '华为' }, { name: '华硕' }, { name: 'Acme Ltd' }]);
    await forgetCustomerNames(db, workspaceId, ids.slice(0, 1));
    await db
      .deleteFrom('customer')
      .where('workspace_id', '=', workspaceId)
      .where('id', '=', ids[1] ?? '')
      .execute();
    const { rows } = await sql<{ customer_id: string }>`
      select customer_id from customer_term where workspace_id = ${workspaceId}`.execute(db);
    expect(new Set(rows.map((row) => row.customer_id))).toEqual(new Set(ids.slice(2)));
    expect(await searchCustomers(db, workspaceId, '华为', { limit: 20 })).toEqual([]);
  });

  test('a renamed customer is found by its new name only', async () => {
    const db = await open();
    const { workspaceId, ids } = await storeCustomers(db, [{ name: 'Quetzal Foods' }]);
    const customerId = ids[0] ?? '';
    await indexCustomerNames(db, workspaceId, [{ customerId, names: ['Wombat Mills'], keys: [], salesAmount: null }]);
    expect(await searchCustomers(db, workspaceId, 'Quetzal', { limit: 20 })).toEqual([]);
    expect(await searchCustomers(db, workspaceId, 'Wombat', { limit: 20 })).toHaveLength(1);
  });

  describe('whatever customer is stored', () => {
    const random = seededRandom(20_260_302);
    const next = companyNames(random);
    const names = Array.from({ length: 300 }, next);
    let stored: ReturnType<typeof storeCustomers> | undefined;
    const store = async (db: Database) =>
      (stored ??= storeCustomers(
        db,
        names.map((name, at) => ({ name, key: `K${at}` })),
      ));
    const anyOne = fc.nat(names.length - 1);

    async function expectFound(at: number, query: string): Promise<void> {
      const db = await open();
      const { workspaceId, ids } = await store(db);
      const matches = await searchCustomers(db, workspaceId, query, { limit: 400 });
      expect(
        matches.map(({ id }) => id),
        `${query} finds ${names[at]}`,
      ).toContain(ids[at]);
    }

    test('its key and its exact name find it', async () => {
      await fc.assert(
        fc.asyncProperty(anyOne, async (at) => {
          await expectFound(at, `k${at}`);
          await expectFound(at, names[at] ?? '');
        }),
        { numRuns: 20, seed: 1 },
      );
    });

    test('every beginning of two characters or more finds it', async () => {
      await fc.assert(
        fc.asyncProperty(anyOne, fc.nat(), async (at, length) => {
          const name = names[at] ?? '';
          await expectFound(at, name.slice(0, 2 + (length % (name.length - 1))));
        }),
        { numRuns: 40, seed: 2 },
      );
    });

    test('any two Chinese characters of it find it', async () => {
      const chinese = names.flatMap((name, at) => (/^\p{Script=Han}+$/u.test(name) ? [at] : []));
      await fc.assert(
        fc.asyncProperty(fc.constantFrom(...chinese), fc.nat(), async (at, place) => {
          const name = names[at] ?? '';
          const start = place % (name.length - 1);
          await expectFound(at, name.slice(start, start + 2));
        }),
        { numRuns: 40, seed: 3 },
      );
    });

    test('a typing error in it does not hide it', async () => {
      const mistype = fc.record({
        at: anyOne,
        place: fc.nat(),
        kind: fc.constantFrom('left out', 'put in', 'mistaken', 'swapped'),
        letter: fc.constantFrom('x', 'q', 'e', 'a'),
      });
      await fc.assert(
        fc.asyncProperty(mistype, async ({ at, place, kind, letter }) => {
          const name = names[at] ?? '';
          const chinese = /^\p{Script=Han}+$/u.test(name);
          const start = place % (name.length - 1);
          const stranger = chinese ? '茗' : letter;
          const swapped = name.charAt(start + 1) + name.charAt(start);
          const middle = { 'left out': '', 'put in': name.charAt(start) + stranger, mistaken: stranger, swapped }[kind];
          await expectFound(at, name.slice(0, start) + middle + name.slice(start + (kind === 'swapped' ? 2 : 1)));
        }),
        { numRuns: 60, seed: 4 },
      );
    });
  });
});

async function grade(
  db: Database,
  workspaceId: string,
  grades: readonly (readonly [id: string, tier: string, score: number])[],
): Promise<void> {
  await sql`insert into scheme (workspace_id, digest, id, version, document, created_at)
    values (${workspaceId}, 'd', 's', '1', '{}', now())`.execute(db);
  const runId = '0190a000-0000-7000-8000-000000000001';
  await sql`insert into grading_run
    (workspace_id, id, scheme_digest, scheme_id, scheme_version, stage, cause, cut_points, as_of, counts, graded_at)
    values (${workspaceId}, ${runId}, 'd', 's', '1', 'customer', 'import', '{}', '2026-03-02', '{}', now())`.execute(
    db,
  );
  for (const [id, tier, score] of grades) {
    await sql`insert into grade (workspace_id, customer_id, run_id, status, tier, score, tier_since)
      values (${workspaceId}, ${id}, ${runId}, 'graded', ${tier}, ${score}, now())`.execute(db);
  }
}
