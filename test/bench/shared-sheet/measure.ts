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
  readonly requests: string;
  /** Of the process so far, in MB. */
  readonly peakMb: number;
}

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
  watchStatements(database, google);
  return {
    watched: (spreadsheets) => ({
      account: spreadsheets.account,
      describe: (...given) => google.during(() => spreadsheets.describe(...given)),
      read: (...given) => google.during(() => spreadsheets.read(...given)),
      readChanged: (...given) => google.during(() => spreadsheets.readChanged(...given)),
      // ours alone, but it is for these calls
      prepare: (...given) => google.during(() => spreadsheets.prepare(...given)),
      change: (...given) => google.during(() => spreadsheets.change(...given)),
    }),
    async measure(run) {
      // Google's minute is not what is measured
      const before = await machine.ask({ kind: 'advance', ms: 120_000 });
      const [googleBefore, databaseBefore] = [google.ms(), database.ms()];
      const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
      delay.enable();
      const start = performance.now();
      await run();
      const ms = performance.now() - start;
      // a block is seen at the first look after it
      await new Promise((resolve) => {
        setTimeout(resolve, 2 * RESOLUTION_MS);
      });
      delay.disable();
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
        requests: made.flatMap(([name, count]) => (count > 0 ? [`${count} ${name}`] : [])).join(', '),
        peakMb: Math.round(process.resourceUsage().maxRSS / 1024),
      };
    },
  };
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
