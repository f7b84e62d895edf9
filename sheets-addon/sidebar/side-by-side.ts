import type { Place } from '../protocol.ts';

/** Whether two of some tables of one sheet have a row in common: perhaps they are one, with empty columns put in between. */
export function areSideBySide(places: readonly Place[]): boolean {
  return places.some((one, index) =>
    places.slice(index + 1).some((other) => one.row < other.row + other.rows && other.row < one.row + one.rows),
  );
}
