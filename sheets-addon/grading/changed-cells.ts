/** Which cells of our columns a grading changes. A customer goes by its index; -1 is the heading. */
export interface ChangedCells {
  /** Each cell once. */
  readonly add: (index: number, at: number) => void;
  readonly has: (index: number, at: number) => boolean;
  /** How many change, headings included. */
  readonly count: () => number;
  /** How many of one column change. */
  readonly countOf: (at: number) => number;
  /** Of one column the indexes that change, ascending, the heading first. */
  readonly of: (at: number) => number[];
}

/** None yet, of so many customers and columns. One mark a cell: lists of 50,000 indexes a column would take ten times the room. */
export function changedCells(customers: number, columns: number): ChangedCells {
  const marks = new Uint8Array((customers + 1) * columns);
  const perColumn = Array.from({ length: columns }, () => 0);
  return {
    add(index, at) {
      marks[(index + 1) * columns + at] = 1;
      perColumn[at] = (perColumn[at] ?? 0) + 1;
    },
    has: (index, at) => marks[(index + 1) * columns + at] === 1,
    count: () => perColumn.reduce((sum, one) => sum + one, 0),
    countOf: (at) => perColumn[at] ?? 0,
    of(at) {
      const indexes: number[] = [];
      if (perColumn[at] === 0) return indexes;
      for (let index = -1; index < customers; index += 1)
        if (marks[(index + 1) * columns + at] === 1) indexes.push(index);
      return indexes;
    },
  };
}
