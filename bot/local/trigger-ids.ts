import type { IdSource } from './id-source.ts';
import { LOCAL_TEAM } from './local-members.ts';
import type { LocalTime } from './local-time.ts';

/** A trigger id may be exchanged for a view for this long (Slack: "Interactivity"). */
const TRIGGER_LIFE_MS = 3000;

/** Who a trigger belongs to, and the modal in which it came up, if it did. */
export interface Trigger {
  readonly userId: string;
  readonly viewId: string | undefined;
}

/** Hands out trigger ids and takes each back once, within three seconds. */
export interface TriggerIds {
  issue(trigger: Trigger): string;
  /** The trigger, or the error that Slack's `views.open` and `views.push` answer with. */
  exchange(id: string): Trigger | 'invalid_trigger_id' | 'exchanged_trigger_id' | 'expired_trigger_id';
}

/** Trigger ids measured on the network's time. */
export function createTriggerIds(time: LocalTime, ids: IdSource): TriggerIds {
  const issued = new Map<string, { trigger: Trigger; atMs: number; used: boolean }>();
  return {
    issue(trigger) {
      const id = `${ids(12)}.${LOCAL_TEAM.id}.${ids(32).toLowerCase()}`;
      issued.set(id, { trigger, atMs: time.networkNowMs(), used: false });
      return id;
    },
    exchange(id) {
      const entry = issued.get(id);
      if (!entry) return 'invalid_trigger_id';
      if (entry.used) return 'exchanged_trigger_id';
      if (time.networkNowMs() - entry.atMs > TRIGGER_LIFE_MS) return 'expired_trigger_id';
      entry.used = true;
      return entry.trigger;
    },
  };
}
