import type { ModalView } from '@slack/types';
import type { LogReading } from '../../../core/follow-ups/log-reading.ts';
import type { NotedContact } from '../../../core/questions/question.ts';
import { METHOD_TEXT, OUTCOME_TEXT } from '../../../core/text/contact-text.ts';
import { CONVERSATION_TEXT } from '../../../core/text/conversation-text.ts';
import { FOLLOW_UP_TEXT } from '../../../core/text/follow-up-text.ts';
import { logDoubtText } from '../../../core/text/log-doubt-text.ts';
import { shortDay } from '../../../core/text/short-day.ts';
import { doneMessage } from '../../blocks/done-answer.ts';
import { type ContactDraft, logModal } from '../../blocks/log-modal.ts';
import { openQuestions } from '../../blocks/open-questions.ts';
import { plainName } from '../../blocks/plain-name.ts';
import { type Message, plainMessage } from '../../blocks/rich-text.ts';
import { nothingFound } from '../../blocks/search-answer.ts';
import type { Viewer } from '../../blocks/viewer.ts';
import { withTyped } from '../../blocks/with-typed.ts';
import type { FollowUpDone } from '../../use-cases/act-on-customer.ts';
import type { UseCaseContext } from '../../use-cases/context.ts';
import type { CustomerMatch, CustomerSearch } from '../../use-cases/customer-card.ts';
import { type ContactRequest, LONGEST_NOTE } from '../../use-cases/log-contact.ts';
import { actionRefusalOf } from '../action-refusal.ts';
import { complaintOffer } from '../complaint-offer.ts';
import { nextLines } from '../done-window-of.ts';
import type { Services } from '../services.ts';
import { fits } from './find-named.ts';
import { type CustomerQuery, MAX_QUERY } from './query.ts';
import { soleMatch } from './sole-match.ts';

/** Opens a window for what was typed; says `tooLate` when that is too long ago. */
export type OpenWindow = (view: ModalView, tooLate: Message) => Promise<void>;

/** Who typed, and how the answer gets there. */
interface Asked {
  readonly context: UseCaseContext;
  readonly viewer: Viewer;
  readonly services: Services;
  /** Null: no window can be opened from there, so that a button does. */
  readonly open: OpenWindow | null;
  readonly requestId: string;
  /** Whom a contact without a name is with. */
  readonly customer?: Named | undefined;
  /** The answer where nobody has the name; by default the nearest names. */
  readonly onNobody?: (() => Promise<Message | undefined>) | undefined;
  /** Told with whom it was logged. */
  readonly onLogged?: ((customerId: string) => void) | undefined;
}

/** A customer by its id, and how it is called. */
type Named = Pick<CustomerMatch, 'id' | 'name'>;

/**
 * `/customer ACME log called, wants a quote by Friday`: logs it and says what was understood, or asks in a window what is
 * left open. `a-name` when the text is a customer's name after all; undefined when a window is the answer.
 */
export async function loggedAnswer(
  { splits, text }: CustomerQuery & { kind: 'log' },
  asked: Asked,
): Promise<Message | 'a-name' | undefined> {
  const { context, customer: known, services, viewer } = asked;
  const find = (name: string) => services.useCases.findCustomers(context, name);
  if (Array.from(text).length <= MAX_QUERY && fits(await find(text))) return 'a-name';
  const [first] = splits;
  if (first === undefined) return 'a-name';
  if (splits.every(({ said }) => lengthOf(said) > LONGEST_NOTE))
    return refused(FOLLOW_UP_TEXT[viewer.language].noteTooLong(lengthOf(first.said), LONGEST_NOTE), text, asked);
  let among: CustomerSearch | undefined;
  let other: CustomerMatch | undefined;
  for (const split of splits) {
    if (split.name === '') {
      if (known === undefined) continue;
      return other === undefined ? logFor(known, split.said, asked) : askWhich(known, other, split.said, asked);
    }
    const search = await find(split.name);
    // Where the customer is known, only a whole name means another.
    const customer = known === undefined || search.exact.length > 0 ? soleMatch(search) : undefined;
    if (customer !== undefined) {
      const second = await secondNamed(customer, split.name, text, asked);
      return second === undefined
        ? logFor(customer, split.said, asked)
        : askWhich(customer, second, split.said, asked, 'both');
    }
    other ??= known && otherThan(known, split.name, search);
    among ??= search;
  }
  if (among !== undefined && fits(among)) return askWhom(first, asked);
  const otherwise = await asked.onNobody?.();
  if (otherwise !== undefined) return otherwise;
  const nobody = nothingFound(plainName(first.name, 60), among?.others ?? [], viewer.language);
  return first.said === '' ? nobody : keepingTyped(nobody, text, asked);
}

