/** Columns a text takes up in a terminal: wide characters (Chinese, full width, emoji) two, combining marks none. */
export function textWidth(text: string): number {
  let columns = 0;
  for (const character of text) {
    if (/\p{Mark}|\u200d|[\ufe00-\ufe0f]/u.test(character)) continue;
    columns += WIDE.test(character) ? 2 : 1;
  }
  return columns;
}

/** `text` with blanks behind it (before it with `isRight`) up to `columns`; longer text stays as it is. */
export function padded(text: string, columns: number, isRight = false): string {
  const blanks = ' '.repeat(Math.max(0, columns - textWidth(text)));
  return isRight ? blanks + text : text + blanks;
}

/** Rows with their cells under each other, two blanks apart. Columns of which `isRight` says so end under each other. */
export function inColumns(
  rows: readonly (readonly string[])[],
  isRight: (column: number) => boolean = () => false,
): string[] {
  const widths: number[] = [];
  for (const row of rows)
    for (const [column, cell] of row.entries()) widths[column] = Math.max(widths[column] ?? 0, textWidth(cell));
  return rows.map((row) =>
    row
      .map((cell, column) => padded(cell, widths[column] ?? 0, isRight(column)))
      .join('  ')
      .trimEnd(),
  );
}

const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
