import type { SlackCommandMiddlewareArgs } from '@slack/bolt';
import { BOT_TEXT } from '../../../core/text/bot-text.ts';
import { plainName } from '../../blocks/plain-name.ts';
import { plainMessage } from '../../blocks/rich-text.ts';
import { answerOnlyTo } from '../answer.ts';
import type { Services } from '../services.ts';

/** A command that the Slack app declares and this version does not know. Without it Slack shows a time-out. */
export function unknownCommand(services: Services) {
  return async ({ ack, command, respond }: SlackCommandMiddlewareArgs): Promise<void> => {
    await ack();
    const { language } = await services.people.find(command.user_id);
    await answerOnlyTo(respond, plainMessage(BOT_TEXT[language].unknownCommand(plainName(command.command, 40))));
  };
}
