import { textWidth } from '../../core/text/text-width.ts';

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
  let line = heading + ' '.repeat(Math.max(0, indent - textWidth(heading)));
  let isEmpty = true;
  for (const [index, item] of items.entries()) {
    const text = index < items.length - 1 ? item + separator : item;
    if (!isEmpty && textWidth(line) + textWidth(text.trimEnd()) > LINE_WIDTH) {
      lines.push(line.trimEnd());
      line = margin;
    }
    line += text;
    isEmpty = false;
  }
  return [...lines, line.trimEnd()];
}
