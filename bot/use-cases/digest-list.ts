import type { DigestMove } from '../../core/digest/digest.ts';
import type { DigestList, DigestListAbout, DigestListEntry } from '../../core/digest/digest-list.ts';
import type { DigestNumber } from '../../core/digest/digest-number.ts';
import type { Database } from '../store/database.ts';
import type { DigestReach } from '../store/digest-book.ts';
import { type ComplaintRow, findOpened } from '../store/digest-complaints.ts';
import { countBookChanges, type ReachSince } from '../store/digest-moves.ts';
import type { Page, PageWanted, StandingCustomer } from '../store/digest-page.ts';
import { findOverdue, findPlaced, type PlacesWanted } from '../store/digest-places.ts';
import { findEnds, findExpiredOverrides, findSatisfaction } from '../store/digest-results.ts';
import { findSignings } from '../store/digest-signings.ts';
import { readSnapshot } from '../store/read-snapshot.ts';
import type { UseCaseContext } from './context.ts';
import type { DigestListAsked } from './digest-asked.ts';
import { DEBT_DAYS, type DigestBasis, digestBasis, digestFrame, intervalsOf, reachSince } from './digest-basis.ts';
import { dormant, signingsWanted, unanswered } from './digest-events.ts';
import { pageOfMoves } from './digest-moves.ts';

/**
 * A page of the list behind a number of a digest, whose total is that number. A rep (`number.repId`) whose customers are not in
 * the scope has none. A few queries, however long the list.
 *
 * Throws UseCaseError `before-history` as the digest does.
 */
export async function digestList(context: UseCaseContext, asked: DigestListAsked): Promise<DigestList> {
  const { number, limit, skip } = asked;
  return readSnapshot(context.db, async (db) => {
    const basis = ofRep(await digestBasis({ ...context, db }, asked), number.repId);
    const { total, rows } = await entriesOf(db, basis, number, { skip, limit });
    const ownerIds = rows.map(({ ownerId }) => ownerId);
    return { number, ...digestFrame(basis, [...ownerIds, number.repId ?? null]), total, entries: rows };
  });
}

/** Of this rep alone, if the rep is among those whose customers are told. */
function ofRep(basis: DigestBasis, repId: string | undefined): DigestBasis {
  if (repId === undefined) return basis;
  const { repIds } = basis.reach;
  const isTold = repIds === null || repIds.includes(repId);
  return { ...basis, reach: { ...basis.reach, repIds: isTold ? [repId] : [] } };
}

const NOBODY: Page<never> = { total: 0, rows: [] };

async function entriesOf(
  db: Database,
  basis: DigestBasis,
  number: DigestNumber,
  page: PageWanted,
): Promise<Page<DigestListEntry>> {
  const { reach } = basis;
  const since = reachSince(basis);
  switch (number.part) {
    case 'tiers':
      return placed(db, reach, number, page);
    case 'capacity':
      return placed(db, reach, {}, page);
    case 'moves':
    case 'tier-moves': {
      if (since === undefined) return NOBODY;
      const found = await pageOfMoves(db, basis, since, await countBookChanges(db, since), number, page);
      const rows = found.rows.map(({ row, move }) => ({ ...row, move }));
      return entries({ total: found.total, rows }, ({ move }) => moveOf(move));
    }
    case 'overdue':
      return overdue(db, basis, number, page);
    case 'complaints':
      return entries(await unanswered(db, basis, page), complaintOf);
    case 'causes':
      return since === undefined ? NOBODY : entries(await findOpened(db, since, number.cause, page), complaintOf);
    case 'dormant':
      return entries(await dormant(db, basis, page), (row) => ({ kind: 'dormant', since: row.since }));
    case 'signings': {
      const wanted = signingsWanted(basis, number.month);
      if (wanted === undefined) return NOBODY;
      const found = await findSignings(db, reach, wanted, page);
      return entries(found, ({ expectedOn, amount }) => ({ kind: 'signing', expectedOn, amount }));
    }
    case 'ends':
      return since === undefined ? NOBODY : ends(db, since, number.outcome, page);
    case 'satisfaction': {
      if (since === undefined) return NOBODY;
      const found = await findSatisfaction(db, since, page);
      return entries(found, ({ score, surveyedOn }) => ({ kind: 'satisfaction', score, surveyedOn }));
    }
    case 'data':
      return problems(db, basis, number.code, page);
    default:
      return number satisfies never;
  }
}

