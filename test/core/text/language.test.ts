import { expect, test } from 'vitest';
import { languageOf } from '../../../core/text/language.ts';

test.each([
  ['en-GB', 'en'],
  ['zh-CN', 'zh-CN'],
  ['zh', 'zh-CN'],
  ['zh_CN.UTF-8', 'zh-CN'],
  ['zh-SG', 'zh-CN'],
  ['zh_TW.UTF-8', 'zh-TW'],
  ['zh-HK', 'zh-TW'],
  ['zh-Hant-MO', 'zh-TW'],
  ['zh-Hant', 'zh-TW'],
  ['zh-Hans', 'zh-CN'],
  ['zh-Hans-HK', 'zh-CN'],
  ['de-DE', 'en'],
  ['C.UTF-8', 'en'],
  ['', 'en'],
  [undefined, 'en'],
  [null, 'en'],
])('locale %s speaks %s', (locale, language) => {
  expect(languageOf(locale)).toBe(language);
});
