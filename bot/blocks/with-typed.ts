import { BOT_TEXT } from '../../core/text/bot-text.ts';
import type { Language } from '../../core/text/language.ts';
import { cut } from './plain-name.ts';
import { type Message, paragraph, richText } from './rich-text.ts';

/** So much is given back: all text of a message together may have about 12,000 characters. */
const MOST_TYPED = 9000;

/**
 * An answer to a command that came to nothing, with what was typed below it to be copied: Slack keeps a message, but not the
 * text of a command.
 */
export function withTyped(answer: Message, typed: string, language: Language): Message {
  const parts = cut(typed, MOST_TYPED).match(/[^]{1,500}/gu) ?? [];
  const typedBlock = richText({
    type: 'rich_text_preformatted',
    elements: parts.map((text) => ({ type: 'text', text })),
  });
  return { ...answer, blocks: [...answer.blocks, paragraph(BOT_TEXT[language].typed), typedBlock] };
}
