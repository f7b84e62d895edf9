import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { valuesReader } from './given-values.ts';
import type { GivenRows } from './read-cells.ts';

/** Values that were read. */
export interface ReceivedValues {
  /** Another one whenever Google says anything else. */
  readonly print: string;
  /** By range; null: that was no JSON. They are made into cells in place, so that it is to be called once. */
  given(): Promise<readonly GivenRows[] | null>;
}

/**
 * Takes an answer of `values.batchGet` as it comes, so that there is never much to do at once and others have their turn.
 * Throws what receiving it throws.
 *
 * @param known prints of answers that were whole: none of these is looked into before that is wanted; without any, all is read
 */
export async function receiveValues(
  parts: AsyncIterable<Uint8Array>,
  known: readonly string[],
): Promise<ReceivedValues> {
  const hash = createHash('sha256');
  const received: Uint8Array[] = [];
  const reader = known.length > 0 ? null : valuesReader();
  for await (const part of parts) {
    hash.update(part);
    if (reader === null) received.push(part);
    else if (reader.take(part)) await nextTurn();
  }
  const print = hash.digest('base64url');
  if (reader === null) return { print, given: () => read(received) };
  const given = reader.end();
  return { print, given: () => Promise.resolve(given) };
}

async function read(parts: readonly Uint8Array[]): Promise<readonly GivenRows[] | null> {
  const reader = valuesReader();
  for (const part of parts) if (reader.take(part)) await nextTurn();
  return reader.end();
}
