/** Text of outside for a terminal: control and direction characters of a hostile name do not reach it. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}]/gu, ' ');
}