/** Why nothing was logged. */
function refused(sentence: string, typed: string, asked: Asked): Message {
  return keepingTyped(plainMessage(sentence), typed, asked);
}

/** Gives a command's text back; a message stays where it was written. */
function keepingTyped(answer: Message, typed: string, { open, viewer }: Asked): Message {
  return open === null ? answer : withTyped(answer, typed, viewer.language);
}

/** What is said when the window could not be opened in time. */
function tooLate(said: string, { language }: Viewer): Message {
  const sentence = plainMessage(FOLLOW_UP_TEXT[language].typedTooLate);
  return said === '' ? sentence : withTyped(sentence, said, language);
}

function lengthOf(text: string): number {
  return Array.from(text).length;
}

/** Another customer whose name begins with what was said, so that the known one may not be meant. */
function otherThan(known: Named, name: string, search: CustomerSearch): CustomerMatch | undefined {
  const sole = Array.from(name).length < 3 ? undefined : soleMatch(search);
  return sole !== undefined && sole.id !== known.id && sole.how === 'prefix' ? sole : undefined;
}

/** Another customer that a sentence names after the one: "called ACME and Juniper, both fine". */
async function secondNamed(
  first: CustomerMatch,
  name: string,
  text: string,
  { context, services }: Asked,
): Promise<CustomerMatch | undefined> {
  const bare = name.replace(/\s*(?:and|&|\+)$/iu, '');
  const at = text.indexOf(bare);
  const [, rest] = at < 0 ? [] : (AND.exec(text.slice(at + bare.length)) ?? []);
  const words = rest?.split(/\s+/u).slice(0, 4) ?? [];
  for (let count = words.length; count > 0; count -= 1) {
    const part = words.slice(0, count).join(' ');
    if (Array.from(part).length < SHORTEST_SECOND) break;
    const search = await services.useCases.findCustomers(context, part);
    const sole = soleMatch(search);
    if (sole !== undefined && sole.id !== first.id && sole.how !== 'initials' && sole.how !== 'substring') return sole;
  }
  return undefined;
}

/** What joins a second name to a first, up to the end of that name's clause. */
const AND = /^\s*(?:,\s*)?(?:and|&|\+|plus|as well as|和|跟|与|與|及|以及|、)\s*(?:also |with )?([^,，;；:：。]+)/iu;
/** A shorter beginning of a name is more likely a word: "and got no answer". */
const SHORTEST_SECOND = 4;

/**
 * Nothing is logged before somebody has said with whom: the thread is about one customer and another is named, or one
 * sentence names `both`.
 */
async function askWhich(
  known: Named,
  other: Named,
  said: string,
  { open, services, viewer }: Asked,
  named: 'one' | 'both' = 'one',
) {
  if (open !== null) {
    await open(await logWindowForAnybody(said, viewer, services), tooLate(said, viewer));
    return undefined;
  }
  const text = CONVERSATION_TEXT[viewer.language];
  const names = [plainName(known.name, 80), plainName(other.name, 80)] as const;
  const lead = named === 'one' ? text.logWhich(...names) : text.logBoth(...names);
  return openQuestions(null, said, [], viewer.language, lead);
}

async function logFor(customer: Named, said: string, asked: Asked): Promise<Message | undefined> {
  const { services, viewer } = asked;
  const reading = await services.useCases.readLog(said, { today: viewer.today, languageHint: viewer.language });
  if (said === '' || reading.unsure.length > 0) return ask(customer, said, reading, asked);
  try {
    const done = await save(customer, reading, asked);
    asked.onLogged?.(customer.id);
    const noted = { customerId: customer.id, note: reading.note };
    return doneAnswer(done, reading, viewer, await complaintOffer(noted, asked.context, viewer, services));
  } catch (error) {
    const refusal = actionRefusalOf(error, viewer);
    if (refusal === undefined) throw error;
    return refused(refusal.sentence, said, asked);
  }
}

