import type { ActionsBlock, RichTextElement } from '@slack/types';
import type { DueReason } from '../../core/follow-ups/day-plan.ts';
import type { SchemesInUse } from '../../core/follow-ups/service-levels.ts';
import { COMPLAINT_TEXT } from '../../core/text/complaint-text.ts';
import { METHOD_TEXT } from '../../core/text/contact-text.ts';
import { bookLoadText, comesOnText, dueReasonText, effortText } from '../../core/text/day-plan-text.ts';
import { emptyListText, FOLLOW_UP_LIST_TEXT } from '../../core/text/follow-up-list-text.ts';
import { FOLLOW_UP_TEXT } from '../../core/text/follow-up-text.ts';
import { tierText } from '../../core/text/grading-text.ts';
import { HOME_TEAM_TEXT } from '../../core/text/home-team-text.ts';
import { nearDay } from '../../core/text/short-day.ts';
import type { DoneToday, ListedCustomer, RepDay } from '../use-cases/rep-day.ts';
import { ACTION } from './action-ids.ts';
import { listKey } from './customer-window.ts';
import { followUpValue } from './follow-up-button.ts';
import { plainName } from './plain-name.ts';
import {
  type Block,
  bold,
  context,
  header,
  inLines,
  type Message,
  message,
  paragraph,
  plainText,
  richText,
  run,
  section,
  userMention,
} from './rich-text.ts';
import type { Viewer } from './viewer.ts';

/** Two blocks each; together with all else well under the 50 of a message, and their texts under 12,000 characters. */
const MOST_WITH_BUTTONS = 15;
/** A line each. */
const MOST_MORE = 10;
const MOST_CARRIED = 10;
const MOST_DONE = 15;
const LONGEST_NAME = 70;
const LONGEST_WHY = 160;

/** How a day is shown. */
export interface DayShown {
  readonly viewer: Viewer;
  /** Whether it is the reader's own; else it says whose. */
  readonly isOwn: boolean;
  /** When it was put together: whoever did something since then was quicker than a button of it. */
  readonly seenAt: Date;
  /** Shown to the asker alone: what is done by its buttons puts it anew. Default: it is a message that is kept up to date anyway. */
  readonly isAsked?: boolean;
  /** What can be done about a contact beside logging it; default `decide`: it is put off, skipped, or its complaint answered. */
  readonly offers?: 'decide' | 'reassign';
  /** Whether each contact has a button to its customer's card, which opens in a window. Default: no. */
  readonly hasCards?: boolean;
  /** Contacts that have buttons; the others are named. Default 15, which is also the most. */
  readonly mostWithButtons?: number;
}

/**
 * A rep's day as a list: how much there is, each contact with why, how and its buttons, what was done, what is carried over
 * and when it comes, and what the book takes. All that comes from outside stands in plain or rich text.
 */
export function followUpList(day: RepDay, shown: DayShown): Message {
  const { viewer, isOwn, mostWithButtons = MOST_WITH_BUTTONS } = shown;
  const text = FOLLOW_UP_LIST_TEXT[viewer.language];
  const first = headline(day, shown);
  const whose = plainName(text.whose(day.name), 140);
  const named = day.today.slice(0, mostWithButtons);
  const others = day.today.slice(mostWithButtons);
  const blocks: Block[] = [
    ...(isOwn ? [] : [context(whose)]),
    ...(day.today.length === 0 ? [paragraph(first)] : [header(first)]),
    ...named.flatMap((contact, index) => [item(contact, index, day, viewer), buttons(contact, index, day, shown)]),
    ...moreToday(others, day, viewer),
    ...doneList(day, viewer),
    ...carriedList(day, viewer),
    ...(day.customers === 0 ? [] : [context(bookLine(day, viewer))]),
  ];
  return message(isOwn ? first : `${whose}. ${first}`, blocks);
}

/** The day in one sentence: what there is to do, or why there is nothing. */
function headline(day: RepDay, { isOwn, viewer }: DayShown): string {
  const { language, today } = viewer;
  const text = FOLLOW_UP_LIST_TEXT[language];
  const date = nearDay(day.date, today, language);
  if (day.isAway) return text.away(isOwn ? null : plainName(day.name, 60), date);
  if (!day.isWorkingDay) return text.dayOff(date);
  if (day.today.length > 0) {
    const [effort, budget] = [day.plannedMinutes, day.budgetMinutes].map((minutes) => effortText(minutes, language));
    return text.headline(day.today.length, date, effort ?? '', budget ?? '');
  }
  return emptyListText(day, today, date, language);
}

function item(contact: RepDay['today'][number], index: number, day: RepDay, viewer: Viewer): Block {
  const { language } = viewer;
  const text = FOLLOW_UP_LIST_TEXT[language];
  const why = whyText(contact.reasons, viewer);
  const asks = contact.asksSatisfaction ? ` · ${text.asksSatisfaction}` : '';
  const covered = contact.coveredFor === null ? [] : [run(` · ${text.coveredFor(plainName(contact.coveredFor, 40))}`)];
  return richText(
    inLines(
      [
        run(`${index + 1}. `),
        bold(nameOf(contact)),
        run(` · ${tierOf(contact, day.schemes, viewer)} · ${effortText(contact.minutes, language)}`),
        ...covered,
      ],
      [run(`${METHOD_TEXT[language][contact.method]} · ${why}${asks}`)],
    ),
  );
}

