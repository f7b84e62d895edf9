import type { CalendarDate } from '../../../core/calendar-date.ts';
import type { Question } from '../../../core/questions/question.ts';
import { CONVERSATION_TEXT } from '../../../core/text/conversation-text.ts';
import { FOLLOW_UP_TEXT } from '../../../core/text/follow-up-text.ts';
import { shortDay } from '../../../core/text/short-day.ts';
import { doneMessage } from '../../blocks/done-answer.ts';
import { plainName } from '../../blocks/plain-name.ts';
import { plainMessage } from '../../blocks/rich-text.ts';
import { actionRefusalOf } from '../action-refusal.ts';
import { MAX_QUERY } from '../commands/query.ts';
import { searchAnswer } from '../commands/search-answer.ts';
import { soleMatch } from '../commands/sole-match.ts';
import { type Conversation, plainReply, type Reply } from './conversation.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

/**
 * Puts a follow-up off as it was said, with *Undo*; asks for the day where none is said, and for the customer where none is known.
 * Undefined where nobody has the name, so that the sentence may mean something else.
 */
export async function snoozeReply(
  { splits }: Question & { readonly kind: 'snooze' },
  conversation: Conversation,
): Promise<Reply | undefined> {
  const { context, customer: known, services, viewer } = conversation;
  const text = CONVERSATION_TEXT[viewer.language];
  let undated: Named | undefined;
  let unclear: (() => Promise<Reply>) | undefined;
  for (const { name, until } of splits.slice(0, MOST_NAMES)) {
    const day = until === '' ? undefined : await services.useCases.readUntil(until, viewer.today);
    if (name === '') {
      if (known !== undefined && (day !== undefined || until === '')) return snoozed(known, day, conversation);
      if (known !== undefined) undated ??= known;
      else if (day !== undefined || until === '') unclear ??= async () => plainReply(plainMessage(text.whichCustomer));
      continue;
    }
    if (Array.from(name).length > MAX_QUERY) continue;
    const search = await services.useCases.findCustomers(context, name);
    const sole = soleMatch(search);
    if (sole !== undefined && (day !== undefined || (until === '' && search.exact.length > 0)))
      return snoozed(sole, day, conversation);
    // what is no day may be a part of the name, which another way to take it apart has
    if (sole !== undefined && search.exact.length > 0) undated ??= sole;
    if (day !== undefined) {
      unclear ??= async () =>
        searchAnswer({ kind: 'name', text: name, isMention: false }, context, viewer, services, search);
    }
  }
  return undated === undefined ? unclear?.() : snoozed(undated, undefined, conversation);
}

/** Each name is a search. */
const MOST_NAMES = 8;

async function snoozed(
  customer: Named,
  until: CalendarDate | undefined,
  { context, requestId, services, viewer }: Conversation,
): Promise<Reply> {
  const { language, today } = viewer;
  const customerId = customer.id;
  const name = plainName(customer.name, 140);
  if (until === undefined) {
    return { message: plainMessage(CONVERSATION_TEXT[language].untilWhen(name)), customerId };
  }
  try {
    const done = await services.useCases.snoozeFollowUp(context, { customerId, until, requestId });
    const { actionId, customerName } = done;
    const lines = [FOLLOW_UP_TEXT[language].snoozed(plainName(customerName, 140), shortDay(until, today, language))];
    return { message: doneMessage({ actionId, customerName, lines }, language, { canChange: false }), customerId };
  } catch (error) {
    const refusal = actionRefusalOf(error, viewer);
    if (refusal === undefined) throw error;
    return { message: plainMessage(refusal.sentence), customerId };
  }
}
