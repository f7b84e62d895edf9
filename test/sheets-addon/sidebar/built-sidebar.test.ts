import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../../core/text/language.ts';
import { SHEETS_OUTCOME_TEXT } from '../../../core/text/sheets-outcome-text.ts';
import { builtSidebar } from '../../../sheets-addon/build.ts';
import { unpackedScript } from '../../support/unpacked-script.ts';

const page = await builtSidebar();

describe('the built sidebar', () => {
  test('is one page of less than 200 KB that asks for nothing else', () => {
    expect(Buffer.byteLength(page)).toBeLessThan(200_000);
    expect(page).not.toMatch(/<(link|img|iframe)\b|\bsrc=|@import|url\(/);
  });

  test('carries its whole script, which begins no other and needs no code from text', () => {
    const script = unpackedScript(page);
    // schemes, their check and the words of tables are in it
    expect(script).toContain('value-pyramid');
    expect(script).toContain('cannot be read as');
    expect(script).not.toMatch(/\beval\(|new Function\b|\bfetch\(|XMLHttpRequest/);
  });

  test('says in every language when a browser cannot start it', () => {
    for (const language of LANGUAGES) expect(page).toContain(SHEETS_OUTCOME_TEXT[language].cannotStart);
  });
});
