import type { ActionsBlock, ModalView } from '@slack/types';
import { COMPLAINT_TEXT } from '../../core/text/complaint-text.ts';
import { FOLLOW_UP_TEXT } from '../../core/text/follow-up-text.ts';
import type { Language } from '../../core/text/language.ts';
import { OVERRIDE_TEXT } from '../../core/text/override-text.ts';
import { ACTION, DONE_BUTTONS } from './action-ids.ts';
import { type CustomerWindow, customerWindowMetadata } from './customer-window.ts';
import { plainName } from './plain-name.ts';
import { type Message, message, paragraph, plainText } from './rich-text.ts';

/** Something that was done for a customer and can be taken back. */
export interface DoneAnswer {
  readonly actionId: string;
  readonly customerName: string;
  /** What was done and what comes next, a sentence each. */
  readonly lines: readonly string[];
  /** The value of a button that logs a complaint, which is offered then. */
  readonly complaint?: string | undefined;
}

/** The window that says what was done, with *Undo*. */
export function doneWindow(title: string, done: DoneAnswer, language: Language, window: CustomerWindow): ModalView {
  return {
    type: 'modal',
    private_metadata: customerWindowMetadata(window),
    title: plainText(title, 24),
    close: plainText(OVERRIDE_TEXT[language].close, 24),
    blocks: [paragraph(...linesOf(done, language)), doneButtons(done, language, false)],
  };
}

/** The message that says what was done, with *Undo* and, for a contact, *Change* and what else may be wanted. */
export function doneMessage(done: DoneAnswer, language: Language, options: { readonly canChange: boolean }): Message {
  const lines = linesOf(done, language);
  return message(lines.join(' '), [paragraph(...lines), doneButtons(done, language, options.canChange)]);
}

function doneButtons(
  { actionId, complaint, customerName }: DoneAnswer,
  language: Language,
  canChange: boolean,
): ActionsBlock {
  const text = FOLLOW_UP_TEXT[language];
  const name = plainName(customerName, 30);
  const words = COMPLAINT_TEXT[language];
  const button = (id: string, label: string, accessible: string, value = actionId) => ({
    type: 'button' as const,
    action_id: id,
    text: plainText(label, 75),
    value,
    accessibility_label: plainName(accessible, 75),
  });
  return {
    type: 'actions',
    block_id: DONE_BUTTONS,
    elements: [
      button(ACTION.undo, text.undo, text.undoLabel(name)),
      ...(canChange ? [button(ACTION.change, text.change, text.changeLabel(name))] : []),
      ...(complaint === undefined
        ? []
        : [button(ACTION.complaint, words.complaint, words.complaintLabel(name), complaint)]),
    ],
  };
}

function linesOf({ complaint, lines }: DoneAnswer, language: Language): string[] {
  const words = COMPLAINT_TEXT[language];
  return [...lines, ...(complaint === undefined ? [] : [words.offer(words.complaint)])].map((line) =>
    plainName(line, 700),
  );
}
