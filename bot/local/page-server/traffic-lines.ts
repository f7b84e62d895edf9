import { isJsonObject, type JsonObject, stringOrUndefined } from '../json-object.ts';
import type { PageTraffic } from '../page-protocol.ts';
import type { TrafficEntry, TrafficLog } from '../traffic-log.ts';

/** The traffic in the page's words, numbered and timed as it came. */
export interface TrafficLines {
  /** The newest last. */
  newest(count: number): readonly PageTraffic[];
  /** Calls `listener` with every line from now on; returns what ends it. */
  listen(listener: (line: PageTraffic) => void): () => void;
}

const KEPT = 500;

/** Follows a traffic log from where it stands. `nowMs` is the machine's time. */
export function followTraffic(log: TrafficLog, nowMs: () => number): TrafficLines {
  const listeners = new Set<(line: PageTraffic) => void>();
  const lines: PageTraffic[] = [];
  let number = 0;
  const take = (entry: TrafficEntry) => {
    number += 1;
    const line = { number, atMs: nowMs(), ...inPageWords(entry) };
    lines.push(line);
    if (lines.length > KEPT) lines.shift();
    for (const listener of listeners) listener(line);
  };
  log.entries.forEach(take);
  log.feed.listen(take);
  return {
    newest: (count) => lines.slice(-count),
    listen(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

function inPageWords(entry: TrafficEntry): Omit<PageTraffic, 'number' | 'atMs'> {
  const { kind } = entry;
  const nothing = { kind, envelopeId: null, ms: null, error: null };
  switch (kind) {
    case 'envelope': {
      const detail = { attempt: entry.attempt, payload: entry.payload };
      return { ...nothing, name: nameOf(entry.type, entry.payload), envelopeId: entry.id, detail };
    }
    case 'ack':
      return { ...nothing, name: kind, envelopeId: entry.id, ms: entry.afterMs, detail: payloadOf(entry.payload) };
    case 'no-ack':
      return { ...nothing, name: kind, envelopeId: entry.id, error: entry.reason, detail: { detail: entry.detail } };
    case 'call': {
      const { answer, method, tookMs } = entry;
      const error = answer === undefined ? 'no_answer' : answer['ok'] === false ? String(answer['error']) : null;
      return { ...nothing, name: method, ms: tookMs, error, detail: { arguments: entry.arguments, answer } };
    }
    case 'connection':
      return {
        ...nothing,
        name: entry.event,
        error: entry.event === 'refused' ? entry.detail : null,
        detail: { detail: entry.detail },
      };
    default:
      return kind satisfies never;
  }
}

/** What a developer looks for: `/customer`, `block_actions`, `app_home_opened`. */
function nameOf(type: string, payload: JsonObject): string {
  const { command, event } = payload;
  const inner = type === 'events_api' && isJsonObject(event) ? event['type'] : (command ?? payload['type']);
  return stringOrUndefined(inner) ?? type;
}

function payloadOf(payload: unknown): JsonObject {
  return isJsonObject(payload) ? payload : {};
}
