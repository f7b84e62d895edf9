import { once } from 'node:events';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import type { ReadCustomersOptions } from '../core/grading/read-customers.ts';
import type { TableRecord } from '../core/table/reading.ts';
import type { TableFileProblem } from '../core/text/table-file-text.ts';
import { readUpload } from './read-upload.ts';
import { TableFileError } from './table-files/table-file-error.ts';
import type { SourceReading } from './use-cases/table-source.ts';

/** What the thread that reads one file is given. */
export interface ThreadTask {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly options: ReadCustomersOptions;
}

/** What it answers: the records in parts, each after the main thread asked for it, then the rest; or why not. */
export type ThreadAnswer =
  | { readonly kind: 'records'; readonly records: readonly TableRecord[] }
  | { readonly kind: 'read'; readonly read: SourceReading }
  | { readonly kind: 'problem'; readonly problem: TableFileProblem };

/** Handing over this many rows takes the main thread some hundredths of a second. */
const RECORDS_A_PART = 5000;

if (parentPort !== null) await answer(parentPort, workerData as ThreadTask);

async function answer(port: MessagePort, task: ThreadTask): Promise<void> {
  const send = (message: ThreadAnswer): void => port.postMessage(message);
  try {
    const read = await readUpload(task, task.options);
    const { records } = read.reading;
    for (let start = 0; start < records.length; start += RECORDS_A_PART) {
      send({ kind: 'records', records: records.slice(start, start + RECORDS_A_PART) });
      await once(port, 'message');
    }
    send({ kind: 'read', read: { ...read, reading: { ...read.reading, records: [] } } });
  } catch (error) {
    if (!(error instanceof TableFileError)) throw error;
    send({ kind: 'problem', problem: error.problem });
  }
}
