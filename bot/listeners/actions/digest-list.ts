import type { ModalView } from '@slack/types';
import { BOT_TEXT } from '../../../core/text/bot-text.ts';
import { DIGEST_MESSAGE_TEXT } from '../../../core/text/digest-message-text.ts';
import type { Language } from '../../../core/text/language.ts';
import { cardWindow } from '../../blocks/card-window.ts';
import { type DigestButton, readDigestButton } from '../../blocks/digest-button.ts';
import { digestListWindow, LIST_PAGE, readDigestListWindow } from '../../blocks/digest-list-window.ts';
import { noticeWindow } from '../../blocks/notice-window.ts';
import { plainMessage } from '../../blocks/rich-text.ts';
import { answerOnlyTo } from '../answer.ts';
import { type Asker, actionAsker, belongsHere, contextOf, viewerOf } from '../asker.ts';
import { refusalOf } from '../refusal.ts';
import type { Services } from '../services.ts';
import { updateWindow } from '../update-window.ts';
import { type BlockActionArgs, buttonValueOf, customerIdOf } from './action-args.ts';
import { showInTime } from './window-in-time.ts';

/** A number of a digest: the list behind it in a window, as of the digest's moment, for who may see it now. */
export function digestListAction(services: Services) {
  return async ({ ack, action, body, client, respond }: BlockActionArgs): Promise<void> => {
    await ack();
    const asker = actionAsker(body);
    const language = languageOf(asker, services);
    const shown = await showInTime(client, services, {
      triggerId: body.trigger_id,
      how: body.view?.type === 'modal' ? 'push' : 'open',
      content: listView(asker, readDigestButton(buttonValueOf(action)), 0, services),
      loading: () => listNotice(BOT_TEXT[language()].oneMoment, language()),
      failed: () => listNotice(DIGEST_MESSAGE_TEXT[language()].listFailed, language()),
    });
    if (shown === 'too-late' && body.view === undefined)
      await answerOnlyTo(respond, plainMessage(BOT_TEXT[language()].pressedTooLate));
  };
}

/** *Next* and *Previous* in such a window: another page in its place. */
export function digestPageAction(services: Services) {
  return async ({ ack, action, body, client }: BlockActionArgs): Promise<void> => {
    await ack();
    const { view } = body;
    if (view === undefined) return;
    const asker = actionAsker(body);
    const language = languageOf(asker, services);
    const show = (content: ModalView) => updateWindow(client, view.id, content);
    try {
      await show(
        await listView(asker, readDigestListWindow(view.private_metadata), pageOf(buttonValueOf(action)), services),
      );
    } catch (error) {
      await show(listNotice(DIGEST_MESSAGE_TEXT[language()].listFailed, language()));
      throw error;
    }
  };
}

/** *Card* in such a window: the customer's card upon it; on the Home tab, or chosen there: the card in a window. */
export function digestCardAction(services: Services) {
  return async ({ ack, action, body, client }: BlockActionArgs): Promise<void> => {
    await ack();
    const asker = actionAsker(body);
    const language = languageOf(asker, services);
    await showInTime(client, services, {
      triggerId: body.trigger_id,
      how: body.view?.type === 'modal' ? 'push' : 'open',
      content: cardView(asker, customerIdOf(action), services),
      loading: () => cardNotice(BOT_TEXT[language()].oneMoment, language()),
      failed: () => cardNotice(DIGEST_MESSAGE_TEXT[language()].cardFailed, language()),
    });
  };
}

async function listView(
  asker: Asker,
  button: DigestButton | undefined,
  skip: number,
  services: Services,
): Promise<ModalView> {
  const viewer = await viewerOf(asker, services);
  const { language } = viewer;
  if (!belongsHere(asker, services.workspace)) return listNotice(BOT_TEXT[language].otherWorkspace, language);
  if (button === undefined) return listNotice(DIGEST_MESSAGE_TEXT[language].outOfDate, language);
  try {
    const list = await services.useCases.openDigestNumber(await contextOf(asker, services), {
      ...button,
      skip,
      limit: LIST_PAGE,
    });
    return digestListWindow(list, viewer, { button, skip });
  } catch (error) {
    const refusal = refusalOf(error, language);
    if (refusal === undefined) throw error;
    return listNotice(refusal.sentence, language);
  }
}

async function cardView(asker: Asker, customerId: string, services: Services): Promise<ModalView> {
  const viewer = await viewerOf(asker, services);
  const { language } = viewer;
  if (!belongsHere(asker, services.workspace)) return cardNotice(BOT_TEXT[language].otherWorkspace, language);
  const card = await services.useCases.showCustomer(await contextOf(asker, services), customerId);
  return card === undefined ? cardNotice(BOT_TEXT[language].customerGone, language) : cardWindow(card, viewer);
}

/** As far as it is known when it is needed. */
function languageOf({ userId }: Asker, { people }: Services): () => Language {
  return () => people.remembered(userId)?.language ?? 'en';
}

function listNotice(sentence: string, language: Language): ModalView {
  return noticeWindow(DIGEST_MESSAGE_TEXT[language].listTitle, sentence, language);
}

function cardNotice(sentence: string, language: Language): ModalView {
  return noticeWindow(DIGEST_MESSAGE_TEXT[language].cardTitle, sentence, language);
}

function pageOf(value: string): number {
  return /^\d{1,7}$/.test(value) ? Number(value) : 0;
}
