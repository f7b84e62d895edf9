import { addDays, type CalendarDate, dayNumber } from '../../core/calendar-date.ts';
import { type Clock, localDay, momentIn } from '../clock.ts';
import { type ChangeFeed, createChangeFeed } from './change-feed.ts';
import { clockTimeMs } from './clock-time.ts';
import { type LocalTime, systemTime } from './local-time.ts';
import type { ClockState } from './page-protocol.ts';

/** A clock that can be set, and run through a week in a minute. It goes on from wherever it was put. */
export interface MovableClock extends Clock {
  state(): ClockState;
  /** Puts it to a moment, in ms since 1970. A week that was playing ends. */
  set(nowMs: number): void;
  /** Runs fast for a week of its own time, then goes on at the usual pace. */
  play(): void;
  /** Ends playing where it is. */
  stop(): void;
  /** Back to the machine's own time. */
  reset(): void;
  /** Every change of its course, not the passing of time. */
  readonly changes: ChangeFeed<ClockState>;
}

const PLAYED_MS = 7 * 86_400_000;
/** A week in a minute. */
const PLAY_SPEED = PLAYED_MS / 60_000;

/** A clock that shows the machine's time until it is moved. */
export function createMovableClock(machine: LocalTime = systemTime()): MovableClock {
  const changes = createChangeFeed<ClockState>();
  let course = realCourse(machine.networkNowMs());
  let endPlaying: () => void = () => undefined;

  const now = (): number => clockTimeMs(course, machine.networkNowMs());
  const follow = (next: Pick<ClockState, 'nowMs' | 'speed' | 'playsUntilMs'>): void => {
    endPlaying();
    course = { ...next, atMs: machine.networkNowMs(), isReal: false };
    changes.publish(course);
  };
  const goOn = (): void => follow({ nowMs: now(), speed: 1, playsUntilMs: null });

  return {
    now: () => new Date(now()),
    state: () => course,
    set: (nowMs) => follow({ nowMs, speed: 1, playsUntilMs: null }),
    play() {
      const nowMs = now();
      follow({ nowMs, speed: PLAY_SPEED, playsUntilMs: nowMs + PLAYED_MS });
      endPlaying = machine.after(PLAYED_MS / PLAY_SPEED, goOn);
    },
    stop() {
      if (course.playsUntilMs !== null) goOn();
    },
    reset() {
      endPlaying();
      course = realCourse(machine.networkNowMs());
      changes.publish(course);
    },
    changes,
  };
}

/** When a working day begins. */
const MORNING = '08:30';

/** The next day's or the next Monday's 08:30 after `moment`, in an IANA time zone, in ms since 1970. */
export function nextMorningMs(moment: Date, timeZone: string, which: 'tomorrow' | 'next-monday'): number {
  const today = localDay(moment, timeZone);
  return momentIn(timeZone, addDays(today, which === 'tomorrow' ? 1 : daysToMonday(today)), MORNING).getTime();
}

/** From 1 on a Sunday to 7 on a Monday. Day 0 of the count was a Thursday. */
function daysToMonday(day: CalendarDate): number {
  const sinceMonday = (((dayNumber(day) + 3) % 7) + 7) % 7;
  return 7 - sinceMonday;
}

function realCourse(machineMs: number): ClockState {
  return { nowMs: machineMs, atMs: machineMs, speed: 1, isReal: true, playsUntilMs: null };
}
