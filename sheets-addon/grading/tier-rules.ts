import type { AnyScheme } from '../../core/grading/scheme-inputs.ts';
import { columnLetter } from '../../core/table/column-letter.ts';
import { tierTitle } from '../../core/text/grading-text.ts';
import type { Language } from '../../core/text/language.ts';
import type { ColourRule } from '../table/sheet-data.ts';

/** What the formulas of a table's rules have in them, so that they are told from a person's: worth 0. */
export function ruleMark(tableId: string): string {
  return `N("tierbook ${tableId}")`;
}

/**
 * The rules that colour the cells of our column Tier, one for each tier with a colour. The formulas have no separators, which differ from one
 * region to another.
 *
 * @param column 0-based; rows 0-based, the last one included
 */
export function tierRules(
  document: AnyScheme,
  language: Language,
  tableId: string,
  { column, top, bottom }: { readonly column: number; readonly top: number; readonly bottom: number },
): ColourRule[] {
  if (!('method' in document) || bottom < top) return [];
  const letter = columnLetter(column);
  const a1 = bottom === top ? `${letter}${top + 1}` : `${letter}${top + 1}:${letter}${bottom + 1}`;
  return document.tiers.flatMap(({ id, colour }) => {
    if (colour === undefined) return [];
    const title = tierTitle(id, document, language).replaceAll('"', '""');
    const formula = `=($${letter}${top + 1}="${title}")*(${ruleMark(tableId)}=0)`;
    return [{ formula, a1, background: colour.toLowerCase(), font: readableOn(colour) }];
  });
}

/** Black or white, whichever is told better from the colour (WCAG's contrast). */
export function readableOn(colour: string): string {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  const light = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  return (light + 0.05) / 0.05 >= 1.05 / (light + 0.05) ? '#000000' : '#ffffff';
}
