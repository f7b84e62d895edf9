import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { INTERNAL_NAMES, withShortNames } from '../../../sheets-addon/build/internal-names.ts';
import { builtAddOnFiles } from '../../support/built-add-on.ts';

const PROJECT = new URL('../../../', import.meta.url);

/** What others than the script's own functions read or write: the sidebar, the workbook's memory, authors of schemes, Google. */
const SHARED = [
  'sheets-addon/protocol.ts',
  'core/table/reading.ts',
  'core/sheets/table-memory.ts',
  'core/sheets/sheet-value.ts',
  'core/grading/scheme.ts',
  'core/grading/scheme-methods.ts',
  ...(await filesIn('sheets-addon/sidebar')),
  ...(await filesIn('node_modules/@types/google-apps-script')),
];

async function filesIn(folder: string): Promise<string[]> {
  const names = await readdir(new URL(folder, PROJECT));
  return names.filter((name) => /\.tsx?$/.test(name)).map((name) => `${folder}/${name}`);
}

/** A bundle in which each internal name is a property. */
const ALL = INTERNAL_NAMES.map((name) => `export const of_${name} = (own) => own.${name};`).join('\n');

describe('internal names', () => {
  test('none is a property of what the sidebar, the memory, schemes or Google know', async () => {
    for (const path of SHARED) {
      const source = await readFile(new URL(path, PROJECT), 'utf8');
      // of a reading only its columns and its problems are said to the sidebar
      const said = source.replace(/export interface (?:TableReading|TableRecord) \{[^]*?\n\}/g, '');
      const properties = new Set(said.match(/\b\w+(?=\??\s*[:(<])/g));
      expect(
        INTERNAL_NAMES.filter((name) => properties.has(name)),
        path,
      ).toEqual([]);
    }
  });

  test('none is left in the built script', async () => {
    const { 'Code.js': code } = await builtAddOnFiles();
    expect(INTERNAL_NAMES.filter((name) => new RegExp(`[.{,]${name}\\b`).test(code))).toEqual([]);
  });

  test('what the script declares at its top keeps its name, and so does any other property', async () => {
    const short = await withShortNames(`${ALL}\nexport const own = (one) => one.scheme + one.${INTERNAL_NAMES[0]};`);
    expect(short).toMatch(/own = \w+ => \w+\.scheme \+ \w+\.\w\w?;/);
  });

  test('a name that is no property any more is refused', async () => {
    await expect(withShortNames(ALL.replace(`own.${INTERNAL_NAMES[0]}`, ''))).rejects.toThrow(/no property/);
  });

  test('a name in quotes is refused, by which a property could be read', async () => {
    await expect(withShortNames(`${ALL}\nexport const key = '${INTERNAL_NAMES[0]}';`)).rejects.toThrow(/in quotes/);
  });
});
