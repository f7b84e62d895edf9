import { addDays, type CalendarDate } from '../../core/calendar-date.ts';
import type {
  Digest,
  DigestComplaint,
  DigestEnd,
  DormantCustomer,
  EndsOfKind,
  ExpectedSigning,
} from '../../core/digest/digest.ts';
import { forecastDays } from '../../core/digest/signing-forecast.ts';
import { localDay, momentIn } from '../clock.ts';
import type { Database } from '../store/database.ts';
import { type ComplaintRow, findUnanswered } from '../store/digest-complaints.ts';
import { type DormantAfter, type DormantRow, findDormant } from '../store/digest-dormant.ts';
import type { ReachSince } from '../store/digest-moves.ts';
import type { Page, PageWanted } from '../store/digest-page.ts';
import { countEnds, countSatisfaction, type EndRow, type EndTotal, findEnds } from '../store/digest-results.ts';
import { findSignings, type SigningRow, type SigningsWanted } from '../store/digest-signings.ts';
import type { DigestBasis } from './digest-basis.ts';
import { LOW_SATISFACTION } from './record-survey.ts';

/** So long at least a customer is silent before it is dormant, in days; longer where its tier's longest interval, twice, is. */
const DORMANT_DAYS = 90;
/** Tiers of which it matters. */
const DORMANT_TIERS = 2;
/** With what satisfaction is compared: that of so many days before. */
const SATISFACTION_DAYS_BEFORE = 90;

/** Complaints that are late or must be answered before the day is over, the most urgent first. */
export async function digestComplaints(
  db: Database,
  basis: DigestBasis,
  page: PageWanted,
): Promise<NonNullable<Digest['complaints']>> {
  const { total, late, rows } = await unanswered(db, basis, page);
  return { count: total, late, first: rows.map(complaintOf) };
}

/** A page of the complaints that {@link digestComplaints} counts. */
export async function unanswered(
  db: Database,
  { reach, date, timeZone }: DigestBasis,
  page: PageWanted,
): Promise<Page<ComplaintRow> & { readonly late: number }> {
  return findUnanswered(db, reach, momentIn(timeZone, addDays(date, 1), '00:00'), page);
}

/** Customers of the best two tiers who have not been heard of for long. */
export async function digestDormant(
  db: Database,
  basis: DigestBasis,
  page: PageWanted,
): Promise<NonNullable<Digest['dormant']>> {
  const { total, fresh, rows } = await dormant(db, basis, page);
  const first = rows.map(
    ({ customerId, name, ownerId, tier, since }): DormantCustomer => ({ customerId, name, ownerId, tier, since }),
  );
  return { count: total, fresh, first };
}

/** A page of the customers that {@link digestDormant} counts. */
export async function dormant(
  db: Database,
  { reach, date, timeZone, schemes, levels }: DigestBasis,
  page: PageWanted,
): Promise<Page<DormantRow> & { readonly fresh: number }> {
  const tiers = (schemes.customers?.tiers ?? []).slice(0, DORMANT_TIERS).map(({ id }): DormantAfter => {
    const longest = levels.find(({ stage, tier }) => stage === 'customer' && tier === id)?.longestDays ?? 0;
    return { tier: id, days: Math.max(DORMANT_DAYS, 2 * longest) };
  });
  const dateBefore = reach.since === null ? null : localDay(reach.since, timeZone);
  return findDormant(db, reach, { tiers, date, dateBefore, timeZone }, page);
}

/**
 * Which signings are told: of prospects of the best tier, in this month and the next two, or in one of those (`2026-11`). Undefined where
 * prospects are not graded.
 */
export function signingsWanted({ schemes, date }: DigestBasis, month: string | undefined): SigningsWanted | undefined {
  const tier = schemes.prospects?.tiers[0]?.id;
  if (tier === undefined) return undefined;
  const days = forecastDays(date);
  if (month === undefined) return { tier, ...days };
  const from = `${month}-01` as CalendarDate;
  return { tier, from: from < days.from ? days.from : from, until: forecastDays(from, 1).until };
}

/** The first prospects that are expected to sign. */
export async function firstSignings(
  db: Database,
  { reach }: DigestBasis,
  wanted: SigningsWanted,
  page: PageWanted,
): Promise<ExpectedSigning[]> {
  const { rows } = await findSignings(db, reach, wanted, page);
  return rows.map(({ customerId, name, ownerId, expectedOn, amount }: SigningRow) => ({
    customerId,
    name,
    ownerId,
    expectedOn,
    amount,
  }));
}

/** How prospects ended since the digest before. */
export async function digestEnds(
  db: Database,
  reach: ReachSince,
  page: PageWanted,
): Promise<NonNullable<Digest['ends']>> {
  const totals = await countEnds(db, reach);
  const endsOf = async (outcome: 'won' | 'lost'): Promise<EndsOfKind> => {
    const own = totals.filter((total) => total.outcome === outcome);
    if (own.length === 0) return { count: 0, amount: null, currency: null, first: [] };
    const { rows } = await findEnds(db, reach, outcome, page);
    return { ...amountOf(own), count: own.reduce((sum, { prospects }) => sum + prospects, 0), first: rows.map(endOf) };
  };
  return { won: await endsOf('won'), lost: await endsOf('lost') };
}

/** How satisfied customers said they are since the digest before; undefined where nobody said anything. */
export async function digestSatisfaction(db: Database, reach: ReachSince): Promise<Digest['satisfaction']> {
  const about = { lowest: LOW_SATISFACTION, daysBefore: SATISFACTION_DAYS_BEFORE };
  const { results, average, low, before } = await countSatisfaction(db, reach, about);
  return average === null ? undefined : { results, average, low, before };
}

/** What most of the amounts come to that are of one currency. */
function amountOf(totals: readonly EndTotal[]): Pick<EndsOfKind, 'amount' | 'currency'> {
  const known = totals.filter(({ amount }) => amount !== null);
  const most = known.toSorted((one, other) => other.prospects - one.prospects)[0];
  return { amount: most?.amount ?? null, currency: most?.currency ?? null };
}

function complaintOf(row: ComplaintRow): DigestComplaint {
  const { complaintId, customerId, name, ownerId, stage, tier, answerBy, isLate, cause } = row;
  return {
    complaintId,
    customerId,
    name,
    ownerId,
    stage,
    tier,
    answerBy: answerBy.toISOString(),
    isLate: isLate ?? false,
    cause,
  };
}

function endOf({ customerId, name, ownerId, outcome, endedOn, amount, currency, reason }: EndRow): DigestEnd {
  return { customerId, name, ownerId, outcome, endedOn, amount, currency, reason };
}
