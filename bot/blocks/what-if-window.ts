import type { ModalView } from '@slack/types';
import { OVERRIDE_TEXT } from '../../core/text/override-text.ts';
import { WHAT_IF_TEXT } from '../../core/text/what-if-text.ts';
import type { CustomerCard } from '../use-cases/customer-card.ts';
import { ACTION } from './action-ids.ts';
import { type CustomerWindow, customerWindowMetadata } from './customer-window.ts';
import type { MoreGroup } from './more-window.ts';
import { plainName } from './plain-name.ts';
import { type Block, header, plainText } from './rich-text.ts';
import type { Viewer } from './viewer.ts';
import { textField } from './window-fields.ts';

/** The ids by which the window and its field come back. */
export const WHAT_IF_VIEW = 'customer_what_if_view';
export const WHAT_IF_FIELD = 'what_if';

const LONGEST = 300;

/** What the *More* window offers about a customer's grade: to try other figures. */
export function whatIfGroup({ grading, name }: CustomerCard, { language }: Viewer): MoreGroup {
  const text = WHAT_IF_TEXT[language];
  const entry = { actionId: ACTION.whatIf, label: text.button, accessible: text.buttonLabel(plainName(name, 30)) };
  return { heading: text.group, entries: grading === null ? [] : [entry] };
}

/**
 * The window in which other figures are tried, as `/customer ACME what if payment=95%` does; `answer` is what came of those that
 * were tried before, and the field is there again for the next.
 */
export function whatIfWindow(
  { name }: Pick<CustomerCard, 'name'>,
  { language }: Viewer,
  window: CustomerWindow,
  answer?: readonly Block[],
): ModalView {
  const text = WHAT_IF_TEXT[language];
  return {
    type: 'modal',
    callback_id: WHAT_IF_VIEW,
    private_metadata: customerWindowMetadata(window),
    title: plainText(text.title, 24),
    submit: plainText(text.submit, 24),
    close: plainText(OVERRIDE_TEXT[language].close, 24),
    blocks: [
      ...(answer ?? [header(plainName(name, 140))]),
      textField({ id: WHAT_IF_FIELD, label: text.field, hint: text.hint }, { max: LONGEST }),
    ],
  };
}
