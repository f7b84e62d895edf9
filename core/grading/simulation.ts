import { hoursByTier } from '../follow-ups/contact-hours.ts';
import { type MigrationMatrix, type Move, moveCounter, type Standing } from './migration-matrix.ts';
import type { MoveReason } from './move-reason.ts';
import type { Scheme } from './scheme.ts';

/** One customer who would come to stand elsewhere. */
export interface Mover<Customer> extends Move {
  readonly customer: Customer;
  readonly from: Standing;
  readonly to: Standing;
  /** By what movers are ordered; null when it is not known. */
  readonly importance: number | null;
  readonly reason: MoveReason | null;
}

/** Hours a month that one owner's customers take by the playbooks. */
export interface OwnerHours<Owner> {
  /** Null for the customers without an owner. */
  readonly owner: Owner | null;
  readonly customers: number;
  readonly before: number;
  readonly after: number;
}

/** What would come of grading by another scheme. */
export interface Simulation<Customer, Owner> {
  readonly customers: number;
  readonly matrix: MigrationMatrix;
  /** The most important first; as many as were asked for. */
  readonly movers: readonly Mover<Customer>[];
  readonly moverCount: number;
  /** The owners in the order in which they came up, the customers without one last. */
  readonly hours: readonly OwnerHours<Owner>[];
  /** Tiers that somebody would be in and whose playbook does not say what a customer takes: their hours are not counted. */
  readonly withoutHours: readonly string[];
}

/** One customer's standing under both schemes. */
export interface SimulatedCustomer<Owner> {
  readonly before: Standing;
  readonly after: Standing;
  readonly owner: Owner | null;
  /** Larger is told first. */
  readonly importance: number | null;
}

/** Takes customers one at a time and keeps counts, hours and the movers that are wanted. */
export interface Simulator<Customer, Owner> {
  /** `told` is asked only for customers who move and are important enough. */
  readonly add: (
    simulated: SimulatedCustomer<Owner>,
    told: (move: Move) => { readonly customer: Customer; readonly reason: MoveReason | null },
  ) => void;
  readonly finish: () => Simulation<Customer, Owner>;
}

/**
 * A simulator of grading by `after` instead of `before`. Movers are ordered by importance (unknown last), then by how many tiers
 * they move, then as they came; it keeps twice `mostMovers` of them at most (default all).
 */
export function simulator<Customer, Owner>(
  before: Scheme,
  after: Scheme,
  options: { readonly mostMovers?: number; readonly ownerKey: (owner: Owner) => string },
): Simulator<Customer, Owner> {
  const { mostMovers = Number.POSITIVE_INFINITY, ownerKey } = options;
  const counter = moveCounter(before, after);
  const sides = { before: hoursByTier(before), after: hoursByTier(after) };
  const hours = new Map<string | null, { owner: Owner | null; customers: number; before: number; after: number }>();
  const withoutHours = new Set<string>();
  let movers: Mover<Customer>[] = [];
  let last: Pick<Mover<Customer>, 'importance' | 'steps'> | undefined;
  let customers = 0;
  let moverCount = 0;

  const hoursOf = (side: 'before' | 'after', { tier }: Standing): number => {
    if (tier === null) return 0;
    const own = sides[side].get(tier);
    if (own === undefined) withoutHours.add(tier);
    return own ?? 0;
  };
  const shorten = (): void => {
    movers.sort(byImportance);
    movers = movers.slice(0, Math.min(movers.length, mostMovers));
    last = movers.length < mostMovers ? undefined : movers[movers.length - 1];
  };
  return {
    add(simulated, told) {
      const { before: from, after: to, owner, importance } = simulated;
      customers += 1;
      const key = owner === null ? null : ownerKey(owner);
      let own = hours.get(key);
      if (own === undefined) {
        own = { owner, customers: 0, before: 0, after: 0 };
        hours.set(key, own);
      }
      own.customers += 1;
      own.before += hoursOf('before', from);
      own.after += hoursOf('after', to);
      const move = counter.add(from, to);
      if (move.direction === 'stays') return;
      moverCount += 1;
      if (last !== undefined && byImportance({ importance, ...move }, last) >= 0) return;
      movers.push({ ...told(move), ...move, from, to, importance });
      if (movers.length >= 2 * mostMovers) shorten();
    },
    finish() {
      shorten();
      const owned = [...hours.values()];
      return {
        customers,
        matrix: counter.finish(),
        movers,
        moverCount,
        hours: [...owned.filter(({ owner }) => owner !== null), ...owned.filter(({ owner }) => owner === null)],
        withoutHours: [...withoutHours],
      };
    },
  };
}

type Ordered = Pick<Mover<unknown>, 'importance' | 'steps'>;

function byImportance(a: Ordered, b: Ordered): number {
  const [one, other] = [a.importance ?? Number.NEGATIVE_INFINITY, b.importance ?? Number.NEGATIVE_INFINITY];
  if (one !== other) return one > other ? -1 : 1;
  return Math.abs(b.steps) - Math.abs(a.steps);
}
