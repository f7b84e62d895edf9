/** How wide a line of text is drawn in the grid, in pixels: Chinese characters are as wide as they are high, others about half of that. */
export function roughWidth(line: string): number {
  let width = 0;
  for (const character of line) width += /[\u2e80-\uffff]/.test(character) ? 13.5 : 7.2;
  return width;
}
