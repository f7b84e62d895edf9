import { isCommon, isWithin } from '../../core/sheets/common-cells.ts';
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
