import { Worker } from 'node:worker_threads';
import type { TableRecord } from '../core/table/reading.ts';
import { tableFileProblemText } from '../core/text/table-file-text.ts';
import { readUpload, type TableUpload } from './read-upload.ts';
import { TableFileError } from './table-files/table-file-error.ts';
import type { ThreadAnswer, ThreadTask } from './table-upload-thread.ts';
import { takeTurns } from './take-turns.ts';
import type { UseCaseContext } from './use-cases/context.ts';
import { importTableFile } from './use-cases/import-table-file.ts';
import { previewOfNoTable, previewTable } from './use-cases/preview-table.ts';
import type { TableFileOptions } from './use-cases/read-source.ts';
import type { TablePreview, TableResult } from './use-cases/table-preview.ts';
import type { SourceReading, TableSource } from './use-cases/table-source.ts';
import { UnusableTableError } from './use-cases/unusable-table-error.ts';

/** How an uploaded table is read and what importing it would do; writes nothing. A file that is no table is told as such. */
export async function previewUpload(
  context: UseCaseContext,
  upload: TableUpload,
  options: TableFileOptions,
): Promise<TablePreview> {
  try {
    return await previewTable(context, tableSource(upload), options);
  } catch (error) {
    if (!(error instanceof TableFileError)) throw error;
    return previewOfNoTable(upload.name, tableFileProblemText(error.problem, options.language));
  }
}

/** Imports an uploaded table. Throws {@link UnusableTableError} with a sentence for the reader when it cannot be used. */
export async function importUpload(
  context: UseCaseContext,
  upload: TableUpload,
  options: TableFileOptions,
): Promise<TableResult> {
  try {
    return await importTableFile(context, tableSource(upload), options);
  } catch (cause) {
    if (!(cause instanceof TableFileError)) throw cause;
    throw new UnusableTableError(tableFileProblemText(cause.problem, options.language), { cause });
  }
}

/**
 * A file in memory as a table. Workbooks and long texts are read in a thread of their own, since they take seconds in which
 * Slack's connection and everybody else would wait; what goes wrong there is a {@link TableFileError} like any other.
 */
export function tableSource(upload: TableUpload, limits: ThreadLimits = THREAD_LIMITS): TableSource {
  const { name, bytes } = upload;
  return {
    name,
    read: async (options) => {
      if (isLong(bytes)) return reading(() => readInThread({ name, bytes, options }, limits));
      return readUpload(upload, options);
    },
  };
}

/** What reading one file may take. */
export interface ThreadLimits {
  readonly timeMs: number;
  readonly heapMegabytes: number;
}

/** Each thread may take a gigabyte: when everybody brings a workbook at once, they wait for one another. */
const reading = takeTurns(2);

/** Several times what a workbook of 100,000 customers takes. */
const THREAD_LIMITS: ThreadLimits = { timeMs: 180_000, heapMegabytes: 1024 };

const LONG_TEXT_BYTES = 256 * 1024;

/** A few kilobytes of a workbook may unpack to millions of cells. */
function isLong(bytes: Uint8Array): boolean {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  return isZip || bytes.length > LONG_TEXT_BYTES;
}

async function readInThread(task: ThreadTask, { timeMs, heapMegabytes }: ThreadLimits): Promise<SourceReading> {
  const { name } = task;
  const worker = new Worker(new URL('./table-upload-thread.ts', import.meta.url), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: heapMegabytes },
  });
  const { promise, resolve, reject } = Promise.withResolvers<SourceReading>();
  const records: TableRecord[] = [];
  worker.on('message', (answer: ThreadAnswer) => {
    switch (answer.kind) {
      case 'records':
        records.push(...answer.records);
        // The thread sends no more before it is asked, so that others get their turn between the parts.
        setImmediate(() => worker.postMessage('next'));
        return;
      case 'read':
        resolve({ ...answer.read, reading: { ...answer.read.reading, records } });
        return;
      case 'problem':
        reject(new TableFileError(answer.problem));
        return;
      default:
        answer satisfies never;
    }
  });
  worker.once('error', (cause) => reject(new TableFileError({ code: codeOf(cause), file: name }, { cause })));
  worker.once('exit', () => reject(new TableFileError({ code: 'reading-failed', file: name })));
  const timer = setTimeout(() => reject(new TableFileError({ code: 'too-heavy', file: name })), timeMs);
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}

function codeOf(cause: Error): 'too-heavy' | 'reading-failed' {
  return 'code' in cause && cause.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'too-heavy' : 'reading-failed';
}
