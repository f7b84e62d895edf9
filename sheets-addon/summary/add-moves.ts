import type { SummaryBasis } from '../protocol.ts';
import { COUNT, HEADING, type SummaryParts, TOTAL } from './summary-parts.ts';

/**
 * From which tier to which the last grading moved how many customers: a row for each tier before, a column for each one after, and
 * how many rose and fell. These are values: the table does not hold what was before.
 *
 * @param before the day of the grading before; null when it is not known
 */
export function addMoves(
  { page, text, tiers }: SummaryParts,
  moves: SummaryBasis['moves'],
  before: string | null,
  day: string,
): void {
  const titles = tiers.map(({ title }) => title);
  page.add([text.moves(before, day)], { isBold: true });
  if (moves.every(({ from }) => from === null)) {
    page.add([text.firstGrading]);
    return;
  }
  const froms = placesOf(
    titles,
    moves.map(({ from }) => from),
  );
  const tos = placesOf(
    titles,
    moves.map(({ to }) => to),
  );
  const named = (place: string | null): string => (place === null ? text.added : place === '' ? text.noTier : place);
  const count = (from: string | null | undefined, to: string | null | undefined): number =>
    moves.reduce(
      (sum, move) =>
        (from === undefined || move.from === from) && (to === undefined || move.to === to) ? sum + move.customers : sum,
      0,
    );
  const looks = [{}, ...tos.map(() => COUNT), COUNT];
  page.add([text.fromTo, ...tos.map(named), text.total], HEADING);
  for (const from of froms)
    page.add([named(from), ...tos.map((to) => count(from, to)), count(from, undefined)], {}, looks);
  page.add([text.total, ...tos.map((to) => count(undefined, to)), count(undefined, undefined)], TOTAL, looks);
  const rose = (by: 1 | -1): number =>
    moves.reduce((sum, { from, to, customers }) => {
      const start = titles.indexOf(from ?? '');
      const end = titles.indexOf(to);
      return start >= 0 && end >= 0 && Math.sign(start - end) === by ? sum + customers : sum;
    }, 0);
  page.add([text.upgrades, rose(1)], {}, looks);
  page.add([text.downgrades, rose(-1)], {}, looks);
}

/** The scheme's tiers, then tiers of another scheme, then none, then new customers: of the latter those that there are. */
function placesOf(titles: readonly string[], found: readonly (string | null)[]): (string | null)[] {
  const others = [...new Set(found)].filter((place) => place !== null && place !== '' && !titles.includes(place));
  return [...titles, ...others, ...(found.includes('') ? [''] : []), ...(found.includes(null) ? [null] : [])];
}
