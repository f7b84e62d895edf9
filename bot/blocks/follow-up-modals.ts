import type { ModalView } from '@slack/types';
import { addDays, type CalendarDate } from '../../core/calendar-date.ts';
import { FOLLOW_UP_TEXT } from '../../core/text/follow-up-text.ts';
import { shortDay } from '../../core/text/short-day.ts';
import type { SnoozeDays } from '../use-cases/snooze-days.ts';
import type { TeamMember } from '../use-cases/team-members.ts';
import { type CustomerWindow, customerWindowMetadata } from './customer-window.ts';
import { dayField } from './log-modal.ts';
import { plainName } from './plain-name.ts';
import { type Block, header, plainText } from './rich-text.ts';
import type { Viewer } from './viewer.ts';

/** The ids by which the submitted windows and their fields come back. */
export const FOLLOW_UP_VIEW = {
  snooze: 'snooze_follow_up',
  skip: 'skip_follow_up',
  pause: 'pause_follow_up',
  reassign: 'reassign_customer',
} as const;
export const FOLLOW_UP_FIELD = { until: 'until', day: 'day', reason: 'reason', owner: 'owner' } as const;

const LONGEST_REASON = 500;
/** Slack's limit for the options of one menu. */
const MOST_MEMBERS = 100;

/** The window in which a follow-up is put off: until one of the days proposed, or another. */
export function snoozeModal(name: string, viewer: Viewer, window: CustomerWindow, proposed: SnoozeDays): ModalView {
  const { language, today } = viewer;
  const text = FOLLOW_UP_TEXT[language];
  const days: readonly (readonly [string, CalendarDate])[] = [
    [proposed.next === addDays(today, 1) ? text.tomorrow : text.nextWorkingDay, proposed.next],
    // A day off moved it: it is no longer in three days, and the next one says it better.
    ...(proposed.inThreeDays === addDays(today, 3) ? [[text.inThreeDays, proposed.inThreeDays] as const] : []),
    [text.nextWeek, proposed.nextWeek],
    ...(proposed.inAWeek === addDays(today, 7) ? [[text.inAWeek, proposed.inAWeek] as const] : []),
  ];
  const isFirst = ([, day]: readonly [string, CalendarDate], index: number) =>
    days.findIndex(([, each]) => each === day) === index;
  const options = days.filter(isFirst).map(([label, day], index) => ({
    text: plainText(`${label} · ${shortDay(day, today, language)}`, 75),
    value: `${index} ${day}`,
  }));
  return modal(FOLLOW_UP_VIEW.snooze, text.snooze, name, viewer, window, [
    {
      type: 'input',
      block_id: FOLLOW_UP_FIELD.until,
      label: plainText(text.until, 2000),
      element: {
        type: 'radio_buttons',
        action_id: FOLLOW_UP_FIELD.until,
        options,
        ...(options[0] && { initial_option: options[0] }),
      },
    },
    dayField(FOLLOW_UP_FIELD.day, text.pickDay, undefined),
  ]);
}

/** The window in which a contact is left out on purpose. */
export function skipModal(name: string, viewer: Viewer, window: CustomerWindow): ModalView {
  const text = FOLLOW_UP_TEXT[viewer.language];
  return modal(FOLLOW_UP_VIEW.skip, text.skip, name, viewer, window, [
    {
      type: 'input',
      block_id: FOLLOW_UP_FIELD.reason,
      label: plainText(text.reason, 2000),
      element: { type: 'plain_text_input', action_id: FOLLOW_UP_FIELD.reason, max_length: LONGEST_REASON },
    },
  ]);
}

/** The window in which a follow-up is paused, until a day or until somebody resumes. */
export function pauseModal(name: string, viewer: Viewer, window: CustomerWindow): ModalView {
  const text = FOLLOW_UP_TEXT[viewer.language];
  return modal(FOLLOW_UP_VIEW.pause, text.pause, name, viewer, window, [
    dayField(FOLLOW_UP_FIELD.day, text.pausedUntil, undefined, { hint: text.pausedHint }),
  ]);
}

/** The window in which a customer is given to one of `members`; at most 100 of them fit. */
export function reassignModal(
  name: string,
  viewer: Viewer,
  window: CustomerWindow,
  members: readonly TeamMember[],
): ModalView {
  const text = FOLLOW_UP_TEXT[viewer.language];
  return modal(FOLLOW_UP_VIEW.reassign, text.reassign, name, viewer, window, [
    {
      type: 'input',
      block_id: FOLLOW_UP_FIELD.owner,
      label: plainText(text.newOwner, 2000),
      element: {
        type: 'static_select',
        action_id: FOLLOW_UP_FIELD.owner,
        options: members
          .slice(0, MOST_MEMBERS)
          .map((member) => ({ text: plainText(plainName(member.name, 75), 75), value: member.id })),
      },
    },
  ]);
}

function modal(
  callbackId: string,
  title: string,
  name: string,
  { language }: Viewer,
  window: CustomerWindow,
  blocks: Block[],
): ModalView {
  const text = FOLLOW_UP_TEXT[language];
  return {
    type: 'modal',
    callback_id: callbackId,
    private_metadata: customerWindowMetadata(window),
    title: plainText(title, 24),
    submit: plainText(text.save, 24),
    close: plainText(text.cancel, 24),
    blocks: [header(plainName(name, 140)), ...blocks],
  };
}
