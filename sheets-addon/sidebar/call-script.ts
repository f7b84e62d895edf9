import type { Script } from '../protocol.ts';

/** Why a call gave no answer; `threw`: the script stopped, or Google stopped it. */
export type CallFailureCode = 'offline' | 'time-out' | 'threw';

/** A call of the script that gave no answer. */
export class CallFailure extends Error {
  override readonly name = 'CallFailure';
  readonly code: CallFailureCode;
  /** What Google's client said, if anything. */
  readonly said: unknown;

  constructor(code: CallFailureCode, said?: unknown) {
    super(`The script gave no answer: ${code}.`);
    this.code = code;
    this.said = said;
  }
}

/** `google.script.run`, as far as it is used. */
export interface ScriptRunner {
  withSuccessHandler(handler: (answer: unknown) => void): ScriptRunner;
  withFailureHandler(handler: (error: unknown) => void): ScriptRunner;
}

/** The script's functions, each answering later. A call that gives no answer rejects with a {@link CallFailure}. */
export type ScriptCalls = {
  readonly [Name in keyof Script]: (...given: Parameters<Script[Name]>) => Promise<ReturnType<Script[Name]>>;
};

/** What calling needs of the browser. */
export interface Surroundings {
  /** Whether there is a network at all. */
  readonly isOnline: () => boolean;
  /** Calls back after so many milliseconds, unless what it returns is called before. */
  readonly after: (ms: number, callBack: () => void) => () => void;
}

/**
 * The script behind `google.script.run`. Google carries out ten calls at once and forgets none of the others, but we wait
 * ourselves, so that a time-out counts from when a call really began.
 */
export function scriptCalls(run: ScriptRunner, { isOnline, after }: Surroundings): ScriptCalls {
  let running = 0;
  const waiting: (() => void)[] = [];
  const begin = async (): Promise<void> => {
    if (running < MOST_AT_ONCE) running += 1;
    else
      await new Promise<void>((resolve) => {
        waiting.push(resolve);
      });
  };
  // whoever waits longest takes the place over, so that nobody slips in between
  const end = (): void => {
    const next = waiting.shift();
    if (next === undefined) running -= 1;
    else next();
  };
  const call = async (name: keyof Script, given: readonly unknown[]): Promise<unknown> => {
    if (!isOnline()) throw new CallFailure('offline');
    await begin();
    try {
      return await new Promise((resolve, reject) => {
        const stop = after(LIMITS_MS[name], () => {
          reject(new CallFailure('time-out'));
        });
        const runner = run
          .withSuccessHandler((answer) => {
            stop();
            resolve(answer);
          })
          .withFailureHandler((error) => {
            stop();
            reject(new CallFailure(isOnline() && !isNetworkError(error) ? 'threw' : 'offline', error));
          });
        try {
          // Google's client has no method for what the script lacks, and throws for what cannot be sent
          (runner as unknown as Readonly<Record<keyof Script, (...each: readonly unknown[]) => void>>)[name](...given);
        } catch (error) {
          stop();
          reject(new CallFailure('threw', error));
        }
      });
    } finally {
      end();
    }
  };
  const names = Object.keys(LIMITS_MS) as (keyof Script)[];
  return Object.fromEntries(
    names.map((name) => [name, (...given: readonly unknown[]) => call(name, given)]),
  ) as unknown as ScriptCalls;
}

/** Google's client names the error so when its server cannot be reached. */
function isNetworkError(error: unknown): boolean {
  return error instanceof Error && error.name === 'NetworkError';
}

/** As Google's client does. */
const MOST_AT_ONCE = 10;

const MINUTE_MS = 60_000;

/** After how long an answer is given up; Apps Script itself stops a run after six minutes. */
const LIMITS_MS: Readonly<Record<keyof Script, number>> = {
  viewTable: 3 * MINUTE_MS,
  gradeTable: 6.5 * MINUTE_MS,
  readProgress: MINUTE_MS / 2,
  undoGrading: 6.5 * MINUTE_MS,
  readSummaryBasis: 3 * MINUTE_MS,
  writeSummary: 3 * MINUTE_MS,
  jumpTo: MINUTE_MS,
  readSchemeSheet: MINUTE_MS,
  writeSchemeSheet: 2 * MINUTE_MS,
  saveCheckedSchemes: MINUTE_MS,
};
