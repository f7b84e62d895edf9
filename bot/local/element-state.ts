import { suggestedOptions } from './block-kit/element-rules.ts';
import type { Finding } from './block-kit/rule.ts';
import { isJsonObject, type JsonObject, jsonObjects, stringOrUndefined } from './json-object.ts';

/** What a person puts into an element: a text, a date, an option's value or an id; several for the elements that take several. */
export type Input = string | readonly string[];

/** Why an element does not take an input. */
export class InputError extends Error {
  override readonly name = 'InputError';
}

/** The property that carries an element's value in Slack's state and actions. */
const VALUE_NAME: Readonly<Record<string, { name: string; initial: string; many?: true; option?: true }>> = {
  plain_text_input: { name: 'value', initial: 'initial_value' },
  email_text_input: { name: 'value', initial: 'initial_value' },
  url_text_input: { name: 'value', initial: 'initial_value' },
  number_input: { name: 'value', initial: 'initial_value' },
  rich_text_input: { name: 'rich_text_value', initial: 'initial_value' },
  datepicker: { name: 'selected_date', initial: 'initial_date' },
  timepicker: { name: 'selected_time', initial: 'initial_time' },
  datetimepicker: { name: 'selected_date_time', initial: 'initial_date_time' },
  static_select: { name: 'selected_option', initial: 'initial_option', option: true },
  external_select: { name: 'selected_option', initial: 'initial_option', option: true },
  radio_buttons: { name: 'selected_option', initial: 'initial_option', option: true },
  overflow: { name: 'selected_option', initial: '', option: true },
  users_select: { name: 'selected_user', initial: 'initial_user' },
  channels_select: { name: 'selected_channel', initial: 'initial_channel' },
  conversations_select: { name: 'selected_conversation', initial: 'initial_conversation' },
  multi_static_select: { name: 'selected_options', initial: 'initial_options', many: true, option: true },
  multi_external_select: { name: 'selected_options', initial: 'initial_options', many: true, option: true },
  checkboxes: { name: 'selected_options', initial: 'initial_options', many: true, option: true },
  multi_users_select: { name: 'selected_users', initial: 'initial_users', many: true },
  multi_channels_select: { name: 'selected_channels', initial: 'initial_channels', many: true },
  multi_conversations_select: { name: 'selected_conversations', initial: 'initial_conversations', many: true },
};

/** The options a person can choose from: an element's own, in groups or not. */
export function optionsOf(element: JsonObject): readonly JsonObject[] {
  const groups = jsonObjects(element['option_groups']).flatMap((group) => jsonObjects(group['options']));
  return [...jsonObjects(element['options']), ...groups];
}

/** The options in an answer to a `block_suggestion`; none when there is one that Slack does not take, as Slack then shows none. */
export function offeredOptions(answer: unknown): readonly JsonObject[] {
  const found: Finding[] = [];
  suggestedOptions(answer, '', found);
  return found.length === 0 && isJsonObject(answer) ? optionsOf(answer) : [];
}

/** The state of an element that nobody has touched; undefined for a button, which has none. */
export function initialState(element: JsonObject): JsonObject | undefined {
  const kind = kindOf(element);
  const type = element['type'];
  if (!kind || type === 'overflow') return undefined;
  return { type, [kind.name]: element[kind.initial] ?? (kind.many ? [] : null) };
}

/**
 * The state of an element after a person's input, with `offered` as the options of an external menu.
 *
 * Throws {@link InputError} for what Slack's own client would not let a person enter.
 */
export function stateAfter(element: JsonObject, input: Input, offered: readonly JsonObject[] = []): JsonObject {
  const kind = kindOf(element);
  const type = String(element['type']);
  if (!kind) throw new InputError(`A ${type} takes no input.`);
  const values = typeof input === 'string' ? [input] : input;
  if (!kind.many && values.length > 1) throw new InputError(`A ${type} takes one value.`);
  for (const value of values) refuseImpossible(element, type, value);
  const options = [...optionsOf(element), ...offered];
  const chosen = kind.option ? values.map((value) => optionWithValue(options, value)) : values;
  const most = element['max_selected_items'];
  if (typeof most === 'number' && chosen.length > most) throw new InputError(`At most ${most} may be chosen.`);
  if (kind.many) return { type, [kind.name]: chosen };
  const [first] = chosen;
  if (type === 'datetimepicker') return { type, [kind.name]: Number(first) };
  if (type === 'rich_text_input') return { type, [kind.name]: plainRichText(values[0] ?? '') };
  return { type, [kind.name]: first === undefined || first === '' ? null : first };
}

/** Whether a state holds nothing yet. */
export function isEmptyState(state: JsonObject | undefined): boolean {
  const { type: _type, ...value } = state ?? {};
  return Object.values(value).every(
    (each) => each === null || each === '' || (Array.isArray(each) && each.length === 0),
  );
}

function kindOf(element: JsonObject): (typeof VALUE_NAME)[string] | undefined {
  const type = stringOrUndefined(element['type']) ?? '';
  return Object.hasOwn(VALUE_NAME, type) ? VALUE_NAME[type] : undefined;
}

function optionWithValue(options: readonly JsonObject[], value: string): JsonObject {
  const option = options.find((each) => each['value'] === value);
  if (!option) throw new InputError(`There is no option with the value ${JSON.stringify(value)}.`);
  return option;
}

function refuseImpossible(element: JsonObject, type: string, value: string): void {
  const { min_length: min, max_length: max } = element;
  if (typeof max === 'number' && value.length > max) throw new InputError(`At most ${max} characters.`);
  if (typeof min === 'number' && value !== '' && value.length < min)
    throw new InputError(`At least ${min} characters.`);
  if (value === '') return;
  const form = FORMS[type];
  if (form && !form.test(value)) throw new InputError(`${JSON.stringify(value)} does not fit a ${type}.`);
}

const FORMS: Readonly<Record<string, RegExp>> = {
  datepicker: /^\d{4}-\d{2}-\d{2}$/,
  timepicker: /^([01]\d|2[0-3]):[0-5]\d$/,
  datetimepicker: /^\d{10}$/,
  number_input: /^-?\d+([.]\d+)?$/,
  email_text_input: /^[^\s@]+@[^\s@]+$/,
  url_text_input: /^https?:\/\/\S+$/,
};

function plainRichText(text: string): JsonObject {
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }] };
}
