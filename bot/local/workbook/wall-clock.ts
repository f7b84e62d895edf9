const DAY_MS = 86_400_000;

/** Days between 1899-12-30, the day 0 of a spreadsheet, and 1970-01-01. */
const EPOCH_SERIAL = 25_569;

/**
 * Between a spreadsheet's days, which are days and times on the wall clock of its time zone, and moments. An hour that a
 * clock shows twice is the first of the two; one that it leaves out is the hour after (assumed, as JavaScript's own dates do).
 */
export class WallClock {
  readonly #format: Intl.DateTimeFormat;
  /** By UTC day: the offset in ms, when it is the same all day. Asking Intl for each cell would take most of a reading. */
  readonly #byDay = new Map<number, number | null>();

  /** `timeZone` is one of the IANA's names. */
  constructor(timeZone: string) {
    this.#format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
      era: 'short',
    });
  }

  /** The moment, milliseconds since 1970, at which the wall clock shows that day and time. */
  momentOf(serial: number): number {
    const wall = Math.round((serial - EPOCH_SERIAL) * DAY_MS);
    const near = wall - this.#offsetAt(wall);
    const before = wall - this.#offsetAt(near - DAY_MS);
    if (before + this.#offsetAt(before) === wall) return before;
    const after = wall - this.#offsetAt(near + DAY_MS);
    return after + this.#offsetAt(after) === wall ? after : before;
  }

  /** What the wall clock shows at a moment, in days since 1899-12-30. */
  serialAt(ms: number): number {
    return (ms + this.#offsetAt(ms)) / DAY_MS + EPOCH_SERIAL;
  }

  #offsetAt(ms: number): number {
    const day = Math.floor(ms / DAY_MS);
    let offset = this.#byDay.get(day);
    if (offset === undefined) {
      const start = this.#measured(day * DAY_MS);
      offset = start === this.#measured((day + 1) * DAY_MS) ? start : null;
      this.#byDay.set(day, offset);
    }
    return offset ?? this.#measured(ms);
  }

  #measured(ms: number): number {
    const whole = Math.floor(ms / 1000) * 1000;
    const found: Record<string, string> = {};
    for (const { type, value } of this.#format.formatToParts(whole)) found[type] = value;
    const number = (type: string) => Number(found[type]);
    const year = found['era'] === 'BC' ? 1 - number('year') : number('year');
    const shown = new Date(0);
    shown.setUTCFullYear(year, number('month') - 1, number('day'));
    shown.setUTCHours(number('hour'), number('minute'), number('second'));
    return shown.getTime() - whole;
  }
}
