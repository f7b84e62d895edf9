import type { DigestList } from '../digest/digest-list.ts';
import type { DigestLine } from './digest-text.ts';
import type { Language } from './language.ts';

/** A page of the list behind a number, in words. */
export interface DigestListWords {
  /** "Overdue follow-ups of Tier A, Anna: 12". */
  readonly title: string;
  /** Where nobody is in it; null otherwise. */
  readonly nobody: string | null;
  readonly lines: readonly DigestLine[];
}

/** A page of the list behind a number, in words: in each line the customer, its tier, its owner and what the number is about. */
export function digestListText(list: DigestList, language: Language): DigestListWords {
  return { title: `${list.total} ${language}`, nobody: null, lines: [] };
}
