import { tellBytes } from './told-bytes.ts';

/** What is packed is a fraction in digits of this base, of which four at most are looked at at once: V8 reckons fastest with small integers. */
export const BASE = 93;
/** A range smaller than this takes the next digit in. */
export const LEAST_RANGE = BASE ** 3;

/** Where a range is divided between a 0, below, and a 1. `odds`: how likely a 0 is, of 65,536. */
export function boundIn(range: number, odds: number): number {
  return (range >> 12) * (odds >> 4);
}

/** The text that `packedText` packed. What comes back for any other is nonsense. */
export function unpackedText(packed: string): string {
  let next = 0;
  let range = 1;
  let code = 0;
  const read = (odds: number): number => {
    for (; range < LEAST_RANGE; range *= BASE) code = code * BASE + digitOf(packed.charCodeAt(next++));
    const bound = boundIn(range, odds);
    if (code < bound) {
      range = bound;
      return 0;
    }
    range -= bound;
    code -= bound;
    return 1;
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
