/**
 * A text that a terminal shows as it stands: control characters (escape sequences, backspaces, carriage returns) become
 * `�`, tabs a space, and the invisible marks that turn the direction of writing around are left out. Line ends stay.
 */
export function terminalSafe(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replaceAll('\t', ' ')
    .replace(/(?!\n)\p{Cc}|[\ufeff\ufff9-\ufffb]/gu, '\ufffd')
    .replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .toWellFormed();
}
