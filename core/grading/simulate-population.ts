import type { Facts } from '../customer.ts';
import type { CompiledScheme } from './compile-scheme.ts';
import { strongestReason } from './move-reason.ts';
import { importanceFields, importanceOf } from './mover-importance.ts';
import { type Simulation, simulator } from './simulation.ts';

/** One customer of a population that is in memory. */
export interface PopulationMember<Customer, Owner> {
  readonly customer: Customer;
  readonly owner: Owner | null;
  readonly facts: Facts;
}

/**
 * What grading a population by one scheme instead of another changes, by values alone: nothing holds anybody. All movers, and
 * the field by which they are ordered (null when nobody has an amount).
 */
export function simulatePopulation<Customer, Owner>(
  before: CompiledScheme,
  after: CompiledScheme,
  population: readonly PopulationMember<Customer, Owner>[],
  ownerKey: (owner: Owner) => string,
): { readonly importance: string | null; readonly simulation: Simulation<Customer, Owner> } {
  const schemes = [before.fitted.scheme, after.fitted.scheme] as const;
  const importance =
    importanceFields([schemes[1], schemes[0]]).find((id) =>
      population.some(({ facts }) => importanceOf(facts.values[id]) !== null),
    ) ?? null;
  const counting = simulator<Customer, Owner>(...schemes, { ownerKey });
  const isSameScheme = schemes[0].id === schemes[1].id;
  for (const { customer, owner, facts } of population) {
    const simulated = {
      before: before.code(facts),
      after: after.code(facts),
      owner,
      importance: importanceOf(facts.values[importance ?? '']),
    };
    counting.add(simulated, ({ direction }) => ({
      customer,
      reason: strongestReason(after, facts, after.grade(facts), {
        direction,
        before: isSameScheme ? before.grade(facts) : undefined,
      }),
    }));
  }
  return { importance, simulation: counting.finish() };
}
