import { addDays, type CalendarDate } from '../../core/calendar-date.ts';
import { compileScheme } from '../../core/grading/compile-scheme.ts';
import { type Receipt, receiptOf } from '../../core/grading/receipt.ts';
import { momentIn } from '../clock.ts';
import { findChanges, type StoredChange } from '../store/grade-changes.ts';
import { findOverrideAt } from '../store/overrides.ts';
import type { UseCaseContext } from './context.ts';
import type { CardOverride, Standing, TierChange } from './customer-card.ts';
import { UseCaseError } from './use-case-error.ts';

/** Which past grade: the one that a change made, the n-th latest change (1 is the latest), or the one that stood at the end of a day. */
export type ReplayWanted =
  | { readonly changeId: string }
  | { readonly customerId: string; readonly change: number }
  | { readonly customerId: string; readonly on: CalendarDate; readonly timeZone: string };

/** A past grade as it was made. */
export interface ReplayedGrade {
  /** What the values gave, by the cut points of the time. */
  readonly receipt: Receipt;
  /** Where the customer stood, which is what everybody saw. */
  readonly standing: Standing;
  /** The tier that a person had set. */
  readonly override: CardOverride | null;
  readonly change: TierChange;
}

/**
 * A past grade from the run's scheme and cut points and the inputs that were kept with the change: the same tier and the
 * same receipt, whatever has become of the scheme, the customer and all others since. Between two changes it is that of
 * the earlier one, which is when the customer came to stand there.
 *
 * Throws {@link UseCaseError} `no-such-change` when there is none (so many changes, graded by that day), and
 * `not-replayable` for a change that was made before inputs were kept.
 */
export async function replayGrade(context: UseCaseContext, wanted: ReplayWanted): Promise<ReplayedGrade> {
  const { db, actor } = context;
  const change = await changeWanted(context, wanted);
  if (change === undefined) throw new UseCaseError('no-such-change', describe(wanted));
  if (change.inputs === null) throw new UseCaseError('not-replayable', change.changedAt.toISOString().slice(0, 10));
  const { fitted, customerId, changedAt: at, toStatus: status, toTier: tier, held } = change;
  const override = held === 'override' ? await findOverrideAt(db, actor.workspaceId, customerId, at) : undefined;
  return {
    receipt: receiptOf(compileScheme(fitted), change.inputs),
    standing: { status, tier, held },
    override: override === undefined ? null : { reason: override.reason, expiresOn: override.expiresOn, setBy: null },
    change: { at, from: change.fromTier, to: tier, cause: change.cause, scheme: fitted.scheme, driver: null },
  };
}

async function changeWanted({ db, actor }: UseCaseContext, wanted: ReplayWanted): Promise<StoredChange | undefined> {
  const { workspaceId } = actor;
  if ('changeId' in wanted) return (await findChanges(db, workspaceId, { id: wanted.changeId }))[0];
  const { customerId } = wanted;
  const which =
    'on' in wanted
      ? { before: momentIn(wanted.timeZone, addDays(wanted.on, 1), '00:00'), withHolds: true }
      : { skip: wanted.change - 1, withHolds: false };
  return (await findChanges(db, workspaceId, { customerId, limit: 1, ...which }))[0];
}

function describe(wanted: ReplayWanted): string {
  if ('changeId' in wanted) return wanted.changeId;
  return 'on' in wanted ? wanted.on : String(wanted.change);
}
