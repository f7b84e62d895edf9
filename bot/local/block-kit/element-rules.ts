import { type JsonObject, jsonObjects } from '../json-object.ts';
import { richText } from './rich-text-rules.ts';
import {
  anything,
  boolean,
  byType,
  type Finding,
  list,
  number,
  oneOf,
  type Rule,
  shape,
  string,
  text,
  url,
} from './rule.ts';

/** The dialogue "are you sure" (title 100, text 300, buttons 30). */
const confirm: Rule = shape(
  { text: text('either', 300) },
  {
    title: text('plain_text', 100),
    confirm: text('plain_text', 30),
    deny: text('plain_text', 30),
    style: oneOf('primary', 'danger'),
  },
);

/** A picture inside a context, a section, a card or a container: its address or Slack file, and a text for those who cannot see it. */
export const image: Rule = shape(
  { alt_text: string({ min: 1, max: 2000 }) },
  { image_url: url, slack_file: anything },
  needsImageSource,
);

/** One button (text 75, value 2,000, accessibility_label 75, url 3,000). */
export const button: Rule = actionable(
  { text: text('plain_text', 75) },
  { value: string({ max: 2000 }), url, style: oneOf('primary', 'danger'), accessibility_label: string({ max: 75 }) },
);

/** Every element that may stand in an `actions` block. */
export const actionsElement: Rule = byType({ ...pickers(), ...choices(), button, rich_text_input: richTextInput() });

/** Every element that may stand beside a section. */
export const sectionAccessory: Rule = byType({ ...pickers(), ...choices(), button, image });

/** Every element that may stand in an `input` block. */
export const inputElement: Rule = byType({
  ...pickers(),
  ...choices({ overflow: false, inInput: true }),
  rich_text_input: richTextInput(),
  plain_text_input: input(
    {
      multiline: boolean,
      min_length: number({ min: 0, max: 3000, whole: true }),
      max_length: number({ min: 1, max: 3000, whole: true }),
    },
    3000,
  ),
  email_text_input: input({}, 3000),
  url_text_input: input({}, 3000),
  number_input: input({ is_decimal_allowed: boolean, min_value: string(), max_value: string() }, 3000, [
    'is_decimal_allowed',
  ]),
  file_input: actionable(
    {},
    { filetypes: list(string({ min: 1 })), max_files: number({ min: 1, max: 10, whole: true }) },
  ),
});

/** What an app may answer as its suggestions for an external menu: options, or groups of them. */
export const suggestedOptions: Rule = shape({}, optionLists({ min: 0 }), oneKindOfOptions);

type Rules = Readonly<Record<string, Rule>>;

function actionable(
  required: Rules,
  optional: Rules = {},
  also?: (value: JsonObject, at: string, found: Finding[]) => void,
): Rule {
  return shape(required, { action_id: string({ min: 1, max: 255 }), confirm, ...optional }, also);
}

function option(kind: 'plain_text' | 'either', withUrl = false): Rule {
  const optional = { description: text(kind, 75), ...(withUrl ? { url } : {}) };
  return shape({ text: text(kind, 75), value: string({ min: 1, max: 150 }) }, optional);
}

/** The options of a menu: 100, or 100 groups of 100; `min` (default 1) is the least there must be. */
function optionLists({ min = 1 } = {}): Rules {
  const options = list(option('plain_text'), { min, max: 100 });
  return { options, option_groups: list(shape({ label: text('plain_text', 75), options }), { min, max: 100 }) };
}

function pickers(): Rules {
  const common = { placeholder: text('plain_text', 150), focus_on_load: boolean };
  return {
    datepicker: actionable({}, { ...common, initial_date: string({ form: /^\d{4}-\d{2}-\d{2}$/, min: 1 }) }),
    timepicker: actionable(
      {},
      { ...common, initial_time: string({ form: /^([01]\d|2[0-3]):[0-5]\d$/, min: 1 }), timezone: string() },
    ),
    datetimepicker: actionable(
      {},
      { focus_on_load: boolean, initial_date_time: number({ min: 1e9, max: 9999999999, whole: true }) },
    ),
  };
}

