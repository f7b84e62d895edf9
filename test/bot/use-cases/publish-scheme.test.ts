import { expect, test } from 'vitest';
import type { Database } from '../../../bot/store/database.ts';
import { gradeCustomers } from '../../../bot/use-cases/grade-customers.ts';
import { importTable } from '../../../bot/use-cases/import-table.ts';
import { publishScheme, simulatePublication } from '../../../bot/use-cases/publish-scheme.ts';
import { schemeInUse, segmentSchemesInUse } from '../../../bot/use-cases/schemes-in-use.ts';
import { schemeBefore, schemesOverview, schemesToChoose } from '../../../bot/use-cases/schemes-overview.ts';
import { useScheme } from '../../../bot/use-cases/use-scheme.ts';
import type { Scheme } from '../../../core/grading/scheme.ts';
import { accountValue } from '../../../core/schemes/account-value.ts';
import { loyalty } from '../../../core/schemes/loyalty.ts';
import { medal } from '../../../core/schemes/medal.ts';
import { relationshipValue } from '../../../core/schemes/relationship-value.ts';
import { believableCustomers } from '../../support/believable-customers.ts';
import { describeOnBothDatabases } from '../../support/databases.ts';
import { tableOf } from '../../support/table-reading.ts';
import { newContext, type TestContext } from '../../support/workspace.ts';

const ROWS = believableCustomers(accountValue, 40);
const OWN: Scheme = { ...accountValue, id: 'own-value', version: 1 };

async function filled(db: Database): Promise<TestContext> {
  const context = await newContext(db);
  await importTable(context, tableOf(...ROWS));
  context.clock.set('2026-03-05T09:00:00Z');
  return context;
}

const idOf = async ({ actor, db }: TestContext) => (await schemeInUse(db, actor.workspaceId, 'customer'))?.id;

describeOnBothDatabases('publishing a scheme', (open) => {
  test('comes to what was simulated, and writes no grade before', async () => {
    const context = await filled(await open());
    const { tiers, toPublish } = await simulatePublication(context, relationshipValue, 'customers');
    expect(await idOf(context)).toBe('account-value');
    expect(tiers?.simulation.customers).toBe(40);
    expect(tiers?.simulation.moverCount).toBeGreaterThan(0);
    const published = await publishScheme(context, toPublish);
    if (published.kind !== 'published') expect.fail(published.kind);
    expect(published.scheme.id).toBe('relationship-value');
    expect(await idOf(context)).toBe('relationship-value');
    const { counts, columns } = tiers?.simulation.matrix ?? expect.fail();
    const after = columns.map((place, column) => [
      'tier' in place ? place.tier : '',
      counts.reduce((sum, row) => sum + (row[column] ?? 0), 0),
    ]);
    const [customers] = (await schemesOverview(context)).stages;
    for (const [tier, count] of after) expect(customers?.customers.get(String(tier)) ?? 0).toBe(count);
  });

  test('publishes the document that was simulated, whatever is on file under its id by then', async () => {
    const context = await filled(await open());
    const { toPublish } = await simulatePublication(context, OWN, 'customers');
    const other: Scheme = { ...OWN, titles: { en: 'Another' } };
    const second = await simulatePublication(context, other, 'customers');
    expect(second.toPublish.digest).not.toBe(toPublish.digest);
    await publishScheme(context, toPublish);
    const { actor, db } = context;
    expect((await schemeInUse(db, actor.workspaceId, 'customer'))?.titles).toEqual(OWN.titles);
    await expect(publishScheme(context, { ...second.toPublish, inUse: 'own-value 1' })).rejects.toMatchObject({
      code: 'scheme-exists',
    });
  });

  test('does nothing when another scheme came into use since, or when it does not know the document', async () => {
    const context = await filled(await open());
    const { toPublish } = await simulatePublication(context, relationshipValue, 'customers');
    await useScheme(context, medal, 'customers');
    expect(await publishScheme(context, toPublish)).toEqual({ kind: 'other-in-use' });
    expect(await publishScheme(context, { ...toPublish, digest: 'unknown' })).toEqual({ kind: 'gone' });
    expect(await idOf(context)).toBe('medal');
  });

  test('does nothing when much of the book was changed since, unless it is wanted all the same', async () => {
    const context = await filled(await open());
    const { toPublish } = await simulatePublication(context, relationshipValue, 'customers');
    context.clock.set('2026-03-05T10:00:00Z');
    await importTable(context, tableOf(...ROWS.slice(0, 3).map((row) => ({ ...row, industry: 'retail' }))));
    expect(await publishScheme(context, toPublish)).toEqual({ kind: 'book-changed', changed: 3, customers: 40 });
    expect(await idOf(context)).toBe('account-value');
    expect((await publishScheme(context, toPublish, { anyway: true })).kind).toBe('published');
  });

  test('a grading alone is no change of the book', async () => {
    const context = await filled(await open());
    const { toPublish } = await simulatePublication(context, relationshipValue, 'customers');
    context.clock.set('2026-03-05T10:00:00Z');
    await gradeCustomers(context);
    expect((await publishScheme(context, toPublish)).kind).toBe('published');
  });

  test('refuses what cannot be used before it simulates, and everybody but admins', async () => {
    const context = await filled(await open());
    const refused = (document: Scheme, use: 'customers' | 'segments' = 'customers') =>
      expect(simulatePublication(context, document, use)).rejects;
    await refused({ ...accountValue, version: 9 }).toMatchObject({ code: 'scheme-built-in' });
    await refused(accountValue, 'segments').toMatchObject({ code: 'wrong-kind' });
    const manager = { ...context, actor: { ...context.actor, role: 'manager' as const } };
    await expect(simulatePublication(manager, medal, 'customers')).rejects.toMatchObject({ code: 'admins-only' });
  });

  test('tells of segments how many customers would get which label', async () => {
    const context = await filled(await open());
    const { segments, tiers, toPublish } = await simulatePublication(context, loyalty, 'segments');
    expect(tiers).toBeNull();
    expect(segments.length).toBe(loyalty.segments.length);
    for (const { counts } of segments) expect([...counts.values()].reduce((sum, count) => sum + count, 0)).toBe(40);
    expect((await publishScheme(context, toPublish)).kind).toBe('published');
    expect((await segmentSchemesInUse(context.db, context.actor.workspaceId)).map(({ id }) => id)).toEqual(['loyalty']);
  });
});

