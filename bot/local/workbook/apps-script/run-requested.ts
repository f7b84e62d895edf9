import { cellOf, cellsOf, type TaggedCell } from './cell-values.ts';
import { legalValue } from './legal-value.ts';
import { AUTH_MODES, type AuthModeName } from './script-app.ts';

/** Which function to run, and how its arguments and its result pass. */
export type RunRequest =
  /** `google.script.run` and menus: JSON both ways. */
  | { readonly kind: 'call'; readonly name: string; readonly parameters: readonly unknown[] }
  /** `onOpen` and `onInstall`: an event. */
  | { readonly kind: 'trigger'; readonly name: string; readonly authMode: AuthModeName }
  /** A custom function in a cell: cells both ways. */
  | {
      readonly kind: 'custom';
      readonly name: string;
      readonly parameters: readonly (TaggedCell | readonly (readonly TaggedCell[])[])[];
    };

/** How it ended. `value` is JSON or, of a custom function, cells. */
export type RunAnswer =
  | { readonly kind: 'done'; readonly value: unknown }
  | { readonly kind: 'failed'; readonly name: string; readonly message: string; readonly stack: string };

/**
 * Runs the requested function and answers in JSON text: nothing but text leaves the context. `find` gives what the script
 * itself has put at the top level under a name.
 */
export function runRequested(request: string, find: (name: string) => unknown): string {
  try {
    return JSON.stringify({ kind: 'done', value: answered(JSON.parse(request) as RunRequest, find) });
  } catch (error) {
    return JSON.stringify({ kind: 'failed', ...inWords(error) });
  }
}

function answered(request: RunRequest, find: (name: string) => unknown): unknown {
  const { name } = request;
  const found = find(name);
  if (typeof found !== 'function' || name.endsWith('_')) throw new Error(`Script function not found: ${name}`);
  switch (request.kind) {
    case 'call':
      return legalValue(Reflect.apply(found, undefined, request.parameters));
    case 'trigger':
      Reflect.apply(found, undefined, [{ authMode: AUTH_MODES.of(request.authMode) }]);
      return null;
    case 'custom':
      return cellsOf(Reflect.apply(found, undefined, request.parameters.map(cellOf)));
    default:
      return request satisfies never;
  }
}

/** Whatever was thrown, in words: reading it may throw again. */
function inWords(error: unknown): { name: string; message: string; stack: string } {
  try {
    if (!(error instanceof Error)) return { name: 'Error', message: String(error), stack: '' };
    const { name, message, stack = '' } = error;
    return { name, message, stack };
  } catch {
    return { name: 'Error', message: 'Unknown error', stack: '' };
  }
}
