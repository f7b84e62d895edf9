import type { ModalView } from '@slack/types';
import type { LogReading } from '../../../core/follow-ups/log-reading.ts';
import type { NotedContact } from '../../../core/questions/question.ts';
import { METHOD_TEXT, OUTCOME_TEXT } from '../../../core/text/contact-text.ts';
import { FOLLOW_UP_TEXT } from '../../../core/text/follow-up-text.ts';
import { logDoubtText } from '../../../core/text/log-doubt-text.ts';
import { shortDay } from '../../../core/text/short-day.ts';
import { doneMessage } from '../../blocks/done-answer.ts';
import { type ContactDraft, logModal } from '../../blocks/log-modal.ts';
import { plainName } from '../../blocks/plain-name.ts';
import { type Message, plainMessage } from '../../blocks/rich-text.ts';
import { nothingFound } from '../../blocks/search-answer.ts';
import type { Viewer } from '../../blocks/viewer.ts';
import type { FollowUpDone } from '../../use-cases/act-on-customer.ts';
import type { UseCaseContext } from '../../use-cases/context.ts';
import type { CustomerMatch, CustomerSearch } from '../../use-cases/customer-card.ts';
import type { ContactRequest } from '../../use-cases/log-contact.ts';
import { actionRefusalOf } from '../action-refusal.ts';
import { nextLines } from '../done-window-of.ts';
import type { Services } from '../services.ts';
import { type CustomerQuery, MAX_QUERY } from './query.ts';
import { soleMatch } from './sole-match.ts';

/** Opens a window for what was typed; says `tooLate` when that is too long ago. */
export type OpenWindow = (view: ModalView, tooLate: string) => Promise<void>;

/** Who typed, and how the answer gets there. */
interface Asked {
  readonly context: UseCaseContext;
  readonly viewer: Viewer;
  readonly services: Services;
  readonly open: OpenWindow;
  readonly requestId: string;
}

/**
 * `/customer ACME log called, wants a quote by Friday`: logs it and says what was understood, or asks in a window what is
 * left open. `a-name` when the text is a customer's name after all; undefined when a window is the answer.
 */
export async function loggedAnswer(
  { splits, text }: CustomerQuery & { kind: 'log' },
  asked: Asked,
): Promise<Message | 'a-name' | undefined> {
  const { context, services, viewer } = asked;
  const find = (name: string) => services.useCases.findCustomers(context, name);
  if (Array.from(text).length <= MAX_QUERY && fits(await find(text))) return 'a-name';
  const [first] = splits;
  if (first === undefined) return 'a-name';
  let among: CustomerSearch | undefined;
  for (const split of splits) {
    const search = await find(split.name);
    const customer = soleMatch(search);
    if (customer !== undefined) return logFor(customer, split.said, asked);
    among ??= search;
  }
  if (among !== undefined && fits(among)) return askWhom(first, asked);
  return nothingFound(plainName(first.name, 60), among?.others ?? [], viewer.language);
}

function fits({ exact, others }: CustomerSearch): boolean {
  return exact.length > 0 || others.some(({ how }) => how !== 'close');
}

async function logFor(customer: CustomerMatch, said: string, asked: Asked): Promise<Message | undefined> {
  const { services, viewer } = asked;
  const reading = await services.useCases.readLog(said, { today: viewer.today, languageHint: viewer.language });
  if (said === '' || reading.unsure.length > 0) return ask(customer, said, reading, asked);
  try {
    return doneAnswer(await save(customer, reading, asked), reading, viewer);
  } catch (error) {
    const refusal = actionRefusalOf(error, viewer);
    if (refusal === undefined) throw error;
    return plainMessage(refusal.sentence);
  }
}

function save(customer: CustomerMatch, reading: LogReading, { context, requestId, services, viewer }: Asked) {
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
function doneAnswer(done: FollowUpDone, reading: LogReading, viewer: Viewer): Message {
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
  return doneMessage({ actionId, customerName, lines }, language, { canChange: true });
}

/** The window with what was understood, and what is left open above it. */
async function ask(customer: CustomerMatch, said: string, reading: LogReading, asked: Asked): Promise<undefined> {
  const { context, open, services, viewer } = asked;
  const proposal = await services.useCases.proposeContact(context, customer.id);
  const questions =
    said === '' ? [] : reading.unsure.map((doubt) => logDoubtText(doubt, viewer.today, viewer.language));
  const draft = draftOf(said, reading);
  const view = logModal({ customerName: customer.name, proposal, draft, questions }, viewer, {
    customer: { customerId: customer.id, seenAt: viewer.now },
  });
  await open(view, FOLLOW_UP_TEXT[viewer.language].typedTooLate);
  return undefined;
}

/** Several customers have the name: the window asks for the one, and nothing that was typed is lost. */
async function askWhom({ said }: NotedContact, { open, services, viewer }: Asked): Promise<undefined> {
  const reading = await services.useCases.readLog(said, { today: viewer.today, languageHint: viewer.language });
  const questions =
    said === '' ? [] : reading.unsure.map((doubt) => logDoubtText(doubt, viewer.today, viewer.language));
  const view = logModal({ customerName: null, proposal: null, draft: draftOf(said, reading), questions }, viewer, {});
  await open(view, FOLLOW_UP_TEXT[viewer.language].typedTooLate);
  return undefined;
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
