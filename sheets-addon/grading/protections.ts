import { isCommon, isWithin } from '../../core/sheets/common-cells.ts';
import { MEMORY_SHEET } from '../../core/sheets/memory-sheet.ts';
import type { Place } from '../protocol.ts';
import { Stop } from '../refusal.ts';
import { lockedRanges, sheetNamed } from '../spreadsheet.ts';
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

/** Throws {@link Stop} when the person may not edit all of the hidden sheet, since nothing is written that could not be remembered. */
export function refuseLockedMemory(): void {
  const memory = sheetNamed(MEMORY_SHEET);
  if (memory !== undefined && lockedRanges(memory.sheetId).length > 0)
    throw new Stop({ code: 'protected', range: MEMORY_SHEET, description: '' });
}
