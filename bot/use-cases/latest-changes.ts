import type { Facts, FactValue } from '../../core/customer.ts';
import { compileScheme } from '../../core/grading/compile-scheme.ts';
import type { Database } from '../store/database.ts';
import { findChanges, type StoredChange } from '../store/grade-changes.ts';
import type { TierChange, TierDriver } from './customer-card.ts';

const CHANGES_SHOWN = 5;

/** A customer's latest changes of tier, latest first, at most five, each with what moved it. */
export async function latestChanges(db: Database, workspaceId: string, customerId: string): Promise<TierChange[]> {
  // one more than is shown, since what moved a customer is the difference to the change before
  const changes = await findChanges(db, workspaceId, {
    customerId,
    limit: CHANGES_SHOWN + 1,
    withHolds: false,
  });
  return changes.slice(0, CHANGES_SHOWN).map((change, index) => ({
    at: change.changedAt,
    from: change.fromTier,
    to: change.toTier,
    cause: change.cause,
    scheme: change.fitted.scheme,
    driver: change.cause === 'facts' ? driverOf(change, changes[index + 1]) : null,
  }));
}

/**
 * The value that did most: of those that differ from the change before, the one whose old value in its place would move
 * the customer most, by place of tier and then by score.
 */
function driverOf(change: StoredChange, before: StoredChange | undefined): TierDriver | null {
  if (change.inputs === null || before?.inputs === null || before === undefined) return null;
  const { inputs } = change;
  const old = before.inputs;
  const compiled = compileScheme(change.fitted);
  const { tiers, criteria } = change.fitted.scheme;
  const standing = (facts: Facts): number => {
    const { tier, score } = compiled.code(facts);
    return (tier === null ? tiers.length : tiers.findIndex(({ id }) => id === tier)) * 1000 - (score ?? 0);
  };
  const now = standing(inputs);
  let best: TierDriver | null = null;
  let most = 0;
  for (const { id: criterion } of criteria) {
    const [from, to] = [old.values[criterion], inputs.values[criterion]];
    if (from === to) continue;
    const effect = Math.abs(standing(withOld(inputs, criterion, from)) - now);
    if (effect <= most) continue;
    most = effect;
    best = { criterion, from: from ?? null, to: to ?? null };
  }
  return best;
}

function withOld(facts: Facts, criterion: string, value: FactValue | undefined): Facts {
  const values: Record<string, FactValue> = { ...facts.values };
  if (value === undefined) Reflect.deleteProperty(values, criterion);
  else values[criterion] = value;
  return { ...facts, values };
}
