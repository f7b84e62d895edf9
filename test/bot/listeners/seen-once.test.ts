import { expect, test } from 'vitest';
import { seenOnce } from '../../../bot/listeners/seen-once.ts';

test('an id is new once in ten minutes, and again after that', () => {
  let nowMs = 0;
  const seen = seenOnce({ now: () => new Date(nowMs) });
  expect(seen.isNew('a')).toBe(true);
  nowMs = 599_999;
  expect(seen.isNew('a')).toBe(false);
  expect(seen.isNew('b')).toBe(true);
  nowMs = 600_000;
  expect(seen.isNew('a')).toBe(true);
  expect(seen.isNew('b')).toBe(false);
});

test('remembers at most 20,000 ids, the oldest given up first', () => {
  const seen = seenOnce({ now: () => new Date(0) });
  for (let id = 0; id < 20_001; id += 1) seen.isNew(String(id));
  expect(seen.isNew('0')).toBe(true);
  expect(seen.isNew('20000')).toBe(false);
});
