import { legalValue } from '../apps-script/legal-value.ts';
import type { FrameAnswer, FrameRequest, RunResult } from './frame-messages.ts';

/** The part of a browser's window that is used. */
export interface FrameWindow {
  readonly parent: { postMessage(message: FrameRequest, targetOrigin: string): void };
  readonly console: { error(...values: readonly unknown[]): void };
  addEventListener(
    type: 'message',
    listener: (event: { readonly source: unknown; readonly data: unknown }) => void,
  ): void;
}

type Handler = (value: unknown, userObject: unknown) => void;

interface Handlers {
  readonly success: Handler | undefined;
  readonly failure: Handler | undefined;
  readonly userObject: unknown;
}

interface Call {
  readonly functionName: string;
  readonly given: readonly unknown[];
  readonly handlers: Handlers;
}

/** More calls wait until one of ten has ended. documented */
const MOST_AT_ONCE = 10;

/**
 * Gives a page `google.script.run` and `google.script.host`, whose other side is the window around its frame (see
 * `FrameRequest`). Arguments are copied as Google copies them; what cannot pass throws at once (observed). A function that the
 * script has not fails like one that throws (Google's client has no such method at all: assumed near enough).
 */
export function installGoogleScript(window: FrameWindow): void {
  const waiting: Call[] = [];
  const running = new Map<number, Call>();
  let lastId = 0;
  const say = (message: FrameRequest): void => window.parent.postMessage(message, '*');

  const begin = (): void => {
    while (running.size < MOST_AT_ONCE) {
      const call = waiting.shift();
      if (call === undefined) return;
      lastId += 1;
      running.set(lastId, call);
      say({ kind: 'run', id: lastId, functionName: call.functionName, arguments: call.given });
    }
  };
  window.addEventListener('message', ({ source, data }) => {
    if (source !== window.parent || !isAnswer(data)) return;
    const call = running.get(data.id);
    if (call === undefined) return;
    running.delete(data.id);
    begin();
    hand(data.result, call, window);
  });

  const run = (functionName: string, handlers: Handlers, given: readonly unknown[]): void => {
    waiting.push({ functionName, given: given.map(legalValue), handlers });
    begin();
  };
  const host = {
    close: () => say({ kind: 'close' }),
    setHeight: (height: number) => say({ kind: 'set-height', height }),
    setWidth: (width: number) => say({ kind: 'set-width', width }),
    editor: { focus: () => say({ kind: 'focus-editor' }) },
  };
  const nobody = { success: undefined, failure: undefined, userObject: undefined };
  Object.assign(window, { google: { script: { run: runner(nobody, run), host } } });
}

/** A `google.script.run`: each `with…` gives another one, and every other name is a function of the script. */
function runner(
  handlers: Handlers,
  run: (name: string, handlers: Handlers, given: readonly unknown[]) => void,
): object {
  return new Proxy(Object.create(null) as object, {
    get(_, name) {
      switch (name) {
        case 'withSuccessHandler':
          return (success: Handler) => runner({ ...handlers, success: asHandler(success) }, run);
        case 'withFailureHandler':
          return (failure: Handler) => runner({ ...handlers, failure: asHandler(failure) }, run);
        case 'withUserObject':
          return (userObject: unknown) => runner({ ...handlers, userObject }, run);
        default:
          // Symbols and `then` are asked for by the browser itself.
          if (typeof name === 'symbol' || name === 'then') return undefined;
          return (...given: readonly unknown[]) => run(name, handlers, given);
      }
    },
  });
}

function asHandler(handler: unknown): Handler {
  if (typeof handler === 'function') return handler as Handler;
  throw new TypeError('A handler of google.script.run must be a function.');
}

function hand(result: RunResult, { functionName, handlers }: Call, window: FrameWindow): void {
  if (result.kind === 'returned') return handlers.success?.(result.value, handlers.userObject);
  const error = new Error(`${result.name}: ${result.message}`);
  error.name = 'ScriptError';
  if (handlers.failure) return handlers.failure(error, handlers.userObject);
  return window.console.error(`google.script.run.${functionName}`, error);
}

function isAnswer(data: unknown): data is FrameAnswer {
  return typeof data === 'object' && data !== null && (data as { kind?: unknown }).kind === 'ran';
}
