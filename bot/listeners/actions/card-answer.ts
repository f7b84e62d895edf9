import type { ModalView } from '@slack/types';
import { BOT_TEXT } from '../../../core/text/bot-text.ts';
import { DIGEST_MESSAGE_TEXT } from '../../../core/text/digest-message-text.ts';
import { cardWindow } from '../../blocks/card-window.ts';
import { customerCard } from '../../blocks/customer-card.ts';
import { noticeWindow } from '../../blocks/notice-window.ts';
import { plainMessage } from '../../blocks/rich-text.ts';
import type { Viewer } from '../../blocks/viewer.ts';
import type { CustomerCard } from '../../use-cases/customer-card.ts';
import { answerInPlace, answerOnlyTo } from '../answer.ts';
import type { BlockActionArgs } from './action-args.ts';

/** What a button of a card answers with. */
export interface CardAnswer {
  /** To the person alone; in place of the card where that stands in a window. */
  sentence(sentence: string): Promise<void>;
  /** The card as it is now, in place of the one before; undefined: the customer is no longer on file. */
  card(card: CustomerCard | undefined): Promise<void>;
}

/** Answers where the card stands whose button was pressed: in its window, or in its message. */
export function cardAnswer(
  { body, client, respond }: Pick<BlockActionArgs, 'body' | 'client' | 'respond'>,
  viewer: Viewer,
): CardAnswer {
  const { language } = viewer;
  const gone = BOT_TEXT[language].customerGone;
  const viewId = body.view?.type === 'modal' ? body.view.id : undefined;
  if (viewId === undefined) {
    return {
      sentence: async (sentence) => answerOnlyTo(respond, plainMessage(sentence)),
      card: async (card) =>
        answerInPlace(respond, card === undefined ? plainMessage(gone) : customerCard(card, viewer)),
    };
  }
  const show = async (view: ModalView): Promise<void> => {
    await client.views.update({ view_id: viewId, view });
  };
  const notice = (sentence: string) => noticeWindow(DIGEST_MESSAGE_TEXT[language].cardTitle, sentence, language);
  return {
    sentence: async (sentence) => show(notice(sentence)),
    card: async (card) => show(card === undefined ? notice(gone) : cardWindow(card, viewer)),
  };
}
