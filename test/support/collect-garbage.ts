import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

let collect: (() => void) | undefined;

/** Clears away what nobody uses any more, at once and whole. */
export function collectGarbage(): void {
  collect ??= exposed();
  collect();
}

/** Only this one context knows it: those that are made later are as they would be. */
function exposed(): () => void {
  setFlagsFromString('--expose-gc');
  const gc = runInNewContext('gc') as () => void;
  setFlagsFromString('--no-expose-gc');
  return gc;
}
