import { bold, inLines, type Message, message, richText, run, section } from './rich-text.ts';

/** What is said of how a command is used. */
export interface UsageWords {
  readonly usageTitle: string;
  /** A sentence, or several of a line each. */
  readonly usage: string | readonly string[];
  readonly examples: readonly { readonly typed: string; readonly gives: string }[];
}

/** How a command is used, with examples. */
export function commandUsage({ examples, usage, usageTitle }: UsageWords): Message {
  const lines = [usage].flat();
  return message([usageTitle, ...lines].join('. '), [
    richText(inLines([bold(usageTitle)], [run(lines.join('\n'))]), {
      type: 'rich_text_list',
      style: 'bullet',
      elements: examples.map(({ typed, gives }) => section(run(typed, { code: true }), run(` – ${gives}`))),
    }),
  ]);
}
