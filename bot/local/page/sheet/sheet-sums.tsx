import type { Language } from '../../../../core/text/language.ts';
import type { PageSheetText } from '../../../../core/text/page-sheet-text.ts';
import type { Area } from '../../sheet-protocol.ts';
import type { SheetState, SheetStore } from './sheet-store.ts';

export interface SheetSumsProps {
  readonly text: PageSheetText;
  readonly language: Language;
  readonly area: Area;
  readonly store: SheetStore;
  /** What is drawn follows it. */
  readonly state: SheetState;
}

/** More rows than these are not added up while one selects. */
const MOST_ROWS = 5000;

/** The sum and the number of the selected cells, as far as several are selected and known. */
export function SheetSums({ area, language, store, text }: SheetSumsProps) {
  if (area.rows * area.columns < 2 || area.rows > MOST_ROWS) return null;
  const rows = store.knownRowsOf(area) ?? [];
  const end = area.column + area.columns;
  const cells = rows.flatMap((row) =>
    Object.entries(row).flatMap(([column, cell]) =>
      Number(column) >= area.column && Number(column) < end && cell.text !== '' ? [cell] : [],
    ),
  );
  const numbers = cells.flatMap(({ number }) => (number === undefined ? [] : [number]));
  if (cells.length < 2) return null;
  const sum = numbers.reduce((total, each) => total + each, 0);
  return (
    <p className="sheet-sums">
      {numbers.length > 1 && `${text.sum(sum.toLocaleString(language, { maximumFractionDigits: 2 }))} · `}
      {text.count(cells.length)}
    </p>
  );
}
