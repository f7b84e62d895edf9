import fc from 'fast-check';
import { insertAbsence } from '../../bot/store/absences.ts';
import { newId } from '../../bot/store/new-id.ts';
import { saveOwnDay, saveWorkWeek } from '../../bot/store/work-days.ts';
import { editCustomer } from '../../bot/use-cases/edit-customer.ts';
import { editFigures } from '../../bot/use-cases/edit-figures.ts';
import { gradeCustomers } from '../../bot/use-cases/grade-customers.ts';
import { bringBack, leaveTeam } from '../../bot/use-cases/hand-over-book.ts';
import { importTable } from '../../bot/use-cases/import-table.ts';
import { logContact } from '../../bot/use-cases/log-contact.ts';
import { setOverride } from '../../bot/use-cases/override-tier.ts';
import { reassignCustomer } from '../../bot/use-cases/reassign-customer.ts';
import { recordSurvey } from '../../bot/use-cases/record-survey.ts';
import { removeSamples } from '../../bot/use-cases/remove-samples.ts';
import { setMember } from '../../bot/use-cases/set-member.ts';
import { latestAction, undoAction } from '../../bot/use-cases/undo-action.ts';
import { undoImport } from '../../bot/use-cases/undo-import.ts';
import { setStability, useScheme } from '../../bot/use-cases/use-scheme.ts';
import { setCountry } from '../../bot/use-cases/work-week.ts';
import { addDays } from '../../core/calendar-date.ts';
import { accountValue } from '../../core/schemes/account-value.ts';
import { spendLevel } from '../../core/schemes/spend-level.ts';
import { customerIdOf } from './customer-id-of.ts';
import { complained, day } from './follow-up-rows.ts';
import { happenToCustomer, mergeInto } from './happen-to-customer.ts';
import { tableOf } from './table-reading.ts';
import type { TestContext } from './workspace.ts';

/** The numbers of the customers to whom things happen. */
export const KEYS = ['1', '2', '3'];

const key = fc.constantFrom(...KEYS);
const row = fc.record(
  {
    salesAmount: fc.constantFrom(1, 100, 5000),
    paymentCollection: fc.constantFrom(0.1, 1),
    stage: fc.constantFrom('customer', 'prospect'),
    lastContact: fc.constantFrom('2026-02-20', '2026-03-04'),
    nextContact: fc.constantFrom('2026-03-20', '2026-04-01'),
  },
  { requiredKeys: [] },
);
const TO_ONE = [
  ...([
    'log',
    'snooze',
    'pause',
    'resume',
    'reassign',
    'override',
    'withdraw',
    'complain',
    'survey',
    'rename',
  ] as const),
  ...(['other-reason', 'other-number', 'archive', 'bring-back', 'unmerge', 'promise', 'figures'] as const),
] as const;
const TO_ALL = [
  ...([
    'away',
    'day-off',
    'work-week',
    'time-zone',
    'days',
    'months',
    'nothing',
    'regrade',
    'spend-scheme',
    'value-scheme',
  ] as const),
  ...(['undo', 'undo-import', 'samples', 'country', 'steadily', 'leave', 'return'] as const),
] as const;
/** Whatever changes a book, by the use cases that do. */
export const anyHappening = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('import' as const), key, row, isSample: fc.boolean() }) },
  { weight: 12, arbitrary: fc.record({ do: fc.constantFrom(...TO_ONE), key }) },
  fc.record({ do: fc.constant('merge' as const), key, other: key }),
  { weight: 6, arbitrary: fc.record({ do: fc.constantFrom(...TO_ALL) }) },
);
/** One of {@link anyHappening}. */
export type Happening = typeof anyHappening extends fc.Arbitrary<infer T> ? T : never;

/** Each kind once, with something that it changes. */
export const ALL: readonly Happening[] = [
  { do: 'merge', key: '3', other: '2' },
  ...TO_ONE.map((kind): Happening => ({ do: kind, key: '1' })),
  ...TO_ALL.map((kind): Happening => ({ do: kind })),
];

/** A customer's row of a table. */
export function rowOf(one: string, values: object) {
  return { key: one, name: `Customer ${one}`, owner: 'Lei', ...values };
}

