/** A customer that is to be looked after by somebody else. */
export interface CustomerToShare {
  readonly customerId: string;
  /** The place of its service level, 0 first. */
  readonly rank: number;
  /** What it takes, in days a month. */
  readonly days: number;
}

/** Somebody who takes customers over. */
export interface Heir {
  readonly id: string;
  /** What their book takes already, in days a month of their own. */
  readonly days: number;
  /** Days of their own for each day of work: 2 for somebody who works half days. */
  readonly daysADay: number;
}

/**
 * Shares customers among heirs in balance: level by level, each customer goes to the heir whose book takes the fewest days
 * then; of equals, to the one with the fewer customers of that level, then by id. The order of what is given does not matter.
 *
 * Everybody gets an heir. Whoever gets a customer ends at most what that customer takes them above anybody else, so that
 * heirs who began alike end within one customer's days of each other. Empty without heirs.
 *
 * @returns the heir's id by customer
 */
export function shareBook(customers: readonly CustomerToShare[], heirs: readonly Heir[]): ReadonlyMap<string, string> {
  const books = heirs.map((heir) => ({ ...heir, count: 0 }));
  books.sort((a, b) => compare(a.id, b.id));
  const shares = new Map<string, string>();
  let rank: number | undefined;
  const inOrder = [...customers];
  inOrder.sort((a, b) => a.rank - b.rank || compare(a.customerId, b.customerId));
  for (const customer of inOrder) {
    if (customer.rank !== rank) for (const book of books) book.count = 0;
    rank = customer.rank;
    const [first, ...others] = books;
    if (first === undefined) return shares;
    const taker = others.reduce(
      (least, book) =>
        book.days < least.days || (book.days === least.days && book.count < least.count) ? book : least,
      first,
    );
    taker.days += customer.days * taker.daysADay;
    taker.count += 1;
    shares.set(customer.customerId, taker.id);
  }
  return shares;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
