import type { AllMiddlewareArgs, AnyMiddlewareArgs } from '@slack/bolt';
import type { Failure } from './error-handler.ts';
import { COMMANDS } from './index.ts';
import type { SeenOnce } from './seen-once.ts';

/** Counts what comes from Slack and how long it took. */
export interface SlackTraffic {
  /** Something arrived; the returned function is called once it has been dealt with. `kind` is one of a few words. */
  begin(kind: string): () => void;
  duplicate(kind: string): void;
}

/**
 * Tells the traffic counter of everything that comes in, stops what Slack delivers a second time, and hands errors on, so
 * that the answer to an error counts as part of the request.
 */
export function observed(traffic: SlackTraffic, seen: SeenOnce, onError: (failure: Failure) => Promise<void>) {
  return async (args: AnyMiddlewareArgs & AllMiddlewareArgs): Promise<void> => {
    const kind = kindOf(args);
    const id = idOf(args.body);
    if (id !== undefined && !seen.isNew(id)) {
      traffic.duplicate(kind);
      if ('ack' in args && args.ack !== undefined) await args.ack();
      return;
    }
    const done = traffic.begin(kind);
    try {
      await args.next();
    } catch (error) {
      await onError({ error, body: args.body });
    } finally {
      done();
    }
  };
}

function kindOf(args: AnyMiddlewareArgs): string {
  if ('command' in args && args.command !== undefined) {
    return COMMANDS.find((name) => name === args.command.command) ?? 'unknown command';
  }
  if ('action' in args) return 'action';
  if ('view' in args) return 'view';
  if ('options' in args) return 'options';
  if ('shortcut' in args) return 'shortcut';
  return 'event';
}

/** What is the same when Slack sends the same again; menus that ask for options have none. */
function idOf(body: object): string | undefined {
  if ('event_id' in body && typeof body.event_id === 'string') return body.event_id;
  if ('trigger_id' in body && typeof body.trigger_id === 'string') return body.trigger_id;
  return undefined;
}
