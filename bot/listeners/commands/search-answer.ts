import { BOT_TEXT } from '../../../core/text/bot-text.ts';
import { CONVERSATION_TEXT } from '../../../core/text/conversation-text.ts';
import { WHAT_IF_TEXT } from '../../../core/text/what-if-text.ts';
import { customerCard } from '../../blocks/customer-card.ts';
import { plainName } from '../../blocks/plain-name.ts';
import { type Message, plainMessage } from '../../blocks/rich-text.ts';
import { nothingFound, severalFound } from '../../blocks/search-answer.ts';
import type { Viewer } from '../../blocks/viewer.ts';
import { whatIfAnswer } from '../../blocks/what-if-answer.ts';
import type { UseCaseContext } from '../../use-cases/context.ts';
import type { CustomerMatch, CustomerSearch } from '../../use-cases/customer-card.ts';
import type { Services } from '../services.ts';
import type { CustomerQuery } from './query.ts';
import { soleMatch } from './sole-match.ts';
import { unsaidLog } from './unsaid-log.ts';

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
  if (query.kind === 'name' && query.supposed !== undefined)
    return ofNobody(await supposedOfWhom(query.text, context, viewer, services));
  const { language: languageHint, today } = viewer;
  const log =
    query.kind === 'name' ? await unsaidLog(query.text, context, services, { today, languageHint }) : undefined;
  const message = nothingFound(shown, search.others, viewer.language, query.text, log);
  return { message, customerId: null, isNobody: log === undefined };
}

function ofNobody(message: Message): SearchAnswer {
  return { message, customerId: null };
}

/** What the customer would get if what was typed were so. */
export async function supposedAnswer(
  customer: Pick<CustomerMatch, 'id' | 'name'>,
  text: string,
  context: UseCaseContext,
  viewer: Viewer,
  services: Services,
): Promise<Message> {
  const supposed = await services.useCases.suppose(context, customer.id, text);
  if (supposed === undefined) return plainMessage(WHAT_IF_TEXT[viewer.language].notGraded);
  return whatIfAnswer(customer.name, supposed, viewer.language);
}

/** Asks for the customer of whom something is supposed, with what was typed as the example. */
async function supposedOfWhom(
  text: string,
  context: UseCaseContext,
  { language }: Viewer,
  { useCases }: Services,
): Promise<Message> {
  const example = (await useCases.exampleCustomer(context))?.name ?? CONVERSATION_TEXT[language].anyCustomer;
  return plainMessage(WHAT_IF_TEXT[language].whichCustomer(plainName(example, 60), plainName(text, 200)));
}
