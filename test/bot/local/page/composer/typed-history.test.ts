import { expect, test } from 'vitest';
import { NO_HISTORY, recalled, stepped, withTyped } from '../../../../../bot/local/page/composer/typed-history.ts';

const two = withTyped(withTyped(NO_HISTORY, 'one'), 'two');

test('a step back brings the last text, then the one before, and stays at the oldest', () => {
  const [back1, back2, back3] = [stepped(two, 1), stepped(stepped(two, 1), 1), stepped(stepped(stepped(two, 1), 1), 1)];
  expect([back1, back2, back3].map(recalled)).toEqual(['two', 'one', 'one']);
});

test('steps forth lead back to the empty text', () => {
  expect(recalled(stepped(stepped(two, 1), -1))).toBe('');
  expect(recalled(stepped(two, -1))).toBe('');
});

test('the same text twice in a row counts once, and sending starts from the newest again', () => {
  expect(withTyped(stepped(two, 1), 'two')).toEqual({ entries: ['one', 'two'], back: 0 });
});

test('with nothing typed there is nothing to bring back', () => {
  expect(recalled(stepped(NO_HISTORY, 1))).toBe('');
});
