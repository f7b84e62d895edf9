import type { AllMiddlewareArgs, MessageShortcut, SlackShortcutMiddlewareArgs } from '@slack/bolt';
import { BOT_TEXT } from '../../../core/text/bot-text.ts';
import { FOLLOW_UP_TEXT } from '../../../core/text/follow-up-text.ts';
import { logModal } from '../../blocks/log-modal.ts';
import { noticeWindow } from '../../blocks/notice-window.ts';
import { openWindow } from '../actions/open-window.ts';
import { actionAsker, belongsHere, viewerOf } from '../asker.ts';
import { messageLink, messageNote } from '../message-note.ts';
import type { Services } from '../services.ts';

/** The `callback_id` of *Log to customer*; the manifest declares the same. */
export const LOG_TO_CUSTOMER = 'log_to_customer';

type ShortcutArgs = SlackShortcutMiddlewareArgs<MessageShortcut> & AllMiddlewareArgs;

/** *Log to customer* on a message: the window in which a contact is logged, with the message's words and a link to it. */
export function logToCustomer(services: Services) {
  return async ({ ack, client, respond, shortcut }: ShortcutArgs): Promise<void> => {
    await ack();
    const asker = actionAsker(shortcut);
    const viewer = await viewerOf(asker, services);
    const text = FOLLOW_UP_TEXT[viewer.language];
    const view = belongsHere(asker, services.workspace)
      ? logModal(
          {
            customerName: null,
            proposal: null,
            draft: { method: 'chat', note: messageNote(shortcut.message.text ?? '') },
          },
          viewer,
          { link: messageLink(shortcut.team?.domain ?? '', shortcut.channel.id, shortcut.message_ts) },
        )
      : noticeWindow(text.log, BOT_TEXT[viewer.language].otherWorkspace, viewer.language);
    await openWindow(client, shortcut.trigger_id, view, {
      respond,
      tooLate: BOT_TEXT[viewer.language].shortcutTooLate,
    });
  };
}