describeOnBothDatabases('the scheme before', (open) => {
  test('is none at first, then the one that another took the place of, and back again', async () => {
    const context = await filled(await open());
    expect(await schemeBefore(context, 'customers')).toBeUndefined();
    await useScheme(context, medal, 'customers');
    expect((await schemeBefore(context, 'customers'))?.id).toBe('account-value');
    context.clock.set('2026-03-05T10:00:00Z');
    await useScheme(context, accountValue, 'customers');
    expect((await schemeBefore(context, 'customers'))?.id).toBe('medal');
    expect(await schemeBefore(context, 'prospects')).toBeUndefined();
  });

  test('is a former version of one’s own document as a version after the latest', async () => {
    const context = await filled(await open());
    await useScheme(context, OWN, 'customers');
    context.clock.set('2026-03-05T10:00:00Z');
    await useScheme(context, { ...OWN, version: 2, titles: { en: 'Second' } }, 'customers');
    const before = (await schemeBefore(context, 'customers')) ?? expect.fail();
    expect(before).toEqual({ ...JSON.parse(JSON.stringify(OWN)), version: 3 });
    context.clock.set('2026-03-05T11:00:00Z');
    const { toPublish } = await simulatePublication(context, before, 'customers');
    expect((await publishScheme(context, toPublish)).kind).toBe('published');
    const overview = (await schemesOverview(context)).stages[0];
    expect(overview?.scheme?.titles).toEqual(OWN.titles);
    expect(overview?.before).toMatchObject({ id: 'own-value', titles: { en: 'Second' } });
  });

  test('one’s own documents stand among those to choose from, drafts do not', async () => {
    const context = await filled(await open());
    await simulatePublication(context, { ...OWN, id: 'draft-only' }, 'customers');
    await useScheme(context, OWN, 'customers');
    const { builtIn, own } = await schemesToChoose(context);
    expect(own.map(({ id }) => id)).toEqual(['own-value']);
    expect(builtIn.map(({ id }) => id)).toContain('loyalty');
  });
});
