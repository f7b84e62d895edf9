import type { Language } from '../../core/text/language.ts';
import { TIERS_COMMAND_TEXT } from '../../core/text/tiers-command-text.ts';
import { bold, inLines, type Message, message, richText, run, section } from './rich-text.ts';

/** How `/tiers` is used, with examples. */
export function tiersUsage(language: Language): Message {
  const text = TIERS_COMMAND_TEXT[language];
  const examples = text.examples.map(({ typed, gives }) => section(run(typed, { code: true }), run(` – ${gives}`)));
  return message(`${text.usageTitle}. ${text.usage}`, [
    richText(inLines([bold(text.usageTitle)], [run(text.usage)]), {
      type: 'rich_text_list',
      style: 'bullet',
      elements: examples,
    }),
  ]);
}