function choices({ overflow = true, inInput = false } = {}): Rules {
  const common = { placeholder: text('plain_text', 150), focus_on_load: boolean };
  const many = { ...common, max_selected_items: number({ min: 1, whole: true }) };
  const plain = option('plain_text');
  const lists = optionLists();
  const free = option('either');
  const query = { min_query_length: number({ min: 0, whole: true }) };
  const responds = inInput ? { response_url_enabled: boolean } : {};
  const filter = shape(
    {},
    {
      include: list(oneOf('im', 'mpim', 'private', 'public')),
      exclude_external_shared_channels: boolean,
      exclude_bot_users: boolean,
    },
  );
  return {
    static_select: actionable({}, { ...common, ...lists, initial_option: plain }, oneKindOfOptions),
    multi_static_select: actionable(
      {},
      { ...many, ...lists, initial_options: list(plain, { max: 100 }) },
      oneKindOfOptions,
    ),
    external_select: actionable({}, { ...common, ...query, initial_option: plain }),
    multi_external_select: actionable({}, { ...many, ...query, initial_options: list(plain, { max: 100 }) }),
    users_select: actionable({}, { ...common, initial_user: string({ min: 1 }) }),
    multi_users_select: actionable({}, { ...many, initial_users: list(string({ min: 1 })) }),
    conversations_select: actionable(
      {},
      {
        ...common,
        ...responds,
        initial_conversation: string({ min: 1 }),
        default_to_current_conversation: boolean,
        filter,
      },
    ),
    multi_conversations_select: actionable(
      {},
      { ...many, initial_conversations: list(string({ min: 1 })), default_to_current_conversation: boolean, filter },
    ),
    channels_select: actionable({}, { ...common, ...responds, initial_channel: string({ min: 1 }) }),
    multi_channels_select: actionable({}, { ...many, initial_channels: list(string({ min: 1 })) }),
    checkboxes: actionable(
      { options: list(free, { max: 10 }) },
      { focus_on_load: boolean, initial_options: list(free, { max: 10 }) },
      initialAmongOptions,
    ),
    radio_buttons: actionable(
      { options: list(free, { max: 10 }) },
      { focus_on_load: boolean, initial_option: free },
      initialAmongOptions,
    ),
    ...(overflow ? { overflow: actionable({ options: list(option('plain_text', true), { max: 5 }) }) } : {}),
  };
}

function input(optional: Rules, max: number, required: readonly string[] = []): Rule {
  const rules: Rules = {
    placeholder: text('plain_text', 150),
    initial_value: string({ max }),
    focus_on_load: boolean,
    dispatch_action_config: shape(
      {},
      { trigger_actions_on: list(oneOf('on_enter_pressed', 'on_character_entered'), { max: 2 }) },
    ),
    ...optional,
  };
  return actionable(Object.fromEntries(required.map((name) => [name, rules[name] ?? anything])), rules);
}

function richTextInput(): Rule {
  return input({ initial_value: richText, min_lines: number({ min: 1 }), max_lines: number({ min: 1 }) }, 3000);
}

function needsImageSource(value: JsonObject, pointer: string, found: Finding[]): void {
  if ((value['image_url'] === undefined) === (value['slack_file'] === undefined)) {
    found.push({ problem: 'must define either `image_url` or `slack_file`', pointer });
  }
}

function oneKindOfOptions(value: JsonObject, pointer: string, found: Finding[]): void {
  if ((value['options'] === undefined) === (value['option_groups'] === undefined)) {
    found.push({ problem: 'must define either `options` or `option_groups`', pointer });
  }
  initialAmongOptions(value, pointer, found);
}

/** Slack refuses a first choice that is not, text for text, one of the options. */
function initialAmongOptions(value: JsonObject, pointer: string, found: Finding[]): void {
  const offered = [
    ...jsonObjects(value['options']),
    ...jsonObjects(value['option_groups']).flatMap((group) => jsonObjects(group['options'])),
  ];
  const known = new Set(offered.map((each) => each['value']));
  const chosen = [...jsonObjects([value['initial_option']]), ...jsonObjects(value['initial_options'])];
  if (chosen.some((each) => !known.has(each['value']))) {
    found.push({ problem: 'initial option must be one of the options', pointer });
  }
}
