import type { ModalView } from '@slack/types';
import { CUSTOMER_FILE_TEXT } from '../../core/text/customer-file-text.ts';
import { OVERRIDE_TEXT } from '../../core/text/override-text.ts';
import type { CustomerFile } from '../use-cases/customer-file.ts';
import type { OnFile } from '../use-cases/find-duplicates.ts';
import { ACTION } from './action-ids.ts';
import { basicFields } from './customer-file-windows.ts';
import { plainName } from './plain-name.ts';
import { type Block, paragraph, plainText, richText, run, section } from './rich-text.ts';
import type { Viewer } from './viewer.ts';

/** The id by which the window comes back; its fields are those of `FILE_FIELD`. */
export const ADD_VIEW = 'file_add';

/** What the window remembers while it is open. */
export interface AddWindow {
  /** Somebody has seen the likely duplicates. */
  readonly isNoDuplicate: boolean;
  /** Where the card of the new customer can be put; undefined when there is no such place. */
  readonly cardUrl?: string | undefined;
}

/** What stands in the fields. */
export type AddDraft = Pick<
  CustomerFile,
  'name' | 'key' | 'stage' | 'industry' | 'region' | 'ownerSlackId' | 'ownerText'
>;

/** The draft of a customer of that name, of which its author takes care. */
export function emptyDraft(name: string, ownerSlackId: string): AddDraft {
  return { name, key: null, stage: 'prospect', industry: null, region: null, ownerSlackId, ownerText: null };
}

/** The window in which a customer is added; likely duplicates stand above the fields, each with a way to its card. */
export function addWindow(
  draft: AddDraft,
  viewer: Viewer,
  window: AddWindow,
  duplicates: readonly OnFile[] = [],
): ModalView {
  const text = CUSTOMER_FILE_TEXT[viewer.language];
  return {
    type: 'modal',
    callback_id: ADD_VIEW,
    private_metadata: JSON.stringify(window),
    title: plainText(text.addTitle, 24),
    submit: plainText(duplicates.length > 0 ? text.addAnyway : text.add, 24),
    close: plainText(OVERRIDE_TEXT[viewer.language].cancel, 24),
    blocks: [...duplicateBlocks(duplicates, viewer), ...basicFields(draft, viewer, { mayGiveAway: true })],
  };
}

/** Reads what {@link addWindow} remembers; a fresh window for anything else. */
export function readAddWindow(metadata: string): AddWindow {
  if (!metadata.startsWith('{')) return { isNoDuplicate: false };
  const read: unknown = JSON.parse(metadata);
  if (typeof read !== 'object' || read === null) return { isNoDuplicate: false };
  const cardUrl = 'cardUrl' in read && typeof read.cardUrl === 'string' ? read.cardUrl : undefined;
  return { isNoDuplicate: 'isNoDuplicate' in read && read.isNoDuplicate === true, cardUrl };
}

function duplicateBlocks(duplicates: readonly OnFile[], { language }: Viewer): Block[] {
  if (duplicates.length === 0) return [];
  const text = CUSTOMER_FILE_TEXT[language];
  const trait = { key: text.sameKey, name: text.sameName, phone: text.samePhone, email: text.sameEmail };
  return [
    paragraph(text.duplicates),
    ...duplicates.flatMap(({ by, customerId, key, name }, at): Block[] => [
      richText(
        section(
          run(plainName(name, 140), { bold: true }),
          run(`${key === null ? '' : ` · ${plainName(key, 60)}`} · ${trait[by]}`),
        ),
      ),
      {
        type: 'actions',
        elements: [
          {
            type: 'button',
            action_id: `${ACTION.itIsThis}_${at + 1}`,
            text: plainText(text.itIsThis, 75),
            value: customerId,
            accessibility_label: plainName(text.itIsThisLabel(plainName(name, 50)), 75),
          },
        ],
      },
    ]),
  ];
}
