import { TableFileError } from './table-file-error.ts';

/**
 * Turns a text file's bytes into text: by its byte order mark, as UTF-16 by where the zeros stand, as UTF-8 when it is valid, else as GB18030, Big5 or
 * Windows-1252, whichever makes it read of common characters. Throws `binary` for what is no text.
 */
export function decodeText(bytes: Buffer, name: string): { readonly text: string; readonly encoding: string } {
  const encoding = encodingOf(bytes);
  if (encoding === undefined) throw new TableFileError({ code: 'binary', file: name });
  const text = new TextDecoder(encoding).decode(bytes);
  if (isGarbage(text)) throw new TableFileError({ code: 'binary', file: name });
  return { text, encoding };
}

const SAMPLE_BYTES = 256 * 1024;

function encodingOf(bytes: Buffer): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const zeros = zerosIn(sample);
  const count = zeros.even + zeros.odd;
  if (count >= FEWEST_ZEROS && count * LEAST_ZEROS > sample.length) return wideEncodingOf(zeros);
  if (isUtf8(bytes)) return 'utf-8';
  const gb = commonShare(sample, isCommonGb);
  const big5 = commonShare(sample, isCommonBig5);
  if (Math.max(gb, big5) < LEAST_COMMON) return 'windows-1252';
  return gb >= big5 ? 'gb18030' : 'big5';
}

/** Share of two-byte characters that must be everyday ones; text of a European language read as Chinese has few. */
const LEAST_COMMON = 0.6;

/** One byte in so many is zero in UTF-16, where separators at least are ASCII; fewer are strays in other text. */
const LEAST_ZEROS = 50;

/** So few are strays in however short a text: a table has more separators. */
const FEWEST_ZEROS = 3;

function zerosIn(sample: Buffer): { even: number; odd: number } {
  const zeros = { even: 0, odd: 0 };
  for (let at = sample.indexOf(0); at >= 0; at = sample.indexOf(0, at + 1)) {
    if (at % 2 === 0) zeros.even++;
    else zeros.odd++;
  }
  return zeros;
}

/**
 * In UTF-16, ASCII has its zero byte always on the same side, and of everyday characters only 一 (U+4E00) has it on the
 * other; in other binary files zeros are anywhere.
 */
function wideEncodingOf({ even, odd }: { even: number; odd: number }): string | undefined {
  if (odd > even * 2) return 'utf-16le';
  return even > odd * 2 ? 'utf-16be' : undefined;
}

function isUtf8(bytes: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function commonShare(sample: Buffer, isCommon: (lead: number, trail: number) => boolean): number {
  let pairs = 0;
  let common = 0;
  for (let at = 0; at + 1 < sample.length; at++) {
    const lead = sample[at] ?? 0;
    if (lead < 0x80) continue;
    pairs++;
    if (isCommon(lead, sample[at + 1] ?? 0)) common++;
    at++;
  }
  return pairs === 0 ? 0 : common / pairs;
}

/** GB 2312: punctuation, full-width forms and the 3,755 everyday characters. */
function isCommonGb(lead: number, trail: number): boolean {
  return trail >= 0xa1 && trail <= 0xfe && ((lead >= 0xb0 && lead <= 0xd7) || (lead >= 0xa1 && lead <= 0xa3));
}

/** Big5: punctuation, full-width forms and the 5,401 everyday characters. */
function isCommonBig5(lead: number, trail: number): boolean {
  return ((trail >= 0x40 && trail <= 0x7e) || (trail >= 0xa1 && trail <= 0xfe)) && lead >= 0xa1 && lead <= 0xc6;
}

/** Text has hardly any control characters and hardly any that could not be decoded. */
function isGarbage(text: string): boolean {
  const sample = text.slice(0, 20_000);
  let bad = 0;
  for (let at = 0; at < sample.length; at++) {
    const code = sample.charCodeAt(at);
    if (code === 0xfffd || (code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d)) bad++;
  }
  return bad * 20 > sample.length;
}
