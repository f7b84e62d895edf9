import { expect, test } from 'vitest';
import { findFollowUp } from '../../../bot/store/follow-ups.ts';
import { logContact } from '../../../bot/use-cases/log-contact.ts';
import { mergeCustomers } from '../../../bot/use-cases/merge-customers.ts';
import { pauseFollowUp, resumeFollowUp } from '../../../bot/use-cases/pause-follow-up.ts';
import { showCustomer } from '../../../bot/use-cases/show-customer.ts';
import { snoozeFollowUp } from '../../../bot/use-cases/snooze-follow-up.ts';
import { undoMerge } from '../../../bot/use-cases/undo-merge.ts';
import { describeOnBothDatabases } from '../../support/databases.ts';
import { type FollowUpBook, followUpBook, followUpContents } from '../../support/follow-up-book.ts';
import { day } from '../../support/follow-ups.ts';

const QUOTE = {
  method: 'phone',
  outcome: 'next-step',
  source: 'cli',
  note: 'the quote',
  nextOn: day('2026-03-20'),
} as const;

function followUp({ context }: FollowUpBook, id: string) {
  return findFollowUp(context.db, context.actor.workspaceId, id);
}

describeOnBothDatabases('what was decided on two customers that are one', (open) => {
  test('is kept where the kept one has nothing of the kind, and all is as before when they are taken apart', async () => {
    const book = await followUpBook(await open());
    const { acme, beta, context } = book;
    await logContact(context, { customerId: beta, ...QUOTE });
    await snoozeFollowUp(context, { customerId: beta, until: day('2026-03-10') });
    await pauseFollowUp(context, { customerId: beta, until: day('2026-03-25') });
    await snoozeFollowUp(context, { customerId: acme, until: day('2026-03-12') });
    const before = await followUpContents(context);
    const merge = await mergeCustomers(context, { keptId: acme, goneId: beta });
    expect(await followUp(book, acme)).toMatchObject({
      promisedOn: '2026-03-20',
      promise: 'the quote',
      isPaused: true,
      pausedUntil: '2026-03-25',
    });
    await undoMerge(context, { id: merge });
    const { follow_up: rows } = await followUpContents(context);
    expect(rows).toEqual(before['follow_up']);
  });

  test('the contacts with both are the latest contacts of the one that is kept', async () => {
    const { acme, beta, context } = await followUpBook(await open());
    await logContact(context, { customerId: beta, ...QUOTE });
    await mergeCustomers(context, { keptId: acme, goneId: beta });
    const card = await showCustomer(context, acme);
    expect(card?.contacts.latest).toMatchObject([{ on: '2026-03-05', note: 'the quote' }]);
  });

  test('stays as somebody decided it after the merge', async () => {
    const book = await followUpBook(await open());
    const { acme, beta, context } = book;
    await pauseFollowUp(context, { customerId: beta });
    const merge = await mergeCustomers(context, { keptId: acme, goneId: beta });
    await resumeFollowUp(context, { customerId: acme });
    await snoozeFollowUp(context, { customerId: acme, until: day('2026-03-12') });
    await undoMerge(context, { id: merge });
    expect(await followUp(book, acme)).toMatchObject({ isPaused: false, snoozedUntil: '2026-03-12' });
    expect(await followUp(book, beta)).toMatchObject({ isPaused: true });
  });
});
