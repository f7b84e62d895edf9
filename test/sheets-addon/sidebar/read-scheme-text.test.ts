import { describe, expect, test } from 'vitest';
import { builtInScheme } from '../../../core/schemes/built-in-schemes.ts';
import { readSchemeText } from '../../../sheets-addon/sidebar/read-scheme-text.ts';
import { schemeLibrary } from '../../../sheets-addon/sidebar/scheme-library.ts';

const library = schemeLibrary();
const medal = { ...builtInScheme('medal'), id: 'mine' };
const read = (text: string, own: readonly string[] = []) => readSchemeText(text, new Set(own), library, 'en');

describe('a scheme that somebody pastes', () => {
  test('is sound: the document, and whether one with its id is there already', () => {
    const text = `\uFEFF  ${JSON.stringify(medal)}\n`;
    expect(read(text)).toMatchObject({ kind: 'sound', document: medal, isRenamed: false, exists: false });
    expect(read(text, ['mine'])).toMatchObject({ kind: 'sound', exists: true });
  });

  test('with the id of a built-in one gets an id of its own', () => {
    const text = JSON.stringify({ ...medal, id: 'medal' });
    expect(read(text, ['medal-own'])).toMatchObject({
      kind: 'sound',
      isRenamed: true,
      exists: false,
      document: { id: 'medal-own-2' },
    });
  });

  test('nothing, no JSON and no scheme are told apart', () => {
    expect(read(' \n')).toEqual({ kind: 'empty' });
    const broken = read('{"id": }');
    expect(broken.kind).toBe('not-json');
    expect(broken).toEqual({ kind: 'not-json', place: { line: 1, column: 8 } });
    expect(read('{"id": 1,\n "x": }')).toEqual({ kind: 'not-json', place: { line: 2, column: 7 } });
    expect(read('{"id":').kind).toBe('not-json');
    for (const comment of ['// ours', '/* ours */'])
      expect(read(`${comment}\n{"id": 1}`)).toEqual({ kind: 'not-json', place: { line: 1, column: 1 } });
    const unsound = read('{"id": "mine", "version": 1, "criteria": [], "colour": "red"}');
    expect(unsound.kind === 'unsound' && unsound.problems.join('\n')).toContain('There is no property “colour”');
    for (const other of [
      '[1, 2]',
      '{"name": "tierbook", "version": "1.0.0"}',
      'null',
      '"criteria"',
      'Customer,Sales\nA,1',
      '\u0089PNG',
    ])
      expect(read(other)).toEqual({ kind: 'not-a-scheme' });
  });
});

describe('what is wrong with a scheme that somebody pastes', () => {
  const broken = {
    ...medal,
    method: {
      ...medal.method,
      criteria: [{ criterion: 'salesAmount', weight: -5, bands: [{ from: 1, points: 100 }, { points: 0 }] }],
    },
    version: 'new',
  };

  test.each([
    [
      'en',
      '“weight” of “salesAmount” must be more than 0. (method.criteria[0].weight)',
      '“version” must be a number without quotation marks. (version)',
    ],
    [
      'zh-CN',
      '“salesAmount”的“weight”：必须大于 0。（method.criteria[0].weight）',
      '“version”：应为不带引号的数字。（version）',
    ],
    [
      'zh-TW',
      '「salesAmount」的「weight」：必須大於 0。（method.criteria[0].weight）',
      '「version」：應為不加引號的數字。（version）',
    ],
  ] as const)('begins with a sentence, and says the place behind it (%s)', (language, ...sentences) => {
    const told = readSchemeText(JSON.stringify(broken), new Set(), library, language);
    expect(told.kind === 'unsound' ? told.problems : []).toEqual(expect.arrayContaining([...sentences]));
  });
});
