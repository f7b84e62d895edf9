import type { CustomerColumns, ValueColumn } from '../../core/grading/customer-columns.ts';
import type { GradingBatch } from '../store/grading-columns.ts';

/** Room for the columns of about half a million customers with six criteria: more would cost more memory than time is worth. */
const MOST_BYTES = 24 * 2 ** 20;
/** What a value beside numbers takes, roughly: the text of a short word and a pointer to it. */
const BYTES_OF_WORD = 40;

/**
 * Columns of one pass over all customers, kept for the next pass while they fit into a fixed room, so that few workspaces
 * are read twice and none fills the memory.
 */
export class KeptColumns {
  private kept: { readonly columns: CustomerColumns; readonly lastId: string }[] | undefined = [];
  private bytes = 0;

  add({ columns, idAt }: GradingBatch): void {
    if (this.kept === undefined) return;
    for (const column of Object.values(columns.values)) this.bytes += bytesOf(column);
    if (this.bytes > MOST_BYTES) this.kept = undefined;
    else this.kept.push({ columns, lastId: idAt(columns.size - 1) });
  }

  /** Whether all batches are kept, so that the next pass need not read their values. */
  get isWhole(): boolean {
    return this.kept !== undefined;
  }

  /**
   * A batch of the next pass with the columns that were kept of it; as it is when none are. Throws when it is not the same
   * customers: somebody changed the book between the passes.
   */
  restore<Batch extends GradingBatch>(batch: Batch, place: number): Batch {
    if (this.kept === undefined) return batch;
    const kept = this.kept[place];
    const { size } = batch.columns;
    if (kept?.columns.size !== size || kept.lastId !== batch.idAt(size - 1)) {
      throw new Error('Customers changed while they were graded: whoever writes them must hold the workspace.');
    }
    return { ...batch, columns: kept.columns };
  }
}

function bytesOf(column: ValueColumn): number {
  return column.length * (column instanceof Float64Array ? Float64Array.BYTES_PER_ELEMENT : BYTES_OF_WORD);
}
