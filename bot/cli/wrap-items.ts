/** The width at which a line of ours ends on a terminal. */
export const LINE_WIDTH = 100;

/**
 * A heading and its items as lines of at most {@link LINE_WIDTH} columns, broken between items and never within one; later
 * lines stand below the first item.
 *
 * @param indent columns before the first item, within which the heading stands
 * @param separator what stands between items; at the end of a line without its last blank
 */
export function wrapItems(
  heading: string,
  items: readonly string[],
  { indent, separator }: { readonly indent: number; readonly separator: string },
): string[] {
  const margin = ' '.repeat(indent);
  const lines: string[] = [];
  let line = heading + ' '.repeat(Math.max(0, indent - displayWidth(heading)));
  let isEmpty = true;
  for (const [index, item] of items.entries()) {
    const text = index < items.length - 1 ? item + separator : item;
    if (!isEmpty && displayWidth(line) + displayWidth(text.trimEnd()) > LINE_WIDTH) {
      lines.push(line.trimEnd());
      line = margin;
    }
    line += text;
    isEmpty = false;
  }
  return [...lines, line.trimEnd()];
}

/** How many columns of a terminal a text takes: Chinese characters and full-width signs take two. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += WIDE.test(character) ? 2 : 1;
  return width;
}

const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3fffd}]/u;
