import { isDeepStrictEqual } from 'node:util';
import { recordAuditEvent } from '../store/audit-events.ts';
import { insertMerge, repointMerged } from '../store/customer-merges.ts';
import { type Customer, findCustomersById, lockCustomers, updateCustomers } from '../store/customers.ts';
import { deleteGrade, findGrades } from '../store/grades.ts';
import { newId } from '../store/new-id.ts';
import { lockWorkspace } from '../store/workspaces.ts';
import type { UseCaseContext } from './context.ts';
import { changedFields } from './customer-fields.ts';
import { gradeOne } from './grade-one.ts';
import { makeFindable } from './make-findable.ts';
import { mayChange } from './may-change.ts';
import { findDecisions, joinDecisions } from './merged-decisions.ts';
import { refreshFollowUps } from './refresh-follow-ups.ts';
import { refreshMeasures } from './refresh-measures.ts';
import { storedGrade } from './stored-grade.ts';
import { UseCaseError } from './use-case-error.ts';

/** {@link mergeWithin} in a transaction of its own. */
export async function mergeCustomers(
  context: UseCaseContext,
  customers: { readonly keptId: string; readonly goneId: string },
): Promise<string> {
  return context.db.transaction().execute(async (db) => (await mergeWithin({ ...context, db }, customers)).mergeId);
}

/** What a merge did. */
export interface Merged {
  /** By which it can be undone. */
  readonly mergeId: string;
  readonly kept: Customer;
  readonly gone: Customer;
}

/**
 * Joins two customers that are one and the same: the gone one's names and key lead to the kept one from now on, what
 * the kept one lacks is filled in, and nothing is lost: contacts, purchases and history stay with the gone one's row and
 * are read through it. Within the caller's transaction.
 *
 * Throws {@link UseCaseError} `no-such-customer`, `cannot-merge` when they are the same or one has gone already, `archived`
 * when an active customer would go into an archived one, or `not-yours`.
 */
export async function mergeWithin(
  context: UseCaseContext,
  customers: { readonly keptId: string; readonly goneId: string },
): Promise<Merged> {
  const { actor, clock, db } = context;
  const { workspaceId, memberId } = actor;
  const { keptId, goneId } = customers;
  const now = clock.now();
  await lockWorkspace(db, workspaceId);
  await lockCustomers(db, workspaceId, [keptId, goneId]);
  const found = await findCustomersById(db, workspaceId, [keptId, goneId]);
  const kept = found.get(keptId);
  const gone = found.get(goneId);
  if (kept === undefined || gone === undefined) {
    throw new UseCaseError('no-such-customer', kept === undefined ? keptId : goneId);
  }
  if (kept === gone || kept.mergedInto !== null || gone.mergedInto !== null) {
    throw new UseCaseError('cannot-merge', `${kept.name}, ${gone.name}`);
  }
  if (kept.status !== 'active' && gone.status === 'active') throw new UseCaseError('archived', kept.name);
  await mayChange(context, kept);
  await mayChange(context, gone);
  const grades = await findGrades(db, workspaceId, { ids: [keptId, goneId] });
  const decisions = { kept: await findDecisions(context, keptId), gone: await findDecisions(context, goneId) };
  const joined = joinedCustomer(kept, gone);
  const repointed = await repointMerged(db, workspaceId, goneId, keptId);
  await updateCustomers(db, workspaceId, [joined, { ...gone, mergedInto: keptId }], now);
  await deleteGrade(db, workspaceId, goneId);
  const hasBought = await refreshMeasures(context, [keptId, goneId]);
  const isSame = isDeepStrictEqual(kept, joined) && !hasBought;
  const graded = isSame ? undefined : await gradeOne(context, joined, grades.get(keptId));
  await makeFindable(db, workspaceId, [joined, { ...gone, mergedInto: keptId }]);
  await refreshFollowUps(context, { customerIds: [keptId, goneId] });
  const decided = await joinDecisions(context, { joined, gone }, decisions);
  const id = newId(now);
  const undo = {
    fields: changedFields(kept, joined),
    repointed,
    goneGrade: storedGrade(grades.get(goneId)),
    keptGrade: storedGrade(grades.get(keptId)),
    keptGradeAfter: storedGrade(graded?.grade ?? grades.get(keptId)),
    gradeChangeId: graded?.changeId ?? null,
    decided,
  };
  await insertMerge(db, workspaceId, { id, keptId, goneId, undo }, memberId, now);
  await recordAuditEvent(db, { workspaceId, memberId, action: 'merge', subjectId: id, detail: customers }, now);
  return { mergeId: id, kept: joined, gone };
}

/** The kept customer with what it lacks filled in from the gone one; of two last contacts the later, of two next ones the earlier. */
function joinedCustomer(kept: Customer, gone: Customer): Customer {
  const values = { ...gone.facts.values, ...kept.facts.values };
  const doubts = { ...gone.facts.doubts, ...kept.facts.doubts };
  // What one of them doubts the other may know; what the kept one doubts, the gone one must not decide.
  for (const field of Object.keys(kept.facts.values)) delete doubts[field];
  for (const field of Object.keys(doubts)) delete values[field];
  const days = [kept.lastContactOn, gone.lastContactOn].filter((day) => day !== null).toSorted();
  const nextDays = [kept.nextContactOn, gone.nextContactOn].filter((day) => day !== null).toSorted();
  return {
    ...kept,
    ownerText: kept.ownerText ?? gone.ownerText,
    ownerId: kept.ownerText === null && kept.ownerId === null ? gone.ownerId : kept.ownerId,
    industry: kept.industry ?? gone.industry,
    region: kept.region ?? gone.region,
    givenTier: kept.givenTier ?? gone.givenTier,
    facts: Object.keys(doubts).length > 0 ? { values, doubts } : { values },
    extra: { ...gone.extra, ...kept.extra },
    lastContactOn: days.at(-1) ?? null,
    nextContactOn: nextDays[0] ?? null,
  };
}
