import type {
  ContextBlock,
  HeaderBlock,
  KnownBlock,
  PlainTextElement,
  RichTextBlock,
  RichTextElement,
  RichTextSection,
} from '@slack/types';
import { cut, escapeMarkup, plainName } from './plain-name.ts';

/** A message as Slack takes it. `text` is what notifications and screen readers use. */
export interface Message {
  readonly text: string;
  readonly mrkdwn: false;
  readonly blocks: Block[];
}

/** Any block that we build. */
export type Block = KnownBlock;

/** A message; `text` is literal, of any length. */
export function message(text: string, blocks: Block[]): Message {
  return { text: escapeMarkup(cut(text, 500)), mrkdwn: false, blocks };
}

/** A message of plain sentences, one a line. */
export function plainMessage(...lines: readonly string[]): Message {
  return message(lines.join(' '), [paragraph(...lines)]);
}

/** Text without markup and without emoji codes, cut at `max`. Slack refuses empty text, so that becomes a dash. */
export function plainText(text: string, max: number): PlainTextElement {
  return { type: 'plain_text', text: cut(text, max) || '–', emoji: false };
}

export function header(text: string): HeaderBlock {
  return { type: 'header', text: plainText(text, 150) };
}

export function context(text: string): ContextBlock {
  return { type: 'context', elements: [plainText(text, 2000)] };
}

export function paragraph(...lines: readonly string[]): RichTextBlock {
  return richText(section(run(lines.join('\n'))));
}

/** One stretch of literal text inside rich text, at most 1,000 characters. */
export function run(text: string, style?: { readonly bold?: boolean; readonly code?: boolean }): RichTextElement {
  return { type: 'text', text: cut(text, 1000) || '–', ...(style && { style }) };
}

export function bold(text: string): RichTextElement {
  return run(text, { bold: true });
}

/** A mention. It notifies only where the message is new to the person's channel, never in an answer that only one sees. */
export function userMention(userId: string): RichTextElement {
  return { type: 'user', user_id: userId };
}

/**
 * Lines of rich text. One section with line breaks, because Slack does not promise that sections begin on a new line.
 */
export function inLines(...content: readonly (readonly RichTextElement[])[]): RichTextSection {
  return section(...content.flatMap((line, index) => (index === 0 ? line : [run('\n')].concat(line))));
}

export function section(...elements: RichTextElement[]): RichTextSection {
  return { type: 'rich_text_section', elements };
}

/** A bold heading with a bullet for each line, each at most 250 characters. */
export function bulletList(heading: string, lines: readonly string[]): RichTextBlock {
  return richText(section(bold(heading)), {
    type: 'rich_text_list',
    style: 'bullet',
    elements: lines.map((line) => section(run(plainName(line, 250)))),
  });
}

export function richText(...elements: RichTextBlock['elements']): RichTextBlock {
  return { type: 'rich_text', elements };
}
