import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Steps } from '../../core/steps.ts';

/** Rows of a table in a turn. */
const ROWS_A_TURN = 2_000;

/** Does something with each of a list and lets others have their turn in between. */
export async function eachInTurns<T>(list: Iterable<T>, work: (one: T, index: number) => void): Promise<void> {
  let index = 0;
  for (const one of list) {
    if (index % ROWS_A_TURN === 0) await nextTurn();
    work(one, index);
    index += 1;
  }
}

/** Does work step by step and lets others have their turn in between: people wait for answers meanwhile. */
export async function inTurns<T>(steps: Steps<T>): Promise<T> {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
    await nextTurn();
  }
}
