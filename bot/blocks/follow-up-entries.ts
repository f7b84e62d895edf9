import { FOLLOW_UP_TEXT } from '../../core/text/follow-up-text.ts';
import type { CustomerCard } from '../use-cases/customer-card.ts';
import { ACTION } from './action-ids.ts';
import type { MoreGroup } from './more-window.ts';
import { plainName } from './plain-name.ts';
import type { Viewer } from './viewer.ts';

/** What the *More* window offers about a customer's follow-up. */
export function followUpEntries(card: CustomerCard, { language }: Viewer): MoreGroup {
  const text = FOLLOW_UP_TEXT[language];
  const name = plainName(card.name, 30);
  return {
    heading: text.heading,
    entries: [
      { actionId: ACTION.snooze, label: text.snooze, accessible: text.snoozeLabel(name) },
      { actionId: ACTION.skip, label: text.skip, accessible: text.skipLabel(name) },
      { actionId: ACTION.pause, label: text.pause, accessible: text.pauseLabel(name) },
      { actionId: ACTION.resume, label: text.resume, accessible: text.resumeLabel(name) },
      { actionId: ACTION.reassign, label: text.reassign, accessible: text.reassignLabel(name) },
    ],
  };
}
