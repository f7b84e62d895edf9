import { expect, test } from 'vitest';
import type { Database } from '../../../bot/store/database.ts';
import { digestTeam } from '../../../bot/use-cases/digest-team.ts';
import { UseCaseError } from '../../../bot/use-cases/use-case-error.ts';
import { describeOnBothDatabases } from '../../support/databases.ts';
import { addMember, as } from '../../support/members.ts';
import { newContext } from '../../support/workspace.ts';

/** Bo manages Lei and Anna, Eve nobody; Mia has no manager. */
async function staff(db: Database) {
  const context = await newContext(db);
  const bo = await addMember(context, { name: 'Bo', role: 'manager' });
  const eve = await addMember(context, { name: 'Eve', role: 'manager' });
  const root = await addMember(context, { name: 'Root', role: 'admin' });
  const lei = await addMember(context, { name: 'Lei', managerId: bo });
  const anna = await addMember(context, { name: 'Anna', managerId: bo });
  const mia = await addMember(context, { name: 'Mia' });
  return { context, bo, eve, root, lei, anna, mia };
}

describeOnBothDatabases('whose customers a digest tells of', (open) => {
  test('are those of a manager’s team and the manager’s own; everybody’s where nobody reports to the manager, and for admins', async () => {
    const { context, anna, bo, eve, lei, root } = await staff(await open());
    expect(await digestTeam(context, bo)).toEqual({ repIds: [anna, bo, lei].toSorted() });
    expect(await digestTeam(context, eve)).toEqual({ repIds: null });
    expect(await digestTeam(context, root)).toEqual({ repIds: null });
    expect(await digestTeam(context, lei)).toEqual({ repIds: [lei] });
  });

  test('are a rep’s own, whoever else’s the rep asks for', async () => {
    const { context, anna, bo, lei } = await staff(await open());
    expect(await digestTeam(as(context, lei), lei)).toEqual({ repIds: [lei] });
    for (const [other, name] of [
      [anna, 'Anna'],
      [bo, 'Bo'],
    ] as const) {
      await expect(digestTeam(as(context, lei), other)).rejects.toThrow(new UseCaseError('others-digest', name));
    }
  });

  test('are for a manager those of the team, and for one without a team anybody’s', async () => {
    const { context, bo, eve, lei, mia, root } = await staff(await open());
    expect(await digestTeam(as(context, bo, 'manager'), lei)).toEqual({ repIds: [lei] });
    for (const other of [mia, eve, root]) {
      await expect(digestTeam(as(context, bo, 'manager'), other)).rejects.toThrow(UseCaseError);
    }
    expect(await digestTeam(as(context, eve, 'manager'), mia)).toEqual({ repIds: [mia] });
    expect(await digestTeam(as(context, root, 'admin'), bo)).toMatchObject({ repIds: expect.arrayContaining([lei]) });
  });

  test('are nobody’s for a stranger, and none of nobody', async () => {
    const { context, lei } = await staff(await open());
    const stranger = { ...context, actor: { ...context.actor, memberId: null, role: 'rep' as const } };
    await expect(digestTeam(stranger, lei)).rejects.toThrow(UseCaseError);
    const unknown = '01890000-0000-7000-8000-000000000000';
    await expect(digestTeam(context, unknown)).rejects.toThrow(new UseCaseError('no-such-member', unknown));
  });
});
