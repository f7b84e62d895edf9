import { BOT_TEXT } from '../../../core/text/bot-text.ts';
import { plainMessage } from '../../blocks/rich-text.ts';
import { answerOnlyTo } from '../answer.ts';
import { actionAsker } from '../asker.ts';
import type { Services } from '../services.ts';
import type { BlockActionArgs } from './action-args.ts';

/** A button or menu of an older version, still standing in some message. */
export function unknownAction(services: Services) {
  return async ({ ack, body, respond }: BlockActionArgs): Promise<void> => {
    await ack();
    if (body.response_url === undefined || body.response_url === '') return;
    const { language } = await services.people.find(actionAsker(body).userId);
    await answerOnlyTo(respond, plainMessage(BOT_TEXT[language].unknownAction));
  };
}
