import { BOT_TEXT } from '../../../core/text/bot-text.ts';
import { plainMessage } from '../../blocks/rich-text.ts';
import { readTypedLog } from '../../blocks/search-answer.ts';
import { answerInPlace, answerOnlyTo } from '../answer.ts';
import { actionAsker, belongsHere, contextOf, viewerOf } from '../asker.ts';
import { loggedAnswer } from '../commands/log.ts';
import type { Services } from '../services.ts';
import { type BlockActionArgs, buttonValueOf } from './action-args.ts';
import { openWindow } from './open-window.ts';

/** *Log contact*, where a search found nothing but a contact was noted: as if it had been typed with the word that logs it. */
export function logTypedAction(services: Services) {
  return async ({ ack, action, body, client, respond }: BlockActionArgs): Promise<void> => {
    await ack();
    const asker = actionAsker(body);
    const viewer = await viewerOf(asker, services);
    const text = BOT_TEXT[viewer.language];
    if (!belongsHere(asker, services.workspace)) return answerOnlyTo(respond, plainMessage(text.otherWorkspace));
    const split = readTypedLog(buttonValueOf(action));
    // one message's button does one thing, however often it is pressed
    const requestId = `typed:${body.container['message_ts'] ?? body.trigger_id}`;
    const answer = await loggedAnswer(
      { kind: 'log', text: `${split.name} ${split.said}`, splits: [split] },
      {
        context: await contextOf(asker, services),
        viewer,
        services,
        requestId,
        open: (view, tooLate) => openWindow(client, body.trigger_id, view, { respond, tooLate }),
      },
    );
    if (answer === 'a-name') return answerOnlyTo(respond, plainMessage(text.unknownAction));
    if (answer !== undefined) await answerInPlace(respond, answer);
  };
}
