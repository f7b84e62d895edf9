import { type JsonObject, jsonObjects } from '../json-object.ts';
import { dataTable, dataVisualization, table } from './data-block-rules.ts';
import { actionsElement, button, image, inputElement, sectionAccessory } from './element-rules.ts';
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

/** Where blocks stand: Slack allows different ones in each. */
export type Surface = 'message' | 'modal' | 'home';

/** The blocks that Slack takes on a surface, each with its limits (Slack's Block Kit reference). */
export const BLOCKS_OF: Readonly<Record<Surface, Rule>> = surfaces();

type Rules = Readonly<Record<string, Rule>>;

function surfaces(): Record<Surface, Rule> {
  const everywhere = { ...classicBlocks(), card: card() };
  const carousel = block({ elements: list(byType({ card: card() }), { max: 10 }) });
  return {
    message: byType({
      ...everywhere,
      carousel,
      container: container(),
      table,
      data_table: dataTable,
      data_visualization: dataVisualization,
      file: block({ external_id: string({ min: 1 }), source: oneOf('remote') }),
      markdown: block({ text: string({ min: 1, max: 12_000 }) }),
      context_actions: block({ elements: list(byType(contextActions()), { max: 5 }) }),
    }),
    modal: byType({ ...everywhere, alert: alert() }),
    home: byType({ ...everywhere, carousel }),
  };
}

function classicBlocks(): Rules {
  return {
    section: block(
      {},
      {
        text: text('either', 3000),
        fields: list(text('either', 2000), { max: 10 }),
        accessory: sectionAccessory,
        expand: boolean,
      },
      (value, pointer, found) => {
        if (value['text'] === undefined && value['fields'] === undefined) {
          found.push({ problem: 'must define either `text` or `fields`', pointer });
        }
      },
    ),
    header: block({ text: text('plain_text', 150) }, { level: number({ min: 1, max: 4, whole: true }) }),
    divider: block({}),
    context: block({
      elements: list(byType({ image, plain_text: text('plain_text', 3000), mrkdwn: text('mrkdwn', 3000) }), {
        max: 10,
      }),
    }),
    image: block(
      { alt_text: string({ min: 1, max: 2000 }) },
      { image_url: url, slack_file: anything, title: text('plain_text', 2000) },
      (value, pointer, found) => {
        if ((value['image_url'] === undefined) === (value['slack_file'] === undefined)) {
          found.push({ problem: 'must define either `image_url` or `slack_file`', pointer });
        }
      },
    ),
    actions: block({ elements: list(actionsElement, { max: 25 }) }),
    input: block(
      { label: text('plain_text', 2000), element: inputElement },
      { hint: text('plain_text', 2000), optional: boolean, dispatch_action: boolean },
    ),
    rich_text: richText,
    video: block(
      { alt_text: string({ min: 1 }), title: text('plain_text', 200), thumbnail_url: url, video_url: url },
      {
        author_name: string({ max: 50 }),
        description: text('plain_text', 200),
        provider_icon_url: url,
        provider_name: string(),
        title_url: url,
      },
    ),
  };
}

function card(): Rule {
  const optional = {
    hero_image: image,
    icon: image,
    title: text('mrkdwn', 150),
    subtitle: text('mrkdwn', 150),
    body: text('mrkdwn', 200),
    actions: list(byType({ button }), { max: 3 }),
  };
  return block({}, optional, (value, pointer, found) => {
    if (['hero_image', 'title', 'body', 'actions'].every((name) => value[name] === undefined)) {
      found.push({ problem: 'must define at least one of `hero_image`, `title`, `body` or `actions`', pointer });
    }
  });
}

function container(): Rule {
  const { section, header, divider, context, image: picture, actions, input, rich_text, video } = classicBlocks();
  const children: Rules = Object.fromEntries(
    Object.entries({
      section,
      header,
      divider,
      context,
      image: picture,
      actions,
      input,
      rich_text,
      video,
      table,
    }).flatMap(([name, rule]) => (rule ? [[name, rule]] : [])),
  );
  return block(
    { child_blocks: list(byType(children), { max: 10 }) },
    {
      title: text('plain_text', 150),
      rich_text_title: byType({ rich_text: richText }),
      subtitle: text('either', 150),
      width: oneOf('narrow', 'standard', 'wide', 'full'),
      icon: image,
      is_collapsible: boolean,
      default_collapsed: boolean,
      has_header_divider: boolean,
    },
    (value, pointer, found) => {
      if (value['title'] === undefined && value['rich_text_title'] === undefined) {
        found.push({ problem: 'missing required field: title', pointer });
      }
    },
  );
}

function alert(): Rule {
  return block({ text: text('either', 200) }, { level: oneOf('default', 'info', 'warning', 'error', 'success') });
}

function contextActions(): Rules {
  const choice = shape(
    { text: text('plain_text', 75), value: string({ min: 1, max: 2000 }) },
    { accessibility_label: string({ max: 75 }) },
  );
  const id = { action_id: string({ min: 1, max: 255 }) };
  return {
    feedback_buttons: shape({ positive_button: choice, negative_button: choice }, id),
    icon_button: shape(
      { icon: oneOf('trash'), text: text('plain_text', 75) },
      {
        ...id,
        value: string({ max: 2000 }),
        accessibility_label: string({ max: 75 }),
        visible_to_user_ids: list(string()),
      },
    ),
  };
}

function block(
  required: Rules,
  optional: Rules = {},
  also?: (value: JsonObject, at: string, found: Finding[]) => void,
): Rule {
  return shape(required, { block_id: string({ max: 255 }), ...optional }, also);
}

/** The blocks inside a block that count for the uniqueness of ids: cards of a carousel, children of a container. */
export function nestedBlocks(value: JsonObject): readonly { readonly block: JsonObject; readonly path: string }[] {
  const place = value['type'] === 'container' ? 'child_blocks' : value['type'] === 'carousel' ? 'elements' : undefined;
  return place === undefined
    ? []
    : jsonObjects(value[place]).map((each, index) => ({ block: each, path: `/${place}/${index}` }));
}

/** The interactive elements that stand directly in a block: of `actions`, a card, beside a section, in an input. */
export function interactiveElements(value: JsonObject): readonly JsonObject[] {
  const type = value['type'];
  if (type === 'actions' || type === 'context_actions') return jsonObjects(value['elements']);
  if (type === 'card') return jsonObjects(value['actions']);
  const single = type === 'section' ? value['accessory'] : type === 'input' ? value['element'] : undefined;
  return jsonObjects([single]).filter((each) => each['type'] !== 'image');
}
