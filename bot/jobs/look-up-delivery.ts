import { type Delivery } from '../store/deliveries.ts';
import { markPending, markSent, markUnknown } from '../store/delivery-steps.ts';
import { type Delivering, type Next, named, pauseMs } from './delivering.ts';
import { park } from './park.ts';
import { type Failure, failureOf } from './post-outcome.ts';

/** How far Slack's clock and ours may be apart. */
const CLOCK_SKEW_MS = 300_000;
/** What could not be looked up for so long is left to a person. */
const LOOK_UP_FOR_MS = 24 * 3_600_000;

/** Finds out whether the last attempt got through, and makes the delivery pending when it certainly did not. */
export async function lookUpDelivery(parts: Delivering, delivery: Delivery): Promise<Next> {
  const { counts, db, hold, log, postingClock, slack } = parts;
  const { channel, sendingAt } = delivery;
  // Never claimed, so never posted.
  if (channel === null || sendingAt === null) return (await markPending(db, delivery, null, null)) ? 'again' : 'done';
  await postingClock.wait(hold.untilMs - postingClock.now().getTime(), parts.stopping);
  if (parts.stopping.aborted) return 'again';
  try {
    const ts = await slack.find(channel, delivery.key, new Date(sendingAt.getTime() - CLOCK_SKEW_MS));
    if (ts === undefined) return (await markPending(db, delivery, null, 'not-posted')) ? 'again' : 'done';
    await markSent(db, delivery, { channel, ts }, postingClock.now());
    counts.deliveryCame(delivery.kind, 'sent');
    log.info(named(delivery), 'a message of which it was unclear was posted');
    return 'done';
  } catch (error) {
    return notLookedUp(parts, delivery, sendingAt, failureOf(error));
  }
}

async function notLookedUp(parts: Delivering, delivery: Delivery, since: Date, failure: Failure): Promise<Next> {
  const { db, hold, postingClock } = parts;
  const now = postingClock.now();
  const hasWaited = now.getTime() - since.getTime() > LOOK_UP_FOR_MS;
  if (failure.kind === 'dead' || failure.kind === 'blocks' || hasWaited) return park(parts, delivery, failure.problem);
  const afterMs = failure.kind === 'later' ? failure.afterMs : pauseMs(since, now);
  const notBefore = new Date(now.getTime() + afterMs);
  if (failure.kind === 'later') hold.untilMs = Math.max(hold.untilMs, notBefore.getTime());
  await markUnknown(db, delivery, notBefore, failure.problem);
  return 'done';
}
