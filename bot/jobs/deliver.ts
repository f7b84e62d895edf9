import { type Delivery, type DeliveryId, findChannelOf, findDelivery, STALE_SENDING_MS } from '../store/deliveries.ts';
import { claimDelivery, giveBack, markPending, markSent, markSkipped, markUnknown } from '../store/delivery-steps.ts';
import { savePostedCards } from '../store/posted-cards.ts';
import { type Delivering, type Next, named, pauseMs, SETTLES_AFTER_MS } from './delivering.ts';
import type { Composed, DeliveryKind } from './delivery-kind.ts';
import { lookUpDelivery } from './look-up-delivery.ts';
import { park } from './park.ts';
import { type Failure, failureOf } from './post-outcome.ts';
import type { JobOutcome } from './run-job.ts';

/** A process that slept this long between its claim and posting leaves it to whoever looks it up. */
const OVERSLEPT_MS = STALE_SENDING_MS / 2;
/** A shorter rate limit is waited for on the spot; after a longer one the clock's look makes another job. */
const SHORT_LIMIT_MS = 60_000;

/**
 * Brings one delivery as far as it comes now: composes it, claims it, posts it and records where; or finds out whether an
 * earlier attempt got through. Posts a message only when it is certain that it is not there. Done when there is nothing
 * more to do for now; what is still open then is queued again by the clock's look when its time has come.
 */
export async function deliver(parts: Delivering, which: DeliveryId): Promise<JobOutcome> {
  for (;;) {
    const delivery = await findDelivery(parts.db, which);
    if (delivery === undefined) return 'not-needed';
    if (parts.stopping.aborted) {
      await giveBack(parts.db, delivery);
      return 'stopped';
    }
    const next = await step(parts, delivery);
    if (next !== 'again') return next;
  }
}

type Content = Exclude<Composed, { readonly skip: string }>;

async function step(parts: Delivering, delivery: Delivery): Promise<Next> {
  switch (delivery.state) {
    case 'pending':
      return compose(parts, delivery);
    case 'sending':
      return isStale(delivery, parts.postingClock.now())
        ? lookUpDelivery(parts, delivery)
        : leaveToOther(parts, delivery);
    case 'unknown':
      return isTooEarly(delivery, parts.postingClock.now())
        ? leaveToOther(parts, delivery)
        : lookUpDelivery(parts, delivery);
    case 'sent':
    case 'parked':
    case 'skipped':
      return 'not-needed';
    default:
      return delivery.state satisfies never;
  }
}

function isStale({ sendingAt }: Delivery, now: Date): boolean {
  return sendingAt === null || Math.abs(now.getTime() - sendingAt.getTime()) > STALE_SENDING_MS;
}

function isTooEarly({ notBefore }: Delivery, now: Date): boolean {
  return notBefore !== null && notBefore > now;
}

async function leaveToOther({ db }: Delivering, delivery: Delivery): Promise<Next> {
  await giveBack(db, delivery);
  return 'not-needed';
}

async function compose(parts: Delivering, delivery: Delivery): Promise<Next> {
  const { clock, db, kinds } = parts;
  if (isTooEarly(delivery, parts.postingClock.now())) return leaveToOther(parts, delivery);
  const kind = kinds.find(({ id }) => id === delivery.kind);
  // Of a version that knows more: left for one.
  if (kind === undefined) return leaveToOther(parts, delivery);
  if (isTooLate(delivery, kind, clock.now())) return skip(parts, delivery, 'late');
  if (await isHeld(parts)) return 'again';
  const { workspaceId } = delivery;
  const actor = { workspaceId, memberId: null, role: 'admin' } as const;
  const composed = await kind.compose({ db, clock, actor }, delivery);
  if ('skip' in composed) return skip(parts, delivery, composed.skip);
  return post(parts, delivery, composed);
}

/** Looks write down as skipped what is too late then: what was written down later all the same, somebody asked for. */
function isTooLate({ createdAt, dueAt }: Delivery, { catchUpMs }: DeliveryKind, now: Date): boolean {
  if (catchUpMs === null) return false;
  const wasAskedFor = createdAt.getTime() - dueAt.getTime() > catchUpMs;
  return now.getTime() - (wasAskedFor ? createdAt : dueAt).getTime() > catchUpMs;
}

