import type { InputBlock, PlainTextOption } from '@slack/types';
import type { CalendarDate } from '../../core/calendar-date.ts';
import { cut } from './plain-name.ts';
import { plainText } from './rich-text.ts';

/** What every field of a window has: the id by which it and what is wrong with it are found, and its words. */
export interface FieldWords {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly isOptional?: boolean;
}

/** A field for text of at most `max` characters; `text` is what stands in it at first, unless it is longer. */
export function textField(
  words: FieldWords,
  { max, lines = false, text = '' }: { readonly max: number; readonly lines?: boolean; readonly text?: string },
): InputBlock {
  return {
    ...inputBlock(words),
    element: {
      type: 'plain_text_input',
      action_id: words.id,
      max_length: max,
      multiline: lines,
      ...(text !== '' && { initial_value: cut(text, max) }),
    },
  };
}

/** A field for one of a few things; `chosen` is the one at first, default none. */
export function choiceField(
  words: FieldWords,
  choices: readonly (readonly [value: string, label: string])[],
  chosen?: string,
): InputBlock {
  const options = choices.map(([value, label]): PlainTextOption => ({ text: plainText(label, 75), value }));
  const first = options.find(({ value }) => value === chosen);
  const element = { type: 'static_select' as const, action_id: words.id, options };
  return { ...inputBlock(words), element: { ...element, ...(first && { initial_option: first }) } };
}

/** A field for somebody in Slack; `userId` is the one at first. */
export function personField(words: FieldWords, userId: string | null): InputBlock {
  const isKnown = userId !== null && /^[UW][A-Z0-9]+$/.test(userId);
  return {
    ...inputBlock(words),
    element: { type: 'users_select', action_id: words.id, ...(isKnown && { initial_user: userId }) },
  };
}

/** A field for a day. */
export function dayField(words: FieldWords, day: CalendarDate | null): InputBlock {
  return {
    ...inputBlock(words),
    element: { type: 'datepicker', action_id: words.id, ...(day !== null && { initial_date: day }) },
  };
}

function inputBlock({ id, label, hint, isOptional = false }: FieldWords): Omit<InputBlock, 'element'> {
  return {
    type: 'input',
    block_id: id,
    label: plainText(label, 2000),
    ...(hint !== undefined && { hint: plainText(hint, 2000) }),
    ...(isOptional && { optional: true }),
  };
}
