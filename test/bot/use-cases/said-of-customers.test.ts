import { expect, test } from 'vitest';
import { findCustomersById } from '../../../bot/store/customers.ts';
import { gradeCustomers } from '../../../bot/use-cases/grade-customers.ts';
import { importTable } from '../../../bot/use-cases/import-table.ts';
import { setOverride } from '../../../bot/use-cases/override-tier.ts';
import { saidOfCustomers } from '../../../bot/use-cases/said-of-customers.ts';
import type { Language } from '../../../core/text/language.ts';
import { describeOnBothDatabases } from '../../support/databases.ts';
import { keyed } from '../../support/service-workspace.ts';
import { tableOf } from '../../support/table-reading.ts';
import { newContext, type TestContext } from '../../support/workspace.ts';

const NAMED = tableOf({ key: 'C-1', name: 'ACME' });

async function reviewOf(context: TestContext, language: Language): Promise<unknown> {
  const id = await keyed(context, 'C-1');
  const found = await findCustomersById(context.db, context.actor.workspaceId, [id]);
  return (await saidOfCustomers(context, [...found.values()], language)).get(id)?.get('tierbook.review');
}

describeOnBothDatabases('what a sheet says of a customer whose tier was set by hand', (open) => {
  test.each([
    [
      'en',
      'Set by hand until 3 Jun 2026: our reference; The figures alone give: Not graded yet; Nothing is known of this customer that could be graded',
    ],
    ['zh-CN', '人工设定，有效期至2026年6月3日：our reference；仅按数据为：尚未分级；该客户没有任何可用于分级的数据'],
    ['zh-TW', '人工設定，有效期至2026年6月3日：our reference；僅依資料為：尚未分級；該客戶沒有任何可用於分級的資料'],
  ] as const)('stands apart from what else is remarked (%s)', async (language, said) => {
    const context = await newContext(await open());
    await importTable(context, NAMED);
    await setOverride(context, { customerId: await keyed(context, 'C-1'), tier: 'a', reason: 'our reference' });
    await gradeCustomers(context);
    expect(await reviewOf(context, language)).toBe(said);
  });
});
