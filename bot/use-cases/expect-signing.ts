import { addDays, type CalendarDate } from '../../core/calendar-date.ts';
import type { FactValue } from '../../core/customer.ts';
import { readAmount } from '../../core/grading/read-figure.ts';
import type { Customer } from '../store/customers.ts';
import { findGradingRun } from '../store/grades.ts';
import { actorsToday } from './acting-person.ts';
import { type ChangeRequest, type CustomerChanged, changeCustomer, writeChange } from './change-customer.ts';
import { refuseInactive } from './complaints.ts';
import type { UseCaseContext } from './context.ts';
import { dayOfGrading } from './grade-customers.ts';
import { UseCaseError } from './use-case-error.ts';

/** A prospect is expected to sign within so many days, or it is a typing error. */
const FARTHEST_DAYS = 3660;

/** What a prospect is expected to sign for, and when. What is undefined stays as it is. */
export interface ExpectRequest extends ChangeRequest {
  /** As a table's cell: `300,000`, `30万`; empty takes it away. */
  readonly amount?: string | undefined;
  /** Null takes it away. */
  readonly expectedOn?: CalendarDate | null | undefined;
}

/**
 * Puts down what a prospect is expected to sign for and when; it is graded again at once, since the day may decide its tier.
 *
 * Throws {@link UseCaseError} `no-such-customer`, `not-yours`, `archived`, `not-a-prospect`, `end-amount` or `expected-day`.
 */
export async function expectSigning(context: UseCaseContext, request: ExpectRequest): Promise<CustomerChanged> {
  return changeCustomer(context, request, {
    kind: 'expected-signing',
    audit: 'expected-signing',
    make: async (within, customer) => {
      refuseInactive(customer);
      if (customer.stage !== 'prospect') throw new UseCaseError('not-a-prospect', customer.name);
      const amount = await amountFrom(within, request.amount);
      const expectedOn = await dayFrom(within, request.expectedOn);
      const withAmount = amount === undefined ? customer : withFact(customer, 'expectedAmount', amount);
      const after = expectedOn === undefined ? withAmount : withFact(withAmount, 'expectedDate', expectedOn);
      return writeChange(within, customer, after);
    },
  });
}

/** The customer with another value of a field, or with none, and no doubt left about it. */
function withFact(customer: Customer, field: string, value: FactValue | null): Customer {
  const { [field]: _before, ...values } = customer.facts.values;
  const { [field]: _doubt, ...doubts } = customer.facts.doubts ?? {};
  const known = value === null ? values : { ...values, [field]: value };
  const facts = Object.keys(doubts).length > 0 ? { values: known, doubts } : { values: known };
  return { ...customer, facts };
}

async function amountFrom(context: UseCaseContext, text: string | undefined): Promise<number | null | undefined> {
  if (text === undefined) return undefined;
  const currency = await expectedCurrency(context);
  const reading = readAmount(text, { asOf: dayOfGrading(context), currency });
  if (reading.kind === 'nothing') return null;
  if (reading.kind !== 'value' || typeof reading.value !== 'number' || reading.value <= 0)
    throw new UseCaseError('end-amount', currency ?? '');
  return reading.value;
}

async function dayFrom(
  context: UseCaseContext,
  day: CalendarDate | null | undefined,
): Promise<CalendarDate | null | undefined> {
  if (day === undefined || day === null) return day;
  const today = await actorsToday(context);
  const latest = addDays(today, FARTHEST_DAYS);
  if (day < today || day > latest) throw new UseCaseError('expected-day', latest);
  return day;
}

/** The currency (ISO 4217) that expected amounts are in: that of the prospects' latest grading; null when it is not known. */
export async function expectedCurrency({ db, actor }: UseCaseContext): Promise<string | null> {
  const run = await findGradingRun(db, actor.workspaceId, { latestOf: 'prospect' });
  return run?.fitted.currency ?? null;
}
