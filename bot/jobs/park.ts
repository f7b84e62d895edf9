import { localDay } from '../clock.ts';
import { knownZone } from '../known-zone.ts';
import { addDeliveries, type Delivery } from '../store/deliveries.ts';
import { markParked } from '../store/delivery-steps.ts';
import { findAdminToTell, NOTICE } from '../store/parked-deliveries.ts';
import { type Delivering, type Next, named } from './delivering.ts';

/**
 * Gives a delivery up until a person mends what Slack says is wrong, and sees to it that an admin is told, once for each
 * target until a message gets through to it again, and at most once a day. A notice that cannot be delivered goes to the next admin.
 */
export async function park({ clock, counts, db, log }: Delivering, delivery: Delivery, problem: string): Promise<Next> {
  const isNotice = delivery.kind === NOTICE;
  const subject = isNotice ? delivery.subject : `parked:${delivery.target}`;
  const now = clock.now();
  const outcome = await db.transaction().execute(async (trx) => {
    if (!(await markParked(trx, delivery, problem))) return 'again';
    const admin = await findAdminToTell(trx, delivery, subject);
    if (admin === 'told') return 'done';
    if (admin === undefined) return 'nobody';
    const { workspaceId } = delivery;
    const localDate = localDay(now, knownZone(admin.timeZone));
    const { memberId, slackUserId: target } = admin;
    await addDeliveries(trx, [{ workspaceId, kind: NOTICE, target, localDate, subject, memberId, dueAt: now }], now);
    return 'done';
  });
  if (outcome === 'again') return 'again';
  counts.deliveryCame(delivery.kind, 'parked');
  log.error({ ...named(delivery), problem }, 'a message cannot be delivered until somebody mends what Slack says');
  if (outcome === 'nobody') log.error(named(delivery), 'there is no admin who could be told');
  return 'done';
}
