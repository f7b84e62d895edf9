import type { BlockAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { BOT_TEXT } from '../../../core/text/bot-text.ts';
import { MORE_TEXT } from '../../../core/text/more-text.ts';
import { CARD_BUTTONS } from '../../blocks/action-ids.ts';
import { type CustomerWindow, readCustomerWindow, readListKey } from '../../blocks/customer-window.ts';
import { DIGEST_LIST_VIEW } from '../../blocks/digest-list-window.ts';
import { readFollowUpValue } from '../../blocks/follow-up-button.ts';
import { noticeWindow } from '../../blocks/notice-window.ts';
import { plainMessage } from '../../blocks/rich-text.ts';
import { COMPLAINT_BLOCK } from '../../blocks/service-blocks.ts';
import type { Viewer } from '../../blocks/viewer.ts';
import type { UseCaseContext } from '../../use-cases/context.ts';
import type { CustomerCard } from '../../use-cases/customer-card.ts';
import { answerOnlyTo } from '../answer.ts';
import { actionAsker, belongsHere, contextOf, viewerOf } from '../asker.ts';
import type { Services } from '../services.ts';
import { updateWindow } from '../update-window.ts';
import { type BlockActionArgs, buttonValueOf } from './action-args.ts';
import { openWindow } from './open-window.ts';

/** Puts a window about a customer together, or says in a sentence why there is none. */
export type BuildWindow = (
  card: CustomerCard,
  viewer: Viewer,
  window: CustomerWindow,
  context: UseCaseContext,
) => ModalView | string | Promise<ModalView | string>;

/**
 * A listener for a button that opens a window about its customer, from a message, the Home tab or another window, whose
 * place it then takes; upon the list behind a digest's number it is laid, so that the list is there again afterwards. The
 * button's value is as `follow-up-button.ts` writes it.
 */
export function customerWindowAction(services: Services, build: BuildWindow) {
  return async ({ ack, action, body, client, respond }: BlockActionArgs): Promise<void> => {
    await ack();
    const asker = actionAsker(body);
    const viewer = await viewerOf(asker, services);
    const { language } = viewer;
    const text = BOT_TEXT[language];
    const openIn = body.view?.type === 'modal' ? body.view.id : undefined;
    const isOnHome = body.view?.type === 'home';
    const show = async (what: ModalView | string): Promise<void> => {
      if (openIn !== undefined) {
        const view = typeof what === 'string' ? noticeWindow(MORE_TEXT[language].title, what, language) : what;
        if (body.view?.callback_id === DIGEST_LIST_VIEW) await client.views.push({ trigger_id: body.trigger_id, view });
        else await updateWindow(client, openIn, view);
      } else if (typeof what === 'string' && !isOnHome) await answerOnlyTo(respond, plainMessage(what));
      else if (typeof what === 'string') {
        // the Home tab has no place for an answer
        const view = noticeWindow(MORE_TEXT[language].title, what, language);
        await client.views.open({ trigger_id: body.trigger_id, view });
      } else await openWindow(client, body.trigger_id, what, { respond, tooLate: text.pressedTooLate });
    };
    if (!belongsHere(asker, services.workspace)) return show(text.otherWorkspace);
    const pressed = readFollowUpValue(buttonValueOf(action));
    if (pressed === undefined) return show(text.customerGone);
    try {
      const context = await contextOf(asker, services);
      const card = await services.useCases.showCustomer(context, pressed.customerId);
      if (card === undefined) return await show(text.customerGone);
      const window = { ...pressed, customerId: card.id, ...origin(body, action) };
      return await show(await build(card, viewer, window, context));
    } catch (error) {
      // nothing else tells somebody who pressed a button in a window
      if (openIn !== undefined) await show(MORE_TEXT[language].failed);
      throw error;
    }
  };
}

/** Where the card or list that was pressed can be put anew, through the windows opened from it; nothing for other messages. */
function origin(body: BlockAction, action: BlockActionArgs['action']): Pick<CustomerWindow, 'cardUrl' | 'list'> {
  if (body.view !== undefined) {
    const { cardUrl, list } = readCustomerWindow(body.view.private_metadata) ?? {};
    return { cardUrl, list };
  }
  const blockId = 'block_id' in action ? action.block_id : '';
  const list = readListKey(blockId);
  return list === undefined && !isCard(blockId) ? {} : { cardUrl: body.response_url, list };
}

/** Whether a block of that id is a card's. */
function isCard(blockId: string): boolean {
  return blockId === CARD_BUTTONS || blockId.startsWith(COMPLAINT_BLOCK);
}
