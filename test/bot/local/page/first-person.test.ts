import { expect, test } from 'vitest';
import { firstPerson } from '../../../../bot/local/page/first-person.ts';
import { pagePerson } from '../../../support/page-parts.ts';

const people = [
  pagePerson({ id: 'U0TIERBOOK', name: 'tierbook', isBot: true, locale: 'zh-TW' }),
  pagePerson({ id: 'U0SAM', name: 'sam', role: 'admin', locale: 'en-US' }),
  pagePerson({ id: 'U0ANNA', name: 'anna', role: 'rep', locale: 'en-GB' }),
  pagePerson({ id: 'U0LEI', name: 'lei', role: 'rep', locale: 'zh-CN' }),
  pagePerson({ id: 'U0YIJUN', name: 'yijun', role: 'manager', locale: 'zh-TW' }),
];

test.each([
  ['who was asked for by id', 'U0SAM', ['zh-CN'], 'U0SAM'],
  ['who was asked for by short name', 'lei', ['en'], 'U0LEI'],
  ['the rep who reads the browser’s language when nobody there was asked for', 'U0NOBODY', ['zh-CN'], 'U0LEI'],
  ['never the bot, even when it was asked for', 'U0TIERBOOK', ['en'], 'U0ANNA'],
  ['a rep before an admin', null, ['en-AU', 'zh-TW'], 'U0ANNA'],
  ['someone who is no rep when no rep reads the language', null, ['zh-Hant-HK'], 'U0YIJUN'],
  ['someone who reads English when the language is not spoken here', null, ['fr'], 'U0ANNA'],
  ['someone even when the browser names no language', null, [], 'U0ANNA'],
])('one is %s', (_title, wanted, languages, expected) => {
  expect(firstPerson(people, wanted, languages)?.id).toBe(expected);
});

test('one is nobody when there is nobody', () => {
  expect(firstPerson([], null, ['en'])).toBeUndefined();
});
