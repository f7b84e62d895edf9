import { type ChangeFeed, createChangeFeed } from './change-feed.ts';
import type { JsonObject } from './json-object.ts';

/** What went between Slack and the bot, for a developer to look at. Tokens are never in it. */
export type TrafficEntry =
  | {
      readonly kind: 'envelope';
      readonly id: string;
      readonly type: string;
      readonly attempt: number;
      readonly payload: JsonObject;
    }
  | { readonly kind: 'ack'; readonly id: string; readonly afterMs: number; readonly payload: unknown }
  | {
      readonly kind: 'no-ack';
      readonly id: string;
      readonly reason: 'operation_timeout' | 'dispatch_failed';
      readonly detail: string;
    }
  | {
      readonly kind: 'call';
      /** The Web API method, or `response_url`. */
      readonly method: string;
      readonly arguments: JsonObject;
      /** What was answered; undefined when a fault swallowed the answer. */
      readonly answer: JsonObject | undefined;
      readonly tookMs: number;
    }
  | { readonly kind: 'connection'; readonly event: 'opened' | 'closed' | 'refused'; readonly detail: string };

/** The traffic so far (the last thousand entries) and as it comes. */
export interface TrafficLog {
  readonly entries: readonly TrafficEntry[];
  readonly feed: ChangeFeed<TrafficEntry>;
  add(entry: TrafficEntry): void;
}

const KEPT = 1000;

/** An empty log. */
export function createTrafficLog(): TrafficLog {
  const entries: TrafficEntry[] = [];
  const feed = createChangeFeed<TrafficEntry>();
  return {
    entries,
    feed,
    add(entry) {
      entries.push(entry);
      if (entries.length > KEPT) entries.shift();
      feed.publish(entry);
    },
  };
}
