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
    // the sentence around it has its own full stop
    expect(broken.kind === 'not-json' && broken.why.endsWith('.')).toBe(false);
    const unsound = read('{"id": "mine", "version": 1, "colour": "red"}');
    expect(unsound.kind === 'unsound' && unsound.problems.join('\n')).toContain('There is no property “colour”');
    expect(read('[1, 2]').kind).toBe('unsound');
  });
});
