import { type Customer, findCustomersById, lockCustomers } from '../store/customers.ts';
import type { UseCaseContext } from './context.ts';

/**
 * What an import makes of customers, with what was done to them since it read them: a contact that was logged meanwhile and
 * another owner stay, since who does that does not wait for an import. The customers are locked from here on.
 *
 * @param planned the customers as the import wants them
 * @param existing as it read them
 */
export async function withNewerWork(
  { db, actor }: UseCaseContext,
  planned: readonly Customer[],
  existing: readonly Customer[],
): Promise<Customer[]> {
  const ids = planned.map(({ id }) => id);
  await lockCustomers(db, actor.workspaceId, ids);
  const read = new Map(existing.map((customer) => [customer.id, customer]));
  const found = await findCustomersById(db, actor.workspaceId, ids);
  return planned.map((customer) => {
    const [before, now] = [read.get(customer.id), found.get(customer.id)];
    if (before === undefined || now === undefined) return customer;
    const { lastContactOn, nextContactOn, ownerId, ownerText } = now;
    const isContacted = lastContactOn !== before.lastContactOn || nextContactOn !== before.nextContactOn;
    const isMoved = ownerId !== before.ownerId || ownerText !== before.ownerText;
    return {
      ...customer,
      ...(isContacted && { lastContactOn, nextContactOn }),
      ...(isMoved && { ownerId, ownerText }),
    };
  });
}
