import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** A file of JSON that is replaced as a whole. */
export interface KeptFile {
  /** Writes soon, once for many changes. `content` is asked for when it is written. */
  changed(): void;
  /** Writes what has not been written. */
  close(): Promise<void>;
}

const WRITE_AFTER_MS = 1000;
/** A large workbook takes a while to write down: of its time at most one part in so many goes into that. */
const REST = 20;
/** What was done longer ago than this is in the file, however large it is: the process may be killed. */
const MOST_WAIT_MS = 5000;

/**
 * Reads the file and makes what it needs of it. A file that is no JSON, or of which `take` throws, is set aside under a name
 * beside it, so that nothing is lost.
 */
export async function readKept<T>(
  file: string,
  nowMs: number,
  take: (content: unknown) => T,
): Promise<{ readonly kept: T | null; readonly aside: string | null }> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  });
  if (text === null) return { kept: null, aside: null };
  try {
    return { kept: take(JSON.parse(text)), aside: null };
  } catch {
    const { dir, ext, name } = path.parse(file);
    const aside = path.join(dir, `${name}-damaged-${nowMs}${ext}`);
    await rename(file, aside);
    return { kept: null, aside };
  }
}

/** Keeps something in a file. Failures to write are told to `onError`; the next change tries again. */
export function keepFile(file: string, content: () => unknown, onError: (error: unknown) => void): KeptFile {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let writing: Promise<void> = Promise.resolve();
  let tookMs = 0;
  const write = () => {
    timer = undefined;
    const startedMs = performance.now();
    const text = JSON.stringify(content());
    tookMs = performance.now() - startedMs;
    writing = writing.then(() => replaceFile(file, text)).catch(onError);
    return writing;
  };
  return {
    changed() {
      timer ??= setTimeout(() => void write(), Math.min(MOST_WAIT_MS, Math.max(WRITE_AFTER_MS, tookMs * REST)));
      timer.unref();
    },
    close() {
      if (timer === undefined) return writing;
      clearTimeout(timer);
      return write();
    },
  };
}

async function replaceFile(file: string, text: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(`${file}.new`, text, { mode: 0o600 });
  await rename(`${file}.new`, file);
}
