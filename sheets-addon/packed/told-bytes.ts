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
  const tellByte = byteTeller(tell);
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
    if (isRepeat === 0) bytes[at] = tellByte(before, bytes[at - 2] ?? 0, bytes[at] ?? 0);
    else {
      const told = tellNumber(1024, PLACE_BITS, place);
      from = places[(before << PLACE_BITS) + (((counts[before] ?? 0) - 1 - told) & inRing)] ?? 0;
      end += tellNumber(2048, LENGTH_BITS, length - SHORTEST) + SHORTEST - 1;
    }
    while (at < end) {
      places[(before << PLACE_BITS) + ((counts[before] ?? 0) & inRing)] = at;
      counts[before] = (counts[before] ?? 0) + 1;
      before = bytes[from++] ?? 0;
      bytes[at++] = before;
    }
  }
}

/** Tells numbers of a kind, each bit by those of the number before it; a kind is a place from which twice the largest number are its own. */
function numberTeller(tell: TellBit): (kind: number, bits: number, value: number) => number {
  const odds = new Uint16Array(4096).fill(32_768);
  return (kind, bits, value) => {
    let node = 1;
    for (let bit = bits - 1; bit >= 0; bit -= 1) {
      const zero = odds[kind + node] ?? 0;
      const told = tell(zero, (value >> bit) & 1);
      odds[kind + node] = told === 0 ? zero + ((65_536 - zero) >> 4) : zero - (zero >> 4);
      node = node * 2 + told;
    }
    return node - (1 << bits);
  };
}

/**
 * Tells bytes, each bit by what followed the same bits so far: at all, behind the same byte and behind the same two, each weighed by how right it
 * was.
 */
function byteTeller(tell: TellBit): (before: number, beforeThat: number, byte: number) => number {
  /** 16 times from -2,047, a sure 0, to 2,047, a sure 1, and how often it was seen, 15 at most; half a byte's stand together. */
  const seen = new Int16Array(1 << 18);
  const opinions = Float32Array.from({ length: 4096 }, (_, index) => {
    const leaning = index / 2048 - 1;
    return leaning / Math.sqrt(1.012 - leaning * leaning);
  });
  const weights = new Float64Array(1024).fill(0.4);
  const rates = Int32Array.from({ length: 16 }, (_, count) => 65_536 / (count + 1.5));
  // a global is looked up slowly where this runs
  const { imul, sqrt } = Math;
  const learn = (entry: number, state: number, bit: number): void => {
    const count = state & 15;
    const leaning = state >> 4;
    seen[entry] =
      ((leaning + (((bit * 4094 - 2047 - leaning) * (rates[count] ?? 0)) >> 16)) << 4) | (count < 15 ? count + 1 : 15);
  };
  return (before, beforeThat, byte) => {
    let node = 1;
    let row = 0;
    let rowBehind = 0;
    let rowBehindTwo = 0;
    for (let place = 7; place >= 0; place -= 1) {
      if (place === 7 || place === 3) {
        row = node << 4;
        rowBehind = (imul((before + 1) * 256 + node, 0x9e3779b1) >>> 18) << 4;
        rowBehindTwo = (imul((before * 256 + beforeThat + 257) * 256 + node, 0x9e3779b1) >>> 18) << 4;
      }
      const half = 8 >> (place & 3);
      const inRow = half | (node & (half - 1));
      const one = seen[row + inRow] ?? 0;
      const two = seen[rowBehind + inRow] ?? 0;
      const three = seen[rowBehindTwo + inRow] ?? 0;
      const first = opinions[(one >> 4) + 2048] ?? 0;
      const second = opinions[(two >> 4) + 2048] ?? 0;
      const third = opinions[(three >> 4) + 2048] ?? 0;
      const w = node * 4;
      const sum = first * (weights[w] ?? 0) + second * (weights[w + 1] ?? 0) + third * (weights[w + 2] ?? 0);
      const leaning = sum / sqrt(1 + sum * sum);
      const bit = tell((32_768 - leaning * 32_750) | 0, (byte >> place) & 1);
      const learnt = (bit * 2 - 1 - leaning) * 0.01;
      weights[w] = (weights[w] ?? 0) + learnt * first;
      weights[w + 1] = (weights[w + 1] ?? 0) + learnt * second;
      weights[w + 2] = (weights[w + 2] ?? 0) + learnt * third;
      learn(row + inRow, one, bit);
      learn(rowBehind + inRow, two, bit);
      learn(rowBehindTwo + inRow, three, bit);
      node = node * 2 + bit;
    }
    return node - 256;
  };
}
