import type { InputBlock, ModalView } from '@slack/types';
import type { CalendarDate } from '../../core/calendar-date.ts';
import { CONTACT_OUTCOMES, type ContactOutcome } from '../../core/follow-ups/contact-outcome.ts';
import { CONTACT_METHODS, type ContactMethod } from '../../core/grading/contact-methods.ts';
import { METHOD_TEXT, OUTCOME_TEXT } from '../../core/text/contact-text.ts';
import { FOLLOW_UP_TEXT } from '../../core/text/follow-up-text.ts';
import { shortDay } from '../../core/text/short-day.ts';
import type { ContactProposal } from '../use-cases/contact-proposal.ts';
import { ACTION } from './action-ids.ts';
import { type LogWindow, logWindowMetadata } from './log-window.ts';
import { cut, plainName } from './plain-name.ts';
import { type Block, bulletList, context, header, paragraph, plainText } from './rich-text.ts';
import type { Viewer } from './viewer.ts';

/** The ids by which the submitted window and its fields come back; that of the customer is `ACTION.findCustomer`. */
export const LOG_VIEW = 'log_contact';
export const LOG_FIELD = {
  method: 'method',
  outcome: 'outcome',
  note: 'note',
  nextOn: 'next_on',
  satisfaction: 'satisfaction',
  happenedOn: 'happened_on',
} as const;

/** Slack's limit for a text that a person types. */
const LONGEST_NOTE = 3000;

const MOST_QUESTIONS = 10;

/** What is filled in already. */
export interface ContactDraft {
  readonly method?: ContactMethod | undefined;
  readonly outcome?: ContactOutcome | undefined;
  readonly note?: string | undefined;
  readonly nextOn?: CalendarDate | undefined;
  readonly satisfaction?: number | undefined;
  readonly happenedOn?: CalendarDate | undefined;
}

/** What the window is about. */
export interface LogModal {
  /** Its name; null: the customer is chosen in the window. */
  readonly customerName: string | null;
  readonly proposal: ContactProposal | null;
  readonly draft?: ContactDraft;
  /** Says that somebody else was quicker: the contact is then logged on purpose. */
  readonly quicker?: string | undefined;
  /** What the person's own words left open. */
  readonly questions?: readonly string[];
}

/**
 * The window in which a contact is logged. All that is usual is filled in, so that saving is enough; how satisfied the
 * customer is comes first when it is time to ask.
 */
export function logModal(about: LogModal, viewer: Viewer, window: LogWindow): ModalView {
  const { customerName, draft = {}, proposal, questions = [], quicker } = about;
  const { language } = viewer;
  const text = FOLLOW_UP_TEXT[language];
  const satisfaction = satisfactionField(draft.satisfaction, viewer);
  const asksFirst = proposal?.asksSatisfaction ?? false;
  const top: Block[] = [
    ...(customerName === null ? [customerField(viewer)] : [header(plainName(customerName, 140))]),
    ...(quicker === undefined ? [] : [paragraph(plainName(quicker, 500)), context(text.logAnywayHint)]),
    ...(questions.length === 0 ? [] : [bulletList(text.questions, questions.slice(0, MOST_QUESTIONS))]),
  ];
  return {
    type: 'modal',
    callback_id: LOG_VIEW,
    private_metadata: logWindowMetadata(window),
    title: plainText(text.log, 24),
    submit: plainText(quicker === undefined ? text.save : text.logAnyway, 24),
    close: plainText(text.cancel, 24),
    blocks: [
      ...top,
      ...(asksFirst ? [satisfaction] : []),
      methodField(draft.method ?? proposal?.methods[0] ?? 'phone', proposal?.methods ?? [], viewer),
      outcomeField(draft.outcome ?? 'reached', viewer),
      noteField(draft.note, viewer),
      dayField(LOG_FIELD.nextOn, text.nextOn, draft.nextOn ?? proposal?.agreedOn ?? undefined, {
        hint: text.nextHint(proposal?.rhythmOn ? shortDay(proposal.rhythmOn, viewer.today, language) : null),
      }),
      ...(asksFirst ? [] : [satisfaction]),
      dayField(LOG_FIELD.happenedOn, text.happenedOn, draft.happenedOn ?? viewer.today),
    ],
  };
}

function customerField({ language }: Viewer): InputBlock {
  const text = FOLLOW_UP_TEXT[language];
  return {
    type: 'input',
    block_id: ACTION.findCustomer,
    label: plainText(text.customer, 2000),
    element: {
      type: 'external_select',
      action_id: ACTION.findCustomer,
      min_query_length: 1,
      placeholder: plainText(text.customerPlaceholder, 150),
    },
  };
}

/** Every method, those that suit the customer first. */
function methodField(chosen: ContactMethod, fitting: readonly ContactMethod[], { language }: Viewer): InputBlock {
  const methods = [...new Set([...fitting, ...CONTACT_METHODS])];
  const options = methods.map((method) => ({ text: plainText(METHOD_TEXT[language][method], 75), value: method }));
  return select(LOG_FIELD.method, FOLLOW_UP_TEXT[language].method, options, chosen);
}

function outcomeField(chosen: ContactOutcome, { language }: Viewer): InputBlock {
  const options = CONTACT_OUTCOMES.map((outcome) => ({
    text: plainText(OUTCOME_TEXT[language][outcome], 75),
    value: outcome,
  }));
  return select(LOG_FIELD.outcome, FOLLOW_UP_TEXT[language].outcome, options, chosen);
}

function satisfactionField(chosen: number | undefined, { language }: Viewer): InputBlock {
  const text = FOLLOW_UP_TEXT[language];
  const options = text.scores.map((score, index) => ({ text: plainText(score, 75), value: String(index + 1) }));
  return { ...select(LOG_FIELD.satisfaction, text.satisfaction, options, String(chosen ?? '')), optional: true };
}

function noteField(note: string | undefined, { language }: Viewer): InputBlock {
  return {
    type: 'input',
    block_id: LOG_FIELD.note,
    optional: true,
    label: plainText(FOLLOW_UP_TEXT[language].note, 2000),
    ...((note?.length ?? 0) > LONGEST_NOTE && {
      hint: plainText(FOLLOW_UP_TEXT[language].noteCut(LONGEST_NOTE), 2000),
    }),
    element: {
      type: 'plain_text_input',
      action_id: LOG_FIELD.note,
      multiline: true,
      max_length: LONGEST_NOTE,
      ...(note !== undefined && note !== '' && { initial_value: cut(note, LONGEST_NOTE) }),
    },
  };
}

type Option = { readonly text: ReturnType<typeof plainText>; readonly value: string };

function select(id: string, label: string, options: Option[], chosen: string): InputBlock {
  const initial = options.find(({ value }) => value === chosen);
  return {
    type: 'input',
    block_id: id,
    label: plainText(label, 2000),
    element: { type: 'static_select', action_id: id, options, ...(initial && { initial_option: initial }) },
  };
}

/** A day to choose, empty or filled in; leaving it empty is always possible. */
export function dayField(
  id: string,
  label: string,
  day: CalendarDate | undefined,
  { hint }: { readonly hint?: string } = {},
): InputBlock {
  return {
    type: 'input',
    block_id: id,
    optional: true,
    label: plainText(label, 2000),
    ...(hint !== undefined && { hint: plainText(hint, 2000) }),
    element: { type: 'datepicker', action_id: id, ...(day !== undefined && { initial_date: day }) },
  };
}
