import type { ActionsBlock } from '@slack/types';
import type { DigestList } from '../../core/digest/digest-list.ts';
import { digestListText } from '../../core/text/digest-list-text.ts';
import { DIGEST_MESSAGE_TEXT } from '../../core/text/digest-message-text.ts';
import { ACTION } from './action-ids.ts';
import { type DigestButton, digestButtonValue } from './digest-button.ts';
import { plainName } from './plain-name.ts';
import { bold, context, type Message, message, paragraph, plainText, richText, run, section } from './rich-text.ts';
import type { Viewer } from './viewer.ts';

/** The beginning of a list of customers as a message; where there are more, the button that opens all of it. */
export function digestListAnswer(list: DigestList, { language }: Viewer, button: DigestButton): Message {
  const words = digestListText(list, language);
  const title = plainName(words.title, 300);
  const text = DIGEST_MESSAGE_TEXT[language];
  const nobody = words.nobody === null ? [] : [plainName(words.nobody, 300)];
  return message([title, ...nobody].join('. '), [
    richText(section(bold(title || '–'))),
    ...nobody.map((sentence) => paragraph(sentence)),
    ...(words.lines.length === 0
      ? []
      : [
          richText({
            type: 'rich_text_list',
            style: 'ordered',
            elements: words.lines.map(({ lead, text: line }) =>
              section(
                bold(plainName(lead, 70) || '–'),
                ...(line.trim() === '' ? [] : [run(`${/^\s/.test(line) ? ' ' : ''}${plainName(line, 400)}`)]),
              ),
            ),
          }),
        ]),
    ...(list.total > list.entries.length && list.entries.length > 0
      ? [context(text.page(1, list.entries.length, list.total))]
      : []),
    ...(list.total > 0 ? [allButton(title, text, button)] : []),
  ]);
}

function allButton(
  title: string,
  text: { readonly all: string; allLabel(section: string): string },
  button: DigestButton,
): ActionsBlock {
  return {
    type: 'actions',
    elements: [
      {
        type: 'button',
        action_id: `${ACTION.digestList}_1`,
        text: plainText(text.all, 75),
        value: digestButtonValue(button),
        accessibility_label: plainName(text.allLabel(title), 75),
      },
    ],
  };
}
