import { type Context, constants, createContext, Script } from 'node:vm';
import type { TaggedCell } from './apps-script/cell-values.ts';
import type { HostAnswer, HostFunction } from './apps-script/host.ts';
import type { RunAnswer, RunRequest } from './apps-script/run-requested.ts';
import { type HostServices, ServiceError } from './host-service.ts';
import { type AuthMode, refusalOf, spreadsheetAccess } from './permission.ts';
import type { ScriptEnvironment, ScriptUser } from './script-environment.ts';
import { cacheServices } from './script-services/cache-services.ts';
import { lockServices, releaseLocks } from './script-services/lock-services.ts';
import { plainServices } from './script-services/plain-services.ts';
import { propertyServices } from './script-services/property-services.ts';
import { uiServices } from './script-services/ui-services.ts';
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
  /** As in Google's reference: `Range.setValues`. */
  readonly name: string;
}

/** How an execution ended and what it did on the way. */
export type Execution = ExecutionEnd & {
  /** Calls of services in their order, by name. */
  readonly calls: readonly string[];
  readonly log: readonly { readonly level: 'info' | 'warning' | 'error'; readonly text: string }[];
  /** Pages that it showed, in their order. */
  readonly shown: readonly ShownPage[];
};

export type ExecutionEnd =
  /** `result` is JSON, as `google.script.run` hands it over; null of what returns nothing. */
  | { readonly kind: 'done'; readonly result: unknown }
  /** The script threw. */
  | { readonly kind: 'failed'; readonly name: string; readonly message: string; readonly stack: string }
  /** It was killed: `time` is up, it was to be `cut`, or there are `too-many` at once. */
  | { readonly kind: 'stopped'; readonly why: 'time' | 'cut' | 'too-many'; readonly message: string };

/**
 * Runs a function of the add-on as a menu or `google.script.run` does: arguments and result pass as JSON. `onOpen`, `onInstall`
 * and `onEdit` get an event instead of arguments. Every execution has a new context, in which nothing of ours but text is within
 * reach, and leaves nothing there.
 */
export function runEntryPoint(
  environment: ScriptEnvironment,
  name: string,
  parameters: readonly unknown[],
  options: RunOptions,
): Execution {
  const authMode = options.authMode ?? 'FULL';
  if (!TRIGGERS.includes(name)) return executed(environment, { kind: 'call', name, parameters }, options, authMode, RUN_MS);
  return executed(environment, { kind: 'trigger', name, authMode }, options, authMode, SHORT_RUN_MS);
}

const TRIGGERS = ['onOpen', 'onInstall', 'onEdit'];

/** What a custom function gave: rows of cells, or an error that the cell shows with its message. */
export type CustomFunctionEnd =
  | { readonly kind: 'cells'; readonly cells: readonly (readonly TaggedCell[])[] }
  | { readonly kind: 'error'; readonly message: string };

