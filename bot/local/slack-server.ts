import type { AddressInfo } from 'node:net';
import type { Sender } from './envelope.ts';
import { createEventDelivery } from './event-delivery.ts';
import { createFaults, type Fault } from './faults.ts';
import { createHttpFront, type OtherRequests } from './http-front.ts';
import { type IdSource, randomIds } from './id-source.ts';
import type { LocalChannel, LocalUser } from './local-members.ts';
import type { Credentials, LocalCommand, LocalShortcut, LocalSlack } from './local-slack.ts';
import { type LocalTime, systemTime } from './local-time.ts';
import { tellOwnMessages } from './own-message-events.ts';
import { createPerson, type Person } from './person.ts';
import { createResponseUrls } from './response-urls.ts';
import { createSignedRequests } from './signed-requests.ts';
import { createSocketMode, type SocketMode } from './socket-mode.ts';
import { createTrafficLog, type TrafficLog } from './traffic-log.ts';
import { createTriggerIds } from './trigger-ids.ts';
import { userForApi } from './web-api/user-methods.ts';
import { createWorkspaceState, type WorkspaceState } from './workspace-state.ts';

export interface SlackServerOptions {
  /** Port on 127.0.0.1; default 0, any free one. */
  readonly port?: number;
  /** Default: the machine's clock. */
  readonly time?: LocalTime;
  /** Default: random. */
  readonly ids?: IdSource;
  /** Default: random, new at every start. */
  readonly credentials?: Credentials;
  /** The bot token's scopes; default {@link DEFAULT_SCOPES}. */
  readonly scopes?: readonly string[];
  /** The slash commands of the manifest; default: any command goes to the bot. */
  readonly commands?: readonly LocalCommand[];
  /** The shortcuts of the manifest; default: any goes to the bot. */
  readonly shortcuts?: readonly LocalShortcut[];
  /** The event types that the app subscribed to, as its manifest lists them (`message.im`); default: all. */
  readonly events?: readonly string[];
  readonly users?: readonly LocalUser[];
  readonly channels?: readonly LocalChannel[];
  /** Answers what is not Slack's on this port (the page, health); default 404. */
  readonly otherRequests?: OtherRequests;
}

/** A running stand-in for Slack. */
export interface SlackServer extends Credentials {
  /** `http://127.0.0.1:PORT`. */
  readonly url: string;
  /** For `slackApiUrl` and `SLACK_API_URL`: `http://127.0.0.1:PORT/api/`. */
  readonly apiUrl: string;
  readonly workspace: WorkspaceState;
  readonly traffic: TrafficLog;
  readonly socketMode: SocketMode;
  /** The hands and eyes of a person, by user id or name. Throws `NotOffered` when there is none. */
  person(idOrName: string): Person;
  /** Makes the next call of a Web API method, or of `response_url`, fail. */
  failNext(method: string, fault: Fault): void;
  /** Changes a person as their own settings would, and tells the bot (`user_change`). */
  changeUser(id: string, change: Partial<Omit<LocalUser, 'id' | 'isBot'>>): Promise<void>;
  /** Sends over signed HTTP from now on, if the bot answers Slack's challenge at this URL; false if not. */
  useRequestUrl(requestUrl: string): Promise<boolean>;
  stop(): Promise<void>;
}

/** The scopes that Tierbook asks for, and those it asks for where digests go. */
const DEFAULT_SCOPES: readonly string[] = [
  'commands',
  'chat:write',
  'im:write',
  'users:read',
  'users:read.email',
  'im:history',
  'files:read',
  'app_mentions:read',
  'channels:read',
  'channels:history',
];

/**
 * Starts a stand-in for Slack on 127.0.0.1: Web API, Socket Mode, signed HTTP, and a workspace with people in it.
 *
 * Rejects when the port is taken (`EADDRINUSE`).
 */
export async function startSlackServer(options: SlackServerOptions = {}): Promise<SlackServer> {
  const time = options.time ?? systemTime();
  const ids = options.ids ?? randomIds();
  const traffic = createTrafficLog();
  const socketMode = createSocketMode(time, ids, traffic);
  const credentials = options.credentials ?? newCredentials(ids);
  const faults = createFaults();
  let sender: Sender = socketMode;
  let url = '';
  const slack: LocalSlack = {
    state: createWorkspaceState(time, options.users, options.channels),
    time,
    ids,
    triggers: createTriggerIds(time, ids),
    responseUrls: createResponseUrls(time, ids),
    faults,
    traffic,
    credentials,
    scopes: options.scopes ?? DEFAULT_SCOPES,
    commands: options.commands,
    shortcuts: options.shortcuts,
    socketMode,
    delivery: createEventDelivery(() => sender, time, ids, traffic, options.events),
    url: () => url,
  };
  tellOwnMessages(slack);
  const http = createHttpFront(
    () => slack,
    options.otherRequests ?? ((_request, response) => response.writeHead(404).end()),
  );
  await new Promise<void>((resolve, reject) => {
    http.once('error', reject).listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  url = `http://127.0.0.1:${portOf(http.address())}`;
  const people = new Map<string, Person>();

  return {
    ...credentials,
    url,
    apiUrl: `${url}/api/`,
    workspace: slack.state,
    traffic,
    socketMode,
    person(idOrName) {
      const byName = [...slack.state.users.values()].find((user) => user.name === idOrName);
      const id = byName?.id ?? idOrName;
      const person = people.get(id) ?? createPerson(slack, id);
      people.set(id, person);
      return person;
    },
    failNext: (method, fault) => faults.failNext(method, fault),
    async changeUser(id, change) {
      const before = slack.state.users.get(id);
      if (!before) return;
      const user = { ...before, ...change };
      slack.state.users.set(id, user);
      await slack.delivery.tell({
        type: 'user_change',
        user: userForApi(slack, user, true),
        event_ts: slack.state.nextTs(),
      });
    },
    async useRequestUrl(requestUrl) {
      const requests = createSignedRequests(requestUrl, credentials.signingSecret, time, ids, traffic);
      const verified = await requests.verify();
      if (verified) sender = requests;
      return verified;
    },
    async stop() {
      await socketMode.stop();
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
    },
  };
}

function newCredentials(ids: IdSource): Credentials {
  return {
    botToken: `xoxb-local-${ids(24)}`,
    appToken: `xapp-1-local-${ids(24)}`,
    signingSecret: ids(32).toLowerCase(),
  };
}

function portOf(address: AddressInfo | string | null): number {
  return typeof address === 'object' && address ? address.port : 0;
}
