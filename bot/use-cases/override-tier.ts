import { addDays, type CalendarDate } from '../../core/calendar-date.ts';
import { localDay } from '../clock.ts';
import { recordAuditEvent } from '../store/audit-events.ts';
import { type Customer, findCustomer } from '../store/customers.ts';
import { findGrades } from '../store/grades.ts';
import { newId } from '../store/new-id.ts';
import { endOverrides, findExpired, findOverrides, insertOverride, type TierOverride } from '../store/overrides.ts';
import { lockWorkspace } from '../store/workspaces.ts';
import type { UseCaseContext } from './context.ts';
import { gradeOne } from './grade-one.ts';
import { runInForce } from './run-in-force.ts';
import { UseCaseError } from './use-case-error.ts';

/** How long an override holds unless somebody says otherwise, and at most. */
export const DEFAULT_OVERRIDE_DAYS = 90;
export const LONGEST_OVERRIDE_DAYS = 366;

const SHORTEST_REASON = 3;
const LONGEST_REASON = 500;

/** What a person decides. */
export interface OverrideRequest {
  readonly customerId: string;
  /** The id or the title of a tier of the scheme that grades the customer; case aside. */
  readonly tier: string;
  readonly reason: string;
  /** The last day; default {@link DEFAULT_OVERRIDE_DAYS} from today. */
  readonly expiresOn?: CalendarDate | undefined;
}

/**
 * Sets a customer's tier by hand: it is everybody's tier at once and until it expires or is withdrawn, and the computed
 * one stays beside it. An override that was there is replaced; the same once more changes nothing.
 *
 * Throws {@link UseCaseError} `no-such-customer`, `ungraded`, `no-such-tier`, `override-reason`, `override-expiry`, or
 * `not-yours` for a rep who does not look after the customer.
 */
export async function setOverride(context: UseCaseContext, request: OverrideRequest): Promise<TierOverride> {
  const { actor, clock } = context;
  const { workspaceId, memberId } = actor;
  const now = clock.now();
  const today = todayOf(context);
  return context.db.transaction().execute(async (db) => {
    await lockWorkspace(db, workspaceId);
    const customer = await customerFor({ ...context, db }, request.customerId);
    const run = await runInForce(db, workspaceId, customer.stage);
    if (run === undefined) throw new UseCaseError('ungraded', customer.name);
    const { scheme } = run.compiled.fitted;
    const wanted = request.tier.normalize('NFKC').trim().toLowerCase();
    const tier = scheme.tiers.find(({ id, titles }) =>
      [id, ...Object.values(titles)].some((name) => name?.toLowerCase() === wanted),
    );
    if (tier === undefined) throw new UseCaseError('no-such-tier', scheme.tiers.map(({ id }) => id).join(', '));
    const reason = request.reason.replaceAll(/\s+/g, ' ').trim();
    const { length } = Array.from(reason);
    if (length < SHORTEST_REASON || length > LONGEST_REASON)
      throw new UseCaseError('override-reason', String(LONGEST_REASON));
    const expiresOn = request.expiresOn ?? addDays(today, DEFAULT_OVERRIDE_DAYS);
    const latest = addDays(today, LONGEST_OVERRIDE_DAYS);
    if (expiresOn < today || expiresOn > latest) throw new UseCaseError('override-expiry', latest);
    const before = (await findGrades(db, workspaceId, { ids: [customer.id] })).get(customer.id);
    const old = await findOverrides(db, workspaceId, { customerId: customer.id });
    const same = old.find(
      (each) =>
        each.schemeId === scheme.id &&
        each.tier === tier.id &&
        each.reason === reason &&
        each.expiresOn === expiresOn &&
        each.setBy === memberId,
    );
    if (same !== undefined) return same;
    const end = { reason: 'replaced', memberId, at: now } as const;
    await endOverrides(
      db,
      workspaceId,
      old.map(({ id }) => id),
      end,
    );
    const override: TierOverride = {
      id: newId(now),
      customerId: customer.id,
      schemeId: scheme.id,
      tier: tier.id,
      reason,
      setBy: memberId,
      setAt: now,
      expiresOn,
      endedAt: null,
      endReason: null,
    };
    await insertOverride(db, workspaceId, override);
    await gradeOne({ ...context, db }, customer, before, 'override');
    const detail = { tier: tier.id, expiresOn };
    await recordAuditEvent(db, { workspaceId, memberId, action: 'override', subjectId: customer.id, detail }, now);
    return override;
  });
}

