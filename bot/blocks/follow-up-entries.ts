import { FOLLOW_UP_TEXT } from '../../core/text/follow-up-text.ts';
import type { CustomerCard } from '../use-cases/customer-card.ts';
import { ACTION } from './action-ids.ts';
import type { MoreGroup } from './more-window.ts';
import { plainName } from './plain-name.ts';
import type { Viewer } from './viewer.ts';

/** What the *More* window offers about a customer's follow-up: what there is to do, and whoever looks at it may. */
export function followUpEntries(
  { contacts: { may, next }, name: full }: CustomerCard,
  { language }: Viewer,
): MoreGroup {
  const text = FOLLOW_UP_TEXT[language];
  const name = plainName(full, 30);
  const going = [
    { actionId: ACTION.snooze, label: text.snooze, accessible: text.snoozeLabel(name) },
    { actionId: ACTION.skip, label: text.skip, accessible: text.skipLabel(name) },
    { actionId: ACTION.pause, label: text.pause, accessible: text.pauseLabel(name) },
  ];
  const paused = [{ actionId: ACTION.resume, label: text.resume, accessible: text.resumeLabel(name) }];
  const reassign = { actionId: ACTION.reassign, label: text.reassign, accessible: text.reassignLabel(name) };
  return {
    heading: text.heading,
    entries: [
      ...(next === null || !may.decide ? [] : next.pause === null ? going : paused),
      ...(may.reassign ? [reassign] : []),
    ],
  };
}
