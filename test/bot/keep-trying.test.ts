import { expect, test } from 'vitest';
import { keepTrying, type Patience } from '../../bot/keep-trying.ts';

function patience(over: Partial<Patience> = {}): Patience & { waits: number[] } {
  const waits: number[] = [];
  return {
    waits,
    worthwhile: () => true,
    onFailure: () => undefined,
    signal: new AbortController().signal,
    wait: async (seconds) => void waits.push(seconds),
    ...over,
  };
}

test('waits twice as long each time, never more than half a minute, and returns what came at last', async () => {
  const told: number[] = [];
  const rules = patience({ onFailure: (_, seconds) => told.push(seconds) });
  let left = 7;
  const result = await keepTrying(async () => {
    left -= 1;
    if (left > 0) throw new Error('away');
    return 'here';
  }, rules);
  expect(result).toBe('here');
  expect(rules.waits).toEqual([1, 2, 4, 8, 16, 30]);
  expect(told).toEqual(rules.waits);
});

test('throws at once what is not worth another try', async () => {
  const rules = patience({ worthwhile: () => false });
  await expect(keepTrying(() => Promise.reject(new Error('wrong password')), rules)).rejects.toThrow('wrong password');
  expect(rules.waits).toEqual([]);
});

test('a stop during the wait ends it', async () => {
  const stopping = new AbortController();
  const rules: Patience = {
    worthwhile: () => true,
    onFailure: () => stopping.abort(),
    signal: stopping.signal,
  };
  await expect(keepTrying(() => Promise.reject(new Error('away')), rules)).rejects.toThrow('away');
});
