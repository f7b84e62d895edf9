import type { Digest, DigestPart } from '../../core/digest/digest.ts';
import { CONVERSATION_TEXT } from '../../core/text/conversation-text.ts';
import { digestText } from '../../core/text/digest-text.ts';
import type { DigestWhose } from './digest-button.ts';
import { sectionBlocks } from './digest-message.ts';
import { plainName } from './plain-name.ts';
import { context, type Message, message, paragraph } from './rich-text.ts';
import type { Viewer } from './viewer.ts';

const LONGEST_LINE = 300;

/** The parts of a digest that are asked for alone. */
export type PartAsked = Extract<DigestPart, 'moves' | 'capacity' | 'signings'>;

/** One part of a digest without the rest of it, or in a sentence that nothing is in it. */
export function digestPartAnswer(digest: Digest, part: PartAsked, { language }: Viewer, whose: DigestWhose): Message {
  const words = digestText(digest, language);
  const sections = words.sections.filter((each) => each.part === part);
  const nothing = CONVERSATION_TEXT[language].nothingIn[part];
  const told = sections.flatMap(({ lines, title }) => [title, ...lines.map(({ lead, text }) => `${lead}${text}`)]);
  return message(sections.length === 0 ? nothing : told.join('\n'), [
    ...(sections.length === 0
      ? [paragraph(nothing)]
      : sections.flatMap((each) => sectionBlocks(each, { digest, language, whose }, LONGEST_LINE))),
    ...(words.context === '' ? [] : [context(plainName(words.context, 500))]),
  ]);
}
