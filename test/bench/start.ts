import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const LINES_WHEN_READY = 3;
/** A start or stop that takes longer than this is broken, and ended. */
const PATIENCE_MS = 60_000;

/** How long `npm start` takes from the call until it takes commands, in a new data folder and again in the same one. */
export async function benchStart(): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'tierbook-bench-'));
  try {
    console.log(`first start    ${((await timeStart(dataDir)) / 1000).toFixed(1)} s (promised: 10 s)`);
    for (let round = 0; round < 3; round += 1) {
      console.log(`later start    ${((await timeStart(dataDir)) / 1000).toFixed(1)} s (promised: 3 s)`);
    }
  } finally {
    await rm(dataDir, { recursive: true });
  }
}

/** @returns milliseconds until the third line of the start-up stands on stdout */
async function timeStart(dataDir: string): Promise<number> {
  const start = performance.now();
  const child = spawn('npm', ['start', '--silent'], {
    env: { ...process.env, TIERBOOK_DATA_DIR: dataDir, PORT: '0' },
    stdio: ['pipe', 'pipe', 'inherit'],
    timeout: PATIENCE_MS,
  });
  const closed = once(child, 'close');
  let readyAfterMs: number | undefined;
  const lines: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(line);
    if (lines.length !== LINES_WHEN_READY) continue;
    readyAfterMs = performance.now() - start;
    // Nothing at all on its input would mean that there is nobody to type, and it would go on serving.
    child.stdin.end('exit\n');
  }
  await closed;
  if (readyAfterMs === undefined) throw new Error(`It ended after: ${lines.join(' | ')}`);
  return readyAfterMs;
}
