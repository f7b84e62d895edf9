import { spawn } from 'node:child_process';

/** A `tierbook` command as a user starts it: how long it took, the start of Node included, its peak memory and lines of output. */
export async function runCommand(
  words: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<{ readonly ms: number; readonly peakMiB: number; readonly lines: number }> {
  const start = performance.now();
  const peakMemory = new URL('./peak-memory.ts', import.meta.url).href;
  const child = spawn(process.execPath, ['--import', peakMemory, 'bot/cli/main.ts', ...words], {
    env,
    stdio: ['ignore', 'pipe', 'ignore', 'pipe'],
  });
  let lines = 0;
  child.stdout?.on('data', (chunk: Buffer) => {
    for (const byte of chunk) if (byte === 10) lines += 1;
  });
  let peak = '';
  child.stdio[3]?.on('data', (chunk: Buffer) => {
    peak += chunk.toString();
  });
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  if (code !== 0) throw new Error(`${words.join(' ')} ended with ${code}.`);
  return { ms: performance.now() - start, peakMiB: Number(peak) / 1024, lines };
}
