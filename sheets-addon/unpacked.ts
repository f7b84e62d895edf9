import { inflateSync, strFromU8 } from 'fflate';

/**
 * The JSON value that the build deflated into this text. Schemes and the headings that recognise columns take a third of the space so, and
 * every call of a custom function loads the script. Apps Script has no streams.
 */
export function unpacked(packed: string): unknown {
  // in a context that has just begun, characters one by one take longer than all the rest
  const bytes = strFromU8(inflateSync(bytesOf(packed)), true);
  return expanded(JSON.parse(decodeURIComponent(escape(bytes))));
}

/** The property under which a long record of words stands as a list of outcomes, each with its words joined by `|`. */
export const WORDS_BY_OUTCOME = '|';

/** Changes the value itself: a reviver would be called for every number. */
function expanded(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const parts = value as Record<string, unknown>;
  const runs = parts[WORDS_BY_OUTCOME] as readonly (readonly [outcome: string, words: string])[] | undefined;
  if (runs !== undefined) {
    const record: Record<string, string> = {};
    for (const [outcome, words] of runs) for (const word of words.split('|')) record[word] = outcome;
    return record;
  }
  for (const key of Object.keys(parts)) {
    const part = parts[key];
    if (typeof part === 'object') parts[key] = expanded(part);
  }
  return value;
}

/**
 * The bytes behind a text of printable characters: two of them hold 13 bits (of some values 14), which takes less room than base64. The build
 * writes it with {@link DIGITS} alike.
 */
function bytesOf(text: string): Uint8Array {
  const values = new Uint8Array(128);
  for (let index = 0; index < DIGITS.length; index += 1) values[DIGITS.charCodeAt(index)] = index;
  const bytes = new Uint8Array(text.length);
  let length = 0;
  let pending = 0;
  let bits = 0;
  for (let index = 0; index < text.length; index += 2) {
    const first = values[text.charCodeAt(index)] ?? 0;
    const isPair = index + 1 < text.length;
    const value = isPair ? first + (values[text.charCodeAt(index + 1)] ?? 0) * DIGITS.length : first;
    pending |= value << bits;
    bits += isPair ? ((value & 8191) > TWO_DIGITS_LEFT ? 13 : 14) : 8 - bits;
    for (; bits > 7; bits -= 8) {
      bytes[length] = pending & 255;
      length += 1;
      pending >>>= 8;
    }
  }
  return bytes.subarray(0, length);
}

/** 91 printable characters that neither a string in quotation marks nor a template must escape. */
export const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#%&()*+,-./:;<=>?@[]^_{|}~' ";

/** What two digits can hold beyond 13 bits: pairs up to this value hold 14. */
export const TWO_DIGITS_LEFT = 91 * 91 - 8192 - 1;
