import { BOT_TEXT } from '../../core/text/bot-text.ts';
import type { Language } from '../../core/text/language.ts';
import type { CustomerMatch } from '../use-cases/customer-card.ts';
import { matchButtons, matchMenu } from './match-menu.ts';
import { type Block, bold, inLines, type Message, message, paragraph, richText, run, section } from './rich-text.ts';

/** Several customers fit: a menu to choose from. `query` is ready to be shown. */
export function severalFound(query: string, matches: readonly CustomerMatch[], language: Language): Message {
  const found = BOT_TEXT[language].found(query);
  return message(found, [paragraph(found), ...matchMenu(matches, language)]);
}

/** No customer has the name: the nearest names as buttons, or what else to try. `query` is ready to be shown. */
export function nothingFound(query: string, nearest: readonly CustomerMatch[], language: Language): Message {
  const text = BOT_TEXT[language];
  const found = text.nothingFound(query);
  const next = nearest.length === 0 ? text.tryAnother : text.nearest;
  const blocks: Block[] = [paragraph(found, next)];
  if (nearest.length > 0) blocks.push(matchButtons(nearest, language));
  return message(`${found} ${next}`, blocks);
}

/** How `/customer` is used, with examples. */
export function usage(language: Language): Message {
  const text = BOT_TEXT[language];
  const examples = text.examples.map(({ typed, gives }) => section(run(typed, { code: true }), run(` – ${gives}`)));
  return message([text.usageTitle, ...text.usage].join('. '), [
    richText(inLines([bold(text.usageTitle)], [run(text.usage.join('\n'))]), {
      type: 'rich_text_list',
      style: 'bullet',
      elements: examples,
    }),
  ]);
}
