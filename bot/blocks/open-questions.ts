import { CONVERSATION_TEXT } from '../../core/text/conversation-text.ts';
import { FOLLOW_UP_TEXT } from '../../core/text/follow-up-text.ts';
import type { Language } from '../../core/text/language.ts';
import { ACTION } from './action-ids.ts';
import { cut, plainName } from './plain-name.ts';
import { bulletList, type Message, message, paragraph, plainText } from './rich-text.ts';

/** Slack's limit for what a button carries. */
const LONGEST_VALUE = 2000;

/** What somebody said of a contact, and with whom it was; null: that is to be chosen. */
export interface SaidContact {
  readonly customerId: string | null;
  readonly said: string;
}

/** Reads what the button of {@link openQuestions} carries. */
export function readSaidContact(value: string): SaidContact {
  const [id = '', ...said] = value.split('\n');
  return { customerId: id === '' ? null : id, said: said.join(' ') };
}

/**
 * Nothing was logged, because something is open: what, and the button to the window that asks it. `questions` may be empty;
 * without a customer several have the name that was said, or `why`.
 */
export function openQuestions(
  customer: { readonly id: string; readonly name: string } | null,
  said: string,
  questions: readonly string[],
  language: Language,
  why?: string,
): Message {
  const words = CONVERSATION_TEXT[language];
  const text = FOLLOW_UP_TEXT[language];
  const name = customer === null ? '' : plainName(customer.name, 80);
  const lead = why ?? (customer === null ? words.logWhom : words.logOpen(name));
  const value = `${customer?.id ?? ''}\n${said.replaceAll('\n', ' ')}`;
  const isCut = value.length > LONGEST_VALUE;
  const asked = questions.length === 0 && customer !== null ? [text.method] : questions;
  return message(`${lead} ${asked.join(' ')}`, [
    asked.length === 0 ? paragraph(lead) : bulletList(lead, asked.slice(0, 10)),
    ...(isCut ? [paragraph(words.saidCut(LONGEST_VALUE - value.length + said.length))] : []),
    {
      type: 'actions',
      elements: [
        {
          type: 'button',
          action_id: ACTION.logSaid,
          text: plainText(text.log, 75),
          value: cut(value, LONGEST_VALUE),
          style: 'primary',
          accessibility_label: plainName(customer === null ? text.log : text.logLabel(name), 75),
        },
      ],
    },
  ]);
}
