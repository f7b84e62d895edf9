import { setTimeout as delay } from 'node:timers/promises';
import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { BOT_TEXT } from '../../../core/text/bot-text.ts';
import { noticeWindow } from '../../blocks/notice-window.ts';
import type { Viewer } from '../../blocks/viewer.ts';
import type { UseCaseContext } from '../../use-cases/context.ts';
import { actionAsker, belongsHere, contextOf, viewerOf } from '../asker.ts';
import type { Services } from '../services.ts';
import { updateWindow } from '../update-window.ts';

/** What Bolt hands a listener for a window that was sent. */
export type ViewArgs = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs;

/** How a sent window answers: with a sentence beside a field, with another window in its place, or by closing. */
export type WindowAnswer =
  | { readonly response_action: 'errors'; readonly errors: Record<string, string> }
  | { readonly response_action: 'update'; readonly view: ModalView }
  | { readonly response_action: 'clear' };

/** The words around a window whatever becomes of it. */
export interface WindowWords {
  /** At most 24 characters. */
  readonly title: string;
  /** What is said when nobody foresaw the error. */
  readonly failed: string;
}

/**
 * A listener for a window that was sent. Slack waits three seconds: when `submit` needs longer, the window says so and
 * shows its answer when there is one. What nobody foresaw is told in the window, and written down. What `submit` leaves for
 * `afterwards` is done once the window has its answer.
 */
export function submitInTime(
  services: Services,
  words: (viewer: Viewer) => WindowWords,
  submit: (
    body: ViewSubmitAction,
    viewer: Viewer,
    context: UseCaseContext,
    afterwards: (work: () => Promise<void>) => void,
  ) => Promise<WindowAnswer>,
) {
  return async ({ ack, body, view, client }: ViewArgs): Promise<void> => {
    const asker = actionAsker(body);
    const viewer = await viewerOf(asker, services);
    const { language } = viewer;
    const { failed, title } = words(viewer);
    const notice = (sentence: string) => noticeWindow(title, sentence, language);
    if (!belongsHere(asker, services.workspace)) {
      await ack({ response_action: 'update', view: notice(BOT_TEXT[language].otherWorkspace) });
      return;
    }
    const later: (() => Promise<void>)[] = [];
    const answer = contextOf(asker, services)
      .then((context) => submit(body, viewer, context, (work) => later.push(work)))
      .catch((error: unknown): WindowAnswer => {
        services.log.error({ err: error, window: view.callback_id }, 'a window that was sent failed');
        return { response_action: 'update', view: notice(failed) };
      });
    const inTime = await Promise.race([answer, delay(services.loadingAfterMs, undefined, { ref: false })]);
    if (inTime !== undefined) {
      await ack(inTime);
    } else {
      await ack({ response_action: 'update', view: notice(BOT_TEXT[language].oneMoment) });
      await updateWindow(client, view.id, lateWindow(await answer));
    }
    for (const work of later) await work();

    function lateWindow(late: WindowAnswer): ModalView {
      if (late.response_action === 'update') return late.view;
      return notice(late.response_action === 'errors' ? Object.values(late.errors).join(' ') : BOT_TEXT[language].done);
    }
  };
}
