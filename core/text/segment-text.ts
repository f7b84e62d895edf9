import type { Titles } from '../grading/scheme.ts';
import { CARD_TEXT } from './card-text.ts';
import { textIn } from './grading-text.ts';
import type { Language } from './language.ts';

/** A segment that a customer is in, with the labels that stand behind its own. */
export interface ToldSegment {
  readonly segment: Titles;
  readonly label: Titles;
  readonly details?: readonly Titles[];
}

/** The segment and its label: "RFM: Champion (R5 F4 M5)". */
export function segmentText({ segment, label, details = [] }: ToldSegment, language: Language): string {
  const behind = details.map((titles) => textIn(titles, language)).join(' ');
  const named = `${textIn(segment, language)}${CARD_TEXT[language].colon}${textIn(label, language)}`;
  return behind === '' ? named : `${named} (${behind})`;
}
