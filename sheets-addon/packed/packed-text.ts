/** Odds that a bit is 0, of 4,096. */
export type Model = Uint16Array;

/** A match is at least so long, and its length beyond that has so many bits. */
export const SHORTEST = 3;
export const LENGTH_BITS = 8;
/** How far back a match lies is told by its highest bit, and that in so many bits. */
export const DISTANCE_SLOTS = 5;

/** The 91 characters in which bytes are written: printable, and none that a string of JavaScript must escape. */
export const PACKED_DIGITS = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index))
  .filter((character) => !'"\\`$'.includes(character))
  .join('');

/** What is learnt while text is packed and, in the very same way, while it is unpacked. */
export function modelsOf() {
  const model = (length: number): Model => new Uint16Array(length).fill(2048);
  return {
    /** By the byte before. */
    isMatch: model(256),
    /** As far back as the match before. */
    isLast: model(1),
    /** By the byte before, then by the bits so far. */
    literals: model(65_536),
    lengths: model(1 << LENGTH_BITS),
    slots: model(1 << DISTANCE_SLOTS),
  };
}

/** The text that `packedText` packed. What comes back for any other is nonsense. */
export function unpackedText(packed: string): string {
  const input = bytesOf(packed);
  const { isMatch, isLast, literals, lengths, slots } = modelsOf();
  let next = 0;
  let code = 0;
  let range = 0xffffffff;
  const settle = (): void => {
    while (range < 0x1000000) {
      code = ((code << 8) | (input[next++] ?? 0)) >>> 0;
      range = (range << 8) >>> 0;
    }
  };
  const read = (model: Model, at: number): number => {
    const odds = model[at] ?? 0;
    const bound = (range >>> 12) * odds;
    if (code < bound) {
      range = bound;
      model[at] = odds + ((4096 - odds) >> 4);
      settle();
      return 0;
    }
    code -= bound;
    range -= bound;
    model[at] = odds - (odds >> 4);
    settle();
    return 1;
  };
  const even = (bits: number): number => {
    let value = 0;
    for (let bit = 0; bit < bits; bit += 1) {
      range >>>= 1;
      const isHigh = code >= range ? 1 : 0;
      if (isHigh === 1) code -= range;
      value = value * 2 + isHigh;
      settle();
    }
    return value;
  };
  const tree = (model: Model, base: number, bits: number): number => {
    let node = 1;
    while (node < 1 << bits) node = node * 2 + read(model, base + node);
    return node - (1 << bits);
  };
  for (; next < 4; next += 1) code = ((code << 8) | (input[next] ?? 0)) >>> 0;
  const bytes = new Uint8Array(even(24));
  let back = 0;
  for (let at = 0; at < bytes.length; ) {
    const before = at === 0 ? 0 : (bytes[at - 1] ?? 0);
    if (read(isMatch, before) === 0) {
      bytes[at++] = tree(literals, before << 8, 8);
      continue;
    }
    const isAsBefore = read(isLast, 0) === 1;
    const end = at + tree(lengths, 0, LENGTH_BITS) + SHORTEST;
    if (!isAsBefore) {
      const slot = tree(slots, 0, DISTANCE_SLOTS);
      back = 2 ** slot + even(slot);
    }
    for (; at < end; at += 1) bytes[at] = bytes[at - back] ?? 0;
  }
  return utf8(bytes);
}

/** Each two characters are 13 bits. */
function bytesOf(packed: string): Uint8Array {
  const places = new Uint8Array(128);
  for (let place = 0; place < PACKED_DIGITS.length; place += 1) places[PACKED_DIGITS.charCodeAt(place)] = place;
  const bytes = new Uint8Array(Math.ceil((packed.length * 13) / 16));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (let index = 0; index < packed.length; index += 2) {
    const pair = (places[packed.charCodeAt(index)] ?? 0) * 91 + (places[packed.charCodeAt(index + 1)] ?? 0);
    bits |= pair << held;
    held += 13;
    for (; held >= 8; held -= 8, bits >>>= 8) bytes[at++] = bits & 255;
  }
  return bytes;
}

function utf8(bytes: Uint8Array): string {
  const units: number[] = [];
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; ) {
    const first = bytes[at++] ?? 0;
    const more = first < 0x80 ? 0 : first < 0xe0 ? 1 : first < 0xf0 ? 2 : 3;
    let code = more === 0 ? first : first & (0x3f >> more);
    for (let next = 0; next < more; next += 1) code = (code << 6) | ((bytes[at++] ?? 0) & 0x3f);
    units.push(code);
    if (units.length < 4096 && at < bytes.length) continue;
    parts.push(String.fromCodePoint(...units));
    units.length = 0;
  }
  return parts.join('');
}
