import { describe, expect, test } from 'vitest';
import { BUILT_IN_SCHEMES, BUILT_IN_SEGMENT_SCHEMES, builtInScheme } from '../../../core/schemes/built-in-schemes.ts';
import { FIELDS } from '../../../core/table/fields.ts';
import { LANGUAGES } from '../../../core/text/language.ts';
import { fieldGroups } from '../../../sheets-addon/sidebar/field-groups.ts';

describe('what a column may be said to hold', () => {
  test('what the scheme goes by stands first, under its own titles', () => {
    const [first] = fieldGroups(builtInScheme('account-value') ?? null, 'en');
    expect(first?.group).toBe('scheme');
    expect(first?.fields[0]).toEqual({ id: 'salesAmount', title: 'Sales amount' });
  });

  test.each([null, ...BUILT_IN_SCHEMES, ...BUILT_IN_SEGMENT_SCHEMES])(
    'every field and criterion stands once, with a title in each language ($id)',
    (scheme) => {
      for (const language of LANGUAGES) {
        const fields = fieldGroups(scheme, language).flatMap((group) => group.fields);
        const ids = fields.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids.toSorted()).toEqual(
          [...new Set([...FIELDS.map(({ id }) => id), ...(scheme?.criteria ?? []).map(({ id }) => id)])].toSorted(),
        );
        expect(fields.filter(({ id, title }) => title === '' || title === id)).toEqual([]);
      }
    },
  );
});
