import type { CalendarDate } from '../../core/calendar-date.ts';
import { addDays } from '../../core/calendar-date.ts';
import { findCustomersById, saveCustomerStatus, updateCustomers } from '../store/customers.ts';
import { deleteGrade } from '../store/grades.ts';
import { newId } from '../store/new-id.ts';
import { insertProspectEnd } from '../store/prospect-ends.ts';
import { insertPurchases } from '../store/purchases.ts';
import { lockWorkspace } from '../store/workspaces.ts';
import type { UseCaseContext } from '../use-cases/context.ts';
import { refreshMeasures } from '../use-cases/refresh-measures.ts';
import type { SampleCustomer } from './sample-history.ts';
import { type DaysAgo, SAMPLE_ENDS } from './sample-past.ts';

/**
 * Lets the prospects sign, or not, that did so that many days ago, at the context's time: as whoever tells of it does, but that
 * they stay samples. Who signed is graded as a customer by whatever grades next; then their follow-ups are to be refreshed. Returns
 * their ids.
 */
export async function endProspects(
  context: UseCaseContext,
  prospects: readonly SampleCustomer[],
  daysAgo: DaysAgo,
  today: CalendarDate,
): Promise<string[]> {
  const ending = prospects.filter(({ key }) => SAMPLE_ENDS[key]?.daysAgo === daysAgo);
  if (ending.length === 0) return [];
  return context.db.transaction().execute(async (db) => {
    const { workspaceId } = context.actor;
    const now = context.clock.now();
    await lockWorkspace(db, workspaceId);
    const ids = ending.map(({ id }) => id);
    const stored = await findCustomersById(db, workspaceId, ids);
    const endedOn = addDays(today, -Math.ceil(daysAgo));
    for (const { id, key } of ending) {
      const customer = stored.get(id);
      if (customer === undefined) continue;
      const reason = SAMPLE_ENDS[key]?.lost ?? null;
      const { expectedAmount } = customer.facts.values;
      const amount = reason === null && typeof expectedAmount === 'number' ? expectedAmount : null;
      const currency = amount === null ? null : 'CNY';
      const who = { customerId: id, ownerId: customer.ownerId, memberId: customer.ownerId };
      const outcome = reason === null ? 'won' : 'lost';
      const end = { id: newId(now), ...who, outcome, endedOn, amount, currency, reason, recordedAt: now } as const;
      await insertProspectEnd(db, workspaceId, end);
      if (reason !== null) {
        await saveCustomerStatus(db, workspaceId, id, { status: 'lost', statusAt: now, statusReason: reason });
        await deleteGrade(db, workspaceId, id);
      } else if (amount !== null) {
        await updateCustomers(db, workspaceId, [{ ...customer, stage: 'customer' }], now);
        const order = { id: newId(now), customerId: id, boughtOn: endedOn, amount, currency };
        const line = { ...order, product: null, channel: null, orderNumber: null };
        await insertPurchases(db, workspaceId, [line], { source: 'sample', now });
      }
    }
    await refreshMeasures({ ...context, db }, ids);
    return ids;
  });
}
