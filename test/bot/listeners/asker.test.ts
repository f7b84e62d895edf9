import { expect, test } from 'vitest';
import { actionAsker, belongsHere, commandAsker } from '../../../bot/listeners/asker.ts';

const HOME = { id: 'T0HOME', enterpriseId: null };
const GRID = { id: 'T0HOME', enterpriseId: 'E0GRID' };

test.each([
  ['a member of the workspace', commandAsker({ user_id: 'U1', team_id: 'T0HOME' }), HOME, true],
  ['someone of another company in a shared channel', commandAsker({ user_id: 'U1', team_id: 'T0OTHER' }), HOME, false],
  [
    'a colleague of another workspace on the same grid',
    commandAsker({ user_id: 'U1', team_id: 'T2', enterprise_id: 'E0GRID' }),
    GRID,
    true,
  ],
  ['someone of another grid', commandAsker({ user_id: 'U1', team_id: 'T2', enterprise_id: 'E9' }), GRID, false],
  [
    'a stranger who presses a button here',
    actionAsker({ user: { id: 'U1', team_id: 'T0OTHER' }, team: { id: 'T0HOME' } }),
    HOME,
    false,
  ],
  ['a member who presses a button', actionAsker({ user: { id: 'U1' }, team: { id: 'T0HOME' } }), HOME, true],
  ['nobody knows whence', actionAsker({ user: { id: 'U1' }, team: null }), HOME, false],
])('%s may see customers: %#', (_, asker, workspace, may) => {
  expect(belongsHere(asker, workspace)).toBe(may);
});
