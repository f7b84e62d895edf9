import type { Question } from '../../../core/questions/question.ts';
import { readQuestion } from '../../../core/questions/read-question.ts';
import { BOT_TEXT, HELP_WORDS } from '../../../core/text/bot-text.ts';
import { CONVERSATION_TEXT } from '../../../core/text/conversation-text.ts';
import { conversationHelp } from '../../blocks/conversation-help.ts';
import { liftAnswer, whyAnswer } from '../../blocks/customer-answers.ts';
import { customerCard } from '../../blocks/customer-card.ts';
import { loggedAnswer as loggedContactsAnswer } from '../../blocks/logged-answer.ts';
import { plainName } from '../../blocks/plain-name.ts';
import { plainMessage } from '../../blocks/rich-text.ts';
import { nothingFound } from '../../blocks/search-answer.ts';
import type { CustomerSearch } from '../../use-cases/customer-card.ts';
import { LONGEST_NOTE } from '../../use-cases/log-contact.ts';
import { parseAddQuery } from '../commands/add-query.ts';
import { findNamed } from '../commands/find-named.ts';
import { dayAnswer } from '../commands/follow-ups.ts';
import { loggedAnswer } from '../commands/log.ts';
import { type CustomerQuery, MAX_QUERY, parseCustomerQuery } from '../commands/query.ts';
import { searchAnswer, supposedAnswer } from '../commands/search-answer.ts';
import { type Conversation, plainReply, type Reply } from './conversation.ts';
import { digestReply, listReply } from './digest-replies.ts';
import { snoozeReply } from './snooze-reply.ts';

/**
 * What the bot answers to a message. A customer's whole name wins over any other reading of it; what is asked without a name
 * in a thread is about the thread's customer.
 */
export async function answerSaid(text: string, conversation: Conversation): Promise<Reply> {
  const { context, services, viewer } = conversation;
  const words = CONVERSATION_TEXT[viewer.language];
  if (text.length > LONGEST_NOTE) return plainReply(plainMessage(words.aLongMessage(text.length, LONGEST_NOTE)));
  if (HELP_WORDS.includes(text.toLowerCase())) return helpReply('help', conversation);
  const search = Array.from(text).length > MAX_QUERY ? undefined : await services.useCases.findCustomers(context, text);
  const asName = { kind: 'name', text, isMention: false } as const;
  if (search !== undefined && search.exact.length > 0) return searchAnswer(asName, context, viewer, services, search);
  const typed = parseCustomerQuery(text);
  if (typed.kind === 'what-if') return searchAnswer(typed, context, viewer, services);
  if (typed.kind === 'name' && typed.supposed !== undefined) return supposedReply(typed, search, conversation);
  const adding = parseAddQuery(text);
  if (adding !== undefined) return addReply(adding.name, conversation);
  return answerQuestion(await readSaid(text, conversation, true), text, conversation);
}

/** What the thread's customer would get; outside of such a thread the customer is asked for. */
async function supposedReply(
  typed: CustomerQuery & { readonly kind: 'name' },
  search: CustomerSearch | undefined,
  { context, customer, services, viewer }: Conversation,
): Promise<Reply> {
  const { supposed = '' } = typed;
  if (customer === undefined) return searchAnswer(typed, context, viewer, services, search);
  return { message: await supposedAnswer(customer, supposed, context, viewer, services), customerId: customer.id };
}

async function readSaid(text: string, { context, customer, services }: Conversation, takesNotes: boolean) {
  const tiers = await services.useCases.tierWords(context);
  return readQuestion(text, { hasCustomer: customer !== undefined, takesNotes, tiers });
}

async function answerQuestion(question: Question, text: string, conversation: Conversation): Promise<Reply> {
  const { viewer } = conversation;
  switch (question.kind) {
    case 'name':
    case 'next-contact':
      return aboutCustomer(question.names, text, conversation, 'card');
    case 'why':
    case 'lift':
      return aboutCustomer(question.names, text, conversation, question.kind);
    case 'my-day':
      return dayReply(undefined, question.day, conversation);
    case 'rep-day':
      return dayReply(question.rep, question.day, conversation);
    case 'overdue':
    case 'movers':
    case 'complaints':
      return (await listReply(question, conversation)) ?? aboutCustomer(repNames(question), text, conversation, 'card');
    case 'capacity':
    case 'digest':
    case 'signings':
      return (
        (await digestReply(question, conversation)) ?? aboutCustomer(repNames(question), text, conversation, 'card')
      );
    case 'log':
      return logReply(question, text, conversation);
    case 'snooze':
      return (await snoozeReply(question, conversation)) ?? answerOtherwise(text, conversation);
    case 'logged':
      return loggedReply(question.since, conversation);
    case 'ok':
      return plainReply(plainMessage(CONVERSATION_TEXT[viewer.language].ok));
    case 'help':
    case 'hello':
    case 'rude':
      return helpReply(question.kind, conversation);
    case 'thanks':
      return plainReply(plainMessage(CONVERSATION_TEXT[viewer.language].thanks));
    case 'undo':
      return plainReply(plainMessage(CONVERSATION_TEXT[viewer.language].undo));
    case 'unknown':
      return (await namedInside(text, conversation)) ?? helpReply('unknown', conversation);
    default:
      return question satisfies never;
  }
}

