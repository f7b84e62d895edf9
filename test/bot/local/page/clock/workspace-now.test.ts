import { expect, test } from 'vitest';
import { workspaceNow } from '../../../../../bot/local/page/clock/workspace-now.ts';

const clock = { nowMs: 1000, atMs: 50, speed: 1, isReal: false, playsUntilMs: null };

test('the workspace’s time goes on from where it was set', () => {
  expect(workspaceNow(clock, 80)).toBe(1030);
});

test('playing is faster and ends where it ends', () => {
  const playing = { ...clock, speed: 100, playsUntilMs: 5000 };
  expect(workspaceNow(playing, 60)).toBe(2000);
  expect(workspaceNow(playing, 500)).toBe(5000);
});

test('it stands still at speed 0, and never runs backwards when the machines’ clocks differ', () => {
  expect(workspaceNow({ ...clock, speed: 0 }, 9999)).toBe(1000);
  expect(workspaceNow(clock, 10)).toBe(1000);
});
