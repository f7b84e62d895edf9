import type { EventDelivery } from './event-delivery.ts';
import type { Faults } from './faults.ts';
import type { IdSource } from './id-source.ts';
import type { LocalTime } from './local-time.ts';
import type { ResponseUrls } from './response-urls.ts';
import type { SocketMode } from './socket-mode.ts';
import type { TrafficLog } from './traffic-log.ts';
import type { TriggerIds } from './trigger-ids.ts';
import type { WorkspaceState } from './workspace-state.ts';

/** A slash command as the app's manifest declares it. */
export interface LocalCommand {
  /** With its slash: `/customer`. */
  readonly command: string;
  readonly description?: string;
  /** What Slack shows as one types: `NAME`. */
  readonly usageHint?: string;
  /** Whether `@anna` and `#sales` arrive as `<@U0ANNA|anna>` and `<#C0SALES|sales>`; default true. */
  readonly shouldEscape?: boolean;
}

/** A shortcut as the app's manifest declares it. */
export interface LocalShortcut {
  readonly callbackId: string;
  readonly type: 'message' | 'global';
  /** What stands in the menu. */
  readonly name: string;
}

/** What the bot must present, and what Slack presents to the bot. */
export interface Credentials {
  readonly botToken: string;
  readonly appToken: string;
  readonly signingSecret: string;
}

/** The parts of the stand-in, as each of them sees the others. */
export interface LocalSlack {
  readonly state: WorkspaceState;
  readonly time: LocalTime;
  readonly ids: IdSource;
  readonly triggers: TriggerIds;
  readonly responseUrls: ResponseUrls;
  readonly faults: Faults;
  readonly traffic: TrafficLog;
  readonly credentials: Credentials;
  /** The bot token's scopes. */
  readonly scopes: readonly string[];
  /** The slash commands the workspace knows; undefined: whatever is typed goes to the bot. */
  readonly commands: readonly LocalCommand[] | undefined;
  /** The shortcuts the workspace knows; undefined: any goes to the bot. */
  readonly shortcuts: readonly LocalShortcut[] | undefined;
  readonly socketMode: SocketMode;
  readonly delivery: EventDelivery;
  /** `http://127.0.0.1:PORT`, known once the server listens. */
  url(): string;
}
