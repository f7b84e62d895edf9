import type { PageTraffic } from '../../page-protocol.ts';

/** One line of the inspector: a connection, a call, or an envelope together with its acknowledgement. */
export interface TrafficLine {
  readonly number: number;
  readonly atMs: number;
  readonly direction: 'to-bot' | 'to-slack' | 'connection';
  readonly name: string;
  /** How long the call or the acknowledgement took; null while that is not known. */
  readonly ms: number | null;
  readonly error: string | null;
  /** For an envelope: whether it was acknowledged; null while it waits, and for others. */
  readonly isAcknowledged: boolean | null;
  /** What there is to look into, the line's own first. */
  readonly entries: readonly PageTraffic[];
}

/** Which lines are wanted. */
export interface TrafficFilter {
  readonly errorsOnly: boolean;
  /** Somewhere in the line or its details, whatever the case; empty: all. */
  readonly text: string;
}

/** The traffic as lines, the newest first. An acknowledgement whose envelope is no longer there makes a line of its own. */
export function trafficLines(traffic: readonly PageTraffic[]): readonly TrafficLine[] {
  const lines: TrafficLine[] = [];
  const waiting = new Map<string, number>();
  for (const entry of traffic) {
    const answered = entry.kind === 'ack' || entry.kind === 'no-ack' ? waiting.get(entry.envelopeId ?? '') : undefined;
    const line = answered === undefined ? undefined : lines[answered];
    if (answered !== undefined && line) {
      lines[answered] = {
        ...line,
        ms: entry.ms,
        error: entry.error,
        isAcknowledged: entry.kind === 'ack',
        entries: [...line.entries, entry],
      };
      continue;
    }
    if (entry.kind === 'envelope' && entry.envelopeId !== null) waiting.set(entry.envelopeId, lines.length);
    lines.push(lineOf(entry));
  }
  return lines.toReversed();
}

/** The lines that are wanted, in their order. */
export function wantedLines(
  lines: readonly TrafficLine[],
  { errorsOnly, text }: TrafficFilter,
): readonly TrafficLine[] {
  const wanted = text.trim().toLowerCase();
  return lines.filter(
    (line) =>
      (!errorsOnly || line.error !== null) &&
      (wanted === '' ||
        `${line.name} ${line.error ?? ''} ${JSON.stringify(line.entries)}`.toLowerCase().includes(wanted)),
  );
}

function lineOf(entry: PageTraffic): TrafficLine {
  const { number, atMs, kind, name, ms, error } = entry;
  const isAcknowledged = kind === 'ack' ? true : kind === 'no-ack' ? false : null;
  return { number, atMs, direction: DIRECTIONS[kind], name, ms, error, isAcknowledged, entries: [entry] };
}

const DIRECTIONS = {
  envelope: 'to-bot',
  ack: 'to-slack',
  'no-ack': 'to-bot',
  call: 'to-slack',
  connection: 'connection',
} as const;
