import type { AllMiddlewareArgs, SlackCommandMiddlewareArgs } from '@slack/bolt';
import { BOT_TEXT } from '../../../core/text/bot-text.ts';
import { WHAT_IF_TEXT } from '../../../core/text/what-if-text.ts';
import { commandUsage } from '../../blocks/command-usage.ts';
import { customerCard } from '../../blocks/customer-card.ts';
import { plainName } from '../../blocks/plain-name.ts';
import { type Message, plainMessage } from '../../blocks/rich-text.ts';
import { nothingFound, severalFound } from '../../blocks/search-answer.ts';
import type { Viewer } from '../../blocks/viewer.ts';
import { whatIfAnswer } from '../../blocks/what-if-answer.ts';
import type { UseCaseContext } from '../../use-cases/context.ts';
import type { CustomerMatch, CustomerSearch } from '../../use-cases/customer-card.ts';
import { openWindow } from '../actions/open-window.ts';
import { answerOnlyTo } from '../answer.ts';
import { belongsHere, commandAsker, contextOf, viewerOf } from '../asker.ts';
import type { Services } from '../services.ts';
import { addFromCommand } from './add-customer.ts';
import { parseAddQuery } from './add-query.ts';
import { loggedAnswer, type OpenWindow } from './log.ts';
import { type CustomerQuery, MAX_QUERY, parseCustomerQuery } from './query.ts';
import { soleMatch } from './sole-match.ts';
import { unsaidLog } from './unsaid-log.ts';

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
      return plainMessage(text.tooLong(query.length, MAX_QUERY));
    case 'name':
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

/** What a search came to, and of which customer it tells, if of one. */
export interface SearchAnswer {
  readonly message: Message;
  readonly customerId: string | null;
  /** Nobody has the name, nor one like it, and no contact seems to be noted. */
  readonly isNobody?: boolean;
}

/** The card of the customer that is meant, or what it would get; a menu of several; the nearest names where none fits. */
export async function searchAnswer(
  query: CustomerQuery & { kind: 'name' | 'what-if' },
  context: UseCaseContext,
  viewer: Viewer,
  services: Services,
  given?: CustomerSearch,
): Promise<SearchAnswer> {
  const text = BOT_TEXT[viewer.language];
  const search = given ?? (await services.useCases.findCustomers(context, query.text));
  const shown = plainName(query.text, 60);
  const sole = soleMatch(search);
  if (sole !== undefined && query.kind === 'what-if') {
    return { message: await supposedAnswer(sole, query.supposed, context, viewer, services), customerId: sole.id };
  }
  if (sole !== undefined) {
    const card = await services.useCases.showCustomer(context, sole.id);
    if (card === undefined) return ofNobody(plainMessage(text.customerGone));
    const others = [...search.exact, ...search.others].filter((match) => match.id !== sole.id);
    const message = customerCard(card, viewer, {
      others,
      ...(sole.how !== 'exact' && sole.how !== 'key' && { lead: text.onlyMatch(shown) }),
    });
    return { message, customerId: card.id };
  }
  const fitting = [...search.exact, ...search.others.filter((match) => match.how !== 'close')];
  if (fitting.length > 0) return ofNobody(severalFound(shown, fitting, viewer.language));
  if (query.isMention) return ofNobody(plainMessage(text.isAPerson));
  const { language: languageHint, today } = viewer;
  const log =
    query.kind === 'name' ? await unsaidLog(query.text, context, services, { today, languageHint }) : undefined;
  const message = nothingFound(shown, search.others, viewer.language, query.text, log);
  return { message, customerId: null, isNobody: log === undefined };
}

function ofNobody(message: Message): SearchAnswer {
  return { message, customerId: null };
}

async function supposedAnswer(
  customer: CustomerMatch,
  text: string,
  context: UseCaseContext,
  viewer: Viewer,
  services: Services,
): Promise<Message> {
  const supposed = await services.useCases.suppose(context, customer.id, text);
  if (supposed === undefined) return plainMessage(WHAT_IF_TEXT[viewer.language].notGraded);
  return whatIfAnswer(customer.name, supposed, viewer.language);
}
