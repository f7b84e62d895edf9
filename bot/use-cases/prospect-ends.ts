import { addDays, type CalendarDate } from '../../core/calendar-date.ts';
import { readAmount } from '../../core/grading/read-figure.ts';
import { type Customer, updateCustomers } from '../store/customers.ts';
import { findGrades, findGradingRun } from '../store/grades.ts';
import type { MemberAction } from '../store/member-actions.ts';
import { newId } from '../store/new-id.ts';
import { endOverrides, findOverrides, reviveOverride } from '../store/overrides.ts';
import { insertProspectEnd, undoProspectEnd } from '../store/prospect-ends.ts';
import { refreshPurchaseMeasures } from '../store/purchase-measures.ts';
import { deletePurchase, findPurchaseCurrency, insertPurchases } from '../store/purchases.ts';
import { actorsToday } from './acting-person.ts';
import { changeStatus } from './archive-customer.ts';
import {
  type ChangeRequest,
  type CustomerChanged,
  changeCustomer,
  gradeAgain,
  keptCustomer,
  type TierMove,
} from './change-customer.ts';
import { refuseInactive } from './complaints.ts';
import type { UseCaseContext } from './context.ts';
import { dayOfGrading, gradeStages } from './grade-customers.ts';
import { refreshFollowUps } from './refresh-follow-ups.ts';
import { UseCaseError } from './use-case-error.ts';

const SHORTEST_REASON = 3;
const LONGEST_REASON = 500;
/** How long ago a prospect may have ended. */
const OLDEST_DAYS = 366;

/** How a prospect signed, as a person types it. */
export interface WinRequest extends ChangeRequest {
  /** As a table's cell: `300,000`, `30万`. */
  readonly amount: string;
  /** ISO 4217. Default: the currency of what is on file. */
  readonly currency?: string | undefined;
  /** Default: today, where the person is. */
  readonly wonOn?: CalendarDate | undefined;
}

/** Why a prospect did not sign, as a person types it. */
export interface LoseRequest extends ChangeRequest {
  readonly reason: string;
  /** Default: today, where the person is. */
  readonly lostOn?: CalendarDate | undefined;
}

/** What a prospect signed for. */
export interface ProspectWon extends CustomerChanged {
  readonly amount: number;
  /** ISO 4217; null where no currency is known. */
  readonly currency: string | null;
}

/**
 * A prospect signed: it is a customer from now on, with a purchase of that amount, graded by the customers' scheme at once,
 * and its follow-up goes on. A tier that was set by hand was one of the prospects' and ends.
 *
 * Throws {@link UseCaseError} `no-such-customer`, `not-yours`, `archived`, `not-a-prospect`, `end-day`, `end-amount`, or
 * `end-currency`.
 */
export async function winProspect(context: UseCaseContext, request: WinRequest): Promise<ProspectWon> {
  const { currency, amount } = await amountFrom(context, request);
  const changed = await changeCustomer(context, request, {
    kind: 'prospect-won',
    audit: 'prospect-won',
    make: async (within, customer) => {
      refuseOthers(customer);
      const { db, actor, clock } = within;
      const { workspaceId, memberId } = actor;
      const now = clock.now();
      const endedOn = await dayFrom(within, request.wonOn);
      const end = { id: newId(now), customerId: customer.id, endedOn, ownerId: customer.ownerId, memberId };
      await insertProspectEnd(db, workspaceId, {
        ...end,
        outcome: 'won',
        amount,
        currency,
        reason: null,
        recordedAt: now,
      });
      const purchaseId = newId(now);
      const purchase = { id: purchaseId, customerId: customer.id, boughtOn: endedOn, amount, currency };
      const plain = { product: null, channel: null, orderNumber: null };
      await insertPurchases(db, workspaceId, [{ ...purchase, ...plain }], { source: 'person', now });
      const [override] = await findOverrides(db, workspaceId, { customerId: customer.id });
      if (override !== undefined)
        await endOverrides(db, workspaceId, [override.id], { reason: 'replaced', memberId, at: now });
      const grade = await moveToStage(within, customer, 'customer', endedOn);
      const undo = { endId: end.id, purchaseId, overrideId: override?.id ?? null };
      return { undo, detail: { outcome: 'won' }, grade };
    },
  });
  return { ...changed, amount, currency };
}

/**
 * A prospect will not sign: nobody follows it up any more. Search still finds it, and it can be brought back.
 *
 * Throws {@link UseCaseError} `no-such-customer`, `not-yours`, `archived`, `not-a-prospect`, `end-day`, or `lost-reason`.
 */
export async function loseProspect(context: UseCaseContext, request: LoseRequest): Promise<CustomerChanged> {
  const reason = request.reason.replaceAll(/\s+/g, ' ').trim();
  const { length } = Array.from(reason);
  if (length < SHORTEST_REASON || length > LONGEST_REASON)
    throw new UseCaseError('lost-reason', String(LONGEST_REASON));
  return changeCustomer(context, request, {
    kind: 'prospect-lost',
    audit: 'prospect-lost',
    make: async (within, customer) => {
      refuseOthers(customer);
      const { db, actor, clock } = within;
      const { workspaceId, memberId } = actor;
      const now = clock.now();
      const endedOn = await dayFrom(within, request.lostOn);
      const before = (await findGrades(db, workspaceId, { ids: [customer.id] })).get(customer.id);
      const end = { id: newId(now), customerId: customer.id, endedOn, ownerId: customer.ownerId, memberId };
      await insertProspectEnd(db, workspaceId, {
        ...end,
        outcome: 'lost',
        amount: null,
        currency: null,
        reason,
        recordedAt: now,
      });
      await changeStatus(within, customer, { status: 'lost', statusAt: now, statusReason: reason });
      const grade = before === undefined ? null : { from: before.tier, to: null };
      return { undo: { endId: end.id }, detail: { outcome: 'lost' }, grade };
    },
  });
}

