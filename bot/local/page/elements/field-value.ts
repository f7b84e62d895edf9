import type { PageInput } from '../../page-protocol.ts';
import { isObject, type JsonObject, objectsIn, textIn } from '../json-value.ts';

/** What stands in an element: texts, dates, ids or options' values; one at most where an element takes one. */
export interface FieldValue {
  readonly values: readonly string[];
  /** The chosen options of a menu whose options come from the bot, for their labels. */
  readonly options: readonly JsonObject[];
}

export const NO_VALUE: FieldValue = { values: [], options: [] };

/** A value of one text; the empty text is no value. */
export function oneValue(text: string): FieldValue {
  return text === '' ? NO_VALUE : { values: [text], options: [] };
}

/** The value in one of Slack's state objects (`{type, selected_option: …}`). */
export function valueOfState(state: JsonObject): FieldValue {
  for (const name of STATE_NAMES) {
    const value = valueOf(state[name]);
    if (value.values.length > 0) return value;
  }
  return NO_VALUE;
}

/** The value that an element begins with. */
export function initialValue(element: JsonObject): FieldValue {
  for (const [name, value] of Object.entries(element)) if (name.startsWith('initial_')) return valueOf(value);
  return NO_VALUE;
}

/** The value as the server takes it; an empty list empties a menu. */
export function inputOf(element: JsonObject, { values }: FieldValue): PageInput {
  const type = textIn(element['type']);
  if (type.startsWith('multi_') || type === 'checkboxes') return values;
  return values[0] ?? (type.endsWith('_select') || type === 'radio_buttons' ? [] : '');
}

/** The options of an element, in its groups or not, each with its group's label. */
export function choicesOf(element: JsonObject): readonly Choice[] {
  const groups = objectsIn(element['option_groups']).flatMap((group) =>
    objectsIn(group['options']).map((option) => ({ option, group: labelIn(group['label']) })),
  );
  return [...objectsIn(element['options']).map((option) => ({ option, group: '' })), ...groups].map(choice);
}

/** The choices among options that the bot suggests. */
export function choicesAmong(options: readonly JsonObject[]): readonly Choice[] {
  return options.map((option) => choice({ option, group: '' }));
}

/** One choice of a menu. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  /** Empty when there is none. */
  readonly description: string;
  /** The label of the group it stands in; empty when it stands in none. */
  readonly group: string;
  readonly option: JsonObject;
}

function choice({ option, group }: { readonly option: JsonObject; readonly group: string }): Choice {
  return {
    value: textIn(option['value']),
    label: labelIn(option['text']),
    description: labelIn(option['description']),
    group,
    option,
  };
}

function labelIn(value: unknown): string {
  return isObject(value) ? textIn(value['text']) : '';
}

const STATE_NAMES = [
  'value',
  'selected_date',
  'selected_time',
  'selected_date_time',
  'selected_option',
  'selected_options',
  'selected_user',
  'selected_users',
  'selected_channel',
  'selected_channels',
  'selected_conversation',
  'selected_conversations',
  'rich_text_value',
];

function valueOf(value: unknown): FieldValue {
  if (typeof value === 'string') return oneValue(value);
  if (typeof value === 'number') return oneValue(String(value));
  if (Array.isArray(value)) {
    const options = objectsIn(value);
    const values = value.map((each: unknown) => (isObject(each) ? textIn(each['value']) : textIn(each)));
    return { values, options };
  }
  if (!isObject(value)) return NO_VALUE;
  if (value['type'] === 'rich_text') return oneValue(textsIn(value).trimEnd());
  return { values: [textIn(value['value'])], options: [value] };
}

/** All text of a rich_text block, a line for each section. */
function textsIn(element: JsonObject): string {
  const own =
    element['type'] === 'text' ? textIn(element['text']) : objectsIn(element['elements']).map(textsIn).join('');
  return element['type'] === 'rich_text_section' ? `${own}\n` : own;
}
