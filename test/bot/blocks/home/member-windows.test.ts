import { expect, test } from 'vitest';
import { balanceWindow } from '../../../../bot/blocks/home/member-windows.ts';
import type { CapacityProposal } from '../../../../bot/use-cases/capacity.ts';

test('books that stay over since nobody has room are not said to be within their days', () => {
  const member = { id: 'm1', displayName: 'Anna', realName: null, email: null };
  const nothingToMove = { moves: [], isFewest: true };
  const windowOf = (stillOver: readonly object[]) =>
    JSON.stringify(balanceWindow({ ...nothingToMove, stillOver } as unknown as CapacityProposal, 'en').blocks);
  expect(windowOf([])).toContain('No book is over its days.');
  expect(windowOf([{ member, days: 8.7 }])).toContain('Anna stays 8.7 days over');
  expect(windowOf([{ member, days: 8.7 }])).not.toContain('No book is over');
});
