import { expect, test } from 'vitest';
import { slackDate } from '../../../../../bot/local/page/blocks/slack-date.ts';

const at = Date.parse('2026-11-22T12:00:00Z') / 1000;
const berlin = { locale: 'en-GB', timeZone: 'Europe/Berlin' };
const dayMs = 86_400_000;

test.each([
  ['{date_num}', '22/11/2026'],
  ['{date}', '22 November 2026'],
  ['{date_short}', '22 Nov 2026'],
  ['{time_secs}', '13:00:00'],
  ['{date_short_pretty}', '22 Nov 2026'],
  ['due {nonsense}', 'due {nonsense}'],
])('%s', (format, expected) => {
  expect(slackDate(format, at, berlin, at * 1000 + 5 * dayMs)).toBe(expected);
});

test('pretty days near today are said in words, in the reader’s language', () => {
  expect(slackDate('{date_pretty}', at, berlin, at * 1000)).toBe('today');
  expect(slackDate('{date_long_pretty}', at, berlin, at * 1000 + dayMs)).toBe('yesterday');
  expect(slackDate('{date_pretty}', at, { locale: 'zh-CN', timeZone: 'Asia/Shanghai' }, at * 1000 - dayMs)).toBe(
    '明天',
  );
});

test('the weekday stands before a long date', () => {
  expect(slackDate('{date_long} at {time}', at, berlin, 0)).toMatch(/^Sunday,? 22 November 2026 at 13:00$/);
});

test('how long ago', () => {
  expect(slackDate('{ago}', at, berlin, at * 1000 + 3 * 3_600_000)).toBe('3 hours ago');
  expect(slackDate('{ago}', at, berlin, at * 1000 + 2 * dayMs)).toBe('2 days ago');
});
