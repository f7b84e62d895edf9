import { expect, test } from 'vitest';
import { type AuthMode, accessOf, refusalOf } from '../../../../bot/local/workbook/permission.ts';
import { runCustomFunction, runEntryPoint } from '../../../../bot/local/workbook/run-script.ts';
import { ANN, environmentOf } from '../../../support/script-environments.ts';

const CURRENT_ONLY = 'https://www.googleapis.com/auth/spreadsheets.currentonly';
const UI = 'https://www.googleapis.com/auth/script.container.ui';

const MODES: readonly AuthMode[] = ['NONE', 'LIMITED', 'CUSTOM_FUNCTION', 'FULL'];

/** Which modes allow a method when both scopes are given. */
function allowedIn(service: string, method: string): AuthMode[] {
  const access = accessOf(service, method);
  return MODES.filter((mode) => refusalOf(`${service}.${method}`, access, mode, [CURRENT_ONLY, UI]) === undefined);
}

test.each([
  ['SpreadsheetApp', 'getUi', ['NONE', 'LIMITED', 'FULL']],
  ['Ui', 'createAddonMenu', ['NONE', 'LIMITED', 'FULL']],
  ['Menu', 'addToUi', ['NONE', 'LIMITED', 'FULL']],
  ['Ui', 'showSidebar', ['FULL']],
  ['Ui', 'alert', ['FULL']],
  ['Session', 'getActiveUserLocale', ['NONE', 'LIMITED', 'FULL']],
  ['Session', 'getScriptTimeZone', MODES],
  ['Utilities', 'getUuid', MODES],
  ['PropertiesService', 'getDocumentProperties', ['LIMITED', 'CUSTOM_FUNCTION', 'FULL']],
  ['LockService.Lock', 'tryLock', ['LIMITED', 'CUSTOM_FUNCTION', 'FULL']],
  ['SpreadsheetApp', 'getActiveSpreadsheet', ['LIMITED', 'CUSTOM_FUNCTION', 'FULL']],
  ['SpreadsheetApp.Range', 'getValues', ['LIMITED', 'CUSTOM_FUNCTION', 'FULL']],
  ['SpreadsheetApp.Sheet', 'createDeveloperMetadataFinder', ['LIMITED', 'CUSTOM_FUNCTION', 'FULL']],
  ['SpreadsheetApp.Range', 'setValues', ['LIMITED', 'FULL']],
  ['SpreadsheetApp.Spreadsheet', 'insertSheet', ['LIMITED', 'FULL']],
  ['SpreadsheetApp.Spreadsheet', 'toast', ['LIMITED', 'FULL']],
])('%s.%s may be called with %o', (service, method, modes) => {
  expect(allowedIn(service, method)).toEqual(modes);
});

test('onOpen of an add-on that was never used here can build its menu and ask for the language, and nothing more', async () => {
  const environment = await environmentOf(`
    function onOpen(event) {
      const menu = SpreadsheetApp.getUi().createAddonMenu().addItem(Session.getActiveUserLocale() + event.authMode, 'run');
      menu.addSeparator().addSubMenu(SpreadsheetApp.getUi().createMenu('More').addItem('b', 'c')).addToUi();
    }
    function onInstall() { SpreadsheetApp.getUi().createAddonMenu().addItem('second', 'run').addToUi(); }
    function onEdit() { PropertiesService.getDocumentProperties(); }`);
  expect(runEntryPoint(environment, 'onOpen', [], { user: ANN, authMode: 'NONE' }).kind).toBe('done');
  const menu = {
    caption: null,
    entries: [
      { kind: 'item', caption: 'enNONE', functionName: 'run' },
      { kind: 'separator' },
      { kind: 'menu', caption: 'More', entries: [{ kind: 'item', caption: 'b', functionName: 'c' }] },
    ],
  };
  expect(environment.lasting.menus.get(ANN.email)).toEqual([menu]);
  expect(runEntryPoint(environment, 'onEdit', [], { user: ANN, authMode: 'NONE' })).toMatchObject({
    kind: 'failed',
    name: 'Exception',
    message: 'You do not have permission to call PropertiesService.getDocumentProperties.',
  });
  expect(runEntryPoint(environment, 'onEdit', [], { user: ANN, authMode: 'LIMITED' }).kind).toBe('done');
  runEntryPoint(environment, 'onInstall', [], { user: ANN });
  expect(environment.lasting.menus.get(ANN.email)).toHaveLength(1);
});

test('a call whose scope the manifest lacks is refused and names the scope', async () => {
  const code = `function main() { SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput('x')); }`;
  const without = await environmentOf(code, { scopes: [CURRENT_ONLY] });
  expect(runEntryPoint(without, 'main', [], { user: ANN })).toMatchObject({
    kind: 'failed',
    message: `Specified permissions are not sufficient to call Ui.showSidebar. Required permissions: ${UI}`,
    shown: [],
  });
  const withIt = await environmentOf(code, { scopes: [UI] });
  expect(runEntryPoint(withIt, 'main', [], { user: ANN }).shown).toEqual([{ kind: 'sidebar', title: '', html: 'x' }]);
});

test('a custom function has no user interface and may not know who asks', async () => {
  const environment = await environmentOf(`
    function UI() { SpreadsheetApp.getUi(); }
    function LOCALE() { return Session.getActiveUserLocale(); }`);
  expect(runCustomFunction(environment, 'UI', [], { user: ANN })).toMatchObject({
    kind: 'error',
    message: 'Cannot call SpreadsheetApp.getUi() from this context.',
  });
  expect(runCustomFunction(environment, 'LOCALE', [], { user: ANN })).toMatchObject({
    kind: 'error',
    message: 'You do not have permission to call Session.getActiveUserLocale.',
  });
});
