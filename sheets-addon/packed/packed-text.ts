import { tellBytes } from './told-bytes.ts';

/** What is packed is a fraction in digits of this base, of which seven at most are looked at at once. */
export const BASE = 93;
/** A range smaller than this takes the next digit in. */
export const LEAST_RANGE = BASE ** 6;

/** The text that `packedText` packed. What comes back for any other is nonsense. */
export function unpackedText(packed: string): string {
  let next = 0;
  // properties, since a variable of a closure would be a new object for each number that is no small integer
  const state = { range: 1.5, code: 0.5 };
  state.range = 1;
  state.code = 0;
  const read = (odds: number): number => {
    let { range, code } = state;
    for (; range < LEAST_RANGE; range *= BASE) code = code * BASE + digitOf(packed.charCodeAt(next++));
    const bound = ((range / 65_536) | 0) * odds;
    const bit = code < bound ? 0 : 1;
    state.range = bit === 0 ? bound : range - bound;
    state.code = bit === 0 ? code : code - bound;
    return bit;
  };
  let length = 0;
  for (let bit = 0; bit < 24; bit += 1) length = length * 2 + read(32_768);
  const bytes = new Uint8Array(length);
  tellBytes(bytes, read, () => undefined);
  return utf8(bytes);
}

/** The digit for which a printable character stands, none of which a string must escape; 0 for NaN, as which the end is read. */
export function digitOf(characterCode: number): number {
  if (characterCode > 34) return characterCode - 35;
  // in place of \ and behind ~
  return characterCode > 32 ? 57 : characterCode > 31 ? 92 : 0;
}

function utf8(bytes: Uint8Array): string {
  const units = new Uint16Array(bytes.length);
  let count = 0;
  for (let at = 0; at < bytes.length; ) {
    const first = bytes[at++] ?? 0;
    const more = first < 0x80 ? 0 : first < 0xe0 ? 1 : first < 0xf0 ? 2 : 3;
    let code = more === 0 ? first : first & (0x3f >> more);
    for (let next = 0; next < more; next += 1) code = (code << 6) | ((bytes[at++] ?? 0) & 0x3f);
    if (code > 0xffff) {
      units[count++] = 0xd7c0 + (code >> 10);
      code = 0xdc00 | (code & 0x3ff);
    }
    units[count++] = code;
  }
  let text = '';
  for (let from = 0; from < count; from += 8192)
    text += String.fromCharCode.apply(null, units.subarray(from, Math.min(count, from + 8192)) as unknown as number[]);
  return text;
}
