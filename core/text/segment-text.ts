import type { Titles } from '../grading/scheme.ts';
import { CARD_TEXT } from './card-text.ts';
import { textIn } from './grading-text.ts';
import type { Language } from './language.ts';

/** A segment that a customer is in, with the derived labels that stand behind its own. */
export interface ToldSegment {
  readonly segment: Titles;
  readonly label: Titles;
  readonly details?: readonly Titles[];
}

/** A customer's segments in one line: "Lifecycle: Repeat · RFM: Champion (R5 F4 M5)". */
export function segmentsText(segments: readonly ToldSegment[], language: Language): string {
  const { colon } = CARD_TEXT[language];
  const told = segments.map(({ segment, label, details = [] }) => {
    const behind = details.map((titles) => textIn(titles, language)).join(' ');
    const named = `${textIn(segment, language)}${colon}${textIn(label, language)}`;
    return behind === '' ? named : `${named} (${behind})`;
  });
  return told.join(' · ');
}
