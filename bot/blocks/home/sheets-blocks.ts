import type { ModalView } from '@slack/types';
import {
  conflictText,
  keptText,
  REMOVED_ADVICE,
  removedText,
  type ToldRemoved,
  vanishedText,
} from '../../../core/text/connected-sheet-text.ts';
import { HOME_SHEETS_TEXT } from '../../../core/text/home-sheets-text.ts';
import type { Language } from '../../../core/text/language.ts';
import { sheetProblemText } from '../../../core/text/sheet-problem-text.ts';
import { nearDay } from '../../../core/text/short-day.ts';
import type { ShownSheet } from '../../use-cases/connect-sheet.ts';
import type { TablePreview } from '../../use-cases/table-preview.ts';
import { ACTION } from '../action-ids.ts';
import { plainName } from '../plain-name.ts';
import { type Block, bulletList, header, paragraph, plainText } from '../rich-text.ts';
import type { Viewer } from '../viewer.ts';
import { textField } from '../window-fields.ts';
import { actionButton } from './action-button.ts';

/** The ids by which the windows and their fields come back. */
export const SHEETS_VIEW = { address: 'home_sheet_address', connect: 'home_sheet_connect' } as const;
export const SHEETS_FIELD = { address: 'address', tab: 'tab' } as const;

const MOST_SHEETS = 25;
const MOST_COLUMNS = 20;
const MOST_LINES = 20;
const MOST_REMARKS = 10;

/** What a person typed to have a sheet connected. */
export interface SheetAsked {
  readonly address: string;
  /** Empty: not named. */
  readonly tab: string;
}

/** The page about connected Google sheets: how each is, and what can be done with it. */
export function sheetsBlocks(sheets: readonly ShownSheet[], viewer: Viewer): Block[] {
  const text = HOME_SHEETS_TEXT[viewer.language];
  return [
    header(text.title),
    paragraph(text.about),
    { type: 'actions', elements: [actionButton({ actionId: ACTION.connectSheet, label: text.connect })] },
    ...(sheets.length === 0 ? [paragraph(text.none)] : []),
    ...sheets.slice(0, MOST_SHEETS).flatMap((sheet, index) => sheetBlocks(sheet, index + 1, viewer)),
  ];
}

/** Where the address of a sheet is typed. */
export function sheetAddressWindow(language: Language): ModalView {
  const text = HOME_SHEETS_TEXT[language];
  return {
    type: 'modal',
    callback_id: SHEETS_VIEW.address,
    title: plainText(text.title, 24),
    submit: plainText(text.preview, 24),
    close: plainText(text.cancel, 24),
    blocks: [
      textField({ id: SHEETS_FIELD.address, label: text.address, hint: text.addressHint }, { max: 1000 }),
      textField({ id: SHEETS_FIELD.tab, label: text.tab, hint: text.tabHint, isOptional: true }, { max: 100 }),
    ],
  };
}

/** How a sheet would be read and what would change; *Connect* does it. One that cannot be read has nothing to send. */
export function sheetPreviewWindow(asked: SheetAsked, preview: TablePreview, language: Language): ModalView {
  const text = HOME_SHEETS_TEXT[language];
  const { changes, stopped } = preview;
  const columns = preview.columns.map(
    ({ heading, letter, title }) => `${letter} ${heading || '–'} → ${title ?? text.kept}`,
  );
  const name = [preview.fileName, preview.sheet ?? ''].filter(Boolean).join(' – ');
  const window: ModalView = {
    type: 'modal',
    callback_id: SHEETS_VIEW.connect,
    private_metadata: JSON.stringify(asked),
    title: plainText(text.title, 24),
    close: plainText(text.cancel, 24),
    blocks: [
      header(name),
      ...(stopped === null ? [] : [paragraph(stopped)]),
      ...(columns.length === 0 ? [] : [listOf(text.columns, columns, MOST_COLUMNS, language)]),
      ...(changes === null ? [] : [listOf(text.changes, [changes.summary, ...changes.lines], MOST_LINES, language)]),
      ...(preview.remarks.length === 0
        ? []
        : [
            listOf(
              text.remarks,
              preview.remarks.map((remark) => remark.text),
              MOST_REMARKS,
              language,
            ),
          ]),
    ],
  };
  return stopped === null ? { ...window, submit: plainText(text.connect.replace(/…$/, ''), 24) } : window;
}

/** Reads what {@link sheetPreviewWindow} keeps; undefined for anything else. */
export function readSheetAsked(metadata: string): SheetAsked | undefined {
  try {
    const read: unknown = JSON.parse(metadata);
    if (typeof read !== 'object' || read === null || !('address' in read) || !('tab' in read)) return undefined;
    const { address, tab } = read;
    return typeof address === 'string' && typeof tab === 'string' ? { address, tab } : undefined;
  } catch {
    return undefined;
  }
}

