import { expect, test } from 'vitest';
import { newId } from '../../../bot/store/new-id.ts';

test('an id is a UUIDv7 of its moment', () => {
  const id = newId(new Date('2022-02-22T19:22:22.000Z'));
  // The moment of RFC 9562, appendix A.6.
  expect(id).toMatch(/^017f22e2-79b0-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

test('ids sort by their moments and do not repeat', () => {
  const ids = Array.from({ length: 1000 }, (_, ms) => newId(new Date(1_800_000_000_000 + ms)));
  expect(ids.toSorted()).toEqual(ids);
  const sameMoment = Array.from({ length: 1000 }, () => newId(new Date(0)));
  expect(new Set([...ids, ...sameMoment]).size).toBe(2000);
});
