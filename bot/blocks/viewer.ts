import type { ReadAt } from '../../core/text/day-plan-text.ts';
import type { Language } from '../../core/text/language.ts';

/** For whom something is written, and when. */
export interface Viewer extends ReadAt {
  readonly language: Language;
}
