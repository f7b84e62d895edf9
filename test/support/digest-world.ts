import type { Database } from '../../bot/store/database.ts';
import { answerComplaint, openComplaint } from '../../bot/use-cases/complaints.ts';
import type { DigestAsked } from '../../bot/use-cases/digest-asked.ts';
import { importTable } from '../../bot/use-cases/import-table.ts';
import { logContact } from '../../bot/use-cases/log-contact.ts';
import { setOverride } from '../../bot/use-cases/override-tier.ts';
import { loseProspect, winProspect } from '../../bot/use-cases/prospect-ends.ts';
import { recordSurvey } from '../../bot/use-cases/record-survey.ts';
import { useScheme } from '../../bot/use-cases/use-scheme.ts';
import type { CalendarDate } from '../../core/calendar-date.ts';
import { DIGEST_PARTS } from '../../core/digest/digest.ts';
import { medal } from '../../core/schemes/medal.ts';
import { addMember, as } from './members.ts';
import { keyed } from './service-workspace.ts';
import { tableReading } from './table-reading.ts';
import { newContext, type TestContext } from './workspace.ts';

/** A workspace in which enough happened between two digests for every part to have something to tell. */
export interface DigestWorld {
  /** The command line's; it is a minute after the second digest. */
  readonly context: TestContext;
  readonly lei: string;
  readonly anna: string;
  /** The manager of both. */
  readonly boss: TestContext;
  /** The id of the customer with that key. */
  readonly id: (key: string) => Promise<string>;
  /** The digest of Friday, 6 March 2026, 08:00 UTC, in full; that of Thursday, 09:00 UTC, is the one before. */
  readonly asked: DigestAsked;
  /** What was done at the last minute and can still be taken back. */
  readonly answeredId: string;
  readonly loggedId: string;
}

/**
 * Twenty customers of Lei's and Anna's by the medal scheme and six prospects; then customer 0 falls out of gold, 19 rises to it, 3
 * complains, 5 is called, 8 says how satisfied it is, a prospect is won and one is lost.
 */
export async function digestWorld(db: Database): Promise<DigestWorld> {
  const context = await newContext(db);
  const boss = as(context, await addMember(context, { name: 'Bo', role: 'manager' }), 'manager');
  const managerId = boss.actor.memberId ?? '';
  const lei = await addMember(context, { name: 'Lei', managerId });
  const anna = await addMember(context, { name: 'Anna', managerId });
  await importTable(context, CUSTOMERS);
  await importTable(context, PROSPECTS);
  context.clock.set('2026-03-05T08:30:00Z');
  await useScheme(context, medal, 'customers');
  const id = async (key: string) => keyed(context, key);

  context.clock.set('2026-03-05T10:00:00Z');
  await setOverride(context, { customerId: await id('0'), tier: 'silver', reason: 'pays late' });
  await setOverride(context, { customerId: await id('19'), tier: 'gold', reason: 'a large order' });
  const byLei = as(context, lei);
  const complaint = { channel: 'phone', cause: 'delivery' };
  await openComplaint(context, { customerId: await id('3'), ...complaint });
  const early = await openComplaint(context, { customerId: await id('4'), ...complaint });
  const called = { method: 'phone', outcome: 'reached', source: 'cli' } as const;
  await logContact(byLei, { customerId: await id('6'), ...called });
  await recordSurvey(context, { customerId: await id('8'), score: 2 });
  await recordSurvey(context, { customerId: await id('9'), score: 5 });
  await winProspect(context, { customerId: await id('P4'), amount: '1,000', currency: 'EUR' });
  await loseProspect(context, { customerId: await id('P5'), reason: 'chose another vendor' });

  context.clock.set('2026-03-06T07:58:00Z');
  const answered = await answerComplaint(context, { complaintId: early.complaint.id });
  const logged = await logContact(byLei, { customerId: await id('10'), ...called });
  context.clock.set('2026-03-06T08:01:00Z');
  const asked: DigestAsked = {
    repIds: null,
    timeZone: 'UTC',
    date: '2026-03-06' as CalendarDate,
    asOf: new Date('2026-03-06T08:00:00Z'),
    since: new Date('2026-03-05T09:00:00Z'),
    edition: 'weekly',
    parts: DIGEST_PARTS,
    isFull: true,
  };
  return { context, lei, anna, boss, id, asked, answeredId: answered.actionId, loggedId: logged.actionId };
}

const CUSTOMERS = tableReading(
  Array.from({ length: 20 }, (_, index) => ({
    values: {
      key: String(index),
      name: `Buyer ${index}`,
      // the last two are nobody's
      ...(index < 18 && { owner: index % 2 === 0 ? 'Lei' : 'Anna' }),
      salesAmount: 100 * (20 - index),
      orders: 20 - index,
      complaints: 0,
      paymentCollection: 0.99,
      satisfaction: 0.9,
      // the first four were heard of in the last days, the others long ago
      lastContact: index < 4 ? '2026-03-04' : '2025-10-01',
    },
  })),
  'EUR',
);

const PROSPECTS = tableReading(
  Array.from({ length: 6 }, (_, index) => ({
    values: {
      key: `P${index}`,
      name: `Prospect ${index}`,
      owner: index % 2 === 0 ? 'Lei' : 'Anna',
      hasSystem: false,
      objectiveNeed: true,
      subjectiveNeed: true,
      resolve: 'high',
      feasibilityBegun: true,
      selectionBegun: true,
      expectedDate: index < 2 ? '2026-03-20' : '2026-05-02',
      expectedAmount: 1000 * (index + 1),
    },
  })),
);
