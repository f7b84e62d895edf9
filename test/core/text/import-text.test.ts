import { describe, expect, test } from 'vitest';
import {
  duplicateText,
  EMPTY_CELLS_TEXT,
  type ImportRejection,
  importSummary,
  rejectionText,
  unchangedText,
  unknownOwnerText,
} from '../../../core/text/import-text.ts';
import { LANGUAGES } from '../../../core/text/language.ts';

const COUNTS = { new: 12, changed: 3, unchanged: 40, rejected: 1 };
const REJECTIONS: readonly ImportRejection[] = [
  { code: 'nameless' },
  { code: 'unknown-key' },
  { code: 'too-long' },
  { code: 'repeated', otherRow: 77 },
  { code: 'several-match', candidates: ['K1', 'K2'] },
];

test('an import and its preview are told apart', () => {
  expect(importSummary(COUNTS, false, 'en')).toBe('Imported: 12 new, 3 changed, 40 unchanged, 1 rejected.');
  for (const language of LANGUAGES) {
    expect(importSummary(COUNTS, true, language)).not.toBe(importSummary(COUNTS, false, language));
    for (const count of Object.values(COUNTS)) expect(importSummary(COUNTS, true, language)).toContain(String(count));
  }
});

describe.each(LANGUAGES)('in %s', (language) => {
  test('every rejection has a sentence of its own that names what it is about', () => {
    const sentences = REJECTIONS.map((reason) => rejectionText(reason, language));
    expect(new Set(sentences).size).toBe(REJECTIONS.length);
    expect(sentences[3]).toContain('77');
    expect(sentences[4]).toMatch(/K1.*K2/);
  });

  test('duplicates, owners and unchanged rows are told with their names', () => {
    const traits = (['key', 'name', 'phone', 'email'] as const).map((by) => duplicateText(by, ['Ä', 'B'], language));
    expect(new Set(traits).size).toBe(4);
    for (const text of traits) expect(text).toMatch(/Ä.*B/);
    expect(unknownOwnerText('Bob', 3, language)).toMatch(/Bob.*3/);
    expect(unchangedText('merged', language)).not.toBe(unchangedText('repeated', language));
    expect(EMPTY_CELLS_TEXT[language]).not.toBe('');
  });
});