/** Takes back how a prospect ended; within the transaction that marks the action as undone. */
export async function undoProspectEnded(context: UseCaseContext, action: MemberAction): Promise<void> {
  const { db, actor, clock } = context;
  const { workspaceId } = actor;
  const { endId, purchaseId, overrideId } = action.detail as unknown as EndUndo;
  const customer = await keptCustomer(context, action.customerId ?? '');
  if (!(await undoProspectEnd(db, workspaceId, endId, clock.now())))
    throw new UseCaseError('no-such-action', action.id);
  if (action.kind === 'prospect-lost') {
    if (customer.status === 'lost')
      await changeStatus(context, customer, { status: 'active', statusAt: null, statusReason: null });
    return;
  }
  if (purchaseId !== undefined) await deletePurchase(db, workspaceId, purchaseId);
  if (overrideId !== undefined && overrideId !== null) await reviveOverride(db, workspaceId, overrideId);
  if (customer.stage === 'customer') await moveToStage(context, customer, 'prospect');
}

/** What taking an end back needs; purchases and overrides are those of a prospect that was won. */
interface EndUndo {
  readonly endId: string;
  readonly purchaseId?: string;
  readonly overrideId?: string | null;
}

/**
 * Makes a prospect a customer or the other way round, and grades it by the scheme of its new stage at once; its purchases
 * count up to `boughtOn`, even where the latest grading is older.
 */
async function moveToStage(
  context: UseCaseContext,
  customer: Customer,
  stage: Customer['stage'],
  boughtOn?: CalendarDate,
): Promise<TierMove | null> {
  const { db, actor, clock } = context;
  const { workspaceId } = actor;
  const moved: Customer = { ...customer, stage };
  await updateCustomers(db, workspaceId, [moved], clock.now());
  const last = await findGradingRun(db, workspaceId, { latestOf: 'customer' });
  const day = last?.fitted.asOf ?? dayOfGrading(context);
  await refreshPurchaseMeasures(db, workspaceId, boughtOn !== undefined && boughtOn > day ? boughtOn : day, [moved.id]);
  const before = (await findGrades(db, workspaceId, { ids: [moved.id] })).get(moved.id);
  const graded = await gradeAgain(context, moved, 'stage');
  if (graded === null) {
    // the first one of its stage: there are no cut points yet
    await gradeStages(context, dayOfGrading(context), { startedBy: 'command', changedIds: new Set([moved.id]) });
  }
  await refreshFollowUps(context, { customerIds: [moved.id] });
  const after = (await findGrades(db, workspaceId, { ids: [moved.id] })).get(moved.id);
  return after === undefined ? null : { from: before?.tier ?? null, to: after.tier };
}

/** Throws {@link UseCaseError} `archived` or `not-a-prospect`. */
function refuseOthers(customer: Customer): void {
  refuseInactive(customer);
  if (customer.stage !== 'prospect') throw new UseCaseError('not-a-prospect', customer.name);
}

/** The day of the end, today where none was given. Throws {@link UseCaseError} `end-day`. */
async function dayFrom(context: UseCaseContext, given: CalendarDate | undefined): Promise<CalendarDate> {
  const today = await actorsToday(context);
  const earliest = addDays(today, -OLDEST_DAYS);
  if (given !== undefined && (given > today || given < earliest)) throw new UseCaseError('end-day', earliest);
  return given ?? today;
}

/** What was typed, as an amount in a currency. Throws {@link UseCaseError} `end-amount` or `end-currency`. */
async function amountFrom(context: UseCaseContext, request: WinRequest) {
  const named = request.currency?.trim().toUpperCase() ?? '';
  if (named !== '' && !/^[A-Z]{3}$/.test(named)) throw new UseCaseError('end-currency', named);
  const currency = named === '' ? await currencyOnFile(context) : named;
  const reading = readAmount(request.amount, { asOf: dayOfGrading(context), currency });
  const isAmount = reading.kind === 'value' && typeof reading.value === 'number' && reading.value > 0;
  if (!isAmount) throw new UseCaseError('end-amount', currency ?? '');
  return { amount: reading.value, currency };
}

/** The currency in which customers, or else prospects, are graded; else that of purchases; null when none is known. */
export async function currencyOnFile({ db, actor }: UseCaseContext): Promise<string | null> {
  for (const latestOf of ['customer', 'prospect'] as const) {
    const run = await findGradingRun(db, actor.workspaceId, { latestOf });
    if (run?.fitted.currency !== undefined && run.fitted.currency !== null) return run.fitted.currency;
  }
  return findPurchaseCurrency(db, actor.workspaceId);
}
