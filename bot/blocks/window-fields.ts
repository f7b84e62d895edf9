import type { InputBlock, PlainTextOption } from '@slack/types';
import type { CalendarDate } from '../../core/calendar-date.ts';
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
      ...(text !== '' && text.length <= max && { initial_value: text }),
    },
  };
}

/** A field for one of a few things, none chosen at first. */
export function choiceField(
  words: FieldWords,
  choices: readonly (readonly [value: string, label: string])[],
): InputBlock {
  const options = choices.map(([value, label]): PlainTextOption => ({ text: plainText(label, 75), value }));
  return { ...inputBlock(words), element: { type: 'static_select', action_id: words.id, options } };
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
