import { Converter } from 'opencc-js';
import { describe, expect, test } from 'vitest';
import { FIELDS } from '../../../core/table/fields.ts';
import { headingKey } from '../../../core/table/heading.ts';
import { exactMatch, vocabulary } from '../../../core/table/vocabulary.ts';
import { fieldTitle } from '../../../core/text/field-titles.ts';
import { LANGUAGES } from '../../../core/text/language.ts';

const words = vocabulary([]);
const headings = FIELDS.flatMap((field) => field.headings.map((heading) => [heading, field.id] as const));

describe('the headings we know', () => {
  test('each names one field only', () => {
    const owner = new Map<string, string>();
    for (const [heading, id] of headings) {
      const key = headingKey(heading);
      expect(`${heading}: ${owner.get(key) ?? id}`).toBe(`${heading}: ${id}`);
      owner.set(key, id);
    }
  });

  test.each(['t', 'tw', 'hk'] as const)('each is read in traditional characters (%s) too', (variant) => {
    const convert = Converter({ from: 'cn', to: variant });
    for (const [heading, id] of headings) {
      const text = convert(heading);
      expect(`${text}: ${exactMatch(words, text)?.ids.join() ?? 'none'}`).toBe(`${text}: ${id}`);
    }
  });

  test('each is read in capitals, full width and with a unit in brackets', () => {
    for (const [heading, id] of headings) {
      const wide = heading
        .toUpperCase()
        .replace(/[!-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));
      for (const text of [heading.toUpperCase(), wide, ` ${heading}（万元） `]) {
        expect(`${text}: ${exactMatch(words, text)?.ids.join() ?? 'none'}`).toBe(`${text}: ${id}`);
      }
    }
  });

  test('every field has a title in every language, and the title is a heading of it', () => {
    for (const { id } of FIELDS) {
      for (const language of LANGUAGES) {
        const title = fieldTitle(id, language);
        expect(title).not.toBe(id);
        expect(`${title}: ${exactMatch(words, title)?.ids.join() ?? 'none'}`).toBe(`${title}: ${id}`);
      }
    }
  });
});
