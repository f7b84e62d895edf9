import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Message } from '../../../bot/blocks/rich-text.ts';
import { readTableButton, type TableButton, tableButtonValue } from '../../../bot/blocks/table-button.ts';
import { importAgain, tablePreview, tableResult } from '../../../bot/blocks/table-preview.ts';
import { checkMessage } from '../../../bot/local/block-kit-rules.ts';
import type { PreviewChanges, TablePreview } from '../../../bot/use-cases/table-preview.ts';
import { LANGUAGES } from '../../../core/text/language.ts';
import { POSTED_TABLE_TEXT } from '../../../core/text/posted-table-text.ts';
import { HOSTILE_NAMES, markupTexts, mentions } from '../../support/cards.ts';

const anyName = fc.oneof(fc.constantFrom(...HOSTILE_NAMES), fc.string({ unit: 'binary', maxLength: 300 }));
const anyCount = fc.integer({ min: 0, max: 2_000_000 });
const anyLanguage = fc.constantFrom(...LANGUAGES);
const many = <T>(of: fc.Arbitrary<T>) => fc.array(of, { maxLength: 40, size: 'max' });

const anyButton: fc.Arbitrary<TableButton> = fc.record(
  {
    fileId: fc.constantFrom('F1', 'F012AB3CD4E'),
    decimal: fc.constantFrom('.', ','),
    dateOrder: fc.constantFrom('dmy', 'mdy', 'ymd'),
    removeSamples: fc.boolean(),
  },
  { requiredKeys: ['fileId'] },
);

const anyChanges: fc.Arbitrary<PreviewChanges> = fc.record({
  counts: fc.record({ new: anyCount, changed: anyCount, unchanged: anyCount, rejected: anyCount }),
  summary: fc.constant('This import would bring: 1 new.'),
  lines: many(anyName),
  moreLines: anyCount,
  tiers: many(fc.record({ tier: anyName, label: anyName, customers: anyCount })),
  names: fc.array(anyName, { maxLength: 3 }),
});

const anyReading: fc.Arbitrary<Omit<TablePreview, 'stopped' | 'changes'>> = fc.record({
  fileName: anyName,
  sheet: fc.option(anyName),
  columns: many(
    fc.record({
      letter: fc.constantFrom('A', 'AB'),
      heading: anyName,
      field: fc.constant(null),
      title: fc.option(anyName),
      match: fc.constantFrom('exact', 'close', 'given', 'none'),
      example: anyName,
    }),
  ),
  fields: fc.constant([]),
  open: fc.subarray([
    { kind: 'decimal', options: ['.', ','] },
    { kind: 'date-order', options: ['ymd', 'dmy', 'mdy'] },
  ] as const),
  remarks: many(fc.record({ severity: fc.constantFrom('error', 'problem', 'note'), text: anyName })),
  moreRemarks: anyCount,
});

/** A table that can be used, and one that cannot. */
const anyPreview: fc.Arbitrary<TablePreview> = fc
  .tuple(anyReading, anyChanges, anyName, fc.boolean())
  .map(([reading, changes, name, isUsable]) =>
    isUsable ? { ...reading, stopped: null, changes } : { ...reading, stopped: `No: ${name}`, changes: null },
  );

function expectSafe(message: Message): void {
  expect(checkMessage(message)).toEqual([]);
  // The top-level text is markup to the checker, and none in it must be alive.
  const { text, ...rest } = message;
  expect(text.replaceAll(/&(?:amp|lt|gt);/g, '')).not.toMatch(/[<>&]/);
  expect(markupTexts(rest)).toEqual([]);
  expect(mentions(message)).toEqual([]);
}

const UNDO_ID = '01890000-0000-7000-8000-000000000009';

describe('whatever stands in a table, Slack takes', () => {
  test('its preview', () => {
    fc.assert(
      fc.property(anyPreview, anyButton, anyLanguage, anyCount, (preview, button, language, samples) => {
        expectSafe(tablePreview(preview, button, { language, samples }));
      }),
    );
  });

  test('its result', () => {
    fc.assert(
      fc.property(anyName, anyChanges, fc.option(anyName), anyLanguage, (fileName, changes, rejectedCsv, language) => {
        expectSafe(
          tableResult({ fileName, changes, rejectedCsv, undoId: rejectedCsv === null ? null : UNDO_ID }, language),
        );
      }),
    );
  });
});

test.each(LANGUAGES)('every fixed sentence about a posted table is fit for Slack in %s', (language) => {
  for (const sentence of Object.values(POSTED_TABLE_TEXT[language])) {
    if (typeof sentence === 'string') expectSafe(importAgain(sentence, { fileId: 'F1' }, language));
  }
});

test('a button’s value brings back what it was made of', () => {
  fc.assert(
    fc.property(anyButton, (button) => {
      expect(readTableButton(tableButtonValue(button))).toEqual({ removeSamples: false, ...button });
    }),
  );
});

test.each(['', 'F1', 'file=', 'file=../etc', 'decimal=.', '01890000-0000-7000-8000-000000000001'])(
  'a value that is none of ours (%j) is none',
  (value) => {
    expect(readTableButton(value)).toBeUndefined();
  },
);
