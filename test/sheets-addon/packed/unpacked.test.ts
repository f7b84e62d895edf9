import { describe, expect, test } from 'vitest';
import { BUILT_IN_SCHEMES, BUILT_IN_SEGMENT_SCHEMES } from '../../../core/schemes/built-in-schemes.ts';
import { FIELDS } from '../../../core/table/fields.ts';
import { headingKey } from '../../../core/table/heading.ts';
import { packedValues } from '../../../sheets-addon/build/packed-data.ts';
import { unpacked } from '../../../sheets-addon/packed/unpacked.ts';

/** What a sheet neither grades nor plans by. */
const FOR_PEOPLE = new Set([
  'policy',
  'hint',
  'methods',
  'contactMinutes',
  'complaintHours',
  'surveyEveryDays',
  'capacity',
  'stability',
]);
const inSheet = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (key, part: unknown) => (FOR_PEOPLE.has(key) ? undefined : part)));

describe('what the script carries packed', () => {
  const { packed, places } = packedValues(
    new Map<string, unknown>([
      ['tiers', BUILT_IN_SCHEMES],
      ['segments', BUILT_IN_SEGMENT_SCHEMES],
      ['fields', FIELDS],
    ]),
  );
  const back = unpacked(packed) as unknown[];
  const value = (name: string): unknown => back[places.get(name) ?? -1];

  test.each(['tiers', 'segments'])('the schemes come back, without what only people read (%s)', (name) => {
    const schemes = name === 'tiers' ? BUILT_IN_SCHEMES : BUILT_IN_SEGMENT_SCHEMES;
    expect(withoutHeadings(value(name))).toEqual(withoutHeadings(inSheet(schemes)));
  });

  test('every heading that is recognised is recognised still', () => {
    const keys = (fields: unknown): unknown =>
      (fields as { id: string; headings: string[] }[]).map(({ id, headings }) => [
        id,
        new Set(headings.map(headingKey)),
      ]);
    expect(keys(value('fields'))).toEqual(keys(FIELDS));
  });

  test('texts of any kind and length come back', () => {
    for (const text of [
      '',
      'a',
      '客户',
      '😀 "quoted" \\ back\n',
      'ab'.repeat(10_000),
      Array.from({ length: 300 }, (_, at) => String.fromCharCode(at)).join(''),
    ])
      expect(unpacked(packedValues(new Map([['text', { text }]])).packed)).toEqual([{ text }]);
  });

  test('long records of words keep their order and outcomes', () => {
    const words = Object.fromEntries(
      Array.from({ length: 60 }, (_, at) => [`word ${at}`, at % 7 < 4 ? 'near' : 'far']),
    );
    const [record] = unpacked(packedValues(new Map([['words', words]])).packed) as [object];
    expect(Object.entries(record)).toEqual(Object.entries(words));
  });
});

function withoutHeadings(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (key, part: unknown) => (key === 'headings' ? undefined : part)));
}
