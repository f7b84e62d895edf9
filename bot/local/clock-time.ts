import type { ClockState } from './page-protocol.ts';

/** What a clock shows at a moment of the machine, both in ms since 1970. While it plays it ends where playing ends. */
export function clockTimeMs({ nowMs, atMs, speed, playsUntilMs }: ClockState, machineNowMs: number): number {
  const reached = nowMs + (machineNowMs - atMs) * speed;
  return playsUntilMs === null ? reached : Math.min(reached, playsUntilMs);
}
