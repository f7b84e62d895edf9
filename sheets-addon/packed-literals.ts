/**
 * What the build has taken out of the script and packed: long texts, lists and documents, which are most of its bytes. `value` gives one of them by
 * its place.
 *
 * @param packed by `packLiterals`
 */
export function packedLiterals(packed: string): (place: number) => unknown {
  let values: readonly unknown[] | undefined;
  return (place) => (values ??= JSON.parse(utf8(inflated(bytesOf(packed)))) as readonly unknown[])[place];
}

/** The 91 characters in which bytes are written: printable, and none that a string of JavaScript must escape. */
export const PACKED_DIGITS = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index))
  .filter((character) => !'"\\`$'.includes(character))
  .join('');

/** Each two characters are 13 bits. */
function bytesOf(packed: string): Uint8Array {
  const places = new Map([...PACKED_DIGITS].map((character, place) => [character, place]));
  const bytes = new Uint8Array(Math.floor((packed.length / 2) * 13) >> 3);
  let bits = 0;
  let held = 0;
  let at = 0;
  for (let index = 0; index < packed.length; index += 2) {
    const pair = [packed.charAt(index), packed.charAt(index + 1)].map((character) => places.get(character) ?? 0);
    bits |= ((pair[0] ?? 0) * 91 + (pair[1] ?? 0)) << held;
    held += 13;
    for (; held >= 8; held -= 8, bits >>>= 8) if (at < bytes.length) bytes[at++] = bits & 255;
  }
  return bytes;
}

/** The text of bytes in UTF-8. */
function utf8(bytes: readonly number[]): string {
  let text = '';
  for (let at = 0; at < bytes.length; ) {
    const first = bytes[at++] ?? 0;
    const more = first < 0x80 ? 0 : first < 0xe0 ? 1 : first < 0xf0 ? 2 : 3;
    let code = more === 0 ? first : first & (0x3f >> more);
    for (let next = 0; next < more; next += 1) code = (code << 6) | ((bytes[at++] ?? 0) & 0x3f);
    text += String.fromCodePoint(code);
  }
  return text;
}

/** How long a match is, and how far back it begins, by symbol: the least, and how many bits more follow (RFC 1951, 3.2.5). */
const LENGTHS = steps([8, 4, 4, 4, 4, 4], 3);
const DISTANCES = steps([4, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2], 1);
/** In which order the lengths of code lengths stand (3.2.7). */
const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

function steps(counts: readonly number[], least: number): { least: number; bits: number }[] {
  const found: { least: number; bits: number }[] = [];
  let next = least;
  for (const [bits, count] of counts.entries()) {
    for (let index = 0; index < count; index += 1, next += 1 << bits) found.push({ least: next, bits });
  }
  return found;
}

/** A prefix code: how many codes there are of each length, and the symbols in the order of their codes. */
interface Code {
  readonly counts: readonly number[];
  readonly symbols: readonly number[];
}

function codeOf(lengths: readonly number[]): Code {
  const counts = Array.from({ length: 16 }, (_, length) =>
    length === 0 ? 0 : lengths.filter((one) => one === length).length,
  );
  const symbols = lengths
    .map((length, symbol) => ({ length, symbol }))
    .filter(({ length }) => length > 0)
    .sort((one, other) => one.length - other.length || one.symbol - other.symbol)
    .map(({ symbol }) => symbol);
  return { counts, symbols };
}

/** Undoes DEFLATE (RFC 1951). */
function inflated(bytes: Uint8Array): number[] {
  let position = 0;
  const read = (count: number): number => {
    let value = 0;
    for (let bit = 0; bit < count; bit += 1, position += 1)
      value |= (((bytes[position >> 3] ?? 0) >> (position & 7)) & 1) << bit;
    return value;
  };
  const decode = ({ counts, symbols }: Code): number => {
    let code = 0;
    let first = 0;
    let index = 0;
    for (let length = 1; length < 16; length += 1) {
      code |= read(1);
      const count = counts[length] ?? 0;
      if (code - count < first) return symbols[index + code - first] ?? 0;
      index += count;
      first = (first + count) << 1;
      code <<= 1;
    }
    throw new RangeError('What was packed is damaged.');
  };
  const out: number[] = [];
  for (let isLast = 0; isLast === 0; ) {
    isLast = read(1);
    const kind = read(2);
    if (kind === 0) {
      position = (position + 7) & ~7;
      const count = read(16);
      position += 16;
      for (let index = 0; index < count; index += 1) out.push(read(8));
      continue;
    }
    const [literals, distances] = kind === 1 ? FIXED : codes(read, decode);
    for (let symbol = decode(literals); symbol !== 256; symbol = decode(literals)) {
      if (symbol < 256) {
        out.push(symbol);
        continue;
      }
      const length = symbol === 285 ? { least: 258, bits: 0 } : (LENGTHS[symbol - 257] ?? { least: 0, bits: 0 });
      const end = out.length + length.least + read(length.bits);
      const distance = DISTANCES[decode(distances)] ?? { least: 1, bits: 0 };
      const back = distance.least + read(distance.bits);
      while (out.length < end) out.push(out[out.length - back] ?? 0);
    }
  }
  return out;
}

/** The codes of blocks that bring none (3.2.6). */
const FIXED: readonly [Code, Code] = [
  codeOf(Array.from({ length: 288 }, (_, symbol) => (symbol < 144 ? 8 : symbol < 256 ? 9 : symbol < 280 ? 7 : 8))),
  codeOf(Array.from({ length: 30 }, () => 5)),
];

function codes(read: (count: number) => number, decode: (code: Code) => number): [literals: Code, distances: Code] {
  const literals = read(5) + 257;
  const distances = read(5) + 1;
  const described = read(4) + 4;
  const own = Array.from({ length: 19 }, () => 0);
  for (const place of ORDER.slice(0, described)) own[place] = read(3);
  const code = codeOf(own);
  const lengths: number[] = [];
  while (lengths.length < literals + distances) {
    const symbol = decode(code);
    if (symbol < 16) lengths.push(symbol);
    else {
      const value = symbol === 16 ? (lengths[lengths.length - 1] ?? 0) : 0;
      const times = symbol === 16 ? 3 + read(2) : symbol === 17 ? 3 + read(3) : 11 + read(7);
      for (let index = 0; index < times; index += 1) lengths.push(value);
    }
  }
  return [codeOf(lengths.slice(0, literals)), codeOf(lengths.slice(literals))];
}
