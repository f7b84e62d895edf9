import { COMPLAINT_WARNING_TEXT } from '../../core/text/complaint-warning-text.ts';
import type { Language } from '../../core/text/language.ts';
import { ACTION } from './action-ids.ts';
import { plainName } from './plain-name.ts';
import { type Message, message, paragraph, plainText, richText, run, section } from './rich-text.ts';

/** What is told of a complaint that is about to run late. */
export interface ComplaintWarning {
  readonly customerId: string;
  readonly name: string;
  readonly answerBy: Date;
  /** Whom it is told. */
  readonly told: 'owner' | 'manager';
  /** The name of whoever looks after the customer; null: nobody does. */
  readonly owner: string | null;
}

/** The message about a complaint that still has no answer, with a button for the customer's card. */
export function complaintWarning(warning: ComplaintWarning, language: Language): Message {
  const text = COMPLAINT_WARNING_TEXT[language];
  const name = plainName(warning.name, 100);
  const owner = warning.owner === null ? null : plainName(warning.owner, 80);
  const first = warning.told === 'owner' ? text.ownerTold(name) : text.managerTold(name, owner);
  const fallback = `${warning.answerBy.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  const timestamp = Math.floor(warning.answerBy.getTime() / 1000);
  const moment = { type: 'date', timestamp, format: '{date_short_pretty} {time}', fallback } as const;
  return message(first, [
    paragraph(first),
    richText(section(run(`${text.answerBy} `), moment)),
    {
      type: 'actions',
      elements: [
        {
          type: 'button',
          action_id: `${ACTION.show}_1`,
          text: plainText(text.show, 75),
          value: warning.customerId,
          accessibility_label: plainName(text.showLabel(plainName(name, 50)), 75),
        },
      ],
    },
  ]);
}