/** Everything of a sheet that a person should look at, the gravest first; a sentence where there is nothing. */
export function sheetDetailsWindow(sheet: ShownSheet, language: Language): ModalView {
  const text = HOME_SHEETS_TEXT[language];
  const { lastPull, problem } = sheet;
  const details = lastPull?.details;
  const lists = [
    [text.conflicts(lastPull?.conflicts ?? 0), (details?.conflicts ?? []).map((one) => conflictText(one, language))],
    [text.problems(lastPull?.problems ?? 0), details?.problems ?? []],
    [text.removed(lastPull?.removed ?? 0), removedLines(details?.removed ?? [], language)],
    [text.vanished(lastPull?.vanished ?? 0), (details?.vanished ?? []).map(({ name }) => vanishedText(name, language))],
    [text.remarks, (details?.kept ?? []).map((one) => keptText(one, language))],
  ] as const;
  const shown = lists.filter(([, lines]) => lines.length > 0);
  return {
    type: 'modal',
    title: plainText(text.title, 24),
    close: plainText(text.close, 24),
    blocks: [
      header(sheetName(sheet)),
      ...(problem === null ? [] : [paragraph(sheetProblemText(problem, language))]),
      ...shown.map(([title, lines]) => listOf(title, lines, MOST_LINES, language)),
      ...(shown.length === 0 && problem === null ? [paragraph(text.nothingToTell)] : []),
    ],
  };
}

function sheetBlocks(sheet: ShownSheet, place: number, viewer: Viewer): Block[] {
  const { language } = viewer;
  const text = HOME_SHEETS_TEXT[language];
  const { id, lastPull, problem, pulledAt, pushedAt } = sheet;
  const counts = {
    conflicts: lastPull?.conflicts ?? 0,
    problems: lastPull?.problems ?? 0,
    removed: lastPull?.removed ?? 0,
    vanished: lastPull?.vanished ?? 0,
  };
  const name = sheetName(sheet);
  const lines = [
    pulledAt === null ? text.notRead : text.readAt(momentText(pulledAt, viewer), lastPull?.rows ?? 0),
    ...(pushedAt === null ? [] : [text.writtenAt(momentText(pushedAt, viewer))]),
    ...(['conflicts', 'problems', 'removed', 'vanished'] as const).flatMap((kind) =>
      counts[kind] > 0 ? [text[kind](counts[kind])] : [],
    ),
    ...(problem === null ? [] : [plainName(sheetProblemText(problem, language), 400)]),
  ];
  const button = (actionId: string, label: string) => ({
    actionId: `${actionId}_${place}`,
    label,
    accessible: `${label} (${name})`,
    value: id,
  });
  const hasDetails = counts.conflicts + counts.problems + counts.removed + counts.vanished + (lastPull?.kept ?? 0) > 0;
  return [
    bulletList(name, lines),
    {
      type: 'actions',
      elements: [
        actionButton(button(ACTION.pullSheet, text.pull)),
        ...(hasDetails ? [actionButton(button(ACTION.sheetDetails, text.details))] : []),
        actionButton({
          ...button(ACTION.disconnectSheet, text.disconnect),
          style: 'danger',
          confirm: { title: text.disconnect, text: text.disconnectText, yes: text.disconnect, no: text.cancel },
        }),
      ],
    },
  ];
}

function removedLines(removed: readonly ToldRemoved[], language: Language): string[] {
  if (removed.length === 0) return [];
  return [REMOVED_ADVICE[language], ...removed.map((one) => removedText(one, language))];
}

function sheetName({ spreadsheetTitle, tabTitle }: ShownSheet): string {
  return plainName(`${spreadsheetTitle} – ${tabTitle}`, 120);
}

/** A list of at most so many lines, none of them long: a window takes 250 KB. */
function listOf(title: string, all: readonly string[], most: number, language: Language): Block {
  const lines = all.slice(0, most).map((line) => plainName(line, 300));
  const more = all.length - lines.length;
  return bulletList(title, more > 0 ? [...lines, HOME_SHEETS_TEXT[language].more(more)] : lines);
}

/** Within the hour how long ago, else the reader's day. */
function momentText(moment: Date, { dayOf, language, now, today }: Viewer): string {
  const minutes = Math.floor((now.getTime() - moment.getTime()) / 60_000);
  const isNear = minutes >= 0 && minutes < 60;
  if (isNear && minutes === 0) return HOME_SHEETS_TEXT[language].justNow;
  return isNear ? HOME_SHEETS_TEXT[language].minutesAgo(minutes) : nearDay(dayOf(moment), today, language);
}
