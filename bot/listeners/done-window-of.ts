import type { ModalView } from '@slack/types';
import { FOLLOW_UP_TEXT } from '../../core/text/follow-up-text.ts';
import { formatDate } from '../../core/text/format.ts';
import type { CustomerWindow } from '../blocks/customer-window.ts';
import { doneWindow } from '../blocks/done-answer.ts';
import type { Viewer } from '../blocks/viewer.ts';
import type { FollowUpDone } from '../use-cases/act-on-customer.ts';

/** The window that says what was done and when the customer is due next, with *Undo*. */
export function doneWindowOf(
  title: string,
  done: FollowUpDone,
  lines: readonly string[],
  viewer: Viewer,
  window: CustomerWindow,
): ModalView {
  // A day that was named already need not be told twice.
  const next = nextLines(done, viewer).filter(() => !lines.some((line) => isNamedIn(line, done, viewer)));
  return doneWindow(
    title,
    { actionId: done.actionId, customerName: done.customerName, lines: [...lines, ...next] },
    viewer.language,
    window,
  );
}

/** When the customer is due next, as a sentence; none where it is not. */
export function nextLines({ nextOn }: Pick<FollowUpDone, 'nextOn'>, { language }: Viewer): string[] {
  return nextOn === null ? [] : [FOLLOW_UP_TEXT[language].next(formatDate(nextOn, language))];
}

function isNamedIn(line: string, { nextOn }: FollowUpDone, { language }: Viewer): boolean {
  return nextOn !== null && line.includes(formatDate(nextOn, language));
}
