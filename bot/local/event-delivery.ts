import type { AckOutcome, Attempt, Envelope, Sender } from './envelope.ts';
import type { IdSource } from './id-source.ts';
import type { JsonObject } from './json-object.ts';
import { LOCAL_BOT, LOCAL_TEAM } from './local-members.ts';
import type { LocalTime } from './local-time.ts';
import type { TrafficLog } from './traffic-log.ts';

/** Everything Slack tells the bot goes through here, whichever way it takes. */
export interface EventDelivery {
  /** A command or an interaction: one attempt, since a person is waiting. */
  ask(type: 'slash_commands' | 'interactive', payload: JsonObject): Promise<AckOutcome>;
  /** An event that the app subscribed to, tried again at once, after a minute and after five; resolves with the first attempt. */
  tell(event: JsonObject): Promise<AckOutcome>;
}

/** Waits before the second, third and fourth attempt at an event (Slack: "Events API", Retries). */
const RETRY_AFTER_MS = [0, 60_000, 300_000];

/** Delivers by whatever `sender()` gives at the time; of events only those in `subscribed`, undefined for all. */
export function createEventDelivery(
  sender: () => Sender,
  time: LocalTime,
  ids: IdSource,
  traffic: TrafficLog,
  subscribed?: readonly string[],
): EventDelivery {
  return {
    ask(type, payload) {
      const acceptsResponsePayload = type === 'slash_commands' || takesAnswer(payload);
      return attempt({ id: envelopeId(), type, payload, acceptsResponsePayload }, { number: 0, reason: '' });
    },
    async tell(event) {
      if (subscribed && !subscribed.includes(subscriptionOf(event))) return { kind: 'acked', payload: undefined };
      const payload = {
        token: 'local',
        team_id: LOCAL_TEAM.id,
        api_app_id: LOCAL_BOT.appId,
        event,
        type: 'event_callback',
        event_id: `Ev${ids(10)}`,
        event_time: Math.floor(time.workspaceNowMs() / 1000),
        authorizations: [
          {
            enterprise_id: null,
            team_id: LOCAL_TEAM.id,
            user_id: LOCAL_BOT.userId,
            is_bot: true,
            is_enterprise_install: false,
          },
        ],
        is_ext_shared_channel: false,
      };
      const envelope: Envelope = { id: envelopeId(), type: 'events_api', payload, acceptsResponsePayload: false };
      const first = await attempt(envelope, { number: 0, reason: '' });
      if (first.kind === 'failed') retryLater(envelope, 1, first.retryReason);
      return first;
    },
  };

  function envelopeId(): string {
    return `${ids(8)}-${ids(4)}-${ids(12)}`.toLowerCase();
  }

  async function attempt(envelope: Envelope, which: Attempt): Promise<AckOutcome> {
    const outcome = await sender().send(envelope, which);
    if (outcome.kind === 'failed') {
      traffic.add({ kind: 'no-ack', id: envelope.id, reason: outcome.error, detail: outcome.detail });
    }
    return outcome;
  }

  function retryLater(envelope: Envelope, number: number, reason: string): void {
    const waitMs = RETRY_AFTER_MS[number - 1];
    if (waitMs === undefined) return;
    time.after(waitMs, async () => {
      const outcome = await attempt(envelope, { number, reason });
      if (outcome.kind === 'failed') retryLater(envelope, number + 1, outcome.retryReason);
    });
  }
}

/** Whether an acknowledgement of this interaction may say what happens next; that of a pressed button may not. */
function takesAnswer(payload: JsonObject): boolean {
  return payload['type'] === 'view_submission' || payload['type'] === 'block_suggestion';
}

/** The name under which an app subscribes to an event; messages are told apart by where they stand. */
function subscriptionOf({ channel_type: place, type }: JsonObject): string {
  if (type !== 'message') return String(type);
  return `message.${place === 'channel' || place === 'group' ? `${place}s` : String(place)}`;
}
