import { expect, test } from 'vitest';
import { NEW_VISITOR, readGuide, withStep } from '../../../../../bot/local/page/guide/guide-state.ts';

test('a step is done once, and doing it again changes nothing', () => {
  const once = withStep(NEW_VISITOR, 'customer');
  expect(once.done).toEqual(['customer']);
  expect(withStep(once, 'customer')).toBe(once);
});

test('what was stored is read again', () => {
  const state = { done: ['customer', 'table'] as const, isClosed: true };
  expect(readGuide(JSON.stringify(state))).toEqual(state);
});

test.each([null, '', 'no JSON', '[]', 'null', '{"done":7}'])('whoever has %j stored begins anew', (stored) => {
  expect(readGuide(stored)).toEqual(NEW_VISITOR);
});

test('steps that there are no longer are forgotten', () => {
  expect(readGuide('{"done":["dance","why"],"isClosed":"yes"}')).toEqual({ done: ['why'], isClosed: false });
});
