import type { CalendarDate } from '../../core/calendar-date.ts';
import type { Language } from '../../core/text/language.ts';

/** For whom something is written. */
export interface Viewer {
  readonly language: Language;
  /** When it is written. */
  readonly now: Date;
  /** The day it is where the viewer is. */
  readonly today: CalendarDate;
  /** The day it is or was at a moment where the viewer is. */
  readonly dayOf: (moment: Date) => CalendarDate;
  /** The time that clocks show or showed there at a moment, as HH:MM. */
  readonly timeOf: (moment: Date) => string;
}
