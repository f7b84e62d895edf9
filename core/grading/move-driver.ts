import type { Facts, FactValue } from '../customer.ts';
import type { CompiledScheme } from './compile-scheme.ts';

/** A value whose change moved a customer. */
export interface MoveDriver {
  readonly criterion: string;
  /** Null: missing. */
  readonly from: FactValue | null;
  readonly to: FactValue | null;
}

/**
 * The value that did most: of those that differ between before and now, the one whose old value in its place would move the
 * customer most, by place of tier and then by score. Null where none does.
 */
export function moveDriver(compiled: CompiledScheme, before: Facts, now: Facts): MoveDriver | null {
  const { tiers, criteria } = compiled.fitted.scheme;
  const standing = (facts: Facts): number => {
    const { tier, score } = compiled.code(facts);
    return (tier === null ? tiers.length : tiers.findIndex(({ id }) => id === tier)) * 1000 - (score ?? 0);
  };
  const standsAt = standing(now);
  let best: MoveDriver | null = null;
  let most = 0;
  for (const { id: criterion } of criteria) {
    const [from, to] = [before.values[criterion], now.values[criterion]];
    if (from === to) continue;
    const effect = Math.abs(standing(withOld(now, criterion, from)) - standsAt);
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
