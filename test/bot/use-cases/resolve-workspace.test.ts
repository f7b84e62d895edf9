import { expect, test } from 'vitest';
import { findCustomers } from '../../../bot/use-cases/find-customers.ts';
import { importTable } from '../../../bot/use-cases/import-table.ts';
import { ensureMember, findActor } from '../../../bot/use-cases/members.ts';
import { resolveWorkspace } from '../../../bot/use-cases/resolve-workspace.ts';
import { openDatabase } from '../../support/databases.ts';
import { tableOf } from '../../support/table-reading.ts';
import { contentsOf, newContext } from '../../support/workspace.ts';

for (const kind of ['pglite', 'postgres'] as const) {
  test(`the workspace is the one named, else Slack's, else the only one, else T0LOCAL (${kind})`, async () => {
    const { db, close } = await openDatabase(kind);
    const context = { db, clock: { now: () => new Date('2026-03-05T08:00:00Z') } };
    expect(await resolveWorkspace(context, {})).toBe('T0LOCAL');
    expect(await resolveWorkspace(context, {})).toBe('T0LOCAL');
    await expect(resolveWorkspace(context, { named: 'T0TYPO' })).rejects.toMatchObject({ code: 'no-such-workspace' });

    // The first real workspace takes T0LOCAL over, whoever is faster, and its samples do not come along.
    const local = await newContext(db, 'T0LOCAL');
    await importTable(local, tableOf({ name: 'Sample', salesAmount: 1 }), { source: 'sample' });
    await importTable(local, tableOf({ name: 'Ours', salesAmount: 2, owner: 'U0ANN12345', phone: '1234567' }));
    const both = await Promise.all([1, 2].map(() => resolveWorkspace(context, { connected: 'T0REAL' })));
    expect(both).toEqual(['T0REAL', 'T0REAL']);
    const real = await newContext(db, 'T0REAL');
    const { customer, grade, member, contact_person: people } = await contentsOf(real);
    expect(customer).toMatchObject([{ name: 'Ours' }]);
    expect([grade?.length, member?.length, people?.length]).toEqual([1, 1, 1]);
    for (const query of ['Ours', 'our', 'urs', 'Ouse']) {
      const { exact, others } = await findCustomers(real, query);
      expect([query, ...exact, ...others]).toMatchObject([query, { name: 'Ours' }]);
      expect(await findCustomers(local, query)).toEqual({ exact: [], others: [] });
    }
    expect((await importTable(real, tableOf({ name: 'Ours', salesAmount: 2 }))).counts.unchanged).toBe(1);

    expect(await resolveWorkspace(context, {})).toBe('T0REAL');
    expect(await resolveWorkspace(context, { connected: 'T0OTHER' })).toBe('T0OTHER');
    expect(await resolveWorkspace(context, { named: 'T0REAL', connected: 'T0OTHER' })).toBe('T0REAL');
    await expect(resolveWorkspace(context, {})).rejects.toMatchObject({
      code: 'which-workspace',
      detail: 'T0OTHER, T0REAL',
    });
    await close();
  });

  test(`a member is a rep at first, an admin when Slack or the configuration says so, and never lowered (${kind})`, async () => {
    const { db, close } = await openDatabase(kind);
    const context = await newContext(db);
    const { workspaceId } = context.actor;
    const ensure = (isSlackAdmin: boolean, admins: string[] = []) =>
      ensureMember(context, workspaceId, { slackUserId: 'U1', displayName: 'ann', isSlackAdmin }, admins);
    expect(await findActor(db, workspaceId, 'U1')).toBeUndefined();
    const first = await ensure(false);
    expect(first.role).toBe('rep');
    expect((await ensure(false, ['U1'])).role).toBe('admin');
    const again = await ensure(false);
    expect(again).toEqual({ ...first, role: 'admin' });
    expect(await findActor(db, workspaceId, 'U1')).toEqual(again);
    await close();
  });
}
