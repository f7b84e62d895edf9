import type { Clock } from '../clock.ts';
import { addDeliveries, type DeliveryId, findOpenDeliveries } from '../store/deliveries.ts';
import type { DeliveryState } from '../store/delivery-tables.ts';
import { takeTurns } from '../take-turns.ts';
import { deliver } from './deliver.ts';
import type { Delivering } from './delivering.ts';
import { findAllDue, type QueueingDeliveries, queueDeliveries } from './queue-deliveries.ts';

/** How many messages came to each state. */
export type DeliveredCounts = ReadonlyMap<DeliveryState, number>;

const SIDE_BY_SIDE = 4;
/** What Slack puts off for longer, or leaves unclear for longer, is the service's or the next call's. */
const PATIENCE_MS = 120_000;

/**
 * Does now what the clock and the queue would do at the moment that `clock` shows, by the same steps: everything that is due
 * and whatever is open. Ends when nothing more can be done within two minutes.
 */
export async function deliverAt(
  parts: Omit<Delivering, 'counts' | 'hold' | 'stopping'> & QueueingDeliveries,
  stopping: AbortSignal,
): Promise<DeliveredCounts> {
  const { db, postingClock, workspaceId } = parts;
  const counts = new Map<DeliveryState, number>();
  const delivering: Delivering = {
    ...parts,
    stopping,
    hold: { untilMs: 0 },
    counts: { deliveryCame: (_kind, state) => void counts.set(state, (counts.get(state) ?? 0) + 1) },
  };
  const giveUpAt = postingClock.now().getTime() + PATIENCE_MS;
  while (!stopping.aborted) {
    const found: DeliveryId[] = [];
    await queueDeliveries(parts, async (_trx, deliveries) => void found.push(...deliveries));
    const inTurn = takeTurns(SIDE_BY_SIDE);
    await Promise.all(found.map((each) => inTurn(() => deliver(delivering, each))));
    const open = await findOpenDeliveries(db, workspaceId);
    const nextMs = Math.min(...open.map(({ notBefore }) => notBefore?.getTime() ?? Number.POSITIVE_INFINITY));
    if (found.length === 0 && nextMs > giveUpAt) break;
    if (found.length === 0) await postingClock.wait(nextMs - postingClock.now().getTime(), stopping);
  }
  counts.delete('unknown');
  const open = await findOpenDeliveries(db, workspaceId);
  return open.length === 0 ? counts : counts.set('pending', open.length);
}

/**
 * Writes down what is due at the moment that the clock shows, for a process that runs beside this one to post, though by `machine`'s clock it
 * may be too late; returns how many are new.
 */
export async function writeDue(parts: Omit<QueueingDeliveries, 'postingClock'>, machine: Clock): Promise<number> {
  const { due } = await findAllDue(parts);
  return (await addDeliveries(parts.db, due, machine.now())).length;
}

/** A clock that goes on from `moment`. */
export function clockFrom(moment: Date, machine: Clock): Clock {
  const aheadMs = moment.getTime() - machine.now().getTime();
  return { now: () => new Date(machine.now().getTime() + aheadMs) };
}
