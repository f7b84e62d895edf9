import { DISTANCE_SLOTS, LENGTH_BITS, type Model, modelsOf, PACKED_DIGITS, SHORTEST } from '../packed/packed-text.ts';

/** How many former places with the same beginning are tried for a longer match. */
const MOST_TRIES = 400;
const LONGEST = SHORTEST + (1 << LENGTH_BITS) - 1;

/**
 * Packs a text into printable ASCII that a string of JavaScript need not escape, as `unpackedText` reads it back: what stood before is named by
 * how far back and how long, and everything is coded by how likely it was so far. About a fifth smaller than DEFLATE, whose window is shorter
 * than our schemes.
 */
export function packedText(text: string): string {
  const bytes = new TextEncoder().encode(text);
  const coder = new Encoder();
  const models = modelsOf();
  for (let bit = 23; bit >= 0; bit -= 1) coder.even((bytes.length >> bit) & 1);
  const matches = new Matches(bytes);
  let last = 0;
  for (let at = 0; at < bytes.length; ) {
    const match = matches.bestAt(at, last);
    const isWorthIt = match !== undefined && matches.saving(match) >= matches.saving(matches.bestAt(at + 1, last));
    const before = at === 0 ? 0 : (bytes[at - 1] ?? 0);
    coder.bit(models.isMatch, before, isWorthIt ? 1 : 0);
    if (!isWorthIt) {
      coder.tree(models.literals, before << 8, 8, bytes[at] ?? 0);
      at += 1;
      continue;
    }
    coder.bit(models.isLast, 0, match.back === last ? 1 : 0);
    coder.tree(models.lengths, 0, LENGTH_BITS, match.length - SHORTEST);
    if (match.back !== last) {
      const slot = 31 - Math.clz32(match.back);
      coder.tree(models.slots, 0, DISTANCE_SLOTS, slot);
      for (let bit = slot - 1; bit >= 0; bit -= 1) coder.even((match.back >> bit) & 1);
    }
    last = match.back;
    at += match.length;
  }
  return inDigits(coder.end());
}

interface Match {
  readonly back: number;
  readonly length: number;
}

/** Finds what stood before, among all places whose three bytes are the same. */
class Matches {
  readonly bytes: Uint8Array;
  readonly places: Int32Array;
  readonly heads = new Map<number, number>();
  filled = 0;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.places = new Int32Array(bytes.length).fill(-1);
  }

  bestAt(at: number, last: number): Match | undefined {
    for (; this.filled < at; this.filled += 1) {
      const key = this.keyAt(this.filled);
      this.places[this.filled] = this.heads.get(key) ?? -1;
      this.heads.set(key, this.filled);
    }
    let best: Match | undefined;
    const look = (place: number): void => {
      const length = this.lengthOf(place, at);
      const match = { back: at - place, length };
      if (length >= SHORTEST && this.saving(match, last) > this.saving(best, last)) best = match;
    };
    if (last > 0 && last <= at) look(at - last);
    let place = this.heads.get(this.keyAt(at)) ?? -1;
    for (let tries = 0; place >= 0 && tries < MOST_TRIES; tries += 1) {
      if (place < at) look(place);
      place = this.places[place] ?? -1;
    }
    return best;
  }

  /** About how many bits a match spares, a literal taken for four and a half. */
  saving(match: Match | undefined, last = 0): number {
    if (match === undefined) return 0;
    const cost = match.back === last ? 5 : 8 + (31 - Math.clz32(match.back));
    return match.length * 4.5 - cost;
  }

  keyAt(at: number): number {
    return ((this.bytes[at] ?? 0) << 16) | ((this.bytes[at + 1] ?? 0) << 8) | (this.bytes[at + 2] ?? 0);
  }

  lengthOf(place: number, at: number): number {
    let length = 0;
    while (
      length < LONGEST &&
      at + length < this.bytes.length &&
      this.bytes[place + length] === this.bytes[at + length]
    )
      length += 1;
    return length;
  }
}

/** A binary range coder with adaptive odds, the counterpart of the one that unpacks. */
class Encoder {
  readonly out: number[] = [];
  low = 0;
  range = 0xffffffff;
  cache = 0;
  pending = 0;
  isFirst = true;

  bit(model: Model, at: number, bit: number): void {
    const odds = model[at] ?? 0;
    const bound = (this.range >>> 12) * odds;
    if (bit === 0) {
      this.range = bound;
      model[at] = odds + ((4096 - odds) >> 4);
    } else {
      this.low += bound;
      this.range = (this.range - bound) >>> 0;
      model[at] = odds - (odds >> 4);
    }
    this.settle();
  }

  even(bit: number): void {
    this.range >>>= 1;
    if (bit === 1) this.low += this.range;
    this.settle();
  }

  tree(model: Model, base: number, bits: number, value: number): void {
    let node = 1;
    for (let at = bits - 1; at >= 0; at -= 1) {
      const bit = (value >> at) & 1;
      this.bit(model, base + node, bit);
      node = node * 2 + bit;
    }
  }

  end(): number[] {
    for (let byte = 0; byte < 5; byte += 1) this.shift();
    return this.out;
  }

  settle(): void {
    while (this.range < 0x1000000) {
      this.range = (this.range * 256) >>> 0;
      this.shift();
    }
  }

  shift(): void {
    const carry = this.low > 0xffffffff ? 1 : 0;
    if (this.low < 0xff000000 || carry === 1) {
      if (!this.isFirst) this.out.push((this.cache + carry) & 255);
      this.isFirst = false;
      for (; this.pending > 0; this.pending -= 1) this.out.push((255 + carry) & 255);
      this.cache = Math.floor(this.low / 0x1000000) & 255;
    } else this.pending += 1;
    this.low = (this.low % 0x1000000) * 256;
  }
}

/** Thirteen bits in two characters. */
function inDigits(bytes: readonly number[]): string {
  let text = '';
  let bits = 0;
  let held = 0;
  const put = (): void => {
    const value = bits & 8191;
    text += PACKED_DIGITS.charAt(Math.floor(value / 91)) + PACKED_DIGITS.charAt(value % 91);
  };
  for (const byte of bytes) {
    bits |= byte << held;
    held += 8;
    if (held < 13) continue;
    put();
    bits >>>= 13;
    held -= 13;
  }
  if (held > 0) put();
  return text;
}
