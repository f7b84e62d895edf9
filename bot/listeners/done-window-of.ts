import type { ModalView } from '@slack/types';
import { nextContactText } from '../../core/text/next-contact-text.ts';
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
  complaint?: string,
): ModalView {
  const next = nextLines(done, lines, viewer);
  return doneWindow(
    title,
    { actionId: done.actionId, customerName: done.customerName, lines: [...lines, ...next], complaint },
    viewer.language,
    window,
  );
}

/** When the customer is due next, as a sentence; none where it is not, or where one of `lines` says so already. */
export function nextLines(done: FollowUpDone, lines: readonly string[], { language, today }: Viewer): string[] {
  const next = nextContactText(done, lines, today, language);
  return next === null ? [] : [next];
}
