import { expect, test } from 'vitest';
import { parseFollowUpsQuery } from '../../../../bot/listeners/commands/follow-ups-query.ts';

const own = { kind: 'list', rep: undefined, isTomorrow: false };

test.each([
  ['', own],
  ['  today ', own],
  ['今天', own],
  ['tomorrow', { ...own, isTomorrow: true }],
  ['Tomorrow', { ...own, isTomorrow: true }],
  ['明天', { ...own, isTomorrow: true }],
  ['<@U0LEI|lei>', { ...own, rep: 'U0LEI' }],
  ['<@U0LEI>', { ...own, rep: 'U0LEI' }],
  ['<@U0LEI|lei> tomorrow', { kind: 'list', rep: 'U0LEI', isTomorrow: true }],
  ['明天 @陈磊', { kind: 'list', rep: '@陈磊', isTomorrow: true }],
  ['@Anna Berg', { ...own, rep: '@Anna Berg' }],
  ['help', { kind: 'help' }],
  ['帮助', { kind: 'help' }],
  ['？', { kind: 'help' }],
])('/followups %s', (text, query) => {
  expect(parseFollowUpsQuery(text)).toEqual(query);
});
