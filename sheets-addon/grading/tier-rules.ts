import type { AnyScheme } from '../../core/grading/scheme-inputs.ts';
import { neighbours } from '../../core/sheets/neighbours.ts';
import { columnLetter } from '../../core/table/column-letter.ts';
import { tierTitle } from '../../core/text/grading-text.ts';
import type { Language } from '../../core/text/language.ts';
import type { ColourRule } from '../table/sheet-data.ts';

/** What the formulas of a table's rules have in them, so that they are told from a person's: worth 0. */
export function ruleMark(tableId: string): string {
  return `N("tierbook ${tableId}")`;
}

/** Where the columns of a table's are that have rules; all 0-based. */
export interface RuledCells {
  readonly columns: ReadonlyMap<string, number>;
  readonly headingRow: number;
  /** The table's last row. */
  readonly bottom: number;
}

/**
 * The rules of our columns: one that makes our headings bold, as headings are, and for each tier with a colour one that colours its cells. The formulas
 * have no separators, which differ from one region to another.
 */
export function ownRules(
  document: AnyScheme,
  language: Language,
  tableId: string,
  { columns, headingRow, bottom }: RuledCells,
): ColourRule[] {
  const mark = `(${ruleMark(tableId)}=0)`;
  const rangeOf = (column: number, top: number, lastColumn: number, last: number): string => {
    const [from, to] = [`${columnLetter(column)}${top + 1}`, `${columnLetter(lastColumn)}${last + 1}`];
    return from === to ? from : `${from}:${to}`;
  };
  // one range where they stand side by side, since Google may put neighbouring ones together
  const bold = neighbours([...columns.values()].map((column) => ({ column })))
    .map((run) => rangeOf(run[0]?.column ?? 0, headingRow, run[run.length - 1]?.column ?? 0, headingRow))
    .join(',');
  const rules: ColourRule[] = bold === '' ? [] : [{ formula: `=${mark}`, a1: bold, background: '', font: '' }];
  const tier = columns.get('tierbook.tier');
  const top = headingRow + 1;
  if (tier === undefined || !('method' in document) || bottom < top) return rules;
  for (const { id, colour } of document.tiers) {
    if (colour === undefined) continue;
    const title = tierTitle(id, document, language).replaceAll('"', '""');
    rules.push({
      formula: `=($${columnLetter(tier)}${top + 1}="${title}")*${mark}`,
      a1: rangeOf(tier, top, tier, bottom),
      background: colour.toLowerCase(),
      font: readableOn(colour),
    });
  }
  return rules;
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
