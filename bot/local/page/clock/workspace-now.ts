import type { ClockState } from '../../page-protocol.ts';

/** The workspace's time in ms since 1970. While it plays it ends where playing ends; the server then says how it goes on. */
export function workspaceNow({ nowMs, atMs, speed, playsUntilMs }: ClockState, machineNowMs: number): number {
  const now = nowMs + Math.max(0, machineNowMs - atMs) * speed;
  return playsUntilMs === null ? now : Math.min(now, playsUntilMs);
}
