import type { FactValue } from './customer.ts';

/** More than there are shares in tenths of a percent, and few enough that amounts, which seldom come again, cost little room. */
const PLACES = 2048;

/** For fewer values no room is made, which would take longer than what it saves. */
const LEAST_VALUES = 20;

/**
 * What has been made of values lately, one thing in each place: looking there takes a tenth of the time that a Map takes to find a number, and
 * most values of a long table are numbers that come again.
 */
export class LatestMade<Of, Made> {
  /** What the thing in each place was made of; nothing in any before many values have come. */
  of: (Of | undefined)[] = [];
  made: (Made | undefined)[] = [];
  private values = 0;

  /** Puts what was made of something in a place, and gives it back. */
  keep(place: number, of: Of, made: Made): Made {
    if (this.values < LEAST_VALUES) {
      this.values += 1;
      if (this.values < LEAST_VALUES) return made;
      this.of = Array<Of | undefined>(PLACES).fill(undefined);
      this.made = Array<Made | undefined>(PLACES).fill(undefined);
    }
    this.of[place] = of;
    this.made[place] = made;
    return made;
  }
}

/** The place of a value in {@link LatestMade}: whole numbers have one each, and shares down to tenths of a percent. */
export function placeOf(value: FactValue | null): number {
  if (typeof value === 'number') return (value * STRIDE) & (PLACES - 1);
  if (typeof value === 'string') return placeOfText(value);
  return value === true ? 1 : 0;
}

/** Odd, for whole numbers, and such that each hundredth stands a golden section of all places behind the one before. */
const STRIDE = 126_583;

/** By its last characters, in which days differ. */
function placeOfText(text: string): number {
  let place = text.length;
  for (let at = Math.max(0, text.length - 6); at < text.length; at += 1) place = place * 31 + text.charCodeAt(at);
  return place & (PLACES - 1);
}
