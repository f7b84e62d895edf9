import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { ACK_WITHIN_MS, type AckOutcome, type Attempt, type Envelope, type Sender } from './envelope.ts';
import type { IdSource } from './id-source.ts';
import { isJsonObject, parseJson } from './json-object.ts';
import { LOCAL_BOT } from './local-members.ts';
import type { LocalTime } from './local-time.ts';
import type { TrafficLog } from './traffic-log.ts';

/** Slack's Socket Mode: WebSocket connections over which envelopes go out and acknowledgements come in. */
export interface SocketMode extends Sender {
  /** The path for one new connection, good once and for 30 seconds (`apps.connections.open`). */
  issueTicket(): string;
  /** Takes over an HTTP upgrade for a path that {@link issueTicket} gave. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  connections(): number;
  /** Asks every connection to come again, as Slack does when it recycles a host (`warning`, `refresh_requested`). */
  disconnect(reason: 'warning' | 'refresh_requested'): void;
  /** Cuts every connection without a word. */
  cut(): void;
  /** Sends the last envelope again as it was: Slack may deliver twice. Resolves with how the copy was taken. */
  repeatLast(): Promise<AckOutcome>;
  stop(): Promise<void>;
}

/** An app may hold this many connections at once (Slack: "Using Socket Mode"). */
const MAX_CONNECTIONS = 10;

const TICKET_LIFE_MS = 30_000;
const PING_EVERY_MS = 10_000;
const CLOSE_AFTER_DISCONNECT_MS = 10_000;

interface Pending {
  readonly envelope: Envelope;
  readonly attempt: Attempt;
  readonly sentMs: number;
  readonly settle: (outcome: AckOutcome) => void;
  socket: WebSocket | undefined;
}

