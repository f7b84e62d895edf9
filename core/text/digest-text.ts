import type { Digest, DigestPart } from '../digest/digest.ts';
import type { DigestNumber } from '../digest/digest-number.ts';
import { isQuiet } from '../digest/only-news.ts';
import { joined } from './digest-event-sections.ts';
import { digestHeadline } from './digest-headline-text.ts';
import { digestNames } from './digest-names.ts';
import { digestSections } from './digest-sections.ts';
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
  const names = digestNames(digest, language);
  const { words } = names;
  const title = words.title(digest.edition, names.day(digest.date));
  const headline = digestHeadline(digest, language);
  const sections = isQuiet(digest) ? [] : digestSections(digest, names);
  const since = digest.since === null ? words.noBefore : words.since(names.moment(digest.since));
  const context = joined([since, words.customers(digest.customers, names.moment(digest.asOf))], names);
  return { title, headline, context, sections, whole: wholeText({ title, headline, context, sections }) };
}

/** On a quiet day a line; otherwise each section with its lines, and what it is all about below. */
function wholeText({ title, headline, context, sections }: Omit<DigestWords, 'whole'>): string {
  const parts = sections.map((section) =>
    [
      section.title,
      ...section.lines.map(({ lead, text }) => `• ${lead}${text}`),
      ...(section.more === null ? [] : [`• ${section.more}`]),
    ].join('\n'),
  );
  return [`${headline}\n${title}`, ...parts, ...(sections.length === 0 ? [] : [context])].join('\n\n');
}