/** What is meant where nothing is to be put off after all. */
async function answerOtherwise(text: string, conversation: Conversation): Promise<Reply> {
  const question = await readSaid(text, conversation, false);
  return answerQuestion(question, text, conversation);
}

async function loggedReply(since: 'today' | 'yesterday' | 'week', conversation: Conversation): Promise<Reply> {
  const { context, services, viewer } = conversation;
  const logged = await services.useCases.loggedContacts(context, since);
  if (logged === undefined) return helpReply('unknown', conversation);
  const example = await services.useCases.exampleCustomer(context);
  return plainReply(
    loggedContactsAnswer(logged, example?.name ?? CONVERSATION_TEXT[viewer.language].anyCustomer, viewer),
  );
}

/** What stands where a rep may is a customer's name as well. */
function repNames({ rep }: { readonly rep: string | null }): readonly string[] {
  return rep === null ? [] : [rep];
}

type AboutKind = 'card' | 'why' | 'lift';

/** The answer about the customer that is named, or the thread's. */
async function aboutCustomer(
  names: readonly string[],
  text: string,
  conversation: Conversation,
  kind: AboutKind,
): Promise<Reply> {
  const { context, customer, services, viewer } = conversation;
  if (names.length === 0) {
    if (customer !== undefined) return shown(customer.id, kind, conversation);
    return plainReply(plainMessage(CONVERSATION_TEXT[viewer.language].whichCustomer));
  }
  const found = await findNamed(names, conversation);
  if (found.kind === 'unclear') {
    if (found.fits) return found.answer();
    if (kind === 'card') return (await guessed(text, conversation)) ?? found.answer();
    // It may be a part of a name after all.
    const whole = await findNamed([text], conversation);
    return whole.kind === 'unclear' && whole.fits ? whole.answer() : found.answer();
  }
  if (kind !== 'card') return shown(found.customer.id, kind, conversation);
  const query = { kind: 'name', text: found.customer.name, isMention: false } as const;
  const named = names.find((name) => name === found.customer.name);
  return named === undefined
    ? shown(found.customer.id, kind, conversation)
    : searchAnswer(query, context, viewer, services);
}

/** What may be meant by a sentence that names nobody as a whole: the customer at its beginning or end; else examples. */
async function guessed(text: string, conversation: Conversation): Promise<Reply | undefined> {
  const { context, services, viewer } = conversation;
  const words = text.split(/\s+/);
  if (words.length < 2 && Array.from(text).length <= LONGEST_NAME) return undefined;
  const whole = await searchAnswer({ kind: 'name', text, isMention: false }, context, viewer, services);
  if (whole.isNobody !== true) return whole;
  const named = (await firstNamed(edges(words), conversation)) ?? (await namedInside(text, conversation));
  if (named !== undefined) return named;
  return words.length > MOST_NAME_WORDS || Array.from(text).length > LONGEST_NAME
    ? helpReply('unknown', conversation)
    : undefined;
}

/** The card of the first of these names that exactly one customer bears, with a word on why. */
async function firstNamed(
  names: readonly string[],
  { context, services, viewer }: Conversation,
): Promise<Reply | undefined> {
  for (const name of names) {
    const { exact } = await services.useCases.findCustomers(context, name);
    const [only, another] = exact;
    if (only === undefined || another !== undefined) continue;
    const card = await services.useCases.showCustomer(context, only.id);
    const lead = CONVERSATION_TEXT[viewer.language].aboutThatCustomer;
    if (card !== undefined) return { message: customerCard(card, viewer, { lead }), customerId: card.id };
  }
  return undefined;
}

