import { CONNECTED_SHEET_TEXT, pullSummary } from '../../../core/text/connected-sheet-text.ts';
import { HOME_SHEETS_TEXT } from '../../../core/text/home-sheets-text.ts';
import type { Language } from '../../../core/text/language.ts';
import {
  readSheetAsked,
  SHEETS_FIELD,
  type SheetAsked,
  sheetAddressWindow,
  sheetDetailsWindow,
  sheetPreviewWindow,
  sheetsBlocks,
} from '../../blocks/home/sheets-blocks.ts';
import { plainName } from '../../blocks/plain-name.ts';
import type { Viewer } from '../../blocks/viewer.ts';
import type { ConnectRequest } from '../../use-cases/connect-sheet.ts';
import { UseCaseError } from '../../use-cases/use-case-error.ts';
import type { Services } from '../services.ts';
import type { ShowPage } from './home-pages.ts';
import { type HomeWindowWords, homeWindowAction, homeWindowSubmitted } from './home-window.ts';

/** Google sheets that share the book. */
export const sheetsPage: ShowPage<'sheets'> = async (services, context, viewer) =>
  sheetsBlocks(await services.useCases.listSheets(context), viewer);

/** *Connect a sheet…*: asks for its address. */
export function connectSheetAction(services: Services) {
  return homeWindowAction(services, sheetWords, async ({ viewer }) => sheetAddressWindow(viewer.language));
}

/** What keeps a sheet from being read that is named by its address, and by its tab. */
const REFUSED = {
  'sheet-address': SHEETS_FIELD.address,
  'not-shared': SHEETS_FIELD.address,
  'no-such-spreadsheet': SHEETS_FIELD.address,
  'not-a-sheet': SHEETS_FIELD.address,
  'sheet-no-such-tab': SHEETS_FIELD.tab,
  'sheet-which-tab': SHEETS_FIELD.tab,
  'sheet-own-tab': SHEETS_FIELD.tab,
  'sheet-elsewhere': SHEETS_FIELD.tab,
};

/** An address was sent: how the sheet is read, and what connecting it would change. */
export function sheetAddressSent(services: Services) {
  return homeWindowSubmitted(services, sheetWords, REFUSED, async ({ context, fields, viewer }) => {
    const asked: SheetAsked = {
      address: fields.get(SHEETS_FIELD.address) ?? '',
      tab: (fields.get(SHEETS_FIELD.tab) ?? '').trim(),
    };
    const { preview } = await services.useCases.previewSheet(context, requestOf(asked, viewer));
    return sheetPreviewWindow(asked, preview, viewer.language);
  });
}

/** *Connect* was pressed below the preview. */
export function sheetConnectSent(services: Services) {
  return homeWindowSubmitted(services, sheetWords, {}, async ({ context, metadata, viewer }) => {
    const asked = readSheetAsked(metadata);
    if (asked === undefined) return HOME_SHEETS_TEXT[viewer.language].failed;
    const { isNew, pull, sheet } = await services.useCases.connectSheet(context, requestOf(asked, viewer));
    const text = CONNECTED_SHEET_TEXT[viewer.language];
    const title = titleOf(sheet);
    const said = isNew ? text.connected(title) : text.connectedAgain(title);
    if (pull.kind === 'unchanged') return said;
    return joined([said, pullSummary(pull.report.import, false, viewer.language)], viewer.language);
  });
}

/** *Read now*. */
export function pullSheetAction(services: Services) {
  return homeWindowAction(
    services,
    sheetWords,
    async ({ context, value, viewer }) => {
      const { language } = viewer;
      const pull = await services.useCases.pullSheet(context, value, language);
      if (pull.kind === 'unchanged') return CONNECTED_SHEET_TEXT[language].unchanged(titleOf(pull.sheet));
      return pullSummary(pull.report.import, false, language);
    },
    (language) => HOME_SHEETS_TEXT[language].wait,
  );
}

/** *What to look at…*: conflicts, and what is wrong in the sheet. */
export function sheetDetailsAction(services: Services) {
  return homeWindowAction(services, sheetWords, async ({ context, value, viewer }) => {
    const sheet = (await services.useCases.listSheets(context)).find(({ id }) => id === value);
    if (sheet === undefined) throw new UseCaseError('no-such-sheet', value);
    return sheetDetailsWindow(sheet, viewer.language);
  });
}

/** *Disconnect*. */
export function disconnectSheetAction(services: Services) {
  return homeWindowAction(services, sheetWords, async ({ context, value, viewer }) => {
    const sheet = await services.useCases.disconnectSheet(context, value);
    return CONNECTED_SHEET_TEXT[viewer.language].disconnected(titleOf(sheet));
  });
}

function requestOf({ address, tab }: SheetAsked, { language, today: asOf }: Viewer): ConnectRequest {
  return { address, language, asOf, ...(tab !== '' && { tab }) };
}

function titleOf({
  spreadsheetTitle,
  tabTitle,
}: {
  readonly spreadsheetTitle: string;
  readonly tabTitle: string;
}): string {
  return plainName(`${spreadsheetTitle} – ${tabTitle}`, 120);
}

function joined(sentences: readonly string[], language: Language): string {
  return sentences.join(language === 'en' ? ' ' : '');
}

function sheetWords(language: Language): HomeWindowWords {
  const { failed, managersOnly, title } = HOME_SHEETS_TEXT[language];
  return { title, failed, adminsOnly: managersOnly, roles: ['manager', 'admin'] };
}
