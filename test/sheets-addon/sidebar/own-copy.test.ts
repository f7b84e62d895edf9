import { describe, expect, test } from 'vitest';
import { checkDocument } from '../../../core/grading/check-scheme.ts';
import { BUILT_IN_SCHEMES, BUILT_IN_SEGMENT_SCHEMES, builtInScheme } from '../../../core/schemes/built-in-schemes.ts';
import { ownCopy } from '../../../sheets-addon/sidebar/own-copy.ts';

describe('a copy of a scheme for the workbook', () => {
  test.each([...BUILT_IN_SCHEMES, ...BUILT_IN_SEGMENT_SCHEMES])(
    'of $id is sound and has an id of its own',
    (document) => {
      const copy = ownCopy(document, new Set([document.id]));
      expect(checkDocument(copy)).not.toHaveProperty('problems');
      expect(copy).toMatchObject({ id: `${document.id}-own`, version: 1 });
    },
  );

  test('says that it is one, in each of its languages', () => {
    const medal = builtInScheme('medal');
    expect(medal && ownCopy(medal, new Set()).titles).toEqual({
      en: 'Medal (own)',
      'zh-CN': `${medal?.titles['zh-CN']}（自定义）`,
      'zh-TW': `${medal?.titles['zh-TW']}（自訂）`,
    });
  });

  test('the next copy gets the next number, and no id grows beyond what is allowed', () => {
    const medal = builtInScheme('medal');
    if (medal === undefined) throw new Error('There is no medal.');
    expect(ownCopy(medal, new Set(['medal-own', 'medal-own-2'])).id).toBe('medal-own-3');
    const long = { ...medal, id: 'x'.repeat(64), titles: { en: 'y'.repeat(200) } };
    expect(checkDocument(ownCopy(long, new Set()))).not.toHaveProperty('problems');
  });
});
