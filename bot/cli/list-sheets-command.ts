import { CONNECTED_SHEET_TEXT } from '../../core/text/connected-sheet-text.ts';
import type { Language } from '../../core/text/language.ts';
import { sheetProblemText } from '../../core/text/sheet-problem-text.ts';
import type { ConnectedSheet } from '../store/connected-sheets.ts';
import { connectedSheetNamed, disconnectSheet, listConnectedSheets, sheetTitle } from '../use-cases/connect-sheet.ts';
import { type CliIo, print } from './cli-io.ts';
import { inWorkspace } from './in-workspace.ts';
import { sheetLink } from './sheet-link.ts';

/** What `sheets list` and `sheets disconnect` are told. */
export interface SheetsOptions {
  readonly workspace: string | undefined;
  readonly language: Language;
}

/** `sheets list`: the connected sheets, when they were read and written last, and what is wrong with them. Returns the exit code. */
export async function listSheetsCommand(io: CliIo, { workspace, language }: SheetsOptions): Promise<number> {
  const sheets = await inWorkspace(io, workspace, listConnectedSheets);
  if (sheets.length === 0) await print(io, `${CONNECTED_SHEET_TEXT[language].none}\n`);
  for (const sheet of sheets) {
    await print(
      io,
      `${sheetTitle(sheet)}  ${sheetLink(io, sheet.spreadsheetId, sheet.tabId)}
`,
    );
    await print(io, `  ${stateOf(sheet, language)}\n`);
  }
  return 0;
}

/** `sheets disconnect SHEET`. Returns the exit code. */
export async function disconnectSheetCommand(
  io: CliIo,
  name: string,
  { workspace, language }: SheetsOptions,
): Promise<number> {
  const sheet = await inWorkspace(io, workspace, async (context) =>
    disconnectSheet(context, (await connectedSheetNamed(context, name)).id),
  );
  await print(io, `${CONNECTED_SHEET_TEXT[language].disconnected(sheetTitle(sheet))}\n`);
  return 0;
}

function stateOf({ pulledAt, pushedAt, lastPull, problem }: ConnectedSheet, language: Language): string {
  const text = CONNECTED_SHEET_TEXT[language];
  const parts = [
    pulledAt === null ? text.notPulled : text.pulledAt(momentText(pulledAt), String(lastPull?.rows ?? 0)),
    ...(pushedAt === null ? [] : [text.pushedAt(momentText(pushedAt))]),
    ...((lastPull?.conflicts ?? 0) > 0 ? [text.conflicts(lastPull?.conflicts ?? 0)] : []),
  ];
  const state = parts.join(language === 'en' ? '; ' : '；');
  return problem === null ? state : `${state}\n  ${sheetProblemText(problem, language)}`;
}

/** 2026-03-05 09:30, on this machine. */
function momentText(moment: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short' }).format(moment);
}
