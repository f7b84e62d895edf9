import { expect, test } from 'vitest';
import { readSnapshot } from '../../../bot/store/read-snapshot.ts';
import { addWorkspace, findWorkspaceIds } from '../../../bot/store/workspaces.ts';
import { describeOnBothDatabases, newWorkspaceId } from '../../support/databases.ts';

const NOW = new Date('2026-03-05T08:00:00Z');

describeOnBothDatabases('a snapshot that is read', (open) => {
  test('cannot be written, and ends without a trace', async () => {
    const db = await open();
    const id = newWorkspaceId();
    await expect(readSnapshot(db, (within) => addWorkspace(within, id, NOW))).rejects.toMatchObject({ code: '25006' });
    await addWorkspace(db, id, NOW);
    expect(await readSnapshot(db, findWorkspaceIds)).toContain(id);
  });
});
