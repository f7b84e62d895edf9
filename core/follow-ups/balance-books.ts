/** A customer that could be moved to another rep. */
export interface MovableCustomer {
  readonly customerId: string;
  /** The place of its service level, 0 first. */
  readonly rank: number;
  /** What it takes, in days a month. */
  readonly days: number;
  /** Something is under way (a promise, a complaint), so that it had better stay. */
  readonly isBusy: boolean;
}

/** A rep's book as far as balancing goes. */
export interface BookToBalance {
  readonly repId: string;
  /** What the whole book takes, and what the rep has, in days a month. */
  readonly days: number;
  readonly ofDays: number;
  /** Only needed where the book is over; the others only take. */
  readonly movable: readonly MovableCustomer[];
}

/** One customer to another rep. */
export interface BalanceMove {
  readonly customerId: string;
  readonly rank: number;
  readonly from: string;
  readonly to: string;
}

/** What would bring books back within their days. */
export interface BalanceProposal {
  readonly moves: readonly BalanceMove[];
  /** No fewer moves from books that are over to books that are not, of customers that are not busy, would do. */
  readonly isFewest: boolean;
  /** Books that stay over, and by how many days. */
  readonly stillOver: readonly { readonly repId: string; readonly days: number }[];
}

/**
 * Which customers to move from books that are over to books that have room, as few as possible, so that no book is over.
 * No book is brought over by it, and busy customers stay unless nothing else helps.
 *
 * A book that is over needs at least as many moves as its largest customers take to come to what is too much. Where moving
 * just so many fits, which is nearly always, no better is possible. Where it does not, a search within
 * {@link MOST_STEPS} steps finds the fewest; beyond those, and where not every book can be relieved, the moves are those of
 * the greedy way and `isFewest` is false. The order of what is given does not matter.
 */
export function balanceBooks(books: readonly BookToBalance[]): BalanceProposal {
  const calm = stateOf(books, ({ isBusy }) => !isBusy);
  const least = leastMoves(calm);
  const greedy = relieved(calm);
  if (isRelieved(greedy) && greedy.moves.length === least) return proposal(greedy, true);
  const searched = fewest(calm, least, isRelieved(greedy) ? greedy.moves.length - 1 : undefined);
  if (searched.found !== undefined) return proposal(searched.found, true);
  if (isRelieved(greedy)) return proposal(greedy, searched.isProof);
  return proposal(relieved(withBusy(greedy, books)), false);
}

/** How many steps the search for fewer moves may take: some milliseconds. */
export const MOST_STEPS = 20_000;
/** Days are sums of fractions. */
const TINY = 1e-9;

interface Source {
  readonly repId: string;
  /** Days that are too much; not above zero: relieved. */
  readonly over: number;
  /** Largest first. */
  readonly movable: readonly MovableCustomer[];
}

interface Taker {
  readonly repId: string;
  readonly free: number;
}

interface State {
  readonly sources: readonly Source[];
  readonly takers: readonly Taker[];
  readonly moves: readonly BalanceMove[];
}

function stateOf(books: readonly BookToBalance[], isAllowed: (customer: MovableCustomer) => boolean): State {
  const inOrder = [...books];
  inOrder.sort((a, b) => compare(a.repId, b.repId));
  const isOver = ({ days, ofDays }: BookToBalance) => days - ofDays > TINY;
  return {
    sources: inOrder.filter(isOver).map(({ repId, days, ofDays, movable }) => ({
      repId,
      over: days - ofDays,
      movable: largestFirst(movable.filter((customer) => customer.days > TINY && isAllowed(customer))),
    })),
    takers: inOrder.filter((book) => !isOver(book)).map(({ repId, days, ofDays }) => ({ repId, free: ofDays - days })),
    moves: [],
  };
}

/** The state with busy customers too, after the moves that are in it. */
function withBusy(state: State, books: readonly BookToBalance[]): State {
  const movable = new Map(books.map((book) => [book.repId, book.movable]));
  const busy = ({ isBusy, days }: MovableCustomer) => isBusy && days > TINY;
  return {
    ...state,
    sources: state.sources.map((source) => ({
      ...source,
      movable: largestFirst([...source.movable, ...(movable.get(source.repId) ?? []).filter(busy)]),
    })),
  };
}

/** Of customers that take alike, calm ones go first, then those that came last: ids are in the order of time. */
function largestFirst(customers: readonly MovableCustomer[]): MovableCustomer[] {
  const inOrder = [...customers];
  inOrder.sort(
    (a, b) =>
      (Math.abs(b.days - a.days) > TINY ? b.days - a.days : 0) ||
      Number(a.isBusy) - Number(b.isBusy) ||
      compare(b.customerId, a.customerId),
  );
  return inOrder;
}

/** How many moves are needed at the least, room aside; infinite where not even all customers together are enough. */
function leastMoves({ sources }: State): number {
  return sources.reduce((sum, { over, movable }) => sum + leastOf(over, movable), 0);
}

