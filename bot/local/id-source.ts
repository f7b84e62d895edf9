import { randomBytes } from 'node:crypto';

/** Where the stand-in's ids come from: the next `length` characters of A–Z and 0–9. */
export type IdSource = (length: number) => string;

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

/** Ids nobody has seen before, so that a bot that remembers ids over restarts never takes a new one for an old one. */
export function randomIds(): IdSource {
  return (length) => Array.from(randomBytes(length), (byte) => LETTERS[byte % LETTERS.length]).join('');
}

/** Ids that count up, for tests: `000001`, `000002`, … */
export function countingIds(): IdSource {
  let last = 0;
  return (length) => {
    last += 1;
    return last.toString(36).toUpperCase().padStart(length, '0').slice(-length);
  };
}
