import { setTimeout as delay } from 'node:timers/promises';
import { UseCaseError } from '../use-cases/use-case-error.ts';

/** The service is done with a sheet by then, unless it is a very long one. */
const LONGEST_WAIT_MS = 60_000;
const LOOK_EVERY_MS = 300;

/** Works on a connected sheet as soon as nobody else does: the service looks at it every few minutes. Throws `sheet-busy` after a minute. */
export async function whenFree<T>(work: () => Promise<T>): Promise<T> {
  const until = Date.now() + LONGEST_WAIT_MS;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      const isBusy = error instanceof UseCaseError && error.code === 'sheet-busy';
      if (!isBusy || Date.now() > until) throw error;
      await delay(LOOK_EVERY_MS);
    }
  }
}
