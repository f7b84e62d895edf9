import { type AddOn, addOnOf } from '../../bot/local/workbook/add-on.ts';
import {
  createScriptEnvironment,
  type ScriptEnvironment,
  type ScriptUser,
} from '../../bot/local/workbook/script-environment.ts';
import { Workbook } from '../../bot/local/workbook/workbook.ts';

/** Two people who use one spreadsheet. */
export const ANN: ScriptUser = { email: 'ann@example.com', locale: 'en' };
export const BO: ScriptUser = { email: 'bo@example.com', locale: 'zh_TW' };

const SCOPES = [
  'https://www.googleapis.com/auth/spreadsheets.currentonly',
  'https://www.googleapis.com/auth/script.container.ui',
];

/** An add-on of these few lines. */
export function scriptOf(code: string, scopes: readonly string[] = SCOPES): Promise<AddOn> {
  const manifest = JSON.stringify({ timeZone: 'Etc/UTC', oauthScopes: scopes });
  return addOnOf(code, manifest, new Map([['sidebar', '<p>Hello</p>']]));
}

/** An empty spreadsheet with that add-on, at noon UTC of 5 March 2026 unless another clock is given. */
export async function environmentOf(
  code: string,
  {
    scopes = SCOPES,
    now = () => new Date('2026-03-05T12:00:00Z'),
  }: { scopes?: readonly string[]; now?: () => Date } = {},
): Promise<ScriptEnvironment> {
  return createScriptEnvironment({ addOn: await scriptOf(code, scopes), clock: { now }, workbook: emptyWorkbook() });
}

/** A spreadsheet of Ann's with one empty sheet. */
export function emptyWorkbook(): Workbook {
  return new Workbook({ id: 'wb', title: 'Book', locale: 'en_US', timeZone: 'Asia/Taipei', owner: ANN.email });
}
