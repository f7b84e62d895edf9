import type { Message } from '../blocks/rich-text.ts';
import type { Database } from '../store/database.ts';
import type { Delivery, DueDelivery } from '../store/deliveries.ts';
import type { UseCaseContext } from '../use-cases/context.ts';

/** What there is to be posted, or why there is nothing. */
export type Composed =
  | {
      readonly message: Message;
      /** The same in classic blocks, for a workspace that refuses the message with `invalid_blocks`. */
      readonly fallback?: Message;
      /** The one customer that it is about: what is written in its thread is about it too. */
      readonly customerId?: string | undefined;
    }
  /** In a word or two such as `nothing-to-do`: kept in the delivery, never shown to anybody. */
  | { readonly skip: string };

/** A kind of message that arrives once: when it is due, and what it says. */
export interface DeliveryKind {
  /** `daily-list`: what stands in the database. */
  readonly id: string;
  /** How long after it was due it is still worth posting; null: for ever. */
  readonly catchUpMs: number | null;
  /**
   * Everything in the workspace that is due at `now` and has no delivery yet; late ones among it. What has one may be in
   * it too and stays as it is.
   */
  findDue(db: Database, workspaceId: string, now: Date): Promise<readonly DueDelivery[]>;
  /**
   * What it says, at the moment of posting. The context's actor is the workspace's admin, its clock that of whoever
   * looked. Asked again whenever the delivery is tried again.
   */
  compose(context: UseCaseContext, delivery: Delivery): Promise<Composed>;
}

/** Four hours: a day's list is of no use in the evening. */
export const CATCH_UP_MS = 4 * 3_600_000;
