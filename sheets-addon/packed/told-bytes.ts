/** Says how likely a 0 is next, of 65,536, and gets the bit: what unpacks reads it, what packs writes the one that it is given. */
export type TellBit = (odds: number, bit: number) => number;

/** What is told as a repeat: where it stood, among the places behind the same byte (0 is the latest), and how many bytes. */
export interface Repeat {
  readonly place: number;
  readonly length: number;
}

/** Bytes of the shortest repeat; the bits of its length beyond that, and of its place. */
export const SHORTEST = 4;
export const LENGTH_BITS = 8;
export const PLACE_BITS = 10;

/** The kinds of numbers that are told: whether a repeat comes, by the byte before it; its place; its length; a byte by what stands before it. */
const PLACES_KIND = 1024;
const LENGTHS_KIND = 2048;
const BYTES_KIND = 4096;
/** Behind the bytes behind each byte those that end a character of three bytes, by the first two. */
const LAST_BYTES_KIND = BYTES_KIND + 256 * 256;
const ALL_KINDS = LAST_BYTES_KIND + 16 * 64 * 256;
/** How many times something is seen until once more says as much as the last time. */
const MOST_SEEN = 30;

/**
 * Tells bytes one after the other, for packing and for unpacking in the very same way: as repeats of what stood behind the same byte before,
 * and between these one by one. Uses only arithmetic whose results are the same on every machine.
 *
 * @param bytes those to pack; to unpack as many zeros, which are replaced
 * @param tell what says or gets each bit
 * @param repeatAt to pack, the repeat at a byte; undefined for the byte itself. To unpack, always undefined
 */
export function tellBytes(bytes: Uint8Array, tell: TellBit, repeatAt: (at: number) => Repeat | undefined): void {
  const tellNumber = numberTeller(tell);
  /** Where each byte stood last, the latest over the oldest, and how often it stood so far. */
  const places = new Int32Array(256 << PLACE_BITS);
  const counts = new Int32Array(256);
  const inRing = (1 << PLACE_BITS) - 1;
  let before = 0;
  let isRepeat = 0;
  for (let at = 0; at < bytes.length; ) {
    const { place, length } = repeatAt(at) ?? { place: 0, length: 0 };
    let end = at + 1;
    let from = at;
    isRepeat = tellNumber(before * 4 + isRepeat * 2, 1, length && 1);
    if (isRepeat === 0) bytes[at] = tellNumber(byteKind(bytes[at - 2] ?? 0, before), 8, bytes[at] ?? 0);
    else {
      const told = tellNumber(PLACES_KIND, PLACE_BITS, place);
      from = places[(before << PLACE_BITS) + (((counts[before] ?? 0) - 1 - told) & inRing)] ?? 0;
      end += tellNumber(LENGTHS_KIND, LENGTH_BITS, length - SHORTEST) + SHORTEST - 1;
    }
    while (at < end) {
      places[(before << PLACE_BITS) + ((counts[before] ?? 0) & inRing)] = at;
      counts[before] = (counts[before] ?? 0) + 1;
      before = bytes[from++] ?? 0;
      bytes[at++] = before;
    }
  }
}

function byteKind(beforeThat: number, before: number): number {
  return beforeThat >= 0xe0 && before >= 0x80
    ? LAST_BYTES_KIND + (((beforeThat & 15) << 6) | (before & 63)) * 256
    : BYTES_KIND + before * 256;
}

/**
 * Tells numbers of a kind, each bit by what the same bit was so far behind those above it: the more often it was seen, the less one more says. A
 * kind is a place from which twice the largest number are its own.
 */
function numberTeller(tell: TellBit): (kind: number, bits: number, value: number) => number {
  /** How likely a 0 is, of 65,536, and how often it was seen. */
  const odds = new Uint16Array(ALL_KINDS).fill(32_768);
  const seen = new Uint8Array(ALL_KINDS);
  const rates = Int32Array.from({ length: MOST_SEEN }, (_, count) => 32_768 / (count + 1.8));
  return (kind, bits, value) => {
    let node = 1;
    for (let bit = bits - 1; bit >= 0; bit -= 1) {
      const entry = kind + node;
      const zero = odds[entry] ?? 0;
      const count = seen[entry] ?? 0;
      const told = tell(zero, (value >> bit) & 1);
      const rate = rates[count] ?? 0;
      // rounded so that nothing is ever sure
      odds[entry] = told === 0 ? zero + (((65_536 - zero) * rate) >> 15) : zero - ((zero * rate) >> 15);
      if (count < MOST_SEEN - 1) seen[entry] = count + 1;
      node = node * 2 + told;
    }
    return node - (1 << bits);
  };
}
