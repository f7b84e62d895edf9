import { columnIndex } from '../../core/table/column-letter.ts';
import { formatValue } from '../../core/text/format.ts';
import { textIn, tierTitle } from '../../core/text/grading-text.ts';
import { LANGUAGES, type Language } from '../../core/text/language.ts';
import type { SummaryBasis, SummaryPlan } from '../protocol.ts';
import { placeName } from '../sidebar/place-name.ts';
import { addMoves } from './add-moves.ts';
import { addSegment } from './add-segment.ts';
import { addTiers } from './add-tiers.ts';
import { summaryParts } from './summary-parts.ts';

/** Plans the summary sheet of a graded table: what it is of, the tiers, each segment, and the moves of the last grading. */
export function planSummary(basis: SummaryBasis): SummaryPlan {
  const { language, tableId, sheet, document, at, madeOn, gradedOn, gradedBefore } = basis;
  const parts = summaryParts(basis);
  const { page, text, tiers, tierColumn, segments, money } = parts;
  const day = (iso: string): string => formatValue(iso, 'date', language);
  page.add([text.title], { isBold: true });
  page.add([text.table(sheet.name, placeOf(basis))]);
  page.add([text.scheme(textIn(document.titles, language))]);
  page.add([text.graded(day(gradedOn))]);
  const live = page.next;
  page.add([''], QUIET);
  if (money?.areNumbers === false) page.add([text.sumsOfText(money.heading, day(madeOn))], QUIET);
  let chart: SummaryPlan['chart'] = null;
  if (tierColumn !== null) {
    page.add([]);
    const row = page.next;
    addTiers(parts, tierColumn);
    chart = { title: text.chart, row, rows: tiers.length + 2 };
  }
  for (const segment of segments) {
    page.add([]);
    const row = page.next;
    addSegment(parts, segment);
    chart ??= { title: segment.title, row, rows: segment.labels.length + 2 };
  }
  if (tierColumn !== null) {
    page.add([]);
    addMoves(parts, movesInOneLanguage(basis), gradedBefore === null ? null : day(gradedBefore), day(gradedOn));
  }
  const { rows, columns } = page.size;
  const block = { ...at, rows: Math.max(rows, at.rows), columns: Math.max(columns, at.columns) };
  page.fill(live, text.live(placeName({ ...block, sheetId: sheet.sheetId })));
  const written = page.finish();
  return { language, tableId, sheetId: sheet.sheetId, at, title: text.sheetTitle, ...written, chart };
}

/** The moves with each tier by its title in the summary's language: a grading in another language moves nobody. */
function movesInOneLanguage({ document, language, moves }: SummaryBasis): SummaryBasis['moves'] {
  if (!('method' in document)) return moves;
  const { tiers } = document;
  const titled = (from: Language): [string, string][] =>
    tiers.map(({ id }) => [tierTitle(id, document, from), tierTitle(id, document, language)]);
  const titles = new Map([...LANGUAGES.flatMap(titled), ...titled(language)]);
  return moves.map((move) => ({ ...move, from: move.from === null ? null : (titles.get(move.from) ?? move.from) }));
}

/** The table with our columns, wherever they stand: `A1:H31`. */
function placeOf({ place, own }: SummaryBasis): string {
  const ours = own.map(({ column }) => (columnIndex(column) ?? 0) + 1);
  const first = Math.min(place.column, ...ours);
  const last = Math.max(place.column + place.columns - 1, ...ours);
  return placeName({ ...place, column: first, columns: last - first + 1 });
}

const QUIET = { font: '#5f6368' };
