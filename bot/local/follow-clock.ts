import { type LocalTime, systemTime } from './local-time.ts';
import type { MovableClock } from './movable-clock.ts';

/** While a week plays in a minute, an hour and a half goes by in that time. */
const LOOK_MS = 500;

/** Calls `look` whenever the clock is moved, and again and again while a week is playing; returns what ends that. */
export function followClock(clock: MovableClock, look: () => void, machine: LocalTime = systemTime()): () => void {
  let callOff: () => void = () => undefined;
  const follow = () => {
    callOff();
    look();
    if (clock.state().playsUntilMs !== null) callOff = machine.after(LOOK_MS, follow);
  };
  const end = clock.changes.listen(follow);
  return () => {
    end();
    callOff();
  };
}