/** Runs a custom function as a cell does. An argument is a value, or rows of values for a range. */
export function runCustomFunction(
  environment: ScriptEnvironment,
  name: string,
  parameters: readonly (TaggedCell | readonly TaggedCell[][])[],
  options: RunOptions,
): CustomFunctionEnd & Pick<Execution, 'calls' | 'log'> {
  const request: RunRequest = { kind: 'custom', name, parameters };
  const { calls, log, ...end } = executed(environment, request, options, 'CUSTOM_FUNCTION', SHORT_RUN_MS);
  switch (end.kind) {
    case 'done':
      return { kind: 'cells', cells: end.result as TaggedCell[][], calls, log };
    case 'failed':
    case 'stopped':
      return { kind: 'error', message: end.message, calls, log };
    default:
      return end satisfies never;
  }
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
  const outside = new Outside(environment, options, mode);
  if (others >= MOST_AT_ONCE) {
    const message = 'There are too many scripts running simultaneously for this Google user account.';
    return { kind: 'stopped', why: 'too-many', message, ...outside.done };
  }
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

const CUT: ExecutionEnd = { kind: 'stopped', why: 'cut', message: 'The execution was cancelled.' };

/** Runs it in a new context, in which only the services know `ask`. */
function endOf(environment: ScriptEnvironment, request: RunRequest, ask: HostFunction, timeoutMs: number): ExecutionEnd {
  const context = createContext(constants.DONT_CONTEXTIFY, {
    codeGeneration: { strings: false, wasm: false },
    microtaskMode: 'afterEvaluate',
  });
  const { code, services } = environment.addOn;
  try {
    (services.runInContext(context) as { start(outside: HostFunction): void }).start(ask);
    code.runInContext(context, { timeout: timeoutMs });
    const answer = JSON.parse(requested(context, request, timeoutMs)) as RunAnswer;
    return answer.kind === 'done' ? { kind: 'done', result: answer.value } : answer;
  } catch (error) {
    if ((error as NodeJS.ErrnoException | null)?.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT')
      return { kind: 'stopped', why: 'time', message: 'Exceeded maximum execution time' };
    throw error;
  }
}

function requested(context: Context, request: RunRequest, timeoutMs: number): string {
  const call = new Script(`runRequested(${JSON.stringify(JSON.stringify(request))})`);
  return call.runInContext(context, { timeout: timeoutMs }) as string;
}

/** The outside's end of one execution: answers calls, and none any more once it has ended. */
class Outside {
  readonly #services: HostServices;
  readonly #spreadsheet: Readonly<Record<string, (...given: unknown[]) => unknown>>;
  readonly #environment: ScriptEnvironment;
  readonly #options: RunOptions;
  readonly #mode: AuthMode;
  readonly #calls: string[] = [];
  readonly #log: { level: 'info' | 'warning' | 'error'; text: string }[] = [];
  readonly #shown: ShownPage[] = [];
  isCut = false;
  #isOver = false;

  constructor(environment: ScriptEnvironment, options: RunOptions, mode: AuthMode) {
    const { addOn, lasting, clock, spreadsheetFor } = environment;
    const { user, answerAlert } = options;
    const screen = {
      show: (page: ShownPage): void => void this.#shown.push(page),
      answer: (question: AlertRequest): AlertAnswer => answerAlert?.(question) ?? 'CLOSE',
    };
    this.#environment = environment;
    this.#options = options;
    this.#mode = mode;
    this.#spreadsheet = spreadsheetFor(user) as typeof this.#spreadsheet;
    this.#services = {
      ...lockServices(lasting, user, this),
      ...propertyServices(lasting, user),
      ...cacheServices(lasting, user, clock),
      ...uiServices(lasting, user, screen),
      ...plainServices(addOn, user),
    };
  }

  get done(): Pick<Execution, 'calls' | 'log' | 'shown'> {
    return { calls: this.#calls, log: this.#log, shown: this.#shown };
  }

  close(): void {
    this.#isOver = true;
  }

  readonly ask: HostFunction = (name, parameters) => {
    let answer: HostAnswer;
    try {
      answer = { value: this.#answered(name, JSON.parse(parameters) as unknown[]) ?? null };
    } catch (error) {
      answer = { error: inWords(error) };
    }
    return JSON.stringify(answer);
  };

  #answered(name: string, parameters: unknown[]): unknown {
    if (this.#isOver || this.isCut) throw new ServiceError('The execution has ended.');
    switch (name) {
      case 'Date.now':
        return this.#environment.clock.now().getTime();
      case 'console.log':
        this.#log.push({ level: parameters[0], text: parameters[1] } as (typeof this.#log)[number]);
        return null;
      case 'spreadsheet':
        return Object.keys(this.#spreadsheet);
      case 'spreadsheet.entered':
        return this.#entered(`${withoutApp(parameters[0] as string)}.${parameters[1] as string}`, spreadsheetAccess(parameters[1] as string));
      default:
        break;
    }
    if (name.startsWith('spreadsheet.')) {
      const asked = this.#spreadsheet[name.slice('spreadsheet.'.length)];
      if (asked === undefined) throw new Error(`The workbook has no ${name}.`);
      return asked(...parameters);
    }
    const service = this.#services[name];
    if (service === undefined) throw new Error(`No service answers ${name}.`);
    this.#entered(name, service.access);
    return service.answer(...(parameters as never[]));
  }

  #entered(name: string, access: Parameters<typeof refusalOf>[1]): void {
    const { onCall, stopAfterCalls } = this.#options;
    if (stopAfterCalls !== undefined && this.#calls.length >= stopAfterCalls) {
      this.isCut = true;
      throw new ServiceError('The execution was cancelled.');
    }
    onCall?.({ index: this.#calls.length, name });
    const refusal = refusalOf(name, access, this.#mode, this.#environment.addOn.scopes);
    if (refusal !== undefined) throw new ServiceError(refusal);
    this.#calls.push(name);
  }
}

function withoutApp(service: string): string {
  return service.replace(/^SpreadsheetApp\.(?=\w)/, '');
}

function inWords(error: unknown): { name: string; message: string } {
  if (error instanceof Error) return { name: error instanceof ServiceError ? error.name : 'Exception', message: error.message };
  return { name: 'Exception', message: String(error) };
}
