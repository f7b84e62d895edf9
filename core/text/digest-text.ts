import type { Digest, DigestPart } from '../digest/digest.ts';
import type { DigestNumber } from '../digest/digest-number.ts';
import type { Language } from './language.ts';

/** A digest in words, for any way of showing it. Names stand in it as they are: nothing is escaped. */
export interface DigestWords {
  /** Whose and of when: "Digest of 5 Mar 2026". At most 150 characters. */
  readonly title: string;
  /** What matters most, in a sentence or a few; on a quiet day that it is one. */
  readonly headline: string;
  /** Since when changes are told, and how many customers there are; a line below all. */
  readonly context: string;
  /** Empty on a quiet day. */
  readonly sections: readonly DigestSection[];
  /** The same as plain text, section by section: for a message's top-level text, a terminal and screen readers. */
  readonly whole: string;
}

/** A part of a digest: a title and at most so many lines. */
export interface DigestSection {
  readonly part: DigestPart;
  /** Of the moves, which way; undefined for other parts. */
  readonly direction?: 'up' | 'down' | undefined;
  readonly title: string;
  readonly lines: readonly DigestLine[];
  /** "and 12 more"; null when the lines are all. */
  readonly more: string | null;
  /** What a button *all of them* opens; null where nothing lies behind. */
  readonly number: DigestNumber | null;
}

/** One line: "Acme Ltd: Tier A → Tier B — overdue amount 0 → ¥42,000". */
export interface DigestLine {
  /** What the line is about (a customer, a rep, a tier), to be set in bold; stands before {@link DigestLine.text}. */
  readonly lead: string;
  /** The rest, with the colon or space that follows the lead. */
  readonly text: string;
  /** The customer whose card the line leads to. */
  readonly customerId: string | null;
  /** The list behind the line's number. */
  readonly number: DigestNumber | null;
}

/** A digest in words. */
export function digestText(digest: Digest, language: Language): DigestWords {
  return { title: `${digest.date} ${language}`, headline: '', context: '', sections: [], whole: '' };
}
