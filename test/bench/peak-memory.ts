/** Loaded with `--import` into a process that is measured: writes its peak memory in KiB to file descriptor 3 at its end. */
import { writeSync } from 'node:fs';

process.on('exit', () => {
  writeSync(3, `${process.resourceUsage().maxRSS}\n`);
});