async function placed(
  db: Database,
  reach: DigestReach,
  { stage, tier, status, isWithoutOwner }: PlacesWanted,
  page: PageWanted,
): Promise<Page<DigestListEntry>> {
  const found = await findPlaced(db, reach, { stage, tier, status, isWithoutOwner }, page);
  return entries(found, ({ score, lastContactOn }) => ({ kind: 'place', score, lastContactOn }));
}

async function overdue(
  db: Database,
  basis: DigestBasis,
  { stage, tier }: PlacesWanted,
  page: PageWanted,
): Promise<Page<DigestListEntry>> {
  const { date, reach } = basis;
  const about = { date, intervals: intervalsOf(basis), days: DEBT_DAYS, stage, tier };
  const found = await findOverdue(db, reach, about, page);
  return entries(found, ({ owedOn, contacts, days }) => ({ kind: 'overdue', owedOn, days, contacts }));
}

async function ends(
  db: Database,
  reach: ReachSince,
  outcome: 'won' | 'lost',
  page: PageWanted,
): Promise<Page<DigestListEntry>> {
  const { total, rows } = await findEnds(db, reach, outcome, page);
  const entriesFound = rows.map(
    ({ customerId, name, ownerId, endedOn, amount, currency, reason }): DigestListEntry => ({
      customerId,
      name,
      ownerId,
      // it is no prospect any more, and what it was when it ended is not kept
      stage: 'prospect',
      tier: null,
      status: null,
      about: { kind: 'end', outcome, endedOn, amount, currency, reason },
    }),
  );
  return { total, rows: entriesFound };
}

async function problems(
  db: Database,
  basis: DigestBasis,
  code: Extract<DigestNumber, { part: 'data' }>['code'],
  page: PageWanted,
): Promise<Page<DigestListEntry>> {
  const { reach } = basis;
  switch (code) {
    case 'review':
    case 'unreadable':
      return entries(await findPlaced(db, reach, { status: code }, page), () => ({ kind: 'problem' }));
    case 'not-graded':
      return entries(await findPlaced(db, reach, { status: null }, page), () => ({ kind: 'problem' }));
    case 'without-owner':
      return entries(await findPlaced(db, reach, { isWithoutOwner: true }, page), () => ({ kind: 'problem' }));
    case 'overrides-expired': {
      const since = reachSince(basis);
      return since === undefined
        ? NOBODY
        : entries(await findExpiredOverrides(db, since, page), () => ({ kind: 'problem' }));
    }
    default:
      return code satisfies never;
  }
}

function moveOf({ from, to, direction, isOutOfBest, value, why }: DigestMove): DigestListAbout {
  return { kind: 'move', from, to, direction, isOutOfBest, value, why };
}

function complaintOf({ complaintId, openedAt, answerBy, isLate, cause }: ComplaintRow): DigestListAbout {
  const [opened, answer] = [openedAt.toISOString(), answerBy.toISOString()];
  return { kind: 'complaint', complaintId, openedAt: opened, answerBy: answer, isLate, cause };
}

function entries<T extends StandingCustomer>(
  { total, rows }: Page<T>,
  aboutOf: (row: T) => DigestListAbout,
): Page<DigestListEntry> {
  const found = rows.map((row): DigestListEntry => {
    const { customerId, name, ownerId, stage, status, tier } = row;
    return { customerId, name, ownerId, stage, status, tier, about: aboutOf(row) };
  });
  return { total, rows: found };
}
