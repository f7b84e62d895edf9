import { expect, test } from 'vitest';
import { whenFree } from '../../../bot/cli/when-free.ts';
import { UseCaseError } from '../../../bot/use-cases/use-case-error.ts';

test('work on a sheet that somebody else works on begins when that ends', async () => {
  let asked = 0;
  const work = async () => {
    asked += 1;
    if (asked < 3) throw new UseCaseError('sheet-busy', 'Customers');
    return 'done';
  };
  expect(await whenFree(work)).toBe('done');
  expect(asked).toBe(3);
});

test('any other refusal is told at once', async () => {
  let asked = 0;
  const work = async () => {
    asked += 1;
    throw new UseCaseError('no-such-sheet', 'Customers');
  };
  await expect(whenFree(work)).rejects.toThrow('no-such-sheet');
  expect(asked).toBe(1);
});
