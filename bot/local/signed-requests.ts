import { createHmac } from 'node:crypto';
import { ACK_WITHIN_MS, type AckOutcome, type Attempt, type Envelope, type Sender } from './envelope.ts';
import type { IdSource } from './id-source.ts';
import { isJsonObject, type JsonObject, parseJson } from './json-object.ts';
import type { LocalTime } from './local-time.ts';
import type { TrafficLog } from './traffic-log.ts';

/** Slack's HTTP delivery to one request URL, signed as Slack signs. */
export interface SignedRequests extends Sender {
  /** Slack's check when a request URL is saved: whether the bot answers the challenge with it. */
  verify(): Promise<boolean>;
}

/** The value of `X-Slack-Signature` for a body sent at `timestamp` (seconds) under a signing secret. */
export function slackSignature(signingSecret: string, timestamp: number, body: string): string {
  return `v0=${createHmac('sha256', signingSecret).update(`v0:${timestamp}:${body}`).digest('hex')}`;
}

/** Sends to `requestUrl` (`http://127.0.0.1:3000/slack/events`). */
export function createSignedRequests(
  requestUrl: string,
  signingSecret: string,
  time: LocalTime,
  ids: IdSource,
  traffic: TrafficLog,
): SignedRequests {
  return {
    async verify() {
      const challenge = ids(32);
      const answer = await post({ token: 'local', challenge, type: 'url_verification' }, 'json', {});
      if (typeof answer === 'string' || answer.status !== 200) return false;
      const parsed = parseJson(answer.body);
      return answer.body === challenge || (isJsonObject(parsed) && parsed['challenge'] === challenge);
    },
    async send(envelope, attempt) {
      const { id, type, payload } = envelope;
      traffic.add({ kind: 'envelope', id, type, attempt: attempt.number, payload });
      const startedMs = time.networkNowMs();
      const outcome = outcomeOf(await post(payload, formOf(envelope), retryHeaders(attempt)));
      if (outcome.kind === 'acked') {
        traffic.add({ kind: 'ack', id, afterMs: time.networkNowMs() - startedMs, payload: outcome.payload });
      }
      return outcome;
    },
  };

  /** The whole answer; `timeout` or `unreachable` when none came, or only a part of one. */
  async function post(payload: JsonObject, form: Form, headers: Record<string, string>): Promise<Answer | NoAnswer> {
    const { body, contentType } = encode(payload, form);
    const timestamp = Math.floor(time.networkNowMs() / 1000);
    const control = new AbortController();
    const callOff = time.after(ACK_WITHIN_MS, () => control.abort());
    try {
      const response = await fetch(requestUrl, {
        method: 'POST',
        headers: {
          'content-type': contentType,
          'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
          'x-slack-request-timestamp': String(timestamp),
          'x-slack-signature': slackSignature(signingSecret, timestamp, body),
          ...headers,
        },
        body,
        redirect: 'manual',
        signal: control.signal,
      });
      const isJson = response.headers.get('content-type')?.includes('json') === true;
      return { status: response.status, isJson, body: await response.text() };
    } catch {
      return control.signal.aborted ? 'timeout' : 'unreachable';
    } finally {
      callOff();
    }
  }
}

/** What the bot answered. */
interface Answer {
  readonly status: number;
  readonly isJson: boolean;
  readonly body: string;
}

type NoAnswer = 'timeout' | 'unreachable';
type Form = 'json' | 'fields' | 'payload';

function formOf(envelope: Envelope): Form {
  switch (envelope.type) {
    case 'slash_commands':
      return 'fields';
    case 'interactive':
      return 'payload';
    case 'events_api':
      return 'json';
    default:
      return envelope.type satisfies never;
  }
}

function encode(payload: JsonObject, form: Form): { body: string; contentType: string } {
  if (form === 'json') return { body: JSON.stringify(payload), contentType: 'application/json' };
  const fields = form === 'payload' ? { payload } : payload;
  const entries = Object.entries(fields).map(([name, value]): [string, string] => [
    name,
    typeof value === 'string' ? value : JSON.stringify(value),
  ]);
  return { body: new URLSearchParams(entries).toString(), contentType: 'application/x-www-form-urlencoded' };
}

function retryHeaders(attempt: Attempt): Record<string, string> {
  if (attempt.number === 0) return {};
  return { 'x-slack-retry-num': String(attempt.number), 'x-slack-retry-reason': attempt.reason };
}

function outcomeOf(answer: Answer | NoAnswer): AckOutcome {
  if (answer === 'timeout') {
    const detail = `no acknowledgement within ${ACK_WITHIN_MS} ms`;
    return { kind: 'failed', error: 'operation_timeout', detail, retryReason: 'http_timeout' };
  }
  if (answer === 'unreachable') {
    const detail = 'the request URL cannot be reached';
    return { kind: 'failed', error: 'dispatch_failed', detail, retryReason: 'connection_failed' };
  }
  if (answer.status !== 200) {
    const detail = `the request URL answered HTTP ${answer.status}`;
    const isRedirect = answer.status >= 300 && answer.status < 400;
    const retryReason = isRedirect ? 'too_many_redirects' : 'http_error';
    return { kind: 'failed', error: 'dispatch_failed', detail, retryReason };
  }
  if (answer.body === '') return { kind: 'acked', payload: undefined };
  return { kind: 'acked', payload: (answer.isJson ? parseJson(answer.body) : undefined) ?? { text: answer.body } };
}
