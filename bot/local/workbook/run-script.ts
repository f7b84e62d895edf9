import { type Context, constants, createContext, Script } from 'node:vm';
import type { TaggedCell } from './apps-script/cell-values.ts';
import type { HostFunction } from './apps-script/host.ts';
import type { RunAnswer, RunRequest } from './apps-script/run-requested.ts';
import type { ServiceCounts } from './apps-script/service-counts.ts';
import type { AuthMode } from './permission.ts';
import type { ScriptEnvironment, ScriptUser } from './script-environment.ts';
import { ScriptOutside } from './script-outside.ts';
import { releaseLocks } from './script-services/lock-services.ts';
import type { AlertAnswer, AlertRequest, ShownPage } from './ui-parts.ts';

/** How long an execution may last: 6 minutes, a simple trigger and a custom function 30 seconds. documented */
const RUN_MS = 6 * 60_000;
const SHORT_RUN_MS = 30_000;
/** Executions of one user at once. documented */
const MOST_AT_ONCE = 30;

/** Who runs it and how. */
export interface RunOptions {
  readonly user: ScriptUser;
  /** FULL when left out; a custom function always has its own. */
  readonly authMode?: AuthMode;
  /** Called before each call of a service: another execution may run in it, as if at the same time. */
  readonly onCall?: (call: ServiceCall) => void;
  /**
   * Kills the execution after so many calls of services, as Google does when time is up: no further call is made, whatever the
   * script catches.
   */
  readonly stopAfterCalls?: number;
  /** Answers alerts; left out, they are closed. */
  readonly answerAlert?: (request: AlertRequest) => AlertAnswer;
  /** Shorter than Google's limit, for tests. */
  readonly timeoutMs?: number;
}

/** A call of a service that is about to be made. */
export interface ServiceCall {
  /** 0-based among the execution's. */
  readonly index: number;
  /** Such as `SpreadsheetApp.Range.setValues`. */
  readonly name: string;
}

/** How an execution ended and what it did on the way. */
export type Execution = ExecutionEnd & {
  /** Calls of services in their order, by name. */
  readonly calls: readonly string[];
  /** Calls of the spreadsheet's services by what they move. */
  readonly counts: ServiceCounts;
  readonly log: readonly { readonly level: 'info' | 'warning' | 'error'; readonly text: string }[];
  /** Pages that it showed, in their order. */
  readonly shown: readonly ShownPage[];
};

export type ExecutionEnd =
  /** `result` is JSON, as `google.script.run` hands it over; null of what returns nothing. */
  | { readonly kind: 'done'; readonly result: unknown }
  /** The script threw. */
  | { readonly kind: 'failed'; readonly name: string; readonly message: string; readonly stack: string }
  /** It was killed: its `time` is up, it was `cut`, or there were `too-many` at once. */
  | { readonly kind: 'stopped'; readonly why: 'time' | 'cut' | 'too-many'; readonly message: string };

/**
 * Runs a function of the add-on as a menu or `google.script.run` does: arguments and result pass as JSON. `onOpen`, `onInstall`
 * and `onEdit` get an event instead of arguments. Every execution has a new context, in which nothing of ours but text is within
 * reach, and leaves nothing there. Throws only for faults of the stand-in itself and for parameters that are no JSON.
 */
export function runEntryPoint(
  environment: ScriptEnvironment,
  name: string,
  parameters: readonly unknown[],
  options: RunOptions,
): Execution {
  const authMode = options.authMode ?? 'FULL';
  return SIMPLE_TRIGGERS.has(name)
    ? executed(environment, { kind: 'trigger', name, authMode }, options, authMode, SHORT_RUN_MS)
    : executed(environment, { kind: 'call', name, parameters }, options, authMode, RUN_MS);
}

const SIMPLE_TRIGGERS = new Set(['onOpen', 'onInstall', 'onEdit']);

/** What a custom function gave: rows of cells, or an error that the cell shows with its message. */
export type CustomFunctionEnd =
  | { readonly kind: 'cells'; readonly cells: readonly (readonly TaggedCell[])[] }
  | { readonly kind: 'error'; readonly message: string };

/** An argument of a custom function: a cell's value, or rows of values for a range. */
export type CustomFunctionArgument = TaggedCell | readonly (readonly TaggedCell[])[];

/** Runs a custom function as a cell does, without user interface and without changing anything. */
export function runCustomFunction(
  environment: ScriptEnvironment,
  name: string,
  parameters: readonly CustomFunctionArgument[],
  options: RunOptions,
): CustomFunctionEnd & Pick<Execution, 'calls' | 'counts' | 'log'> {
  const request: RunRequest = { kind: 'custom', name, parameters };
  const { calls, counts, log, ...end } = executed(environment, request, options, 'CUSTOM_FUNCTION', SHORT_RUN_MS);
  if (end.kind === 'done') return { kind: 'cells', cells: end.result as TaggedCell[][], calls, counts, log };
  return { kind: 'error', message: end.message, calls, counts, log };
}

function executed(
  environment: ScriptEnvironment,
  request: RunRequest,
  options: RunOptions,
  mode: AuthMode,
  limitMs: number,
): Execution {
  const { running } = environment.lasting;
  const { email } = options.user;
  const others = running.get(email) ?? 0;
  const outside = new ScriptOutside(environment, options, mode);
  if (others >= MOST_AT_ONCE) return { ...TOO_MANY, ...outside.done };
  running.set(email, others + 1);
  try {
    const end = endOf(environment, request, outside.ask, Math.min(limitMs, options.timeoutMs ?? limitMs));
    return { ...(outside.isCut ? CUT : end), ...outside.done };
  } finally {
    outside.close();
    releaseLocks(environment.lasting, outside);
    running.set(email, others);
  }
}

/** The words are observed. */
const TOO_MANY: ExecutionEnd = {
  kind: 'stopped',
  why: 'too-many',
  message: 'There are too many scripts running simultaneously for this Google user account.',
};
const CUT: ExecutionEnd = { kind: 'stopped', why: 'cut', message: 'The execution was cancelled.' };
const TIME_IS_UP: ExecutionEnd = { kind: 'stopped', why: 'time', message: 'Exceeded maximum execution time' };

/** Runs it in a new context, in which only the services know `ask`. */
function endOf(
  environment: ScriptEnvironment,
  request: RunRequest,
  ask: HostFunction,
  timeoutMs: number,
): ExecutionEnd {
  // A context without an object of ours behind its global one: through such an object a script would find its way out.
  const context = createContext(constants.DONT_CONTEXTIFY, {
    codeGeneration: { strings: false, wasm: false },
    microtaskMode: 'afterEvaluate',
  });
  const { code, services } = environment.addOn;
  (services.runInContext(context) as { start(outside: HostFunction): void }).start(ask);
  try {
    code.runInContext(context, { timeout: timeoutMs });
    const answer = JSON.parse(answered(context, request, timeoutMs)) as RunAnswer;
    return answer.kind === 'done' ? { kind: 'done', result: answer.value } : answer;
  } catch (error) {
    if ((error as NodeJS.ErrnoException | null)?.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return TIME_IS_UP;
    throw error;
  }
}

function answered(context: Context, request: RunRequest, timeoutMs: number): string {
  const call = new Script(`runRequested(${JSON.stringify(JSON.stringify(request))})`, { filename: 'call' });
  return call.runInContext(context, { timeout: timeoutMs }) as string;
}
