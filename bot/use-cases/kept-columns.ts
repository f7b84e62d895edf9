import type { CustomerColumns, ValueColumn } from '../../core/grading/customer-columns.ts';

/** Room for the columns of about two million customers with six criteria. */
const MOST_BYTES = 96 * 2 ** 20;
/** What a value beside numbers takes, roughly: the text of a short word and a pointer to it. */
const BYTES_OF_WORD = 40;

/**
 * Columns of one pass over all customers, kept for the next pass while they fit into a fixed room, so that few workspaces
 * are read twice and none fills the memory.
 */
export class KeptColumns {
  private kept: CustomerColumns[] | undefined = [];
  private bytes = 0;

  add(columns: CustomerColumns): void {
    if (this.kept === undefined) return;
    for (const column of Object.values(columns.values)) this.bytes += bytesOf(column);
    if (this.bytes > MOST_BYTES) this.kept = undefined;
    else this.kept.push(columns);
  }

  /** All batches in the order in which they were added; undefined when they did not fit. */
  all(): readonly CustomerColumns[] | undefined {
    return this.kept;
  }
}

function bytesOf(column: ValueColumn): number {
  return column.length * (column instanceof Float64Array ? Float64Array.BYTES_PER_ELEMENT : BYTES_OF_WORD);
}