/** Waits while Slack wants to be left alone; true when it did: what was found out before may not hold any more. */
async function isHeld({ hold, postingClock, stopping }: Delivering): Promise<boolean> {
  const waitMs = hold.untilMs - postingClock.now().getTime();
  if (waitMs <= 0) return false;
  await postingClock.wait(waitMs, stopping);
  return true;
}

async function skip({ counts, db, log }: Delivering, delivery: Delivery, problem: string): Promise<Next> {
  if (!(await markSkipped(db, delivery, problem))) return 'again';
  counts.deliveryCame(delivery.kind, 'skipped');
  if (problem === 'late') log.warn(named(delivery), 'a message came too late to be posted and was skipped');
  return 'done';
}

async function post(parts: Delivering, delivery: Delivery, composed: Content): Promise<Next> {
  const { db, postingClock, slack, stopping } = parts;
  if (await isHeld(parts)) return 'again';
  let channel: string;
  try {
    const known = delivery.channel ?? (await findChannelOf(db, delivery.workspaceId, delivery.target));
    channel = known ?? (await slack.channelOf(delivery.target));
  } catch (error) {
    return notPosted(parts, delivery, failureOf(error));
  }
  const claim = await claimDelivery(db, delivery, channel, postingClock.now());
  if (claim === undefined) return 'again';
  const claimed = { ...delivery, ...claim, channel };
  await postingClock.wait(claim.sendingAt.getTime() - postingClock.now().getTime(), stopping);
  if (stopping.aborted) {
    await markPending(db, claimed, null, null);
    return 'again';
  }
  if (postingClock.now().getTime() - claim.sendingAt.getTime() > OVERSLEPT_MS) return leaveToOther(parts, claimed);
  return postOnce(parts, claimed, channel, composed);
}

async function postOnce(
  parts: Delivering,
  claimed: Delivery,
  channel: string,
  { customerId, fallback, message }: Content,
): Promise<Next> {
  const { counts, db, postingClock, slack } = parts;
  let posted: { readonly channel: string; readonly ts: string };
  try {
    posted = await slack.post(channel, message, claimed.key);
  } catch (error) {
    const failure = failureOf(error);
    if (failure.kind === 'unclear') return unclear(parts, claimed, failure.problem);
    if (failure.kind !== 'blocks' || fallback === undefined) return notPosted(parts, claimed, failure);
    parts.log.warn({ ...named(claimed), problem: failure.problem }, 'Slack refused the blocks; posting classic ones');
    return postOnce(parts, claimed, channel, { message: fallback, customerId });
  }
  await markSent(db, claimed, posted, postingClock.now());
  if (customerId !== undefined)
    await savePostedCards(db, claimed.workspaceId, [{ ...posted, customerId }], parts.clock.now());
  counts.deliveryCame(claimed.kind, 'sent');
  return 'done';
}

async function unclear(
  { counts, db, log, postingClock }: Delivering,
  claimed: Delivery,
  problem: string,
): Promise<Next> {
  log.warn({ ...named(claimed), problem }, 'it is unclear whether a message was posted');
  const notBefore = new Date(postingClock.now().getTime() + SETTLES_AFTER_MS);
  if (await markUnknown(db, claimed, notBefore, problem)) counts.deliveryCame(claimed.kind, 'unknown');
  return 'done';
}

/** Certainly not posted: tries again in a while, on the spot where that is soon, or gives it up to a person. */
async function notPosted(parts: Delivering, delivery: Delivery, failure: Failure): Promise<Next> {
  const { db, hold, postingClock } = parts;
  const { kind, problem } = failure;
  if (kind === 'dead' || kind === 'blocks') return park(parts, delivery, problem);
  const now = postingClock.now();
  const afterMs = kind === 'later' ? failure.afterMs : pauseMs(delivery.dueAt, now);
  const notBefore = new Date(now.getTime() + afterMs);
  if (!(await markPending(db, delivery, notBefore, problem))) return 'again';
  if (kind === 'later') hold.untilMs = Math.max(hold.untilMs, notBefore.getTime());
  if (kind !== 'later' || afterMs > SHORT_LIMIT_MS) return 'done';
  await postingClock.wait(afterMs, parts.stopping);
  return 'again';
}
