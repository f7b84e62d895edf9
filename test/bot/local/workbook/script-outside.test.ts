import { expect, test } from 'vitest';
import type { CrossingCell } from '../../../../bot/local/workbook/apps-script/host.ts';
import { runEntryPoint } from '../../../../bot/local/workbook/run-script.ts';
import { ScriptOutside } from '../../../../bot/local/workbook/script-outside.ts';
import { ANN, environmentOf } from '../../../support/script-environments.ts';

test('no object of a script comes out in a row of cells', async () => {
  const { ask } = new ScriptOutside(await environmentOf(''), { user: ANN }, 'FULL');
  for (const thing of [{}, [], () => 1, Symbol('x')])
    expect(JSON.parse(ask('line', '', 'text', thing as CrossingCell))).toEqual({
      error: `A cell cannot hold a ${typeof thing}.`,
    });
  expect(ask('line', '', 'text', 1.5, true, null, undefined, 86_400_000n)).toBe('');
});

test('cells that a script writes row by row stand as they were written, moments and empty cells too', async () => {
  const environment = await environmentOf(`function write() {
    const range = SpreadsheetApp.getActiveSheet().getRange(1, 1, 2, 4);
    range.setValues([['text', 1.5, true, null], ['', -0, false, new Date(Date.UTC(2026, 2, 5, 4))]]);
    range.setNotes([['', 'note', '', ''], ['', '', '', 'other']]);
    return [range.getValues().map((row) => row.map(String)), range.getNotes()];
  }`);
  const run = runEntryPoint(environment, 'write', [], { user: ANN });
  const day = expect.stringContaining('Mar 05 2026');
  expect(run).toMatchObject({
    kind: 'done',
    result: [
      [
        ['text', '1.5', 'true', ''],
        ['', '0', 'false', day],
      ],
      [
        ['', 'note', '', ''],
        ['', '', '', 'other'],
      ],
    ],
  });
  expect(environment.workbook.sheets[0]?.grid.get('values', 1, 1)).toBe(0);
});

test('long texts of cells are read as they stand beside short ones, in values, formulas and notes alike', async () => {
  const environment = await environmentOf(`function read() {
    const range = SpreadsheetApp.getActiveSheet().getRange(1, 1, 2, 2);
    const long = (text) => text.repeat(30);
    range.setValues([[long('长 ab'), 'short'], [long('x"\\\\'), long('甲\\ud83d')]]);
    range.setNotes([['', long('note ')], ['n', '']]);
    const [values, notes] = [range.getValues(), range.getNotes()];
    range.setFormulas([['=1', '="' + long('f') + '"'], ['=2', '=3']]);
    return [values, notes, range.getFormulas()];
  }`);
  expect(runEntryPoint(environment, 'read', [], { user: ANN })).toMatchObject({
    kind: 'done',
    result: [
      [
        ['长 ab'.repeat(30), 'short'],
        ['x"\\'.repeat(30), '甲\ud83d'.repeat(30)],
      ],
      [
        ['', 'note '.repeat(30)],
        ['n', ''],
      ],
      [
        ['=1', `="${'f'.repeat(30)}"`],
        ['=2', '=3'],
      ],
    ],
  });
});

test('a text that no answer left out is nothing', async () => {
  const { ask } = new ScriptOutside(await environmentOf(''), { user: ANN }, 'FULL');
  for (const place of ['0', '-1', '1e9', '__proto__', '']) expect(ask('text', place)).toBe('');
});
