import type { Doubt, FactValue } from '../customer.ts';

/** What stands in a cell once it is read: a value, or why it cannot be one. */
export type CellFact = FactValue | Doubt;

/** What is known of one customer, by field; cells of columns that no field took under {@link extraField}. */
export type RowFacts = ReadonlyMap<string, CellFact>;

/** The three sides of a merge. */
export interface RowMergeInput {
  /** What the sheet said when it was last read; null: this customer was never read from it. */
  readonly base: RowFacts | null;
  /** What the sheet says now. */
  readonly sheet: RowFacts;
  /** What Tierbook has. */
  readonly tierbook: RowFacts;
  /** Whether the sheet has a column for a field: what has none says nothing, an empty cell may. */
  readonly hasColumn: (field: string) => boolean;
  /** Whether two facts of a field are one and the same; default: when they are equal as they stand. */
  readonly isSame?: (field: string, one: CellFact, other: CellFact) => boolean;
}

/** What becomes of one row. */
export interface RowMerge {
  /** Fields whose cell says something new, which arrives. */
  readonly taken: ReadonlySet<string>;
  /** Fields whose cell was emptied, which arrives too. */
  readonly emptied: ReadonlySet<string>;
  /** Fields of either kind that Tierbook has changed as well, to something else: what it has is replaced. */
  readonly conflicts: readonly string[];
  /** Fields that only Tierbook has changed: the sheet's cell is out of date and says nothing. */
  readonly kept: readonly string[];
}

/**
 * The three-way merge of one customer: a cell that is as it was when it was last read says nothing, so that what was changed in
 * Tierbook since is not undone; one that has changed arrives, whatever Tierbook has.
 *
 * Of a customer that was never read from the sheet, each cell with something in it counts as changed and an empty one as nothing, as
 * in any table that is imported. A field without a column, such as one that was deleted, changes nothing.
 */
export function mergeRow({ base, sheet, tierbook, hasColumn, isSame = isEqual }: RowMergeInput): RowMerge {
  const taken = new Set<string>();
  const emptied = new Set<string>();
  const conflicts: string[] = [];
  const kept: string[] = [];
  const same = (field: string, one: CellFact | undefined, other: CellFact | undefined): boolean =>
    one === undefined || other === undefined ? one === other : one === other || isSame(field, one, other);
  for (const [field, now] of sheet) {
    const was = base?.get(field);
    const ours = tierbook.get(field);
    if (same(field, was, now)) {
      if (!same(field, ours, was)) kept.push(field);
      continue;
    }
    taken.add(field);
    if (!same(field, ours, was) && !same(field, ours, now)) conflicts.push(field);
  }
  for (const [field, was] of base ?? []) {
    if (sheet.has(field) || !hasColumn(field)) continue;
    const ours = tierbook.get(field);
    if (ours === undefined) continue;
    emptied.add(field);
    if (!same(field, ours, was)) conflicts.push(field);
  }
  return { taken, emptied, conflicts, kept };
}

/** Under which name the facts of a row hold a cell that no field took. */
export function extraField(heading: string): string {
  return `${EXTRA}${heading}`;
}

/** The heading of an {@link extraField}; undefined for a field. */
export function extraHeading(field: string): string | undefined {
  return field.startsWith(EXTRA) ? field.slice(EXTRA.length) : undefined;
}

/** No id of a field has a dot. */
const EXTRA = 'extra.';

function isEqual(_field: string, one: CellFact, other: CellFact): boolean {
  if (typeof one !== 'object' || typeof other !== 'object') return one === other;
  if (one.code === 'other-currency')
    return other.code === one.code && other.currency === one.currency && other.amount === one.amount;
  return other.code === one.code && other.text === one.text;
}
