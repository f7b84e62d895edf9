import { expect, test } from 'vitest';
import { ServiceCounter, type ServiceKind } from '../../../../../bot/local/workbook/apps-script/service-counts.ts';

test.each<[string, string, 'reads' | 'writes', ServiceKind]>([
  ['Range', 'getValues', 'reads', 'values'],
  ['Range', 'getDisplayValues', 'reads', 'values'],
  ['Range', 'getFormulas', 'reads', 'values'],
  ['Range', 'isBlank', 'reads', 'values'],
  ['Sheet', 'getSheetValues', 'reads', 'values'],
  ['Range', 'setValue', 'writes', 'values'],
  ['Range', 'setFormulas', 'writes', 'values'],
  ['Range', 'clearContent', 'writes', 'values'],
  ['Range', 'clear', 'writes', 'values'],
  ['Range', 'sort', 'writes', 'values'],
  ['Sheet', 'appendRow', 'writes', 'values'],
  ['Range', 'getNotes', 'reads', 'notes'],
  ['Range', 'setNote', 'writes', 'notes'],
  ['Range', 'clearNote', 'writes', 'notes'],
  ['Range', 'getBackgrounds', 'reads', 'formats'],
  ['Range', 'setNumberFormat', 'writes', 'formats'],
  ['Range', 'setWrapStrategy', 'writes', 'formats'],
  ['Range', 'clearFormat', 'writes', 'formats'],
  ['Range', 'getDataValidations', 'reads', 'formats'],
  ['Sheet', 'setConditionalFormatRules', 'writes', 'formats'],
  ['Sheet', 'clearFormats', 'writes', 'formats'],
  ['Sheet', 'clearNotes', 'writes', 'notes'],
  ['Range', 'addDeveloperMetadata', 'writes', 'metadata'],
  ['Sheet', 'getDeveloperMetadata', 'reads', 'metadata'],
  ['DeveloperMetadataFinder', 'find', 'reads', 'metadata'],
  ['DeveloperMetadata', 'remove', 'writes', 'metadata'],
  ['DeveloperMetadata', 'setValue', 'writes', 'metadata'],
  ['DeveloperMetadata', 'getKey', 'reads', 'other'],
  ['DeveloperMetadataFinder', 'withKey', 'writes', 'other'],
  ['Sheet', 'createDeveloperMetadataFinder', 'writes', 'other'],
  ['ConditionalFormatRuleBuilder', 'setBackground', 'writes', 'other'],
  ['Range', 'getRow', 'reads', 'other'],
  ['Sheet', 'getRange', 'reads', 'other'],
  ['Sheet', 'getLastRow', 'reads', 'other'],
  ['Sheet', 'insertColumnsAfter', 'writes', 'other'],
])('%s.%s counts among the %s of %s', (service, method, side, kind) => {
  const counter = new ServiceCounter();
  counter.count(`SpreadsheetApp.${service}`, method);
  expect(counter.counts[side][kind]).toBe(1);
  const { reads, writes } = counter.counts;
  expect([...Object.values(reads), ...Object.values(writes)].reduce((sum, count) => sum + count, 0)).toBe(1);
  expect(counter.counts.methods).toEqual({ [`SpreadsheetApp.${service}.${method}`]: 1 });
});
