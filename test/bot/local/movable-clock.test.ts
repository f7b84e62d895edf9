import { expect, test } from 'vitest';
import { createMovableClock, nextMorningMs } from '../../../bot/local/movable-clock.ts';
import { manualTime } from '../../support/manual-time.ts';

const NOON = Date.UTC(2026, 10, 20, 12);
const DAY_MS = 86_400_000;

function clockAt(startMs = NOON) {
  const machine = manualTime(startMs);
  const clock = createMovableClock(machine);
  const shows = () => clock.now().toISOString();
  return { machine, clock, shows };
}

test('shows the machine’s time until it is moved, and again after a reset', () => {
  const { machine, clock, shows } = clockAt();
  machine.advance(1500);
  expect(shows()).toBe('2026-11-20T12:00:01.500Z');
  expect(clock.state()).toMatchObject({ isReal: true, speed: 1 });

  clock.set(Date.UTC(2027, 0, 4, 8, 30));
  machine.advance(60_000);
  expect(shows()).toBe('2027-01-04T08:31:00.000Z');
  expect(clock.state().isReal).toBe(false);

  clock.reset();
  expect(shows()).toBe('2026-11-20T12:01:01.500Z');
  expect(clock.state().isReal).toBe(true);
});

test('plays a week in a minute and then goes on by itself', () => {
  const { machine, clock, shows } = clockAt();
  clock.play();
  machine.advance(30_000);
  expect(shows()).toBe('2026-11-24T00:00:00.000Z');
  machine.advance(30_000);
  expect(shows()).toBe('2026-11-27T12:00:00.000Z');
  expect(clock.state()).toMatchObject({ speed: 1, playsUntilMs: null });
  machine.advance(1000);
  expect(shows()).toBe('2026-11-27T12:00:01.000Z');
});

test('never runs past the week that it plays, however late its timer is', () => {
  const machine = { ...manualTime(NOON), after: () => () => undefined };
  const clock = createMovableClock(machine);
  clock.play();
  machine.advance(3_600_000);
  expect(clock.now().getTime()).toBe(NOON + 7 * DAY_MS);
});

test('stops where it is, and an old play does not end a new one', () => {
  const { machine, clock, shows } = clockAt();
  clock.play();
  machine.advance(10_000);
  clock.stop();
  const stoppedAt = shows();
  expect(stoppedAt).toBe('2026-11-21T16:00:00.000Z');
  clock.play();
  machine.advance(55_000);
  expect(clock.state().playsUntilMs).toBe(Date.parse(stoppedAt) + 7 * DAY_MS);
});

test('a stop when nothing plays changes nothing', () => {
  const { clock } = clockAt();
  clock.stop();
  expect(clock.state().isReal).toBe(true);
});

test('tells of every change of its course', () => {
  const { machine, clock } = clockAt();
  const speeds: number[] = [];
  clock.changes.listen(({ speed }) => speeds.push(speed));
  clock.play();
  machine.advance(60_000);
  clock.set(NOON);
  clock.reset();
  expect(speeds).toEqual([10_080, 1, 1, 1]);
});

test.each([
  ['2026-11-22T10:00:00Z', 'Europe/Berlin', 'tomorrow', '2026-11-23T07:30:00.000Z'],
  ['2026-11-22T23:30:00Z', 'Europe/Berlin', 'tomorrow', '2026-11-24T07:30:00.000Z'],
  ['2026-11-22T20:00:00Z', 'Asia/Shanghai', 'tomorrow', '2026-11-24T00:30:00.000Z'],
  ['2026-11-22T10:00:00Z', 'Europe/Berlin', 'next-monday', '2026-11-23T07:30:00.000Z'],
  ['2026-11-23T01:00:00Z', 'Europe/Berlin', 'next-monday', '2026-11-30T07:30:00.000Z'],
  ['2026-11-24T01:00:00Z', 'America/New_York', 'next-monday', '2026-11-30T13:30:00.000Z'],
  ['2026-03-27T10:00:00Z', 'Europe/Berlin', 'next-monday', '2026-03-30T06:30:00.000Z'],
] as const)('from %s in %s, %s morning is %s', (from, zone, which, morning) => {
  expect(new Date(nextMorningMs(new Date(from), zone, which)).toISOString()).toBe(morning);
});
