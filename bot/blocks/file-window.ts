import type { ModalView } from '@slack/types';
import type { Language } from '../../core/text/language.ts';
import { OVERRIDE_TEXT } from '../../core/text/override-text.ts';
import { type CustomerWindow, customerWindowMetadata } from './customer-window.ts';
import { plainName } from './plain-name.ts';
import { type Block, header, plainText } from './rich-text.ts';

/** What a window about a customer's file is made of. */
export interface FileWindow {
  /** By which it comes back; undefined for one that only shows. */
  readonly callbackId?: string;
  readonly customerName: string;
  /** At most 24 characters, like `submit`. */
  readonly title: string;
  /** The button that sends it; undefined for one that only shows. */
  readonly submit?: string;
  readonly blocks: readonly Block[];
}

/** A window about a customer's file, headed by the customer's name. */
export function fileWindow(
  { blocks, callbackId, customerName, submit, title }: FileWindow,
  window: CustomerWindow,
  language: Language,
): ModalView {
  const text = OVERRIDE_TEXT[language];
  return {
    type: 'modal',
    ...(callbackId !== undefined && { callback_id: callbackId }),
    private_metadata: customerWindowMetadata(window),
    title: plainText(title, 24),
    ...(submit !== undefined && { submit: plainText(submit, 24) }),
    close: plainText(submit === undefined ? text.close : text.cancel, 24),
    blocks: [header(plainName(customerName, 140)), ...blocks],
  };
}
