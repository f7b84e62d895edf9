/**
 * What Google Sheets calls: menu, sidebar and custom functions. Every exported function becomes a top-level function of the
 * script with this very comment, and nothing else happens at the top level.
 */

/** Adds the menu when a document is opened. Runs without any authorisation, so it may do nothing else. */
export function onOpen(): void {
  SpreadsheetApp.getUi().createAddonMenu().addItem('Grade this table', 'showSidebar').addToUi();
}

/** Adds the menu to the document in which somebody has just installed the add-on. */
export function onInstall(): void {
  onOpen();
}

/** Opens the sidebar. */
export function showSidebar(): void {
  SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile('sidebar').setTitle('Tierbook'));
}
