import type { ActionsBlock, Button } from '@slack/types';
import { moreText } from '../../core/text/import-report-text.ts';
import { UNDO_IMPORT } from '../../core/text/import-undo-text.ts';
import type { Language } from '../../core/text/language.ts';
import { POSTED_TABLE_TEXT, type PostedTableText } from '../../core/text/posted-table-text.ts';
import type {
  OpenChoice,
  PreviewChanges,
  PreviewColumn,
  TablePreview,
  TableResult,
} from '../use-cases/table-preview.ts';
import { ACTION } from './action-ids.ts';
import { plainName } from './plain-name.ts';
import {
  type Block,
  bulletList,
  context,
  header,
  type Message,
  message,
  paragraph,
  plainMessage,
  plainText,
} from './rich-text.ts';
import { type TableButton, tableButtonValue } from './table-button.ts';

/** What is spelt out of each list. Together with the rest it stays under 12,000 characters. */
const MOST_COLUMNS = 12;
const MOST_KEPT = 8;
const MOST_REMARKS = 8;
const MOST_LINES = 10;

/** How a posted table would be imported, and the buttons that do it. A table that cannot be used is a sentence alone. */
export function tablePreview(
  preview: TablePreview,
  button: TableButton,
  options: { readonly language: Language /** Sample customers on file. */; readonly samples: number },
): Message {
  const { language, samples } = options;
  const text = POSTED_TABLE_TEXT[language];
  const name = plainName(preview.fileName, 80);
  const { changes } = preview;
  if (changes === null) {
    const why = plainName(preview.stopped ?? '', 500);
    return message(why, [paragraph(why), ...remarkList(preview, text, language)]);
  }
  const title = preview.sheet === null ? name : text.ofSheet(name, plainName(preview.sheet, 50));
  const summary = plainName(changes.summary, 500);
  return message(`${title}. ${summary}`, [
    header(title),
    ...columnBlocks(preview.columns, text, language),
    ...remarkList(preview, text, language),
    ...changeBlocks(changes, text, language),
    ...(samples > 0 ? [context(text.samplesOnFile(samples))] : []),
    ...decisionBlocks(preview.open, button, text),
    importButtons(button, samples > 0, text),
  ]);
}

/** What came of the import, in place of the preview. */
export function tableResult({ fileName, changes, rejectedCsv, undoId }: TableResult, language: Language): Message {
  const text = POSTED_TABLE_TEXT[language];
  const title = plainName(fileName, 140);
  const [first] = changes.names;
  return message(`${title}. ${changes.summary}`, [
    header(title),
    ...changeBlocks(changes, text, language),
    ...(rejectedCsv === null ? [] : [context(text.mend)]),
    ...(first === undefined ? [] : [context(text.tryOut(`/customer ${plainName(first, 100)}`))]),
    ...(undoId === null ? [] : [undoImportButton(undoId, language)]),
  ]);
}

function undoImportButton(undoId: string, language: Language): ActionsBlock {
  const button: Button = {
    type: 'button',
    action_id: ACTION.undoImport,
    text: plainText(UNDO_IMPORT[language], 75),
    value: undoId,
  };
  return { type: 'actions', elements: [button] };
}

/** A sentence about what went wrong, with the button to try once more. */
export function importAgain(sentence: string, button: TableButton, language: Language): Message {
  const text = POSTED_TABLE_TEXT[language];
  const again = pressable(ACTION.importTable, text.import, button, 'primary');
  const { text: summary, blocks } = plainMessage(sentence);
  const buttons: ActionsBlock = {
    type: 'actions',
    elements: [again, pressable(ACTION.cancelTable, text.cancel, button)],
  };
  return { text: summary, mrkdwn: false, blocks: [...blocks, buttons] };
}

/** The columns that count in a list, and those that are only kept in a line below it. */
function columnBlocks(columns: readonly PreviewColumn[], text: PostedTableText, language: Language): Block[] {
  const read = columns.filter(({ title }) => title !== null);
  const lines = read.slice(0, MOST_COLUMNS).map(({ example, heading, letter, title }) => {
    const column = plainName(heading, 60) || letter;
    return `${column} → ${plainName(title ?? '', 60)}${example === '' ? '' : ` · ${plainName(example, 60)}`}`;
  });
  const kept = columns.filter(({ title }) => title === null);
  const headings = kept.slice(0, MOST_KEPT).map(({ heading, letter }) => plainName(heading, 40) || letter);
  return [
    ...listOf(text.columns, lines, lines.length, read.length - lines.length, language),
    ...(kept.length > 0 ? [context(text.kept(headings, kept.length - headings.length))] : []),
  ];
}

function remarkList(preview: TablePreview, text: PostedTableText, language: Language): Block[] {
  const lines = preview.remarks.map((remark) => remark.text);
  return listOf(text.remarks, lines, MOST_REMARKS, preview.moreRemarks, language);
}

function changeBlocks(changes: PreviewChanges, text: PostedTableText, language: Language): Block[] {
  const tiers = changes.tiers.slice(0, 20).map(({ customers, label }) => `${plainName(label, 40)} ${customers}`);
  const summary = plainName(changes.summary, 500);
  return [
    paragraph(...(tiers.length === 0 ? [summary] : [summary, text.tiers(tiers)])),
    ...listOf(text.changes, changes.lines, MOST_LINES, changes.moreLines, language),
  ];
}

/** The first lines as a list, and how many there are beyond; `beyond` counts those that are not among `lines`. */
function listOf(heading: string, lines: readonly string[], most: number, beyond: number, language: Language): Block[] {
  if (lines.length === 0) return [];
  const more = lines.length - most + beyond;
  const isCut = lines.length > most || beyond > 0;
  return [bulletList(heading, lines.slice(0, most)), ...(isCut ? [context(moreText(more, language))] : [])];
}

/** A button for each answer to what the values leave open. */
function decisionBlocks(open: readonly OpenChoice[], button: TableButton, text: PostedTableText): Block[] {
  const answers = open.flatMap((choice): { label: string; button: TableButton }[] => {
    switch (choice.kind) {
      case 'decimal':
        return choice.options.map((mark) => ({ label: text.decimal(mark), button: { ...button, decimal: mark } }));
      case 'date-order':
        return choice.options.map((order) => ({
          label: text.dateOrder(order),
          button: { ...button, dateOrder: order },
        }));
      default:
        return choice satisfies never;
    }
  });
  if (answers.length === 0) return [];
  const elements = answers.map((answer, at) =>
    pressable(`${ACTION.decideTable}_${at + 1}`, answer.label, answer.button),
  );
  return [paragraph(text.decide), { type: 'actions', elements }];
}

function importButtons(button: TableButton, hasSamples: boolean, text: PostedTableText): ActionsBlock {
  const alone = { ...button, removeSamples: true };
  return {
    type: 'actions',
    elements: [
      pressable(ACTION.importTable, text.import, button, 'primary'),
      ...(hasSamples ? [pressable(ACTION.importAlone, text.importWithoutSamples, alone)] : []),
      pressable(ACTION.cancelTable, text.cancel, button),
    ],
  };
}

function pressable(actionId: string, label: string, button: TableButton, style?: 'primary'): Button {
  return {
    type: 'button',
    action_id: actionId,
    text: plainText(label, 75),
    value: tableButtonValue(button),
    ...(style && { style }),
  };
}
