import type { SheetRange } from '../grid-range.ts';

/** A formula that is to be calculated: where it stands and what it reads. */
export interface OrderedFormula {
  readonly sheetId: number;
  readonly row: number;
  readonly column: number;
  readonly reads: readonly SheetRange[];
  /** Where its array lay when it was last calculated; null: it has none. */
  readonly spill: SheetRange | null;
  readonly readsAnything: boolean;
}

/** More cells than this are looked up formula by formula, not cell by cell. */
const FEW_CELLS = 64;

/**
 * Formulas in an order in which each comes after those that it reads; those that read what only they know come last. `circles`
 * are those that read themselves, directly or through others; who reads one of them is ordered as if they were done.
 */
export function calculationOrder<Formula extends OrderedFormula>(
  formulas: readonly Formula[],
): { readonly ordered: readonly Formula[]; readonly circles: readonly Formula[] } {
  const readers = readersOf(formulas);
  const waitsFor = new Map<Formula, number>(formulas.map((one) => [one, 0]));
  for (const list of readers.values()) for (const reader of list) waitsFor.set(reader, (waitsFor.get(reader) ?? 0) + 1);
  const ordered: Formula[] = [];
  const ready = formulas.filter((one) => waitsFor.get(one) === 0 && !one.readsAnything);
  const readyLast = formulas.filter((one) => waitsFor.get(one) === 0 && one.readsAnything);
  const release = (done: Formula): void => {
    for (const reader of readers.get(done) ?? []) {
      const left = (waitsFor.get(reader) ?? 0) - 1;
      waitsFor.set(reader, left);
      if (left === 0) (reader.readsAnything ? readyLast : ready).push(reader);
    }
  };
  const goOn = (): void => {
    for (let next = ready.pop() ?? readyLast.pop(); next !== undefined; next = ready.pop() ?? readyLast.pop()) {
      ordered.push(next);
      release(next);
    }
  };
  goOn();
  const circles = circlesAmong(
    formulas.filter((one) => (waitsFor.get(one) ?? 0) > 0),
    readers,
  );
  // Those of a circle wait for each other and never become ready themselves.
  for (const one of circles) waitsFor.set(one, Number.POSITIVE_INFINITY);
  circles.forEach(release);
  goOn();
  return { ordered, circles };
}

/** Which formulas reach themselves by way of their readers: by Kosaraju's two walks. */
function circlesAmong<Formula extends OrderedFormula>(
  formulas: readonly Formula[],
  readers: ReadonlyMap<Formula, readonly Formula[]>,
): Formula[] {
  const among = new Set(formulas);
  const forward = (one: Formula): readonly Formula[] => (readers.get(one) ?? []).filter((reader) => among.has(reader));
  const read = new Map<Formula, Formula[]>(formulas.map((one) => [one, []]));
  for (const one of formulas) for (const reader of forward(one)) read.get(reader)?.push(one);
  const finished: Formula[] = [];
  const seen = new Set<Formula>();
  for (const one of formulas) walk(one, forward, seen, (done) => finished.push(done));
  const grouped = new Set<Formula>();
  return finished.toReversed().flatMap((one) => {
    const group: Formula[] = [];
    walk(
      one,
      (member) => read.get(member) ?? [],
      grouped,
      (done) => group.push(done),
    );
    return group.length > 1 || forward(one).includes(one) ? group : [];
  });
}

/** Visits whatever can be reached and has not been seen, and tells of each when all behind it is done. */
function walk<Node>(
  from: Node,
  next: (node: Node) => readonly Node[],
  seen: Set<Node>,
  onDone: (node: Node) => void,
): void {
  if (seen.has(from)) return;
  seen.add(from);
  const stack = [{ node: from, left: [...next(from)] }];
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    const one = top.left.pop();
    if (one === undefined) {
      onDone(top.node);
      stack.pop();
    } else if (!seen.has(one)) {
      seen.add(one);
      stack.push({ node: one, left: [...next(one)] });
    }
  }
}

/** For each formula those that read its cell or its array. */
function readersOf<Formula extends OrderedFormula>(formulas: readonly Formula[]): Map<Formula, Formula[]> {
  const byCell = new Map<string, Formula>();
  const bySheet = new Map<number, Formula[]>();
  for (const one of formulas) {
    byCell.set(`${one.sheetId}:${one.row}:${one.column}`, one);
    const list = bySheet.get(one.sheetId) ?? [];
    bySheet.set(one.sheetId, list);
    list.push(one);
  }
  const withSpill = formulas.filter(({ spill }) => spill !== null);
  const readers = new Map<Formula, Formula[]>();
  for (const reader of formulas) {
    const found = new Set<Formula>();
    for (const read of reader.reads) {
      const cells = (read.endRow - read.startRow) * (read.endColumn - read.startColumn);
      if (cells <= FEW_CELLS) {
        for (let row = read.startRow; row < read.endRow; row++)
          for (let column = read.startColumn; column < read.endColumn; column++) {
            const one = byCell.get(`${read.sheetId}:${row}:${column}`);
            if (one !== undefined) found.add(one);
          }
      } else for (const one of bySheet.get(read.sheetId) ?? []) if (holds(read, one)) found.add(one);
      for (const one of withSpill) if (one.spill !== null && meets(read, one.spill)) found.add(one);
    }
    for (const one of found) {
      const list = readers.get(one) ?? [];
      readers.set(one, list);
      list.push(reader);
    }
  }
  return readers;
}

function holds(range: SheetRange, { row, column }: OrderedFormula): boolean {
  return row >= range.startRow && row < range.endRow && column >= range.startColumn && column < range.endColumn;
}

function meets(one: SheetRange, other: SheetRange): boolean {
  return (
    one.sheetId === other.sheetId &&
    one.startRow < other.endRow &&
    other.startRow < one.endRow &&
    one.startColumn < other.endColumn &&
    other.startColumn < one.endColumn
  );
}
