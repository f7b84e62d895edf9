/** What every action on a customer's follow-up is asked with. */
export interface ActionRequest {
  readonly customerId: string;
  /** What is the same when the same request comes again (a view's id, a button with its message); undefined: never. */
  readonly requestId?: string | undefined;
  /** When the person saw the item: an action of somebody else's since then is told instead of doing it twice. */
  readonly seenAt?: Date | undefined;
}

/** What was done, by which it can be taken back for {@link UNDO_MINUTES}. */
export interface ActionDone {
  readonly actionId: string;
  /** The same request had been done before: nothing was done now. */
  readonly isRepeat: boolean;
}

/** How long an action can be taken back. */
export const UNDO_MINUTES = 10;
