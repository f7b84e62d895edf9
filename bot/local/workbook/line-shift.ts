import type { GridRange } from './grid-range.ts';

/** Rows or columns. */
export type LineKind = 'row' | 'column';

/** What happened to the rows or columns of a sheet; 0-based. */
export type LineChange =
  | { readonly change: 'insert'; readonly kind: LineKind; readonly at: number; readonly count: number }
  | { readonly change: 'delete'; readonly kind: LineKind; readonly at: number; readonly count: number }
  /** To before what was line `before`. */
  | {
      readonly change: 'move';
      readonly kind: LineKind;
      readonly at: number;
      readonly count: number;
      readonly before: number;
    };

/** Where a line is after the change; null: gone. */
export function lineAfter(change: LineChange, index: number): number | null {
  const { at, count } = change;
  switch (change.change) {
    case 'insert':
      return index >= at ? index + count : index;
    case 'delete':
      if (index < at) return index;
      return index < at + count ? null : index - count;
    case 'move': {
      const { before } = change;
      const isTaken = index >= at && index < at + count;
      if (before <= at) {
        if (isTaken) return index - (at - before);
        return index >= before && index < at ? index + count : index;
      }
      if (isTaken) return index + (before - at - count);
      return index >= at + count && index < before ? index - count : index;
    }
    default:
      return change satisfies never;
  }
}

/**
 * Where a block is after the change; null: wholly deleted. Lines inserted inside a block widen it, those inserted at its
 * first line push it (documented for references). A move takes a block along when all of its lines are moved; otherwise the
 * block keeps to where its first and last lines are now (assumed).
 */
export function rangeAfter<Range extends GridRange>(change: LineChange, range: Range): Range | null {
  const isRow = change.kind === 'row';
  const start = isRow ? range.startRow : range.startColumn;
  const end = isRow ? range.endRow : range.endColumn;
  const span = spanAfter(change, start, end);
  if (span === null) return null;
  const [newStart, newEnd] = span;
  return isRow
    ? { ...range, startRow: newStart, endRow: newEnd }
    : { ...range, startColumn: newStart, endColumn: newEnd };
}

/** Where the lines from `start` to before `end` are after the change; null: all gone. */
export function spanAfter(change: LineChange, start: number, end: number): readonly [number, number] | null {
  const { at, count } = change;
  switch (change.change) {
    case 'insert':
      if (at <= start) return [start + count, end + count];
      return at < end ? [start, end + count] : [start, end];
    case 'delete': {
      const newStart = start < at ? start : Math.max(at, start - count);
      const newEnd = end <= at ? end : Math.max(at, end - count);
      return newEnd > newStart ? [newStart, newEnd] : null;
    }
    case 'move': {
      const first = lineAfter(change, start) ?? start;
      const last = lineAfter(change, end - 1) ?? end - 1;
      return first <= last ? [first, last + 1] : [last, first + 1];
    }
    default:
      return change satisfies never;
  }
}
