import { clockTimeMs } from '../../clock-time.ts';
import type { ClockState } from '../../page-protocol.ts';

/** The workspace's time in ms since 1970, never before what the server said last, whatever this machine's clock shows. */
export function workspaceNow(clock: ClockState, machineNowMs: number): number {
  return clockTimeMs(clock, Math.max(machineNowMs, clock.atMs));
}
