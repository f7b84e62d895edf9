import { randomUUID } from 'node:crypto';

/** A table file as it was uploaded. */
export interface UploadedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Tables between their upload and their import, kept in memory. */
export interface UploadedTables {
  /** Keeps a file and gives its id. */
  add(file: UploadedFile): string;
  /** Undefined when there is none or it was forgotten. */
  find(id: string): UploadedFile | undefined;
}

const MOST_TABLES = 5;
const KEPT_MS = 3_600_000;

/** Keeps the last few tables for an hour. `nowMs` is the machine's time. */
export function createUploadedTables(nowMs: () => number): UploadedTables {
  const kept = new Map<string, { readonly file: UploadedFile; readonly untilMs: number }>();
  return {
    add(file) {
      const [oldest] = kept.keys();
      if (kept.size >= MOST_TABLES && oldest !== undefined) kept.delete(oldest);
      const id = randomUUID();
      kept.set(id, { file, untilMs: nowMs() + KEPT_MS });
      return id;
    },
    find(id) {
      const found = kept.get(id);
      return found && found.untilMs > nowMs() ? found.file : undefined;
    },
  };
}
