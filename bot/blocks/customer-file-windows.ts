import type { ModalView } from '@slack/types';
import { CUSTOMER_FILE_TEXT } from '../../core/text/customer-file-text.ts';
import type { CustomerFile } from '../use-cases/customer-file.ts';
import { ACTION } from './action-ids.ts';
import type { CustomerWindow } from './customer-window.ts';
import { fileWindow } from './file-window.ts';
import { plainName } from './plain-name.ts';
import { type Block, plainText } from './rich-text.ts';
import type { Viewer } from './viewer.ts';
import { choiceField, personField, textField } from './window-fields.ts';

/** The ids by which the windows and their fields come back. */
export const EDIT_VIEW = 'file_edit';
export const ARCHIVE_VIEW = 'file_archive';
export const MERGE_VIEW = 'file_merge';
export const FILE_FIELD = {
  name: 'name',
  key: 'key',
  stage: 'stage',
  owner: 'owner',
  ownerText: 'owner_text',
  industry: 'industry',
  region: 'region',
  reason: 'reason',
} as const;

const LONGEST_NAME = 300;
const LONGEST_WORDS = 200;
const LONGEST_REASON = 500;

/** The window in which a customer's name, number, stage, owner, industry and region are changed; owners by managers only. */
export function editWindow(file: CustomerFile, viewer: Viewer, window: CustomerWindow): ModalView {
  const { language } = viewer;
  const text = CUSTOMER_FILE_TEXT[language];
  const shown = {
    customerName: file.name,
    callbackId: EDIT_VIEW,
    title: text.editTitle,
    submit: text.save,
    blocks: basicFields(file, viewer, { nameHint: text.nameHint, mayGiveAway: file.mayGiveAway }),
  };
  return fileWindow(shown, window, language);
}

/** The fields of a customer's basic data. */
export function basicFields(
  file: Pick<CustomerFile, 'name' | 'key' | 'stage' | 'industry' | 'region' | 'ownerSlackId' | 'ownerText'>,
  { language }: Viewer,
  { nameHint, mayGiveAway }: { readonly nameHint?: string; readonly mayGiveAway: boolean },
): Block[] {
  const text = CUSTOMER_FILE_TEXT[language];
  const words = (id: string, label: string, hint?: string) => ({
    id,
    label,
    isOptional: true,
    ...(hint !== undefined && { hint }),
  });
  const owner: Block[] = [
    personField(words(FILE_FIELD.owner, text.owner), file.ownerSlackId),
    textField(words(FILE_FIELD.ownerText, text.ownerText, text.ownerTextHint), {
      max: LONGEST_WORDS,
      text: file.ownerSlackId === null ? (file.ownerText ?? '') : '',
    }),
  ];
  return [
    textField(
      { ...words(FILE_FIELD.name, text.name, nameHint), isOptional: false },
      { max: LONGEST_NAME, text: file.name },
    ),
    textField(words(FILE_FIELD.key, text.key), { max: LONGEST_NAME, text: file.key ?? '' }),
    choiceField(
      { id: FILE_FIELD.stage, label: text.stage },
      [
        ['prospect', text.prospect],
        ['customer', text.customer],
      ],
      file.stage,
    ),
    ...(mayGiveAway ? owner : []),
    textField(words(FILE_FIELD.industry, text.industry), { max: LONGEST_WORDS, text: file.industry ?? '' }),
    textField(words(FILE_FIELD.region, text.region), { max: LONGEST_WORDS, text: file.region ?? '' }),
  ];
}

/** The window in which a customer is archived. */
export function archiveWindow(customerName: string, { language }: Viewer, window: CustomerWindow): ModalView {
  const text = CUSTOMER_FILE_TEXT[language];
  const reason = { id: FILE_FIELD.reason, label: text.archiveReason, hint: text.archiveHint };
  const blocks = [textField(reason, { max: LONGEST_REASON, lines: true })];
  const shown = { customerName, callbackId: ARCHIVE_VIEW, title: text.archiveTitle, submit: text.archiveTitle, blocks };
  return fileWindow(shown, window, language);
}

/** The window in which a customer becomes part of another one, that is searched for in it. */
export function mergeWindow(customerName: string, { language }: Viewer, window: CustomerWindow): ModalView {
  const text = CUSTOMER_FILE_TEXT[language];
  const blocks: Block[] = [
    {
      type: 'input',
      block_id: ACTION.findCustomer,
      label: plainText(plainName(text.mergeInto(plainName(customerName, 140)), 300), 2000),
      hint: plainText(text.mergeHint, 2000),
      element: { type: 'external_select', action_id: ACTION.findCustomer, min_query_length: 1 },
    },
  ];
  const shown = { customerName, callbackId: MERGE_VIEW, title: text.mergeTitle, submit: text.mergeTitle, blocks };
  return fileWindow(shown, window, language);
}