/** Takes a customer's override back. Throws {@link UseCaseError} `no-such-customer`, `no-override` or `not-yours`. */
export async function withdrawOverride(context: UseCaseContext, customerId: string): Promise<void> {
  const { actor, clock } = context;
  const { workspaceId, memberId } = actor;
  await context.db.transaction().execute(async (db) => {
    await lockWorkspace(db, workspaceId);
    const customer = await customerFor({ ...context, db }, customerId);
    const [override] = await findOverrides(db, workspaceId, { customerId: customer.id });
    if (override === undefined) throw new UseCaseError('no-override', customer.name);
    await endOverrides(db, workspaceId, [override.id], { reason: 'withdrawn', memberId, at: clock.now() });
    await gradeAgain({ ...context, db }, customer);
    const event = { workspaceId, memberId, action: 'override-withdrawn', subjectId: customer.id } as const;
    await recordAuditEvent(db, event, clock.now());
  });
}

/**
 * Lets overrides fall away whose last day is over, and returns them; their customers must be graded afterwards. Within the
 * caller's transaction, which holds the workspace's lock.
 */
export async function expireOverrides(context: UseCaseContext, customerId?: string): Promise<TierOverride[]> {
  const { db, actor, clock } = context;
  const expiredBefore = todayOf(context);
  const expired = await findOverrides(db, actor.workspaceId, {
    expiredBefore,
    ...(customerId === undefined ? {} : { customerId }),
  });
  await endOverrides(
    db,
    actor.workspaceId,
    expired.map(({ id }) => id),
    { reason: 'expired', memberId: null, at: clock.now() },
  );
  return expired;
}

/** Lets one customer's override fall away if its day is over, so that nobody is shown a tier that no longer holds. */
export async function expireOverrideOf(context: UseCaseContext, customer: Customer): Promise<void> {
  const today = todayOf(context);
  const [override] = await findOverrides(context.db, context.actor.workspaceId, { customerId: customer.id });
  if (override === undefined || override.expiresOn >= today) return;
  await context.db.transaction().execute(async (db) => {
    await lockWorkspace(db, context.actor.workspaceId);
    const expired = await expireOverrides({ ...context, db }, customer.id);
    if (expired.length > 0) await gradeAgain({ ...context, db }, customer);
  });
}

/** The overrides in force, or those that expired in the last `days`. */
export async function listOverrides(context: UseCaseContext, expiredInDays?: number): Promise<TierOverride[]> {
  const { db, actor, clock } = context;
  if (expiredInDays === undefined) return findOverrides(db, actor.workspaceId);
  return findExpired(db, actor.workspaceId, new Date(clock.now().getTime() - expiredInDays * 86_400_000));
}

async function gradeAgain(context: UseCaseContext, customer: Customer): Promise<void> {
  const before = (await findGrades(context.db, context.actor.workspaceId, { ids: [customer.id] })).get(customer.id);
  await gradeOne(context, customer, before, 'override-ended');
}

async function customerFor({ db, actor }: UseCaseContext, customerId: string): Promise<Customer> {
  const asked = await findCustomer(db, actor.workspaceId, customerId);
  const mergedInto = asked?.mergedInto ?? null;
  const customer = mergedInto === null ? asked : await findCustomer(db, actor.workspaceId, mergedInto);
  if (customer === undefined) throw new UseCaseError('no-such-customer', customerId);
  if (actor.role === 'rep' && (actor.memberId === null || customer.ownerId !== actor.memberId)) {
    throw new UseCaseError('not-yours', customer.name);
  }
  return customer;
}

function todayOf({ clock }: UseCaseContext): CalendarDate {
  return localDay(clock.now(), new Intl.DateTimeFormat().resolvedOptions().timeZone);
}
