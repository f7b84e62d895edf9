import { describe, expect, test } from 'vitest';
import type { AnyScheme } from '../../../core/grading/scheme-inputs.ts';
import { LANGUAGES, type Language } from '../../../core/text/language.ts';
import { SCHEME_VALUES } from '../../../core/text/sheets-scheme-words.ts';
import { schemeToCells } from '../../../sheets-addon/schemes/scheme-to-cells.ts';
import { schemesInCells } from '../../../sheets-addon/sidebar/scheme-cells.ts';
import { brokenSheets, ownSchemes } from '../../support/broken-scheme-sheets.ts';

/** Words of the document that a sentence would have from nowhere else. */
const SCHEMA_WORDS = [
  'cutOffs',
  'knockOut',
  'upTo',
  'everyDays',
  'longestDays',
  'insteadOf',
  'hitPolicy',
  'outcome',
  'playbook',
  'labels',
  'levels',
  'answers',
  'titles',
  'JSON',
  'undefined',
  'NaN',
  'null',
  ...Object.keys(SCHEME_VALUES).filter((word) => word.includes('-')),
];

const CASES = ownSchemes().flatMap((scheme) => LANGUAGES.map((language) => [scheme.id, language, scheme] as const));

describe('whatever is broken in a scheme’s cells', () => {
  test.each(CASES)('of %s is told in its row, in one sentence of %s', (_id, language, scheme) => {
    const broken = brokenSheets(scheme, language);
    expect(broken.length).toBeGreaterThan(20);
    for (const { what, cells, rows } of broken) {
      const { problems } = schemesInCells(cells, language);
      const told = problems.map(({ row, column, text }) => `${row},${column}: ${text}`).join('\n');
      expect(
        problems.filter(({ row }) => rows.includes(row - 1)),
        `${what}: ${told}`,
      ).not.toEqual([]);
      // somebody who reads ten sentences of one mistake mends none
      expect(problems.length, `${what}: ${told}`).toBeLessThanOrEqual(MOST_SENTENCES);
      for (const problem of problems) expectSentence(problem.text, what, language, cells);
    }
  });

  test.each(CASES)('nothing is wrong with %s as it was written (%s)', (_id, language, scheme: AnyScheme) => {
    expect(schemesInCells(schemeToCells(scheme, language), language).problems).toEqual([]);
  });

  test.each([
    ['en', '“Tier” must stand in the first column: delete the columns to the left of it.'],
    ['zh-CN', '“等级”应在第一列，请删除其左侧的各列。'],
    ['zh-TW', '「等級」應在第一欄，請刪除其左側的各欄。'],
  ] as const)('a column put in before the schemes is told (%s)', (language, text) => {
    const [scheme] = ownSchemes();
    if (scheme === undefined) throw new Error('There is no scheme.');
    for (const before of ['', 'a note of mine']) {
      const cells = schemeToCells(scheme, language).map((row) => [before, ...row]);
      const { schemes, problems } = schemesInCells(cells, language);
      expect(schemes).toEqual([]);
      expect(problems).toEqual([{ scheme: '', row: 7, column: 2, text }]);
    }
  });
});

const MOST_SENTENCES = 6;

function expectSentence(text: string, what: string, language: Language, cells: readonly (readonly unknown[])[]): void {
  const told = `${what}: ${text}`;
  expect(text, told).toMatch(language === 'en' ? /^[A-Z“].*\.$/ : /。$/);
  expect(text, told).not.toMatch(/[[\]{}…≤≥]/);
  expect(text, told).not.toMatch(/[A-Za-z]\.[A-Za-z]/);
  // what stands in the sheet is quoted as it stands there
  const ours = text.replace(/“[^”]*”|「[^」]*」/g, '');
  for (const word of SCHEMA_WORDS) expect(ours, told).not.toContain(word);
  if (language === 'en') return;
  const written = new Set(cells.flat().map(String));
  const foreign = (ours.match(/[A-Za-z][A-Za-z-]+/g) ?? []).filter(
    (word) => word !== 'my-scheme' && !word.endsWith('-own') && !written.has(word),
  );
  expect(foreign, told).toEqual([]);
  expect(text, told).not.toMatch(/\p{Script=Han}[0-9A-Za-z]|[0-9A-Za-z%]\p{Script=Han}/u);
  expect(text, told).not.toMatch(/\p{Script=Han}[,;:!?]/u);
}
