import { SingleBar } from 'cli-progress';
import type { CliIo } from './cli-io.ts';

/** Shows how far long work has come. */
export interface Progress {
  /** @param done items finished so far */
  readonly update: (done: number) => void;
  readonly stop: () => void;
}

/** Fewer items than this are done before a bar could be read. */
const WORTH_A_BAR = 2_000;

/** A progress bar on stderr when that is a terminal and there is enough to do; silent otherwise. */
export function startProgress(io: CliIo, label: string, total: number): Progress {
  if (total < WORTH_A_BAR || !('isTTY' in io.stderr) || !io.stderr.isTTY) return SILENT;
  const bar = new SingleBar({
    stream: io.stderr,
    format: `${label} {bar} {percentage} % · {value}/{total}`,
    clearOnComplete: true,
    hideCursor: true,
  });
  bar.start(total, 0);
  return { update: (done) => bar.update(done), stop: () => bar.stop() };
}

const SILENT: Progress = { update: () => {}, stop: () => {} };
