/** Text of ours that a spreadsheet would take for a formula stays text. */
export function withoutFormula(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}