/** As {@link firstNamed}, of what is written in a sentence as names are: with capitals. */
function namedInside(text: string, conversation: Conversation): Promise<Reply | undefined> {
  const names = [...text.matchAll(/\p{Lu}[\p{L}\p{N}'’.-]*(?:(?: & | )\p{Lu}[\p{L}\p{N}'’.-]*)*/gu)]
    .map(([name]) => name.replace(/[.'’-]+$/u, ''))
    // a sentence begins with a capital too: "Met Lumen Lighting"
    .flatMap((name) => [name, name.replace(/^\S+ /u, '')])
    .filter((name) => name.length > 2);
  return firstNamed([...new Set(names)].slice(0, MOST_NAMES_INSIDE), conversation);
}

/** More are not looked for: each is a search. */
const MOST_NAMES_INSIDE = 6;
/** Longer names are written by few. */
const MOST_NAME_WORDS = 4;
const LONGEST_NAME = 24;

/** The beginnings and ends of a sentence, the longer first. */
function edges(words: readonly string[]): string[] {
  const lengths = [3, 2, 1].filter((length) => length < words.length);
  const bare = (part: readonly string[]) =>
    part.join(' ').replaceAll(/^[\s,.;:!?，。；：！？]+|[\s,.;:!?，。；：！？]+$/gu, '');
  return lengths
    .flatMap((length) => [bare(words.slice(0, length)), bare(words.slice(-length))])
    .filter((part) => part.length > 1);
}

async function shown(customerId: string, kind: AboutKind, { context, services, viewer }: Conversation): Promise<Reply> {
  const card = await services.useCases.showCustomer(context, customerId);
  if (card === undefined) return plainReply(plainMessage(BOT_TEXT[viewer.language].customerGone));
  switch (kind) {
    case 'card':
      return { message: customerCard(card, viewer), customerId: card.id };
    case 'why':
      return { message: whyAnswer(card, viewer), customerId: card.id };
    case 'lift':
      return { message: liftAnswer(card, viewer), customerId: card.id };
    default:
      return kind satisfies never;
  }
}

async function dayReply(
  rep: string | undefined,
  day: 'today' | 'tomorrow',
  conversation: Conversation,
): Promise<Reply> {
  const { context, services, viewer } = conversation;
  const answer = await dayAnswer({ rep, isTomorrow: day === 'tomorrow' }, context, viewer, services);
  return answer === 'nobody' ? aboutCustomer([rep ?? ''], rep ?? '', conversation, 'card') : plainReply(answer);
}

async function logReply(
  { splits }: Question & { readonly kind: 'log' },
  text: string,
  conversation: Conversation,
): Promise<Reply> {
  const { context, customer, requestId, services, viewer } = conversation;
  let customerId: string | null = null;
  let other: Reply | undefined;
  const answer = await loggedAnswer(
    { kind: 'log', text, splits },
    {
      context,
      viewer,
      services,
      requestId,
      customer,
      open: null,
      onLogged: (id) => {
        customerId = id;
      },
      onNobody: async () => {
        const otherwise = await readSaid(text, conversation, false);
        const isOther = otherwise.kind !== 'name' && otherwise.kind !== 'unknown';
        other = isOther ? await answerQuestion(otherwise, text, conversation) : await namedInside(text, conversation);
        return other?.message;
      },
    },
  );
  if (other !== undefined) return other;
  if (answer === 'a-name' || answer === undefined) return aboutCustomer([text], text, conversation, 'card');
  if (splits.every(({ name }) => name === '') && customer === undefined)
    return plainReply(plainMessage(CONVERSATION_TEXT[viewer.language].whichCustomer));
  return { message: answer, customerId };
}

/** The way to put a new customer on file, unless it is there: a window opens from a button alone. */
async function addReply(name: string, conversation: Conversation): Promise<Reply> {
  const { context, services, viewer } = conversation;
  if (name === '') return plainReply(plainMessage(CONVERSATION_TEXT[viewer.language].addWhom));
  const search = await services.useCases.findCustomers(context, name);
  if (search.exact.length > 0)
    return searchAnswer({ kind: 'name', text: name, isMention: false }, context, viewer, services, search);
  return plainReply(nothingFound(plainName(name, 60), search.others, viewer.language, name));
}

async function helpReply(
  kind: 'help' | 'hello' | 'rude' | 'unknown',
  { context, customer, services, viewer }: Conversation,
): Promise<Reply> {
  const example =
    customer === undefined ? await services.useCases.exampleCustomer(context) : { ...customer, tier: undefined };
  return plainReply(conversationHelp(kind, example, viewer.language));
}
