import { addDays, type CalendarDate, parseIsoDate } from '../../core/calendar-date.ts';
import { readAmount } from '../../core/grading/read-figure.ts';
import type { Customer } from '../store/customers.ts';
import { findGradingRun } from '../store/grades.ts';
import { newId } from '../store/new-id.ts';
import {
  deletePurchase,
  findLatestPurchases,
  findPurchaseCurrency,
  insertPurchases,
  type Purchase,
} from '../store/purchases.ts';
import {
  type ChangeRequest,
  type CustomerChanged,
  changeCustomer,
  gradeAgain,
  keptCustomer,
  type TierMove,
} from './change-customer.ts';
import type { UseCaseContext } from './context.ts';
import { shortLine } from './customer-input.ts';
import { dayOfGrading } from './grade-customers.ts';
import { refreshMeasures } from './refresh-measures.ts';
import { UseCaseError } from './use-case-error.ts';

export type { Purchase } from '../store/purchases.ts';

/** A purchase as a person types it. */
export interface PurchaseInput {
  /** `YYYY-MM-DD`. */
  readonly boughtOn: string;
  /** As a table's cell: `3.2万`, `1,200`; below zero for a refund. */
  readonly amount: string;
  readonly product?: string | null | undefined;
  readonly channel?: string | null | undefined;
  readonly orderNumber?: string | null | undefined;
}

/** A purchase that was added, and from when on it counts. */
export interface PurchaseAdded extends CustomerChanged {
  /** It is later than the day of the latest grading: what it changes is seen at the next one. */
  readonly countsLater: boolean;
}

/** Purchases of the last years have dates; earlier ones are typing errors. */
const EARLIEST = '1970-01-01';

/** What a customer, and those merged into it, bought last, latest first. Throws {@link UseCaseError} `no-such-customer`. */
export async function listPurchases(context: UseCaseContext, customerId: string, most: number): Promise<Purchase[]> {
  const { id } = await keptCustomer(context, customerId);
  return findLatestPurchases(context.db, context.actor.workspaceId, id, most);
}

/** The currency of the purchases on file (ISO 4217); null when none names one. */
export function purchaseCurrency({ actor, db }: UseCaseContext): Promise<string | null> {
  return findPurchaseCurrency(db, actor.workspaceId);
}

/**
 * Adds a purchase of a customer and grades it again by what its purchases say now.
 *
 * Throws {@link UseCaseError} `no-such-customer`, `not-yours`, `purchase-day`, `purchase-amount`, or `text-too-long`.
 */
export async function addPurchase(
  context: UseCaseContext,
  request: ChangeRequest & { readonly purchase: PurchaseInput },
): Promise<PurchaseAdded> {
  const { purchase } = request;
  const { actor, clock } = context;
  let countsLater = false;
  const changed = await changeCustomer(context, request, {
    kind: 'purchase-added',
    audit: 'purchase-added',
    make: async (within, customer) => {
      const { db } = within;
      const now = clock.now();
      const boughtOn = dayFrom(purchase.boughtOn, dayOfGrading(within));
      const currency = await findPurchaseCurrency(db, actor.workspaceId);
      const line: Purchase = {
        id: newId(now),
        customerId: customer.id,
        boughtOn,
        amount: amountFrom(purchase.amount, { asOf: dayOfGrading(within), currency }),
        currency,
        product: shortLine(purchase.product),
        channel: shortLine(purchase.channel),
        orderNumber: shortLine(purchase.orderNumber),
      };
      await insertPurchases(db, actor.workspaceId, [line], { source: 'person', now });
      const last = await findGradingRun(db, actor.workspaceId, { latestOf: 'customer' });
      countsLater = last !== undefined && boughtOn > last.fitted.asOf;
      return { undo: { purchaseId: line.id }, grade: await measureAgain(within, customer) };
    },
  });
  return { ...changed, countsLater };
}

/** Takes a purchase of a customer away. Throws {@link UseCaseError} `no-such-customer`, `not-yours` or `no-such-purchase`. */
export async function removePurchase(
  context: UseCaseContext,
  request: ChangeRequest & { readonly purchaseId: string },
): Promise<CustomerChanged> {
  return changeCustomer(context, request, {
    kind: 'purchase-removed',
    audit: 'purchase-removed',
    make: async (within, customer) => {
      const { db, actor } = within;
      const removed = UUID.test(request.purchaseId)
        ? await deletePurchase(db, actor.workspaceId, request.purchaseId)
        : undefined;
      const owner = removed && (await keptCustomer(within, removed.customerId));
      if (removed === undefined || owner?.id !== customer.id) throw new UseCaseError('no-such-purchase', customer.name);
      return { undo: { before: removed }, grade: await measureAgain(within, customer) };
    },
  });
}

/** Finds anew what its purchases say of a customer, and grades it when that is something else. */
export async function measureAgain(context: UseCaseContext, customer: Customer): Promise<TierMove | null> {
  const hasChanged = await refreshMeasures(context, [customer.id]);
  return hasChanged ? gradeAgain(context, customer, 'facts') : null;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function dayFrom(text: string, today: CalendarDate): CalendarDate {
  const day = parseIsoDate(text.trim());
  // A day of leeway for who lives where it is tomorrow already.
  if (day === undefined || day < EARLIEST || day > addDays(today, 1)) throw new UseCaseError('purchase-day', '');
  return day;
}

function amountFrom(text: string, on: { readonly asOf: CalendarDate; readonly currency: string | null }): number {
  const reading = readAmount(text, on);
  if (reading.kind !== 'value' || typeof reading.value !== 'number' || reading.value === 0) {
    throw new UseCaseError('purchase-amount', on.currency ?? '');
  }
  return reading.value;
}