function buttons(
  contact: RepDay['today'][number],
  index: number,
  { date: on, memberId }: RepDay,
  { hasCards = false, isAsked = false, offers = 'decide', seenAt, viewer }: DayShown,
): ActionsBlock {
  const text = FOLLOW_UP_LIST_TEXT[viewer.language];
  const complaint = COMPLAINT_TEXT[viewer.language];
  const followUp = FOLLOW_UP_TEXT[viewer.language];
  const home = HOME_TEAM_TEXT[viewer.language];
  const name = plainName(contact.name, 40);
  const { complaintId, customerId } = contact;
  const button = (id: string, label: string, accessible: string, subject?: string) => ({
    type: 'button' as const,
    action_id: `${id}_${index + 1}`,
    text: plainText(label, 75),
    value: followUpValue({ customerId, seenAt, subject }),
    accessibility_label: plainName(accessible, 75),
  });
  return {
    type: 'actions',
    ...(isAsked && { block_id: `${listKey({ memberId, on })}|${index + 1}` }),
    elements: [
      button(ACTION.logContact, text.log, text.logLabel(name)),
      ...(offers === 'reassign'
        ? [button(ACTION.reassign, followUp.reassign, followUp.reassignLabel(name))]
        : [
            button(ACTION.snooze, text.snooze, text.snoozeLabel(name)),
            // a complaint is not skipped, and stays when a contact is logged
            complaintId === undefined
              ? button(ACTION.skip, text.skip, text.skipLabel(name))
              : button(ACTION.answered, complaint.answered, complaint.answeredLabel(name), complaintId),
          ]),
      ...(hasCards ? [{ ...button(ACTION.digestCard, home.card, home.cardLabel(name)), value: customerId }] : []),
    ],
  };
}

/** Contacts that are in the day as well, when the message cannot hold a button for each. */
function moreToday(contacts: RepDay['today'], day: RepDay, viewer: Viewer): Block[] {
  if (contacts.length === 0) return [];
  const text = FOLLOW_UP_LIST_TEXT[viewer.language];
  const lines = contacts
    .slice(0, MOST_MORE)
    .map((contact) => [
      bold(nameOf(contact)),
      run(` · ${tierOf(contact, day.schemes, viewer)} · ${METHOD_TEXT[viewer.language][contact.method]}`),
    ]);
  return [list(text.alsoToday(contacts.length), lines, contacts.length - lines.length, viewer)];
}

function doneList(day: RepDay, viewer: Viewer): Block[] {
  if (day.done.length === 0) return [];
  const text = FOLLOW_UP_LIST_TEXT[viewer.language];
  const lines = day.done.slice(0, MOST_DONE).map((done) => doneLine(done, viewer));
  return [list(text.doneCount(day.done.length), lines, day.done.length - lines.length, viewer)];
}

function doneLine(done: DoneToday, { language }: Viewer): RichTextElement[] {
  const text = FOLLOW_UP_LIST_TEXT[language];
  const isKnown = done.by !== null && /^[UW][A-Z0-9]+$/.test(done.by);
  return [
    { type: 'text', text: nameOf(done), style: { strike: true } },
    run(` · ${text.kinds[done.kind] ?? text.done} · `),
    isKnown ? userMention(done.by ?? '') : run(text.commandLine),
    run(' '),
    {
      type: 'date',
      timestamp: Math.floor(done.at.getTime() / 1000),
      format: '{time}',
      fallback: `${done.at.toISOString().slice(11, 16)} UTC`,
    },
  ];
}

function carriedList(day: RepDay, viewer: Viewer): Block[] {
  const { carriedOver, carriedOverCount } = day;
  if (carriedOverCount === 0) return [];
  const { language, today } = viewer;
  const text = FOLLOW_UP_LIST_TEXT[language];
  const heading = text.carriedOver(carriedOverCount, day.isWorkingDay);
  if (carriedOver.length === 0) return [richText(section(bold(heading)))];
  const lines = carriedOver.slice(0, MOST_CARRIED).map((contact) => {
    const { comesOn } = contact;
    const when =
      comesOn === null ? text.after(nearDay(day.knownUntil, today, language)) : comesOnText(comesOn, today, language);
    return [
      bold(nameOf(contact)),
      run(` · ${tierOf(contact, day.schemes, viewer)} · ${whyText(contact.reasons.slice(0, 1), viewer)} · ${when}`),
    ];
  });
  return [list(heading, lines, carriedOverCount - lines.length, viewer)];
}

/** A bold heading, a line each, and how many more there are. */
function list(heading: string, lines: readonly RichTextElement[][], more: number, { language }: Viewer): Block {
  const text = FOLLOW_UP_LIST_TEXT[language];
  const all = more > 0 ? [...lines, [run(text.more(more))]] : lines;
  return richText(section(bold(heading)), {
    type: 'rich_text_list',
    style: 'bullet',
    elements: all.map((line) => section(...line)),
  });
}

function bookLine({ customers, loadDays, paused }: RepDay, { language }: Viewer): string {
  const load = bookLoadText({ days: loadDays, ofDays: 20, overDays: loadDays - 20 }, language);
  return `${FOLLOW_UP_LIST_TEXT[language].book(customers, paused)} · ${load}`;
}

function whyText(reasons: readonly DueReason[], viewer: Viewer): string {
  const { language } = viewer;
  const all = reasons.map((reason) => dueReasonText(reason, viewer, language)).join(language === 'en' ? '; ' : '；');
  return plainName(all, LONGEST_WHY);
}

function nameOf({ name }: ListedCustomer): string {
  return plainName(name, LONGEST_NAME) || '–';
}

/** The tier as its scheme titles it, or a dash. */
function tierOf({ stage, tier }: ListedCustomer, schemes: SchemesInUse, { language }: Viewer): string {
  const scheme = stage === 'prospect' ? schemes.prospects : schemes.customers;
  if (tier === null) return FOLLOW_UP_LIST_TEXT[language].noTier;
  return plainName(scheme === undefined ? tier : tierText(tier, scheme, language), 40);
}