function leastOf(over: number, movable: readonly MovableCustomer[]): number {
  let left = over;
  let count = 0;
  for (const { days } of movable) {
    if (left <= TINY) return count;
    left -= days;
    count += 1;
  }
  return left <= TINY ? count : Number.POSITIVE_INFINITY;
}

function isRelieved({ sources }: State): boolean {
  return sources.every(({ over }) => over <= TINY);
}

/** Relieves one book after the other: by the smallest customer that is enough, else by the largest that fits anywhere. */
function relieved(state: State): State {
  let now = state;
  for (const [index] of state.sources.entries()) {
    for (;;) {
      const source = now.sources[index];
      if (source === undefined || source.over <= TINY) break;
      const roomiest = now.takers.reduce((most, { free }) => Math.max(most, free), 0);
      const fitting = source.movable.filter(({ days }) => days <= roomiest + TINY);
      const enough = fitting.filter(({ days }) => days >= source.over - TINY);
      // Of those that are enough, the first of the smallest: they stand largest first.
      const smallest = enough[enough.length - 1];
      const chosen = smallest === undefined ? fitting[0] : enough.find(({ days }) => days - smallest.days <= TINY);
      const [taker] = takersFor(now, chosen?.days ?? 0);
      if (chosen === undefined || taker === undefined) break;
      now = moved(now, index, chosen, taker);
    }
  }
  return now;
}

/** Those with room for so many days, the one with the most first; of those with equal room only one. */
function takersFor({ takers }: State, days: number): Taker[] {
  const inOrder = takers.filter(({ free }) => free >= days - TINY);
  inOrder.sort((a, b) => b.free - a.free || compare(a.repId, b.repId));
  return inOrder.filter(({ free }, at) => at === 0 || Math.abs((inOrder[at - 1]?.free ?? 0) - free) > TINY);
}

function moved(state: State, index: number, customer: MovableCustomer, taker: Taker): State {
  const { customerId, rank, days } = customer;
  return {
    sources: state.sources.map((source, at) =>
      at === index
        ? { ...source, over: source.over - days, movable: source.movable.filter((each) => each !== customer) }
        : source,
    ),
    takers: state.takers.map((each) => (each.repId === taker.repId ? { ...each, free: each.free - days } : each)),
    moves: [...state.moves, { customerId, rank, from: state.sources[index]?.repId ?? '', to: taker.repId }],
  };
}

/**
 * The fewest moves that relieve every book, searched with one move more at a time from `least` on, at most `most` (default:
 * as many as there are customers); whether it is proven that there are none, where none are found.
 */
function fewest(
  state: State,
  least: number,
  most: number = state.sources.reduce((sum, { movable }) => sum + movable.length, 0),
): { readonly found?: State; readonly isProof: boolean } {
  const room = state.takers.reduce((sum, { free }) => sum + free, 0);
  const over = state.sources.reduce((sum, source) => sum + source.over, 0);
  if (over > room + TINY) return { isProof: true };
  let steps = MOST_STEPS;
  const search = (from: State, largest: number, left: number): State | undefined => {
    const index = from.sources.findIndex((source) => source.over > TINY);
    const source = from.sources[index];
    if (source === undefined) return from;
    steps -= 1;
    if (steps < 0) return undefined;
    // Books one by one, and each one's customers from large to small: every set of moves comes in one order only.
    const usable = source.movable.filter(({ days }) => days <= largest + TINY);
    const others = from.sources.slice(index + 1).filter((other) => other.over > TINY);
    const needed = others.reduce(
      (sum, other) => sum + leastOf(other.over, other.movable),
      leastOf(source.over, usable),
    );
    if (needed > left) return undefined;
    for (const [at, customer] of usable.entries()) {
      const before = usable[at - 1];
      if (before !== undefined && before.days - customer.days <= TINY) continue;
      for (const taker of takersFor(from, customer.days)) {
        const next = moved(from, index, customer, taker);
        const isDone = (next.sources[index]?.over ?? 0) <= TINY;
        const found = search(next, isDone ? Number.POSITIVE_INFINITY : customer.days, left - 1);
        if (found !== undefined) return found;
      }
    }
    return undefined;
  };
  for (let moves = least; moves <= most; moves += 1) {
    const found = search(state, Number.POSITIVE_INFINITY, moves);
    if (found !== undefined) return { found, isProof: true };
    if (steps < 0) return { isProof: false };
  }
  return { isProof: true };
}

function proposal({ moves, sources }: State, isFewest: boolean): BalanceProposal {
  const inOrder = [...moves];
  inOrder.sort(
    (a, b) => compare(a.from, b.from) || compare(a.to, b.to) || a.rank - b.rank || compare(a.customerId, b.customerId),
  );
  return {
    moves: inOrder,
    isFewest,
    stillOver: sources.filter(({ over }) => over > TINY).map(({ repId, over }) => ({ repId, days: over })),
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
