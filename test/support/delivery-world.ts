import { deliver } from '../../bot/jobs/deliver.ts';
import type { Delivering } from '../../bot/jobs/delivering.ts';
import type { DeliveryKind } from '../../bot/jobs/delivery-kind.ts';
import { parkedNotice } from '../../bot/jobs/parked-notice.ts';
import { queueDeliveries } from '../../bot/jobs/queue-deliveries.ts';
import { slackPosting } from '../../bot/jobs/slack-posting.ts';
import { type SlackServer, startSlackServer } from '../../bot/local/slack-server.ts';
import type { StoredMessage } from '../../bot/local/workspace-state.ts';
import { createLog } from '../../bot/log.ts';
import type { Database } from '../../bot/store/database.ts';
import type { DeliveryId } from '../../bot/store/deliveries.ts';
import { addWorkspace } from '../../bot/store/workspaces.ts';
import { newWorkspaceId } from './databases.ts';
import { type VirtualClock, virtualClock } from './virtual-clock.ts';

/** A workspace with messages to deliver and a fake Slack to deliver them to, on one virtual clock. */
export interface DeliveryWorld {
  readonly db: Database;
  readonly workspaceId: string;
  readonly clock: VirtualClock;
  readonly slack: SlackServer;
  /** What delivering is done with; another process's is another one. */
  readonly process: (change?: Partial<Delivering>) => Delivering;
  /** What is due now, each with its row, and which deliveries a job would be made for. */
  readonly look: (kinds?: readonly DeliveryKind[]) => Promise<readonly DeliveryId[]>;
  /** Looks, delivers what is due, and lets a minute pass; so many times, by default 60. */
  readonly run: (
    looks?: number,
    how?: { readonly delivering?: Delivering; readonly everyMs?: number },
  ) => Promise<void>;
  /** Everything that the bot posted, oldest first. */
  readonly posted: () => readonly StoredMessage[];
}

/** Makes one; its clock starts at `startIso`. The caller stops its Slack. */
export async function deliveryWorld(
  db: Database,
  kinds: readonly DeliveryKind[],
  startIso = '2026-03-05T08:30:00Z',
): Promise<DeliveryWorld> {
  const workspaceId = newWorkspaceId();
  const clock = virtualClock(startIso);
  await addWorkspace(db, workspaceId, clock.now());
  const slack = await startSlackServer({ time: clock.slackTime });
  const { apiUrl, appToken, botToken } = slack;
  const log = createLog('silent');
  const allKinds = [...kinds, parkedNotice];
  const process = (change: Partial<Delivering> = {}): Delivering => ({
    db,
    clock,
    postingClock: clock,
    kinds: allKinds,
    slack: slackPosting({ mode: 'socket', botToken, appToken, apiUrl }, log, new AbortController().signal),
    log,
    counts: { deliveryCame: () => undefined },
    stopping: new AbortController().signal,
    hold: { untilMs: 0 },
    ...change,
  });
  const look = async (lookedFor: readonly DeliveryKind[] = allKinds) => {
    const found: DeliveryId[] = [];
    const parts = { db, workspaceId, clock, postingClock: clock, kinds: lookedFor, log };
    await queueDeliveries(parts, async (_trx, deliveries) => void found.push(...deliveries));
    return found;
  };
  return {
    db,
    workspaceId,
    clock,
    slack,
    process,
    look,
    async run(looks = 60, { delivering = process(), everyMs = 60_000 } = {}) {
      for (let number = 0; number < looks; number += 1) {
        for (const each of await look()) await deliver(delivering, each);
        clock.advance(everyMs);
      }
    },
    posted: () => slack.workspace.messages.filter(({ metadata }) => metadata !== undefined),
  };
}
