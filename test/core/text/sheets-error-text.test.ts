import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../../core/text/language.ts';
import {
  SHEETS_ERROR_TEXT,
  type SheetsErrorCode,
  type SheetsErrorParts,
} from '../../../core/text/sheets-error-text.ts';

const NOTHING: SheetsErrorParts = {
  account: '',
  spreadsheetId: '',
  tab: '',
  range: '',
  description: '',
  detail: '',
};
const KNOWN: SheetsErrorParts = {
  account: 'mia@example.com',
  spreadsheetId: '1abc',
  tab: '客户',
  range: 'B2:D9',
  description: 'Finance',
  detail: 'Precondition check failed.',
};

/** What a sentence names when it is known. */
const NAMES: Partial<Record<SheetsErrorCode, readonly (keyof SheetsErrorParts)[]>> = {
  'not-shared': ['account'],
  'read-only': ['account'],
  'no-such-tab': ['tab'],
  protected: ['account', 'tab', 'range', 'description'],
  refused: ['detail'],
};

describe.each(LANGUAGES)('what Google refuses, in %s', (language) => {
  const texts = SHEETS_ERROR_TEXT[language];

  test.each(Object.keys(texts) as SheetsErrorCode[])('%s is one line that names what is known', (code) => {
    const known = texts[code](KNOWN);
    for (const part of NAMES[code] ?? []) expect(known).toContain(KNOWN[part]);
    for (const said of [known, texts[code](NOTHING)]) {
      expect(said).toMatch(/^\S.*[.。]$|^\S.*[：:] ?\S.*$/);
      expect(said).not.toMatch(/“”|「」|（）|\(\)| {2}|undefined/);
    }
  });

  test('a whole tab that is protected is called by its title', () => {
    expect(texts.protected({ ...KNOWN, range: '' })).toContain(KNOWN.tab);
    expect(texts.protected({ ...KNOWN, range: '' })).not.toMatch(/^\s|中的| in the tab/);
  });
});
