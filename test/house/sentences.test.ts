import { describe, expect, test } from 'vitest';
import { readsLikeSpeech, type SaidText, saidIn, saidTexts } from './said-texts.ts';

/** Files whose texts no reader of an answer, a message, a window or a page ever sees in them, with what they are instead. */
const EXCEPT: readonly [files: RegExp, what: string][] = [
  [/^core\/schemes\//, 'schemes are documents: each title and policy stands in them by language'],
  [/^core\/follow-ups\/untiered-playbooks\.ts$/, 'a policy by language, as in schemes'],
  [/^core\/(questions|table)\//, 'words that people write, to be understood'],
  [/^core\/follow-ups\/(find-chinese-days|find-satisfaction|length-as-day|log-words|method-words)\.ts$/, 'the same'],
  [/^bot\/listeners\/commands\/follow-ups-query\.ts$/, 'the same'],
  [
    /^core\/sheets\/memory-sheet\.ts$/,
    'the title of a hidden sheet, the same in every language so that it is found again',
  ],
  [/^core\/customer-name\.ts$/, 'legal forms, which names of customers end in'],
  [
    /^bot\/store\/search-(initials|queries|text)\.ts$/,
    'places and common words in names of customers, and bounds of the script',
  ],
  [/^bot\/(config|open-database|run-service|metrics)\.ts$/, 'told to whoever runs the server, in English like its log'],
  [/^bot\/listeners\/slack-(identity|download)\.ts$/, 'the same, and a header of a request'],
  [/^bot\/cli\/register\//, 'the help of commands, in English like the names of their options'],
  [/^bot\/cli\/run-cli\.ts$/, 'the same'],
  [/^bot\/cli\/scheme-json-schema\.ts$/, 'the title of a JSON Schema, for editors of schemes'],
  [/^bot\/table-files\/sniff-format\.ts$/, 'the name of a format'],
  [/^bot\/local\/(local-members|import-samples|sample-[a-z]+)\.ts$/, 'people and notes of the samples'],
  [
    /^bot\/local\/(person|build-page|socket-mode)\.ts$/,
    'what Slack itself would say or send, and what a developer builds',
  ],
  [/^bot\/local\/workbook\//, 'what Google itself would say to a script, and what a script’s author reads'],
  [/^bot\/local\/sheets-api\//, 'what Google itself would say to a program, and what a developer reads'],
  [
    /^bot\/local\/page-server\/perform\.ts$/,
    'faults of the page; it says in words of its own that a thing was not possible',
  ],
];

const outsideText = ['core', 'bot'].flatMap(saidTexts).filter(({ path }) => !path.startsWith('core/text/'));

const told = ({ line, path, text }: SaidText) => `${path}:${line} ${text}`;

describe('sentences', () => {
  test('stand in core/text, where they are in every language', () => {
    expect(outsideText.filter(({ path }) => !EXCEPT.some(([files]) => files.test(path))).map(told)).toEqual([]);
  });

  test.each(EXCEPT)('%s is an exception that is needed', (files) => {
    expect(outsideText.filter(({ path }) => files.test(path))).not.toEqual([]);
  });

  test('are found wherever a file may have them', () => {
    const code = `
      import { nothing } from 'Some package. Or other';
      type Kind = 'Not graded yet';
      log.warn('Slack does not answer.');
      throw new RangeError('The day must be a day.');
      sql\`Select nothing. From nowhere\`;
      const key = \`\${one}:\${other}\`;
      const title = plainText('Save it');
      const answer = found ? \`\${count} rows were left out.\` : '没有客户';
      const page = <p aria-label="Close the window">Nothing here yet</p>;
    `;
    expect(saidIn('some.tsx', code).map(({ line, text }) => `${line} ${text}`)).toEqual([
      '8 Save it',
      '9 … rows were left out.',
      '9 没有客户',
      '10 Close the window',
      '10 Nothing here yet',
    ]);
  });

  test.each([
    ['No customer has this name.', true],
    ['Edit figures', true],
    ['… customers were graded.', true],
    ['客户', true],
    ['customer_id', false],
    ['button primary', false],
    ['…_…', false],
    ['Europe/Berlin', false],
    ['xoxb-… refused', false],
  ])('%j: %s', (text, isSpeech) => {
    expect(readsLikeSpeech(text)).toBe(isSpeech);
  });
});
