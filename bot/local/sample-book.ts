import { type FollowUpSource, findFollowUpSources } from '../store/follow-up-sources.ts';
import { lockFollowUps, type StoredFollowUp } from '../store/follow-ups.ts';
import type { Interaction } from '../store/interactions.ts';
import { type BookState, findTiersReached, replaceBook } from '../store/replace-book.ts';
import type { UseCaseContext } from '../use-cases/context.ts';
import { followUpDeriver } from '../use-cases/derived-follow-up.ts';
import { tierSchemes } from '../use-cases/refresh-follow-ups.ts';
import type { SampleCustomer } from './sample-history.ts';

/** Something that changed what a customer's follow-up is derived from. */
interface Happening {
  readonly at: number;
  readonly apply: (source: FollowUpSource) => FollowUpSource;
}

/**
 * Makes the book's history of the samples up from what happened to them: how each follow-up stood after every contact and
 * every change of tier. Derived as follow-ups are, at once instead of one day after another, which would take a newcomer's first
 * start several times as long.
 */
export async function keepSampleBook(
  context: UseCaseContext,
  samples: readonly SampleCustomer[],
  interactions: readonly Interaction[],
): Promise<void> {
  const { db, actor, clock } = context;
  const { workspaceId } = actor;
  const now = clock.now();
  const ids = samples.map(({ id }) => id);
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  const derive = followUpDeriver({ schemes: await tierSchemes(db, workspaceId), now, timeZone });
  const stageAtFirst = new Map(samples.map(({ id, stage }) => [id, stage]));
  const contactsOf = Map.groupBy(interactions, ({ customerId }) => customerId);
  const tiersOf = Map.groupBy(await findTiersReached(db, workspaceId, ids), ({ customerId }) => customerId);
  await db.transaction().execute(async (within) => {
    const stored = await lockFollowUps(within, workspaceId, ids);
    const sources = await findFollowUpSources(within, workspaceId, ids);
    const states = sources.flatMap((source) => {
      const standing = stored.get(source.customerId);
      // who was a prospect has the history that was kept as it happened
      if (standing === undefined || stageAtFirst.get(source.customerId) !== source.stage) return [];
      const happenings = [
        ...(tiersOf.get(source.customerId) ?? []).map(({ at, status, tier }) => ({
          at: at.getTime(),
          apply: (before: FollowUpSource) => ({ ...before, status, tier }),
        })),
        ...contactHappenings(contactsOf.get(source.customerId) ?? [], source),
      ];
      return statesOf(source, standing, happenings, derive, now);
    });
    await replaceBook(within, workspaceId, states);
  });
}

function contactHappenings(interactions: readonly Interaction[], source: FollowUpSource): Happening[] {
  const real = interactions
    .filter(({ outcome }) => outcome !== 'no-answer')
    .toSorted((one, other) => one.loggedAt.getTime() - other.loggedAt.getTime());
  return real.map((contact, place) => ({
    at: contact.loggedAt.getTime(),
    apply: (before) => ({
      ...before,
      lastContactOn: contact.happenedOn,
      // what was agreed on stands since the last one
      nextContactOn: place === real.length - 1 ? source.nextContactOn : null,
      contacts: [contact, ...before.contacts].slice(0, 2),
    }),
  }));
}

/** How a follow-up stood one after another, the one that stands last. */
function statesOf(
  source: FollowUpSource,
  standing: StoredFollowUp,
  happenings: readonly Happening[],
  derive: ReturnType<typeof followUpDeriver>,
  now: Date,
): BookState[] {
  const cameAt = source.createdAt.getTime();
  let current: FollowUpSource = { ...source, status: null, tier: null, change: null, contacts: [] };
  if (source.contacts.length > 0) current = { ...current, lastContactOn: null, nextContactOn: null };
  const states: { readonly at: number; readonly book: BookState }[] = [];
  const stands = (row: StoredFollowUp, at: number): void => {
    const last = states.at(-1);
    const book = bookOf(row, at);
    if (last !== undefined && isSameBook(last.book, book)) return;
    if (last?.at === at) states.pop();
    states.push({ at, book });
  };
  for (const { at, apply } of happenings.toSorted((one, other) => one.at - other.at)) {
    if (at > now.getTime()) continue;
    current = apply(current);
    stands(derive(current, undefined), Math.max(at, cameAt));
  }
  stands(standing, now.getTime());
  return states.map(({ book }, index) => {
    const next = states[index + 1];
    return { ...book, untilAt: next === undefined ? null : new Date(next.at) };
  });
}

function bookOf(row: StoredFollowUp, at: number): BookState {
  const { customerId, ownerId, stage, status, tier, isPaused, owedOn, lastContactOn, expectedOn, expectedAmount } = row;
  const kept = {
    customerId,
    ownerId,
    stage,
    status,
    tier,
    isPaused,
    owedOn,
    lastContactOn,
    expectedOn,
    expectedAmount,
  };
  return { ...kept, fromAt: new Date(at), untilAt: null };
}

function isSameBook(one: BookState, other: BookState): boolean {
  return (Object.keys(one) as (keyof BookState)[]).every(
    (column) => column === 'fromAt' || column === 'untilAt' || one[column] === other[column],
  );
}
