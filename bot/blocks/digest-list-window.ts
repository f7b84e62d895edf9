import type { Button, ModalView } from '@slack/types';
import type { DigestList } from '../../core/digest/digest-list.ts';
import { digestListText } from '../../core/text/digest-list-text.ts';
import { DIGEST_MESSAGE_TEXT } from '../../core/text/digest-message-text.ts';
import type { DigestLine } from '../../core/text/digest-text.ts';
import { FOLLOW_UP_LIST_TEXT } from '../../core/text/follow-up-list-text.ts';
import { OVERRIDE_TEXT } from '../../core/text/override-text.ts';
import { ACTION } from './action-ids.ts';
import { type DigestButton, digestButtonValue, readDigestButton } from './digest-button.ts';
import { followUpValue } from './follow-up-button.ts';
import { plainName } from './plain-name.ts';
import { type Block, bold, context, paragraph, plainText, richText, run, section } from './rich-text.ts';
import type { Viewer } from './viewer.ts';

/** By this id the window is told from others: what is opened from it is laid upon it and does not take its place. */
export const DIGEST_LIST_VIEW = 'digest_list';

/** Customers on a page: two blocks each, of the 100 that a window may have. */
export const LIST_PAGE = 12;

const LONGEST_NAME = 70;
const LONGEST_LINE = 400;

/** What the window remembers while it is open: which list it is. */
export interface DigestListWindow {
  readonly button: DigestButton;
  /** How many customers are passed over. */
  readonly skip: number;
}

/** Reads the window's `private_metadata`; undefined for anything else. */
export function readDigestListWindow(metadata: string): DigestButton | undefined {
  return readDigestButton(metadata);
}

/**
 * The window behind a number: {@link LIST_PAGE} customers with what the number says of each, a button that shows its card, in the
 * list of overdue contacts one that logs, and the way to the other pages.
 */
export function digestListWindow(list: DigestList, viewer: Viewer, { button, skip }: DigestListWindow): ModalView {
  const { language } = viewer;
  const text = DIGEST_MESSAGE_TEXT[language];
  const words = digestListText(list, language);
  const to = skip + list.entries.length;
  const isAll = skip === 0 && to >= list.total;
  return {
    type: 'modal',
    callback_id: DIGEST_LIST_VIEW,
    private_metadata: digestButtonValue(button),
    title: plainText(text.listTitle, 24),
    close: plainText(OVERRIDE_TEXT[language].close, 24),
    blocks: [
      richText(section(bold(plainName(words.title, 300) || '–'))),
      ...(isAll || to <= skip ? [] : [context(text.page(skip + 1, to, list.total))]),
      ...(words.nobody === null ? [] : [paragraph(plainName(words.nobody, 300))]),
      ...words.lines.flatMap((line, index) => lineBlocks(line, { index, number: skip + index + 1, list, viewer })),
      ...pageButtons(list, skip, viewer),
    ],
  };
}

interface LinePlace {
  /** On the page. */
  readonly index: number;
  /** In the whole list. */
  readonly number: number;
  readonly list: DigestList;
  readonly viewer: Viewer;
}

function lineBlocks({ customerId, lead, text }: DigestLine, { index, list, number, viewer }: LinePlace): Block[] {
  const line = richText(
    section(
      run(`${number.toLocaleString('en')}. `),
      bold(plainName(lead, LONGEST_NAME) || '–'),
      ...(text.trim() === '' ? [] : [run(`${/^\s/.test(text) ? ' ' : ''}${plainName(text, LONGEST_LINE)}`)]),
    ),
  );
  if (customerId === null) return [line];
  const { language, now } = viewer;
  const words = DIGEST_MESSAGE_TEXT[language];
  const log = FOLLOW_UP_LIST_TEXT[language];
  const name = plainName(lead, 40);
  const button = (id: string, label: string, accessible: string, value: string): Button => ({
    type: 'button',
    action_id: `${id}_${index + 1}`,
    text: plainText(label, 75),
    value,
    accessibility_label: plainName(accessible, 75),
  });
  const elements = [
    button(ACTION.digestCard, words.card, words.cardLabel(name), customerId),
    ...(list.number.part === 'overdue'
      ? [button(ACTION.logContact, log.log, log.logLabel(name), followUpValue({ customerId, seenAt: now }))]
      : []),
  ];
  return [line, { type: 'actions', elements }];
}

function pageButtons(list: DigestList, skip: number, { language }: Viewer): Block[] {
  const text = DIGEST_MESSAGE_TEXT[language];
  const pages = [
    ...(skip > 0 ? [{ label: text.previous, to: Math.max(0, skip - LIST_PAGE) }] : []),
    ...(skip + list.entries.length < list.total && list.entries.length > 0
      ? [{ label: text.next, to: skip + list.entries.length }]
      : []),
  ];
  if (pages.length === 0) return [];
  const elements = pages.map(
    ({ label, to }, index): Button => ({
      type: 'button',
      action_id: `${ACTION.digestPage}_${index + 1}`,
      text: plainText(label, 75),
      value: String(to),
    }),
  );
  return [{ type: 'divider' }, { type: 'actions', elements }];
}
