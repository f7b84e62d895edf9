import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { guestHost } from '../../../../../bot/local/workbook/apps-script/guest-host.ts';
import { ServiceCounter } from '../../../../../bot/local/workbook/apps-script/service-counts.ts';
import { appClass, createGuestParts } from '../../../../../bot/local/workbook/apps-script/spreadsheet-app.ts';
import { createWorkbookHost } from '../../../../../bot/local/workbook/apps-script/workbook-host.ts';
import { ANN } from '../../../../support/script-environments.ts';
import { americanBook } from '../../../../support/sheet-scripts.ts';

const TYPES = readFileSync(
  new URL('../../../../../node_modules/@types/google-apps-script/google-apps-script.spreadsheet.d.ts', import.meta.url),
  'utf8',
);

/** Of an interface of Google's types: each method with the numbers of arguments that it takes. */
function googleMethods(name: string): Map<string, Set<number>> {
  const body = new RegExp(`^        interface ${name} \\{\\n([^]*?)^        \\}`, 'm').exec(TYPES)?.[1] ?? '';
  const methods = new Map<string, Set<number>>();
  for (const [, method = '', given = ''] of body.matchAll(/^ {12}(?:\/\*\*[^\n]*\*\/ )?(\w+)\(([^]*?)\): [^\n]*;$/gm)) {
    // Commas within `<…>` and `{…}` part no arguments.
    const flat = given
      .replaceAll(/<[^<>]*(?:<[^<>]*>)?[^<>]*>|\{[^}]*\}/g, '')
      .trim()
      .replace(/,$/, '');
    const numbers = methods.get(method) ?? new Set<number>();
    methods.set(method, numbers.add(flat === '' ? 0 : flat.split(',').length));
  }
  return methods;
}

const parts = createGuestParts(
  guestHost(createWorkbookHost(americanBook(), { user: ANN.email, counter: new ServiceCounter() })),
);

test.each([
  ['SpreadsheetApp', appClass(parts, () => null).takes],
  ['Spreadsheet', parts.spreadsheet.takes],
  ['Sheet', parts.sheet.takes],
  ['Range', parts.range.takes],
  ['RangeList', parts.rangeList.takes],
  ['Selection', parts.selection.takes],
  ['Filter', parts.filter.takes],
  ['Protection', parts.protection.takes],
  ['NamedRange', parts.namedRange.takes],
  ['ConditionalFormatRule', parts.conditionalRule.takes],
  ['ConditionalFormatRuleBuilder', parts.conditionalRuleBuilder.takes],
  ['DeveloperMetadata', parts.metadata.takes],
  ['DeveloperMetadataFinder', parts.metadataFinder.takes],
  ['EmbeddedChart', parts.chart.takes],
  ['EmbeddedChartBuilder', { ...parts.chartBuilder.takes, setTitle: undefined }],
])('every method of %s is one of Google’s, with as many arguments', (name, methods) => {
  const google = googleMethods(name);
  expect(google.size).toBeGreaterThan(2);
  for (const [method, numbers] of Object.entries(methods)) {
    if (numbers === undefined) continue;
    expect([method, [...(google.get(method) ?? [])]]).toEqual([method, expect.arrayContaining([...new Set(numbers)])]);
  }
});

test('setTitle is of the builder for one kind of chart', () => {
  expect(googleMethods('EmbeddedColumnChartBuilder').get('setTitle')).toEqual(new Set([1]));
});
