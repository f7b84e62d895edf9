import type { Config } from './config.ts';
import { googleOf } from './google-of.ts';
import type { SpreadsheetSettings } from './sheets/open-spreadsheets.ts';
import type { Spreadsheets } from './use-cases/spreadsheets.ts';

/**
 * Google's spreadsheets as the settings say, and in the local workspace its own. Loads googleapis, so only to be called when a sheet is
 * wanted. Throws as `openSpreadsheets`.
 */
export async function openSheets(
  config: Config,
  settings: Omit<SpreadsheetSettings, 'google' | 'dataDir'>,
): Promise<Spreadsheets> {
  const [google, { openSpreadsheets }] = await Promise.all([googleOf(config), import('./sheets/open-spreadsheets.ts')]);
  return openSpreadsheets({ ...settings, google, dataDir: config.dataDir });
}