function save(customer: Named, reading: LogReading, { context, requestId, services, viewer }: Asked) {
  const { happenedOn, method, nextOn, note, outcome, satisfaction } = reading;
  const request: ContactRequest = {
    customerId: customer.id,
    requestId,
    source: 'slack',
    language: viewer.language,
    method: method ?? 'phone',
    outcome: outcome ?? 'reached',
    note,
    ...(happenedOn !== null && { happenedOn }),
    ...(nextOn !== null && { nextOn }),
    ...(satisfaction !== null && { satisfaction }),
  };
  return services.useCases.logContact(context, request);
}

/** What was understood, line by line, with *Undo* and *Change*. */
function doneAnswer(done: FollowUpDone, reading: LogReading, viewer: Viewer, complaint?: string): Message {
  const { language } = viewer;
  const text = FOLLOW_UP_TEXT[language];
  const { happenedOn, method, note, outcome, satisfaction } = reading;
  const lines = [
    text.logged(
      plainName(done.customerName, 140),
      METHOD_TEXT[language][method ?? 'phone'],
      OUTCOME_TEXT[language][outcome ?? 'reached'],
    ),
    ...(happenedOn === null || happenedOn === viewer.today
      ? []
      : [text.happened(shortDay(happenedOn, viewer.today, language))]),
    ...nextLines(done, [], viewer),
    ...(satisfaction === null ? [] : [text.satisfactionLine(satisfaction)]),
    text.noteLine(plainName(note, 500)),
  ];
  const { actionId, customerName } = done;
  return doneMessage({ actionId, complaint, customerName, lines }, language, { canChange: true });
}

/** The window with what was understood, and what is left open above it; where none can be opened, the button that does. */
async function ask(
  customer: Named,
  said: string,
  reading: LogReading,
  { context, onLogged, open, services, viewer }: Asked,
): Promise<Message | undefined> {
  if (open === null) {
    onLogged?.(customer.id);
    return openQuestions(customer, said, doubtsOf(said, reading, viewer), viewer.language);
  }
  await open(await logWindowFor(customer, said, context, viewer, services), tooLate(said, viewer));
  return undefined;
}

/** The window in which what somebody said of a contact is completed and logged. */
export async function logWindowFor(
  customer: Named,
  said: string,
  context: UseCaseContext,
  viewer: Viewer,
  { useCases }: Services,
): Promise<ModalView> {
  const reading = await useCases.readLog(said, { today: viewer.today, languageHint: viewer.language });
  const proposal = await useCases.proposeContact(context, customer.id);
  const draft = draftOf(said, reading);
  const questions = doubtsOf(said, reading, viewer);
  return logModal({ customerName: customer.name, proposal, draft, questions }, viewer, {
    customer: { customerId: customer.id, seenAt: viewer.now },
  });
}

/** Several customers have the name: the window asks for the one, and nothing that was typed is lost. */
async function askWhom({ said }: NotedContact, { open, services, viewer }: Asked): Promise<Message | undefined> {
  if (open === null) return openQuestions(null, said, [], viewer.language);
  await open(await logWindowForAnybody(said, viewer, services), tooLate(said, viewer));
  return undefined;
}

/** The same window, in which the customer is chosen. */
export async function logWindowForAnybody(said: string, viewer: Viewer, { useCases }: Services): Promise<ModalView> {
  const reading = await useCases.readLog(said, { today: viewer.today, languageHint: viewer.language });
  const about = { customerName: null, proposal: null, draft: draftOf(said, reading) };
  return logModal({ ...about, questions: doubtsOf(said, reading, viewer) }, viewer, {});
}

function doubtsOf(said: string, { unsure }: LogReading, { language, today }: Viewer): string[] {
  return said === '' ? [] : unsure.map((doubt) => logDoubtText(doubt, today, language));
}

function draftOf(said: string, reading: LogReading): ContactDraft {
  if (said === '') return {};
  const { happenedOn, method, nextOn, note, outcome, satisfaction } = reading;
  return {
    note,
    ...(method !== null && { method }),
    ...(outcome !== null && { outcome }),
    ...(nextOn !== null && { nextOn }),
    ...(happenedOn !== null && { happenedOn }),
    ...(satisfaction !== null && { satisfaction }),
  };
}
