import { expect, test } from 'vitest';
import { readUntil } from '../../../bot/use-cases/read-until.ts';
import { day } from '../../support/follow-up-rows.ts';

/** Said on Thursday, 5 March 2026. */
const SAID: readonly (readonly [words: string, until: string | undefined])[] = [
  ['Friday', '2026-03-06'],
  ['tomorrow', '2026-03-06'],
  ['next week', '2026-03-09'],
  ['Monday because they are away', '2026-03-09'],
  ['the 3rd of December', '2026-12-03'],
  ['on 3 Dec', '2026-12-03'],
  ['one day', '2026-03-06'],
  ['a week', '2026-03-12'],
  ['two months', '2026-05-05'],
  ['end of the month', '2026-03-31'],
  ['周五', '2026-03-06'],
  ['下周一', '2026-03-09'],
  ['到月底', '2026-03-31'],
  ['三天', '2026-03-08'],
  ['兩週', '2026-03-19'],
  ['下週', '2026-03-09'],
  ['12月3號', '2026-12-03'],
  ['3 March 2020', undefined],
  ['yesterday', undefined],
  ['昨天', undefined],
  ['Foods until Friday', undefined],
  ['it suits them', undefined],
  ['', undefined],
];

test.each(SAID)('“%s” ends a wait on %s', async (words, until) => {
  expect(await readUntil(words, day('2026-03-05'))).toBe(until);
});
