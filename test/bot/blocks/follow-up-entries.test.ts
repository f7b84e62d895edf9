import { expect, test } from 'vitest';
import { ACTION } from '../../../bot/blocks/action-ids.ts';
import { followUpEntries } from '../../../bot/blocks/follow-up-entries.ts';
import { localDay, localTime } from '../../../bot/clock.ts';
import type { NextContact } from '../../../bot/use-cases/card-contacts.ts';
import type { CustomerCard } from '../../../bot/use-cases/customer-card.ts';
import { day } from '../../support/follow-ups.ts';

const NOW = new Date('2026-03-05T08:30:00Z');
const NEXT: NextContact = { dueOn: day('2026-03-09'), reasons: [], method: 'phone', pause: null };
const ALL = { decide: true, reassign: true };

function offered(next: NextContact | null, may: CustomerCard['contacts']['may']): string[] {
  const card = { name: 'ACME', contacts: { next, latest: [], may } } as unknown as CustomerCard;
  const dayOf = (moment: Date) => localDay(moment, 'UTC');
  const timeOf = (moment: Date) => localTime(moment, 'UTC');
  const viewer = { language: 'en', now: NOW, today: dayOf(NOW), dayOf, timeOf } as const;
  return followUpEntries(card, viewer).entries.map(({ actionId }) => actionId);
}

test('a customer is paused or resumed, not both', () => {
  const { pause, reassign, resume, skip, snooze } = ACTION;
  expect(offered(NEXT, ALL)).toEqual([snooze, skip, pause, reassign]);
  expect(offered({ ...NEXT, pause: { until: null } }, ALL)).toEqual([resume, reassign]);
});

test('nobody is offered what they may not do, and of one that nobody follows up there is nothing to put off', () => {
  const { pause, reassign, skip, snooze } = ACTION;
  expect(offered(NEXT, { decide: true, reassign: false })).toEqual([snooze, skip, pause]);
  expect(offered(NEXT, { decide: false, reassign: false })).toEqual([]);
  expect(offered(null, ALL)).toEqual([reassign]);
});
