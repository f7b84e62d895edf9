import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BUILT_IN_SCHEMES, BUILT_IN_SEGMENT_SCHEMES } from '../../../core/schemes/built-in-schemes.ts';
import { FIELDS } from '../../../core/table/fields.ts';
import { headingKey } from '../../../core/table/heading.ts';
import { packedValue } from '../../../sheets-addon/build/pack-values.ts';
import { dataText } from '../../../sheets-addon/build/packed-data.ts';
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
  const data = { tiers: BUILT_IN_SCHEMES, segments: BUILT_IN_SEGMENT_SCHEMES, fields: FIELDS };
  const names = Object.keys(data);
  const back = unpacked(
    packedValue(Object.entries(data).map(([name, value]): unknown => JSON.parse(dataText(name, value)))),
  ) as unknown[];
  const value = (name: string): unknown => back[names.indexOf(name)];

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
      expect(unpacked(packedValue([{ text }]))).toEqual([{ text }]);
  });

  test('long records of words keep their order and outcomes', () => {
    const words = Object.fromEntries(
      Array.from({ length: 60 }, (_, at) => [`word ${at}`, at % 7 < 4 ? 'near' : 'far']),
    );
    const [record] = unpacked(packedValue([words])) as [object];
    expect(Object.entries(record)).toEqual(Object.entries(words));
  });

  test.each([
    [['', 'a', '客户']],
    [['a', '"b"', 'c|d']],
    [['one']],
    [[]],
    [{ en: 'A', 'zh-CN': 'A', 'zh-TW': 'A' }],
    [{ en: 'Sales', 'zh-CN': '销售额', 'zh-TW': '銷售額' }],
    [{ en: 'Complaints', 'zh-CN': '投诉', 'zh-TW': '客訴' }],
    [{ en: '額', 'zh-CN': '額', 'zh-TW': '額' }],
    [{ en: 'a', 'zh-CN': 'b', 'zh-TW': 'a' }],
    [{ en: 'a|b', 'zh-CN': 'b', 'zh-TW': '"' }],
    [{ en: 'a', 'zh-CN': 'b', 'zh-TW': 'c', more: 1 }],
    [{ en: 1, 'zh-CN': null, 'zh-TW': [true, -0.5] }],
  ])('lists and texts come back, whether they are short or not (%j)', (one) => {
    expect(unpacked(packedValue(one))).toEqual(one);
  });

  test('any value of JSON comes back, and what is packed needs no escape', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (one) => {
        fc.pre(!JSON.stringify(one).includes('\u007F') && !JSON.stringify(one).includes('-0'));
        const packed = packedValue(one);
        expect(packed).toMatch(/^[ !#-[\]-~]*$/);
        expect(unpacked(packed)).toEqual(one);
      }),
      { numRuns: 60 },
    );
  });
});

function withoutHeadings(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (key, part: unknown) => (key === 'headings' ? undefined : part)));
}
