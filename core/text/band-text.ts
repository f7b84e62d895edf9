import { type FactValue, isLevel } from '../customer.ts';
import type { FittedScheme } from '../grading/fit-scheme.ts';
import type { Criterion, KnockOut } from '../grading/scheme.ts';
import { cutUses, rangeOf } from '../grading/scheme-inputs.ts';
import type { Condition } from '../grading/scheme-methods.ts';
import { CRITERION_SENTENCES } from './criterion-sentences.ts';
import { formatPercent, formatValue } from './format.ts';
import type { Language } from './language.ts';

/** Puts into words where a criterion's bands begin and what rules ask of it. */
export interface BandWriter {
  /**
   * The band of that place (from 0, best first): "top 20 % of customers: ¥75,000 or more", "98 % or more", and for the last
   * one "less than ¥1,007". Empty where the scheme was fitted to nobody.
   *
   * @param of the derived result that the bands belong to; undefined for the tier
   */
  readonly band: (place: number, of: string | undefined) => string;
  /** How many bands there are; 0 for none. */
  readonly bandCount: (of: string | undefined) => number;
  /**
   * What a rule asks for: "high or medium", "more than 4, less than 10". Of a bound and the words that say the same, the words
   * only where the customer's value is one.
   */
  readonly condition: (condition: Condition | KnockOut['when'], value: FactValue | null) => string;
}

/**
 * A writer for one criterion. `goalText` words a number that must be reached, so that it is never rounded to what does not
 * suffice.
 */
export function bandWriter(
  criterion: Criterion,
  fitted: FittedScheme,
  language: Language,
  goalText: (value: FactValue) => string,
): BandWriter {
  const words = CRITERION_SENTENCES[language];
  const isLower = criterion.direction === 'lower-is-better';
  const uses = new Map(cutUses(fitted.scheme).map((use) => [use.place, use]));
  const cutsOf = (of: string | undefined): readonly number[] => fitted.cuts[placeOf(criterion, of)] ?? [];
  const monthsText = (bound: number): string => formatValue(bound, 'months', language, { unit: criterion.unit });
  const boundText = (side: BoundSide, bound: number): string => {
    if (criterion.type !== 'date') return words.bound(side, goalText(bound));
    return words.dayBound(side, monthsText(bound), criterion.isAhead === true);
  };
  const startText = (cut: number, share: number | undefined): string => {
    const range =
      isLower && cut === rangeOf(criterion).least ? goalText(cut) : boundText(isLower ? 'upTo' : 'from', cut);
    return share === undefined || share >= 1 ? range : words.topShare(formatPercent(share, language), range);
  };
  return {
    bandCount: (of) => {
      const { length } = cutsOf(of);
      return length === 0 ? 0 : length + 1;
    },
    band(place, of) {
      const cuts = cutsOf(of);
      const cut = cuts[place];
      // a band that nobody can be in begins nowhere
      if (cut !== undefined) {
        return isFiniteCut(cut) ? startText(cut, uses.get(placeOf(criterion, of))?.starts[place]?.top) : '';
      }
      const last = cuts[cuts.length - 1];
      return last === undefined || !isFiniteCut(last) ? '' : boundText(isLower ? 'above' : 'below', last);
    },
    condition(condition, value) {
      const { is } = condition;
      if (is !== undefined && (!hasBound(condition) || isWord(value))) return listed(is);
      const bounds = SIDES.flatMap((side) => {
        const bound = boundOf(condition, side);
        return bound === undefined ? [] : [boundText(side, bound)];
      });
      return bounds.join(words.comma);
    },
  };

  function listed(values: readonly (string | boolean)[]): string {
    return values.map((value) => goalText(value)).join(words.or);
  }
}

/** Whether a value was graded as a word and not as a number. */
export function isWord(value: FactValue | null): boolean {
  return isLevel(value) || typeof value === 'boolean';
}

/** Which side of a number something must be: at least, at most, more than, less than. */
export type BoundSide = 'from' | 'upTo' | 'above' | 'below';

const SIDES: readonly BoundSide[] = ['from', 'above', 'upTo', 'below'];

function boundOf(condition: Condition | KnockOut['when'], side: BoundSide): number | undefined {
  return side in condition ? (condition as Condition)[side] : undefined;
}

function hasBound(condition: Condition | KnockOut['when']): boolean {
  return SIDES.some((side) => boundOf(condition, side) !== undefined);
}

function placeOf({ id }: Criterion, of: string | undefined): string {
  return of === undefined ? id : `${of}.${id}`;
}

function isFiniteCut(cut: number): boolean {
  return Math.abs(cut) < Number.MAX_VALUE;
}
