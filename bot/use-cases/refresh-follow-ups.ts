import { isDeepStrictEqual } from 'node:util';
import { type SchemesInUse, type ServiceLevels, serviceLevels } from '../../core/follow-ups/service-levels.ts';
import { localDay } from '../clock.ts';
import type { Database } from '../store/database.ts';
import { findActiveIds, findFollowUpSources, findMergedInto, findNewSources } from '../store/follow-up-sources.ts';
import {
  deleteFollowUps,
  findPastBirthdays,
  lockFollowUps,
  type StoredFollowUp,
  saveFollowUps,
} from '../store/follow-ups.ts';
import { inChunks } from '../store/in-chunks.ts';
import { clearStaleFollowUps, findMovedCustomers, findUnplanned, markPlanned } from '../store/unplanned-gradings.ts';
import { type ChosenSchemes, findWorkspaceSettings } from '../store/workspace-settings.ts';
import { findWorkspaceIds, lockWorkspace } from '../store/workspaces.ts';
import type { UseCaseContext } from './context.ts';
import { followUpDeriver, LAST_ZONE } from './derived-follow-up.ts';
import { chosenScheme } from './schemes-in-use.ts';

/** Enough that the round trips do not matter, few enough that others get their turn. */
const CUSTOMERS_A_TIME = 2000;

/**
 * Brings the follow-ups of these customers, or of everybody, in line with what is on file: customers, grades, complaints,
 * contacts and interactions. What people decided is kept; a customer that is gone, archived or lost has none, and for one that
 * is gone the one that it was merged into is meant as well. Only what
 * differs is written, so that doing it twice changes nothing.
 *
 * `addedIds`: customers that this very transaction has added, of whom nothing can have been logged yet: they take a third of the time.
 *
 * Within the transaction of whatever changed the customers. The rows are locked, which is what somebody who logs a contact
 * waits for: a grading of everybody uses {@link catchUpFollowUps} after its end instead.
 */
export async function refreshFollowUps(
  context: UseCaseContext,
  which: { readonly customerIds: readonly string[]; readonly addedIds?: readonly string[] } | 'all',
): Promise<void> {
  const { db, actor, clock } = context;
  const { workspaceId } = actor;
  if (which !== 'all' && which.customerIds.length + (which.addedIds ?? []).length === 0) return;
  const refresh = await refresher(context);
  if (which !== 'all') {
    const added = (which.addedIds ?? []).toSorted();
    for (const some of inChunks(added, CUSTOMERS_A_TIME)) await refresh(db, some, { areNew: true });
    if (which.customerIds.length === 0) return;
    const kept = await findMergedInto(db, workspaceId, which.customerIds);
    const ids = [...new Set([...which.customerIds, ...kept])].toSorted();
    for (const some of inChunks(ids, CUSTOMERS_A_TIME)) await refresh(db, some);
    return;
  }
  await deleteFollowUps(db, workspaceId, 'all-inactive', clock.now());
  let after: string | undefined;
  do {
    const ids: string[] = await findActiveIds(db, workspaceId, after, CUSTOMERS_A_TIME);
    await refresh(db, ids);
    after = ids.at(-1);
  } while (after !== undefined);
}

/**
 * Brings the follow-ups in line with gradings that were committed, with another scheme, and with a day that has begun:
 * after the transaction that graded, in short ones of its own, so that nobody who logs a contact waits for long. What is
 * cut off is taken up by the next call.
 */
export async function catchUpFollowUps(context: UseCaseContext): Promise<void> {
  const { db, actor, clock } = context;
  const { workspaceId } = actor;
  const { staleAt, runIds } = await findUnplanned(db, workspaceId);
  const refresh = await refresher(context);
  const inTurns = async (idsAfter: (after: string | undefined) => Promise<readonly string[]>): Promise<void> => {
    let ids = await idsAfter(undefined);
    while (ids.length > 0) {
      const some = ids;
      await db.transaction().execute(async (within) => {
        // whoever changes customers has it too, so that no two wait for each other's rows
        await lockWorkspace(within, workspaceId);
        await refresh(within, some);
      });
      ids = await idsAfter(some.at(-1));
    }
  };
  if (staleAt !== null) {
    await inTurns((after) => findActiveIds(db, workspaceId, after, CUSTOMERS_A_TIME));
    await deleteFollowUps(db, workspaceId, 'all-inactive', clock.now());
    await clearStaleFollowUps(db, workspaceId, staleAt, clock.now());
  } else if (runIds.length > 0) {
    await inTurns((after) => findMovedCustomers(db, workspaceId, runIds, after, CUSTOMERS_A_TIME));
  }
  if (runIds.length > 0) await markPlanned(db, workspaceId, runIds);
  const past = await findPastBirthdays(db, workspaceId, localDay(clock.now(), LAST_ZONE));
  const parts = inChunks(past, CUSTOMERS_A_TIME);
  await inTurns(async () => parts.next().value ?? []);
}

/** {@link catchUpFollowUps} in every workspace: for what was on file before there were follow-ups, or was cut off. */
export async function catchUpEverywhere({ clock, db }: Pick<UseCaseContext, 'clock' | 'db'>): Promise<void> {
  for (const workspaceId of await findWorkspaceIds(db)) {
    await catchUpFollowUps({ clock, db, actor: { workspaceId, memberId: null, role: 'admin' } });
  }
}

/** What refreshes one batch of customers, in the order of their ids, so that no two wait for each other. */
async function refresher({ db, actor, clock }: UseCaseContext) {
  const { workspaceId } = actor;
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  const derive = followUpDeriver({ schemes: await tierSchemes(db, workspaceId), now: clock.now(), timeZone });
  return async (
    within: Database,
    customerIds: readonly string[],
    { areNew }: { readonly areNew: boolean } = { areNew: false },
  ): Promise<void> => {
    if (customerIds.length === 0) return;
    const stored = areNew ? new Map<string, StoredFollowUp>() : await lockFollowUps(within, workspaceId, customerIds);
    const sources = areNew
      ? await findNewSources(within, workspaceId, customerIds)
      : await findFollowUpSources(within, workspaceId, customerIds);
    const changed = sources.flatMap((source) => {
      const before = stored.get(source.customerId);
      const after = derive(source, before);
      return isDeepStrictEqual(after, before) ? [] : [after];
    });
    // as late as can be, so that as few moments as can be are read before they are written
    const now = clock.now();
    await saveFollowUps(within, workspaceId, changed, now);
    const active = new Set(sources.map(({ customerId }) => customerId));
    const gone = [...stored.keys()].filter((customerId) => !active.has(customerId));
    await deleteFollowUps(within, workspaceId, { customerIds: gone }, now);
  };
}

/** How the customers of a workspace are served, by the schemes that it grades by. */
export async function levelsInUse(db: Database, workspaceId: string): Promise<ServiceLevels> {
  return serviceLevels(await tierSchemes(db, workspaceId));
}

/** The schemes that a workspace grades by. */
export async function tierSchemes(db: Database, workspaceId: string): Promise<SchemesInUse> {
  return schemesOf(db, workspaceId, await findWorkspaceSettings(db, workspaceId));
}

/** Like {@link tierSchemes}, of a workspace whose choice is read already. */
export async function schemesOf(db: Database, workspaceId: string, chosen: ChosenSchemes): Promise<SchemesInUse> {
  return {
    prospects: await chosenScheme(db, workspaceId, 'prospect', chosen),
    customers: await chosenScheme(db, workspaceId, 'customer', chosen),
  };
}
