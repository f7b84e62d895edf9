import type { Place } from '../protocol.ts';
import { Stop } from '../refusal.ts';
import type { LockedRange } from '../table/sheet-data.ts';

/**
 * Throws {@link Stop} with the range's name when one of the places lies in a range that the person may not edit. Asked before anything is written, so
 * that nothing is half-written.
 *
 * @param open parts of a protected sheet that all may edit
 */
export function refuseLocked(places: readonly Place[], locked: readonly LockedRange[], open: readonly Place[]): void {
  for (const place of places) {
    if (open.some((range) => isWithin(place, range))) continue;
    const range = locked.find((one) => isCommon(one, place));
    if (range !== undefined) throw new Stop({ code: 'protected', range: range.a1, description: range.description });
  }
}

/** Whether two places have a cell in common. */
export function isCommon(one: Place, other: Place): boolean {
  return (
    one.row < other.row + other.rows &&
    other.row < one.row + one.rows &&
    one.column < other.column + other.columns &&
    other.column < one.column + one.columns
  );
}

function isWithin(inner: Place, outer: Place): boolean {
  return (
    inner.row >= outer.row &&
    inner.column >= outer.column &&
    inner.row + inner.rows <= outer.row + outer.rows &&
    inner.column + inner.columns <= outer.column + outer.columns
  );
}
