const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Characters that tell customers apart: 54 bits, so that of 50,000 no two are taken for one. */
export const IDENTITY_LENGTH = 9;
/** Characters that tell whether cells are as we wrote them: 30 bits. */
export const CELLS_LENGTH = 5;

/** A text in `length` (up to 10) characters of `A–Z a–z 0–9 - _`; equal texts alike, others hardly ever. */
export function fingerprint(text: string, length: number): string {
  return fingerprintOf([text], length);
}

/** The {@link fingerprint} of texts with U+0001 between them, which need not be put together for it. */
export function fingerprintOf(texts: readonly string[], length: number): string {
  let low = LOW_START;
  let high = HIGH_START;
  for (let place = 0; place < texts.length; place += 1) {
    const text = texts[place] ?? '';
    if (place > 0) {
      low = Math.imul(low ^ BETWEEN, LOW_FACTOR);
      high = Math.imul(high ^ BETWEEN, HIGH_FACTOR);
    }
    for (let index = 0; index < text.length; index += 1) {
      const code = text.charCodeAt(index);
      low = Math.imul(low ^ code, LOW_FACTOR);
      high = Math.imul(high ^ code, HIGH_FACTOR);
    }
  }
  low = mixed(low ^ high);
  high = mixed(high + low);
  return digits(low, Math.min(5, length)) + (length > 5 ? digits(high, length - 5) : '');
}

const BETWEEN = 1;
/** As signed numbers: V8 reckons with those above 2 ** 31 as with fractions, which takes longer. */
const LOW_START = 0x811c9dc5 | 0;
const HIGH_START = 0x9e3779b9 | 0;
const LOW_FACTOR = 0x01000193;
const HIGH_FACTOR = 0x85ebca6b | 0;

/** A number from 0 in `length` characters, six bits each; {@link numberOf} reads it back. */
export function digits(number: number, length: number): string {
  let text = '';
  for (let rest = number >>> 0, at = 0; at < length; at += 1, rest >>>= 6) text += DIGITS.charAt(rest & 63);
  return text;
}

/** What {@link digits} wrote. */
export function numberOf(text: string): number {
  let number = 0;
  for (let at = text.length - 1; at >= 0; at -= 1) number = number * 64 + DIGITS.indexOf(text.charAt(at));
  return number;
}

function mixed(hash: number): number {
  let bits = Math.imul(hash ^ (hash >>> 16), HIGH_FACTOR);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return bits ^ (bits >>> 16);
}
