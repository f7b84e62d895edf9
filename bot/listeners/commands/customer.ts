import type { AllMiddlewareArgs, SlackCommandMiddlewareArgs } from '@slack/bolt';
import { BOT_TEXT } from '../../../core/text/bot-text.ts';
import { WHAT_IF_TEXT } from '../../../core/text/what-if-text.ts';
import { customerCard } from '../../blocks/customer-card.ts';
import { plainName } from '../../blocks/plain-name.ts';
import { type Message, plainMessage } from '../../blocks/rich-text.ts';
import { nothingFound, severalFound, usage } from '../../blocks/search-answer.ts';
import type { Viewer } from '../../blocks/viewer.ts';
import { whatIfAnswer } from '../../blocks/what-if-answer.ts';
import type { UseCaseContext } from '../../use-cases/context.ts';
import type { CustomerMatch, CustomerSearch } from '../../use-cases/customer-card.ts';
import { answerOnlyTo } from '../answer.ts';
import { belongsHere, commandAsker, contextOf, viewerOf } from '../asker.ts';
import type { Services } from '../services.ts';
import { addFromCommand } from './add-customer.ts';
import { parseAddQuery } from './add-query.ts';
import { type CustomerQuery, MAX_QUERY, parseCustomerQuery } from './query.ts';

/** `/customer NAME`: the customer's card, or a way to it, to the asker alone. */
export function customerCommand(services: Services) {
  return async (args: SlackCommandMiddlewareArgs & AllMiddlewareArgs): Promise<void> => {
    const { ack, command, respond } = args;
    await ack();
    const adding = parseAddQuery(command.text);
    if (adding !== undefined && (await addFromCommand(args, adding, services))) return;
    await answerOnlyTo(respond, await customerAnswer(command, services));
  };
}

async function customerAnswer(command: SlackCommandMiddlewareArgs['command'], services: Services): Promise<Message> {
  const asker = commandAsker(command);
  const viewer = await viewerOf(asker, services);
  const text = BOT_TEXT[viewer.language];
  if (!belongsHere(asker, services.workspace)) return plainMessage(text.otherWorkspace);
  const query = parseCustomerQuery(command.text);
  switch (query.kind) {
    case 'help':
      return usage(viewer.language);
    case 'too-long':
      return plainMessage(text.tooLong(query.length, MAX_QUERY));
    case 'name':
    case 'what-if':
      return searchAnswer(query, await contextOf(asker, services), viewer, services);
    default:
      return query satisfies never;
  }
}

async function searchAnswer(
  query: CustomerQuery & { kind: 'name' | 'what-if' },
  context: UseCaseContext,
  viewer: Viewer,
  services: Services,
): Promise<Message> {
  const text = BOT_TEXT[viewer.language];
  const search = await services.useCases.findCustomers(context, query.text);
  const shown = plainName(query.text, 60);
  const sole = soleMatch(search);
  if (sole !== undefined && query.kind === 'what-if') {
    return supposedAnswer(sole, query.supposed, context, viewer, services);
  }
  if (sole !== undefined) {
    const card = await services.useCases.showCustomer(context, sole.id);
    if (card === undefined) return plainMessage(text.customerGone);
    const others = [...search.exact, ...search.others].filter((match) => match.id !== sole.id);
    return customerCard(card, viewer, {
      others,
      ...(sole.how !== 'exact' && sole.how !== 'key' && { lead: text.onlyMatch(shown) }),
    });
  }
  const fitting = [...search.exact, ...search.others.filter((match) => match.how !== 'close')];
  if (fitting.length > 0) return severalFound(shown, fitting, viewer.language);
  if (query.isMention) return plainMessage(text.isAPerson);
  return nothingFound(shown, search.others, viewer.language, query.text);
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

/**
 * The one customer who is exactly meant; without an exact one, the only one whose name fits without a typing error. An
 * active one is meant rather than one that is archived.
 */
function soleMatch(search: CustomerSearch): CustomerMatch | undefined {
  const fitting = search.others.filter((match) => match.how !== 'close');
  const meant = search.exact.length > 0 ? search.exact : fitting;
  const active = meant.filter(({ status }) => status === 'active');
  if (search.exact.length > 0 && active.length === 1) return active[0];
  return meant.length === 1 ? meant[0] : undefined;
}
