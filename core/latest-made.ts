import type { FactValue } from './customer.ts';

/** More than there are percentages with a decimal, and few enough that amounts, which seldom repeat, cost little room. */
const PLACES = 2048;

/**
 * What has been made of values lately, one thing in each place: looking there takes a tenth of the time that a Map takes to find a number, and
 * most values of a long table are numbers that come again.
 */
export class LatestMade<Of, Made> {
  readonly of: (Of | undefined)[] = Array<Of | undefined>(PLACES).fill(undefined);
  readonly made: (Made | undefined)[] = Array<Made | undefined>(PLACES).fill(undefined);

  /** Puts what was made of something in a place, and gives it back. */
  keep(place: number, of: Of, made: Made): Made {
    this.of[place] = of;
    this.made[place] = made;
    return made;
  }
}

/** The place of a value in {@link LatestMade}: numbers that are near each other have others, whole ones as well as shares. */
export function placeOf(value: FactValue | null): number {
  if (typeof value === 'number') return (value * 16_381) & (PLACES - 1);
  if (typeof value === 'string') return placeOfText(value);
  return value === true ? 1 : 0;
}

/** By its last characters, in which days differ. */
function placeOfText(text: string): number {
  let place = text.length;
  for (let at = Math.max(0, text.length - 6); at < text.length; at += 1) place = place * 31 + text.charCodeAt(at);
  return place & (PLACES - 1);
}