/** No connections yet. */
export function createSocketMode(time: LocalTime, ids: IdSource, traffic: TrafficLog): SocketMode {
  const server = new WebSocketServer({ noServer: true, maxPayload: 1_000_000 });
  const tickets = new Map<string, number>();
  const open: WebSocket[] = [];
  const pending = new Map<string, Pending>();
  let turn = 0;
  let last: Envelope | undefined;

  return {
    issueTicket() {
      const ticket = `${ids(8)}-${ids(24)}`.toLowerCase();
      tickets.set(ticket, time.networkNowMs());
      return `/link/?ticket=${ticket}&app_id=${LOCAL_BOT.appId}`;
    },
    upgrade(request, socket, head) {
      const ticket = new URL(request.url ?? '/', 'http://slack').searchParams.get('ticket') ?? '';
      const issuedMs = tickets.get(ticket);
      tickets.delete(ticket);
      if (issuedMs === undefined || time.networkNowMs() - issuedMs > TICKET_LIFE_MS) {
        traffic.add({ kind: 'connection', event: 'refused', detail: 'invalid ticket' });
        socket.end('HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n');
        return;
      }
      server.handleUpgrade(request, socket, head, welcome);
    },
    connections: () => open.length,
    disconnect(reason) {
      for (const socket of open.splice(0)) {
        socket.send(JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'local' } }));
        time.after(CLOSE_AFTER_DISCONNECT_MS, () => socket.close());
      }
    },
    cut() {
      for (const socket of open.splice(0)) socket.terminate();
    },
    send,
    repeatLast() {
      if (!last) return Promise.resolve(failed('dispatch_failed', 'nothing was sent yet'));
      return send(last, { number: 0, reason: '' });
    },
    stop() {
      for (const socket of server.clients) socket.terminate();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };

  function welcome(socket: WebSocket): void {
    socket.on('error', () => socket.terminate());
    socket.on('message', (data, isBinary) => {
      if (!isBinary && Buffer.isBuffer(data)) acknowledge(data.toString('utf8'));
    });
    socket.on('close', () => {
      leave(socket);
      traffic.add({ kind: 'connection', event: 'closed', detail: `${open.length} open` });
      for (const each of pending.values()) {
        if (each.socket === socket) transmit(each, each.attempt);
      }
    });
    if (open.length >= MAX_CONNECTIONS) {
      traffic.add({ kind: 'connection', event: 'refused', detail: 'too_many_websockets' });
      socket.send(JSON.stringify({ type: 'disconnect', reason: 'too_many_websockets', debug_info: { host: 'local' } }));
      socket.close();
      return;
    }
    open.push(socket);
    keepAlive(socket);
    traffic.add({ kind: 'connection', event: 'opened', detail: `${open.length} open` });
    socket.send(
      JSON.stringify({
        type: 'hello',
        num_connections: open.length,
        debug_info: { host: 'local', build_number: 1, approximate_connection_time: 18_060 },
        connection_info: { app_id: LOCAL_BOT.appId },
      }),
    );
    for (const each of pending.values()) if (!each.socket) transmit(each, each.attempt);
  }

  function leave(socket: WebSocket): void {
    const place = open.indexOf(socket);
    if (place >= 0) open.splice(place, 1);
  }

  /** Pings until the connection is gone; one that has not answered by the next ping is cut. */
  function keepAlive(socket: WebSocket): void {
    let answered = true;
    socket.on('pong', () => {
      answered = true;
    });
    const ping = () => {
      if (socket.readyState !== socket.OPEN) return;
      if (!answered) {
        socket.terminate();
        return;
      }
      answered = false;
      socket.ping(`Ping from ${LOCAL_BOT.appId}`);
      time.after(PING_EVERY_MS, ping);
    };
    time.after(PING_EVERY_MS, ping);
  }

  function send(envelope: Envelope, attempt: Attempt): Promise<AckOutcome> {
    last = envelope;
    if (open.length === 0) return Promise.resolve(failed('dispatch_failed', 'no Socket Mode connection'));
    return new Promise((resolve) => {
      const callOff = time.after(ACK_WITHIN_MS, () =>
        settle(failed('operation_timeout', `no acknowledgement within ${ACK_WITHIN_MS} ms`)),
      );
      const settle = (outcome: AckOutcome) => {
        callOff();
        if (pending.get(envelope.id) === entry) pending.delete(envelope.id);
        resolve(outcome);
      };
      const entry: Pending = { envelope, attempt, sentMs: time.networkNowMs(), settle, socket: undefined };
      pending.set(envelope.id, entry);
      transmit(entry, attempt);
    });
  }

  /** Puts an envelope on the next connection in turn; without one it waits for the next to open. */
  function transmit(entry: Pending, attempt: Attempt): void {
    turn += 1;
    const socket = open[turn % Math.max(open.length, 1)];
    entry.socket = socket;
    if (!socket) return;
    const { envelope } = entry;
    traffic.add({
      kind: 'envelope',
      id: envelope.id,
      type: envelope.type,
      attempt: attempt.number,
      payload: envelope.payload,
    });
    socket.send(
      JSON.stringify({
        envelope_id: envelope.id,
        payload: envelope.payload,
        type: envelope.type,
        accepts_response_payload: envelope.acceptsResponsePayload,
        ...(envelope.type === 'events_api' ? { retry_attempt: attempt.number, retry_reason: attempt.reason } : {}),
      }),
    );
  }

  function acknowledge(text: string): void {
    const message = parseJson(text);
    if (!isJsonObject(message) || typeof message['envelope_id'] !== 'string') return;
    const entry = pending.get(message['envelope_id']);
    if (!entry) return;
    const payload =
      isJsonObject(message['payload']) && Object.keys(message['payload']).length > 0 ? message['payload'] : undefined;
    const afterMs = time.networkNowMs() - entry.sentMs;
    traffic.add({ kind: 'ack', id: entry.envelope.id, afterMs, payload });
    entry.settle({ kind: 'acked', payload });
  }
}

function failed(error: 'operation_timeout' | 'dispatch_failed', detail: string): AckOutcome {
  return { kind: 'failed', error, detail, retryReason: 'timeout' };
}
