import { monitorEventLoopDelay } from 'node:perf_hooks';
import pg from 'pg';
import type { Spreadsheets } from '../../../bot/use-cases/spreadsheets.ts';
import type { GoogleMachine } from './google-machine.ts';

/** What something took; times in ms. */
export interface Measured {
  readonly ms: number;
  /** In calls of {@link Spreadsheets}, ours of building and reading messages included. */
  readonly googleMs: number;
  /** With a statement under way and no such call. */
  readonly databaseMs: number;
  /** The rest. */
  readonly computingMs: number;
  /** The longest time in which nobody else would have been answered. */
  readonly blockMs: number;
  /** The most that this thread had to do at once, in processor time: what of {@link blockMs} is not others' on the machine. */
  readonly busyMs: number;
  readonly requests: string;
  /** Of the process so far, in MB. */
  readonly peakMb: number;
  /** Of a push, by what the calls to Google were for. */
  readonly parts: Readonly<Record<PushPart, number>>;
}

/** What a push asks Google for. */
export const PUSH_PARTS = ['read', 'read again', 'write', 'read back'] as const;

export type PushPart = (typeof PUSH_PARTS)[number];

/** Tells where time goes. */
export interface Meter {
  /** The port with its calls timed. */
  readonly watched: (spreadsheets: Spreadsheets) => Spreadsheets;
  readonly measure: (run: () => Promise<unknown>) => Promise<Measured>;
}

/** How often the event loop is looked at. */
const RESOLUTION_MS = 5;

/** Watches the process: one meter at a time. */
export function meter(machine: GoogleMachine): Meter {
  const google = stopwatch();
  const database = stopwatch();
  let calls: Call[] = [];
  const during = async <T>(name: Call['name'], run: () => Promise<T>): Promise<T> => {
    const from = performance.now();
    try {
      return await google.during(run);
    } finally {
      calls.push({ name, from, to: performance.now() });
    }
  };
  watchStatements(database, google);
  return {
    watched: (spreadsheets) => ({
      account: spreadsheets.account,
      describe: (...given) => during('describe', () => spreadsheets.describe(...given)),
      read: (...given) => during('read', () => spreadsheets.read(...given)),
      readChanged: (...given) => during('readChanged', () => spreadsheets.readChanged(...given)),
      // ours alone, but it is for these calls
      prepare: (...given) => during('prepare', () => spreadsheets.prepare(...given)),
      change: (...given) => during('change', () => spreadsheets.change(...given)),
    }),
    async measure(run) {
      // Google's minute is not what is measured
      const before = await machine.ask({ kind: 'advance', ms: 120_000 });
      calls = [];
      const [googleBefore, databaseBefore] = [google.ms(), database.ms()];
      const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
      delay.enable();
      const busy = watchThread();
      const start = performance.now();
      await run();
      const ms = performance.now() - start;
      // a block is seen at the first look after it
      await new Promise((resolve) => {
        setTimeout(resolve, 2 * RESOLUTION_MS);
      });
      delay.disable();
      const busyMs = busy();
      const after = await machine.ask({ kind: 'advance', ms: 0 });
      const googleMs = google.ms() - googleBefore;
      const databaseMs = database.ms() - databaseBefore;
      const made = Object.entries(after).map(([name, count]) => [name, count - (before[name] ?? 0)] as const);
      return {
        ms,
        googleMs,
        databaseMs,
        computingMs: ms - googleMs - databaseMs,
        blockMs: delay.max / 1e6,
        busyMs,
        requests: made.flatMap(([name, count]) => (count > 0 ? [`${count} ${name}`] : [])).join(', '),
        peakMb: Math.round(process.resourceUsage().maxRSS / 1024),
        parts: partsOf(calls),
      };
    },
  };
}

/** Watches what a thread does between two looks; ends with the most of it, in ms of processor time. */
function watchThread(): () => number {
  let most = 0;
  let before = threadMs();
  const look = (): void => {
    const now = threadMs();
    most = Math.max(most, now - before);
    before = now;
  };
  const timer = setInterval(look, 1);
  return () => {
    look();
    clearInterval(timer);
    return most;
  };
}

function threadMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/** A call of {@link Spreadsheets}. */
interface Call {
  readonly name: Exclude<keyof Spreadsheets, 'account'>;
  readonly from: number;
  readonly to: number;
}

/** How long the calls of each part took together; those at the same time count once. */
function partsOf(calls: readonly Call[]): Measured['parts'] {
  const lastWrite = Math.max(0, ...calls.filter(({ name }) => name === 'change').map(({ from }) => from));
  const partOf = ({ name, from }: Call): PushPart => {
    if (name === 'change' || name === 'prepare') return 'write';
    if (from > lastWrite && lastWrite > 0) return 'read back';
    return name === 'read' ? 'read again' : 'read';
  };
  const parts = { read: 0, 'read again': 0, write: 0, 'read back': 0 };
  let until = 0;
  for (const call of calls.toSorted((one, other) => one.from - other.from)) {
    parts[partOf(call)] += Math.max(0, call.to - Math.max(call.from, until));
    until = Math.max(until, call.to);
  }
  return parts;
}

interface Stopwatch {
  begin(): void;
  end(): void;
  isRunning(): boolean;
  ms(): number;
  during<T>(run: () => Promise<T>): Promise<T>;
}

/** Runs while anything that it was begun for goes on. */
function stopwatch(): Stopwatch {
  let running = 0;
  let since = 0;
  let sum = 0;
  const watch: Stopwatch = {
    begin() {
      if (running === 0) since = performance.now();
      running += 1;
    },
    end() {
      running -= 1;
      if (running === 0) sum += performance.now() - since;
    },
    isRunning: () => running > 0,
    ms: () => sum,
    async during(run) {
      watch.begin();
      try {
        return await run();
      } finally {
        watch.end();
      }
    },
  };
  return watch;
}

/** Statements within a call to Google take turns of its quota, which belongs to the call. */
function watchStatements(database: Stopwatch, google: Stopwatch): void {
  const prototype = pg.Client.prototype as unknown as { query: (...given: unknown[]) => unknown };
  const { query } = prototype;
  prototype.query = function watched(...given) {
    const answer = query.apply(this, given);
    if (google.isRunning() || !(answer instanceof Promise)) return answer;
    database.begin();
    const end = (): void => database.end();
    answer.then(end, end);
    return answer;
  };
}
