import type { ActionsBlock, RichTextElement } from '@slack/types';
import { type ComplaintState, isComplaintCause, isComplaintChannel } from '../../core/follow-ups/complaint.ts';
import { CARD_TEXT } from '../../core/text/card-text.ts';
import { COMPLAINT_TEXT, type ComplaintText } from '../../core/text/complaint-text.ts';
import { formatDate, formatMoney } from '../../core/text/format.ts';
import type { Language } from '../../core/text/language.ts';
import { MORE_TEXT } from '../../core/text/more-text.ts';
import { PROSPECT_TEXT } from '../../core/text/prospect-text.ts';
import { SURVEY_TEXT } from '../../core/text/survey-text.ts';
import type { CardComplaint, CardSigning } from '../use-cases/card-service.ts';
import type { CustomerCard } from '../use-cases/customer-card.ts';
import { ACTION } from './action-ids.ts';
import { followUpValue } from './follow-up-button.ts';
import type { MoreEntry, MoreGroup } from './more-window.ts';
import { plainName } from './plain-name.ts';
import { type Block, bold, context, inLines, plainText, richText, run } from './rich-text.ts';
import type { Viewer } from './viewer.ts';

/** How many open complaints a card shows; few customers ever have more. */
const CARD_COMPLAINTS = 3;

/** Open complaints, each with its time and its buttons. */
export function complaintBlocks({ id, name, service }: CustomerCard, { language, now }: Viewer): Block[] {
  const text = COMPLAINT_TEXT[language];
  const short = plainName(name, 30);
  const left = service.complaints.length - CARD_COMPLAINTS;
  const shown = service.complaints.slice(0, CARD_COMPLAINTS).flatMap((complaint, at): Block[] => {
    const value = followUpValue({ customerId: id, seenAt: now, subject: complaint.id });
    const button = (actionId: string, label: string, accessible: string) => ({
      type: 'button' as const,
      action_id: `${actionId}_${at + 1}`,
      text: plainText(label, 75),
      value,
      accessibility_label: plainName(accessible, 75),
    });
    const buttons: ActionsBlock = {
      type: 'actions',
      block_id: `${COMPLAINT_BLOCK}_${at + 1}`,
      elements: [
        ...(complaint.answeredAt === null ? [button(ACTION.answered, text.answered, text.answeredLabel(short))] : []),
        button(ACTION.closeComplaint, text.closeIt, text.closeLabel(short)),
      ],
    };
    return [richText(inLines(...complaintLines(complaint, language))), buttons];
  });
  return left > 0 ? [...shown, context(text.more(left))] : shown;
}

/** Begins the `block_id` of a complaint's buttons, which are the card's. */
export const COMPLAINT_BLOCK = 'card_complaint';

function complaintLines(complaint: CardComplaint, language: Language): RichTextElement[][] {
  const text = COMPLAINT_TEXT[language];
  const { cause, channel, description } = complaint;
  const about = [
    ...(cause !== null && isComplaintCause(cause) ? [text.causes[cause]] : []),
    ...(channel !== null && isComplaintChannel(channel) ? [text.channels[channel]] : []),
  ];
  const what = plainName(description ?? '', 300);
  return [
    [bold(text.complaint), ...about.map((word) => run(` · ${word}`))],
    ...(what === '' ? [] : [[run(what)]]),
    timeLine(complaint, text),
  ];
}

function timeLine({ state, answerBy, answeredAt }: CardComplaint, text: ComplaintText): RichTextElement[] {
  if (answeredAt !== null) return [run(`${text.answeredAt} `), moment(answeredAt), run(` · ${text.notClosed}`)];
  const urgent: readonly ComplaintState[] = ['near', 'late'];
  const words = `${state === 'late' ? text.wasDue : text.answerBy} `;
  return [urgent.includes(state) ? bold(words) : run(words), moment(answerBy)];
}

/** A moment as the reader's Slack shows it: in its zone and language. */
export function moment(at: Date): RichTextElement {
  const fallback = `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  return { type: 'date', timestamp: Math.floor(at.getTime() / 1000), format: '{date_short_pretty} {time}', fallback };
}

/** On the card: the latest survey and whether it is time for the next, and what a prospect is expected to sign for. */
export function serviceLines({ service }: CustomerCard, { language }: Viewer): RichTextElement[][] {
  const { asksSatisfaction, signing, survey } = service;
  const { colon } = CARD_TEXT[language];
  const text = SURVEY_TEXT[language];
  const isKnown = signing !== null && (signing.amount !== null || signing.on !== null);
  return [
    ...(signing !== null && (isKnown || signing.isAsked)
      ? [[isKnown ? run(signingText(signing, language)) : bold(signingText(signing, language))]]
      : []),
    ...(survey === null
      ? []
      : [
          [
            bold(`${text.satisfaction}${colon}`),
            run(text.latest(survey.score, formatDate(survey.on, language))),
            ...(asksSatisfaction ? [run(` · ${text.timeToAsk}`)] : []),
          ],
        ]),
    ...(survey === null && asksSatisfaction ? [[run(text.timeToAsk)]] : []),
  ];
}

/** "Expected: ¥300,000 on 12 Dec 2026", or what of it is missing. */
export function signingText({ amount, currency, on }: CardSigning, language: Language): string {
  const money = amount === null ? null : plainName(formatMoney(amount, language, { currency }), 40);
  return PROSPECT_TEXT[language].expectedLine(money, on === null ? null : formatDate(on, language));
}

/** Buttons that the card has of its own when it is time for them, before *More*; the rest is behind that. */
export function dueServiceEntries({ name, service }: CustomerCard, { language }: Viewer): MoreEntry[] {
  const short = plainName(name, 30);
  const prospect = PROSPECT_TEXT[language];
  const survey = SURVEY_TEXT[language];
  const { asksSatisfaction, signing } = service;
  return [
    ...(signing?.isAsked === true
      ? [{ actionId: ACTION.expected, label: prospect.expected, accessible: prospect.expectedLabel(short) }]
      : []),
    ...(asksSatisfaction
      ? [{ actionId: ACTION.satisfaction, label: survey.satisfaction, accessible: survey.satisfactionLabel(short) }]
      : []),
  ];
}

/** What the *More* window offers of complaints and satisfaction. */
export function serviceGroup({ closed, name }: CustomerCard, { language }: Viewer): MoreGroup {
  const short = plainName(name, 30);
  const complaint = COMPLAINT_TEXT[language];
  const survey = SURVEY_TEXT[language];
  const entries = [
    { actionId: ACTION.complaint, label: complaint.complaint, accessible: complaint.complaintLabel(short) },
    { actionId: ACTION.satisfaction, label: survey.satisfaction, accessible: survey.satisfactionLabel(short) },
  ];
  return { heading: MORE_TEXT[language].service, entries: closed === null ? entries : [] };
}

/** What the *More* window offers for a prospect alone. */
export function prospectGroup({ closed, name, service }: CustomerCard, { language }: Viewer): MoreGroup {
  const short = plainName(name, 30);
  const text = PROSPECT_TEXT[language];
  const entries = [
    { actionId: ACTION.won, label: text.won, accessible: text.wonLabel(short) },
    { actionId: ACTION.lost, label: text.lost, accessible: text.lostLabel(short) },
    { actionId: ACTION.expected, label: text.expected, accessible: text.expectedLabel(short) },
  ];
  const isProspect = closed === null && service.signing !== null;
  return { heading: MORE_TEXT[language].prospect, entries: isProspect ? entries : [] };
}