/** Lets something happen. Throws `UseCaseError` where it makes no sense as things stand. */
export async function happen(context: TestContext, what: Happening, members: readonly string[]): Promise<void> {
  const { db, actor, clock } = context;
  const { workspaceId } = actor;
  const today = day(clock.now().toISOString().slice(0, 10));
  const [member = ''] = members;
  if ('key' in what && what.do !== 'import') return happenTo(context, what, members);
  switch (what.do) {
    case 'import':
      await importTable(context, tableOf(rowOf(what.key, what.row)), { source: what.isSample ? 'sample' : 'import' });
      return;
    case 'undo-import':
    case 'undo':
    case 'regrade':
      return happenToAll(context, what.do);
    case 'spend-scheme':
    case 'value-scheme':
      await useScheme(context, what.do === 'spend-scheme' ? spendLevel : accountValue, 'customers');
      return;
    case 'samples':
      await removeSamples(context);
      return;
    case 'days':
      clock.set(new Date(clock.now().getTime() + 30 * 3_600_000).toISOString());
      return;
    case 'months':
      clock.set(new Date(clock.now().getTime() + 120 * 86_400_000).toISOString());
      return;
    case 'time-zone':
      await setMember(context, member, { timeZone: 'Pacific/Kiritimati' });
      return;
    case 'away': {
      const absence = {
        id: newId(clock.now()),
        memberId: member,
        fromOn: today,
        toOn: addDays(today, 60),
        coverId: null,
      };
      await insertAbsence(db, workspaceId, absence, { memberId: null, at: clock.now() });
      return;
    }
    case 'day-off':
      for (let ahead = 0; ahead < 40; ahead += 1)
        await saveOwnDay(db, workspaceId, { day: addDays(today, ahead), kind: 'off', title: null });
      return;
    case 'work-week':
      await saveWorkWeek(db, workspaceId, { weekend: [1, 2, 3, 4] });
      return;
    case 'country':
      await setCountry(context, 'DE-BY');
      return;
    case 'steadily':
      await setStability(context, 'customers', { downgradeAfter: 3 });
      return;
    case 'leave':
      await leaveTeam(context, member, members.slice(1, 2));
      return;
    case 'return':
      await bringBack(context, member);
      return;
    case 'nothing':
      return;
    default:
      what satisfies never;
  }
}

/** Takes back what was done last or imported last, or grades everybody. Throws `UseCaseError` where it makes no sense as things stand. */
export async function happenToAll(context: TestContext, what: 'undo' | 'undo-import' | 'regrade'): Promise<void> {
  switch (what) {
    case 'undo-import':
      await undoImport({ ...context, actor: { ...context.actor, memberId: null } });
      return;
    case 'undo': {
      const latest = await latestAction(context);
      if (latest !== undefined) await undoAction(context, latest.id);
      return;
    }
    case 'regrade':
      await gradeCustomers(context);
      return;
    default:
      what satisfies never;
  }
}

async function happenTo(
  context: TestContext,
  what: Exclude<Extract<Happening, { readonly key: string }>, { readonly do: 'import' }>,
  members: readonly string[],
): Promise<void> {
  const customerId = await customerIdOf(context, what.key);
  if (customerId === undefined) return;
  switch (what.do) {
    case 'log':
      await logContact(context, { customerId, method: 'phone', outcome: 'reached', source: 'cli' });
      return;
    case 'promise': {
      const nextOn = addDays(day(context.clock.now().toISOString().slice(0, 10)), 3);
      await logContact(context, { customerId, method: 'visit', outcome: 'reached', source: 'cli', nextOn });
      return;
    }
    case 'figures':
      await editFigures(context, { customerId, texts: { salesAmount: '7000' } });
      return;
    case 'reassign':
      await reassignCustomer(context, { customerId, toMemberId: members[1] ?? '' });
      return;
    case 'merge':
      return mergeInto(context, customerId, what.other);
    case 'snooze':
    case 'pause':
    case 'resume':
    case 'archive':
    case 'bring-back':
    case 'override':
    case 'withdraw':
    case 'unmerge':
      return happenToCustomer(context, customerId, what.do);
    case 'complain':
      return complained(context, customerId, '2026-03-07T10:00:00Z');
    case 'survey':
      await recordSurvey(context, { customerId, score: 2 });
      return;
    case 'rename':
      await editCustomer(context, { customerId, edit: { name: `Renamed ${what.key}` } });
      return;
    case 'other-reason':
      await setOverride(context, { customerId, tier: 'A', reason: `as said at ${context.clock.now().toISOString()}` });
      return;
    case 'other-number':
      await editCustomer(context, { customerId, edit: { key: null } });
      return;
    default:
      what satisfies never;
  }
}
