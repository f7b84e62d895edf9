import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { BUILT_IN_SCHEMES, BUILT_IN_SEGMENT_SCHEMES } from '../../../core/schemes/built-in-schemes.ts';
import { MEMORY_SHEET, memoryEntries } from '../../../core/sheets/memory-sheet.ts';
import { INTERNAL_NAMES, withShortNames } from '../../../sheets-addon/build/internal-names.ts';
import { addOnSheet } from '../../support/add-on-sheet.ts';
import { builtAddOnFiles } from '../../support/built-add-on.ts';
import { crossingKeys, requireFullNames } from '../../support/crossing-keys.ts';
import { TABLE } from '../../support/graded-rows.ts';

const PROJECT = new URL('../../../', import.meta.url);

/** What others than the script's own functions read or write: the sidebar, the workbook's memory, authors of schemes, Google. */
const SHARED = [
  'sheets-addon/protocol.ts',
  'sheets-addon/memory/cut-run.ts',
  'sheets-addon/opened-page.ts',
  'sheets-addon/table/sheet-data.ts',
  'core/table/reading.ts',
  'core/table/match-columns.ts',
  'core/sheets/memory-sheet.ts',
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

  test('none is in a scheme, in what the script says to the sidebar or in what it keeps in the workbook', async () => {
    const sheet = await addOnSheet([
      ...TABLE,
      TABLE[1] ?? [],
      ['K9', '戊公司', '$5', '180%', '', '', '', '2027-01-01'],
    ]);
    const documents = [...BUILT_IN_SCHEMES, ...BUILT_IN_SEGMENT_SCHEMES];
    const said: unknown[] = documents.map((document) => ({ document }));
    for (const { id } of documents) said.push(sheet.view({ scheme: id }));
    for (const scheme of ['account-value', 'loyalty', 'account-value']) {
      said.push(sheet.call('gradeTable', { scheme }), sheet.call('readSummaryBasis', {}));
      const kept = sheet.workbook.sheets.find(({ title }) => title === MEMORY_SHEET);
      if (kept === undefined) throw new Error('Nothing is kept.');
      const cells = kept.grid.read('values', kept.used).map((line) => line.map(String));
      for (const { text } of memoryEntries(cells)) said.push(JSON.parse(text));
    }
    said.push(sheet.undo());
    expect(() => {
      requireFullNames(said);
    }).not.toThrow();
    const keys = crossingKeys(said);
    expect(keys.size).toBeGreaterThan(100);
    expect(INTERNAL_NAMES.filter((name) => keys.has(name))).toEqual([]);
  });

  test('a name of a letter or two that the protocol does not have is told', () => {
    expect(() => {
      requireFullNames({ rows: [{ id: '1', at: 2, ab: 3 }] });
    }).toThrow(/says ab/);
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

  test("a name in a sentence's braces is refused, and not one in those of a template", async () => {
    const [name = ''] = INTERNAL_NAMES;
    await expect(withShortNames(`${ALL}\nexport const text = 'of {${name}}';`)).rejects.toThrow(/in braces/);
    expect(await withShortNames(`${ALL}\nexport const text = (${name}) => \`of \${${name}}\`;`)).toContain('`of ${');
  });
});
