import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

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
  });
  let output = '';
  const ready = new Promise<number>((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      if (output.split('\n').length > 3) resolve(performance.now() - start);
    });
  });
  const closed = new Promise<void>((resolve) => child.on('close', () => resolve()));
  const ms = await Promise.race([ready, closed.then(() => Promise.reject(new Error(`It ended first: ${output}`)))]);
  child.stdin.end();
  await closed;
  return ms;
}
