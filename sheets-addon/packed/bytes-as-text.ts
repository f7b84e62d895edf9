/**
 * Bytes as text that can stand in a page: two characters for 13 bits, a fifth shorter than base64 is. Its 91 characters are
 * those from `#` to `~` without `<`, which alone could end a script.
 */
export function bytesAsText(bytes: Uint8Array): string {
  let text = '';
  let bits = 0;
  let count = 0;
  const write = (): void => {
    const pair = bits & 8191;
    text += character(Math.floor(pair / 91)) + character(pair % 91);
    bits >>>= 13;
    count -= 13;
  };
  for (const byte of bytes) {
    bits |= byte << count;
    count += 8;
    if (count >= 13) write();
  }
  if (count > 0) write();
  // the last pair may hold a whole byte more than there is
  return bytesIn(text) > bytes.length ? `${text}#` : text;
}

/** The bytes that {@link bytesAsText} wrote. */
export function textAsBytes(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(bytesIn(text));
  let bits = 0;
  let count = 0;
  let at = 0;
  for (let place = 0; place + 1 < text.length; place += 2) {
    bits |= (digit(text, place) * 91 + digit(text, place + 1)) << count;
    for (count += 13; count >= 8; count -= 8) {
      bytes[at++] = bits & 255;
      bits >>>= 8;
    }
  }
  return bytes;
}

function bytesIn(text: string): number {
  const pairs = Math.floor(text.length / 2);
  return Math.floor((pairs * 13) / 8) - (text.length % 2);
}

function character(value: number): string {
  return String.fromCharCode(value + (value < 25 ? 35 : 36));
}

function digit(text: string, place: number): number {
  const code = text.charCodeAt(place);
  return code - (code < 60 ? 35 : 36);
}
