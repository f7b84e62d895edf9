import type { Message } from '../../blocks/rich-text.ts';
import type { Viewer } from '../../blocks/viewer.ts';
import type { UseCaseContext } from '../../use-cases/context.ts';
import type { Services } from '../services.ts';

/** Who writes to the bot, where, and about which customer the thread is. */
export interface Conversation {
  readonly context: UseCaseContext;
  readonly viewer: Viewer;
  readonly services: Services;
  /** The thread's; undefined outside threads and where none was named yet. */
  readonly customer: { readonly id: string; readonly name: string } | undefined;
  /** The same for the same message, however often it comes. */
  readonly requestId: string;
}

/** What the bot says, and of which customer, if of one. */
export interface Reply {
  readonly message: Message;
  /** The same in classic blocks, for a workspace that refuses the message with `invalid_blocks`. */
  readonly fallback?: Message;
  readonly customerId: string | null;
}

/** A reply that is about no one customer. */
export function plainReply(message: Message): Reply {
  return { message, customerId: null };
}
