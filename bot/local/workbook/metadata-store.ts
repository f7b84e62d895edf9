import { METADATA_CHARACTERS } from './limits.ts';
import { type LineChange, lineAfter } from './line-shift.ts';
import { WorkbookError } from './workbook-error.ts';
import type { Metadata, MetadataPlace } from './workbook-parts.ts';

/**
 * The developer metadata of a workbook. It stands on the spreadsheet, a sheet, a row or a column, goes where that goes and
 * is deleted with it (documented). One place may hold many of one key (documented).
 */
export class MetadataStore {
  #all: Metadata[] = [];
  #lastId = 0;
  readonly #touch: () => void;

  /** `touch` is called after each change. */
  constructor(touch: () => void) {
    this.#touch = touch;
  }

  /** In the order in which it was made. */
  get all(): readonly Metadata[] {
    return this.#all;
  }

  /** Throws `metadata-too-long`, and `metadata-place` for an empty key. Its id; by default the next one. */
  add(wanted: Omit<Metadata, 'id'>, id = this.#lastId + 1): number {
    const added = { ...wanted, id };
    this.#lastId = Math.max(this.#lastId, id);
    this.#replace([...this.#all, added], added);
    return added.id;
  }

  /** Throws `no-such-metadata`, `metadata-too-long`, `metadata-place`. */
  change(id: number, change: Partial<Omit<Metadata, 'id'>>): void {
    const before = this.#all.find((one) => one.id === id);
    if (before === undefined) throw new WorkbookError('no-such-metadata', String(id));
    const after = { ...before, ...change };
    this.#replace(
      this.#all.map((one) => (one.id === id ? after : one)),
      after,
    );
  }

  /** Throws `no-such-metadata`. */
  remove(id: number): void {
    if (!this.#all.some((one) => one.id === id)) throw new WorkbookError('no-such-metadata', String(id));
    this.#all = this.#all.filter((one) => one.id !== id);
    this.#touch();
  }

  /** Follows inserted, deleted or moved rows or columns of a sheet. */
  follow(sheetId: number, change: LineChange): void {
    this.#all = this.#all.flatMap((one) => {
      const { place } = one;
      if (place.on !== change.kind || place.sheetId !== sheetId) return [one];
      const index = lineAfter(change, place.index);
      return index === null ? [] : [{ ...one, place: { ...place, index } }];
    });
  }

  /** Follows rows that were put into another order: what stood on row `first + order[i]` now stands on row `first + i`. */
  followOrder(sheetId: number, first: number, order: readonly number[]): void {
    const goes = new Map(order.map((from, at) => [first + from, first + at]));
    this.#all = this.#all.map((one) => {
      const { place } = one;
      if (place.on !== 'row' || place.sheetId !== sheetId) return one;
      return { ...one, place: { ...place, index: goes.get(place.index) ?? place.index } };
    });
  }

  /** Everything on a sheet is gone with it. */
  deleteSheet(sheetId: number): void {
    this.#all = this.#all.filter(({ place }) => place.on === 'spreadsheet' || place.sheetId !== sheetId);
  }

  /** Takes metadata as it was kept. */
  load(all: readonly Metadata[]): void {
    this.#all = [...all];
    this.#lastId = Math.max(0, ...all.map(({ id }) => id));
  }

  #replace(all: Metadata[], changed: Metadata): void {
    if (changed.key === '') throw new WorkbookError('metadata-place', 'key');
    const home = homeOf(changed.place);
    const characters = all
      .filter(({ place }) => homeOf(place) === home)
      .reduce((sum, { key, value }) => sum + key.length + (value?.length ?? 0), 0);
    if (characters > METADATA_CHARACTERS) throw new WorkbookError('metadata-too-long', String(METADATA_CHARACTERS));
    this.#all = all;
    this.#touch();
  }
}

/** Whose account metadata goes on: the spreadsheet's or its sheet's. */
function homeOf(place: MetadataPlace): number | 'spreadsheet' {
  return place.on === 'spreadsheet' ? 'spreadsheet' : place.sheetId;
}
