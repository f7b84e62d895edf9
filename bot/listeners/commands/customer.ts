import type { AllMiddlewareArgs, SlackCommandMiddlewareArgs } from '@slack/bolt';
import { BOT_TEXT } from '../../../core/text/bot-text.ts';
import { commandUsage } from '../../blocks/command-usage.ts';
import { type Message, plainMessage } from '../../blocks/rich-text.ts';
import { withTyped } from '../../blocks/with-typed.ts';
import { openWindow } from '../actions/open-window.ts';
import { answerOnlyTo } from '../answer.ts';
import { belongsHere, commandAsker, contextOf, viewerOf } from '../asker.ts';
import type { Services } from '../services.ts';
import { addFromCommand } from './add-customer.ts';
import { parseAddQuery } from './add-query.ts';
import { askedWhy } from './asked-why.ts';
import { loggedAnswer, type OpenWindow } from './log.ts';
import { MAX_QUERY, parseCustomerQuery } from './query.ts';
import { searchAnswer } from './search-answer.ts';

/** `/customer NAME`: the customer's card, or a way to it, or what was logged with it; to the asker alone. */
export function customerCommand(services: Services) {
  return async (args: SlackCommandMiddlewareArgs & AllMiddlewareArgs): Promise<void> => {
    const { ack, client, command, respond } = args;
    await ack();
    const adding = parseAddQuery(command.text);
    if (adding !== undefined && (await addFromCommand(args, adding, services))) return;
    const open: OpenWindow = (view, tooLate) => openWindow(client, command.trigger_id, view, { respond, tooLate });
    const answer = await customerAnswer(command, services, open);
    if (answer !== undefined) await answerOnlyTo(respond, answer);
  };
}

/** The answer as a message; undefined when a window is the answer. */
async function customerAnswer(
  command: SlackCommandMiddlewareArgs['command'],
  services: Services,
  open: OpenWindow,
): Promise<Message | undefined> {
  const asker = commandAsker(command);
  const viewer = await viewerOf(asker, services);
  const text = BOT_TEXT[viewer.language];
  if (!belongsHere(asker, services.workspace)) return plainMessage(text.otherWorkspace);
  const query = parseCustomerQuery(command.text);
  switch (query.kind) {
    case 'help':
      return commandUsage(BOT_TEXT[viewer.language]);
    case 'too-long':
      return withTyped(plainMessage(text.tooLong(query.length, MAX_QUERY)), query.text, viewer.language);
    case 'name': {
      const context = await contextOf(asker, services);
      const why = await askedWhy(query.text, context, viewer, services);
      return why ?? (await searchAnswer(query, context, viewer, services)).message;
    }
    case 'what-if':
      return (await searchAnswer(query, await contextOf(asker, services), viewer, services)).message;
    case 'log': {
      const context = await contextOf(asker, services);
      const requestId = `command:${command.trigger_id}`;
      const asName = { kind: 'name', text: query.text, isMention: false } as const;
      const answer = await loggedAnswer(query, { context, viewer, services, open, requestId });
      return answer === 'a-name' ? (await searchAnswer(asName, context, viewer, services)).message : answer;
    }
    default:
      return query satisfies never;
  }
}
