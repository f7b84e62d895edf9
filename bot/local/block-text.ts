import { barChartText } from '../../core/text/bar-chart-text.ts';
import { inColumns, textWidth } from '../../core/text/text-width.ts';
import { interactiveElements } from './block-kit/block-rules.ts';
import { optionsOf } from './element-state.ts';
import { isJsonObject, type JsonObject, jsonObjects, stringOrUndefined } from './json-object.ts';
import { mrkdwnAsText, type SlackNames } from './mrkdwn-text.ts';
import { richTextAsText } from './rich-text-text.ts';
import { terminalSafe } from './terminal-safe.ts';

/** Something a person can press or choose in a text, by its number from 1. */
export interface TextControl {
  readonly actionId: string;
  readonly blockId: string;
  readonly label: string;
  /** The option's value; undefined for a button. */
  readonly option: string | undefined;
}

/** Blocks as text for a terminal; `controls[0]` is the one marked `[1]`. */
export interface BlockText {
  readonly text: string;
  readonly controls: readonly TextControl[];
}

/** A message as text: its blocks, or its text where it has none. Safe to print whatever names are in it. */
export function messageAsText(
  message: { readonly text: string; readonly blocks: readonly JsonObject[] },
  names: SlackNames,
): BlockText {
  if (message.blocks.length > 0) return blocksAsText(message.blocks, names);
  return { text: terminalSafe(mrkdwnAsText(message.text, names)), controls: [] };
}

/** A modal or Home view as text, its title first. */
export function viewAsText(content: JsonObject, names: SlackNames): BlockText {
  const title = textOf(content['title'], names);
  const body = blocksAsText(jsonObjects(content['blocks']), names);
  return {
    text: title === '' ? body.text : `${underlined(terminalSafe(title))}\n${body.text}`,
    controls: body.controls,
  };
}

/** Blocks as text, one after another. */
export function blocksAsText(blocks: readonly JsonObject[], names: SlackNames): BlockText {
  const controls: TextControl[] = [];
  const text = blocks
    .map((block) => blockAsText(block, names, controls))
    .filter((each) => each !== '')
    .join('\n');
  return { text: terminalSafe(text), controls };
}

function blockAsText(block: JsonObject, names: SlackNames, controls: TextControl[]): string {
  const own = contentAsText(block, names, controls);
  const elements = interactiveElements(block).map((element) => elementAsText(block, element, names, controls));
  const buttons = elements.filter((each) => !each.includes('\n')).join('  ');
  const menus = elements.filter((each) => each.includes('\n'));
  return [own, buttons, ...menus].filter((each) => each !== '').join('\n');
}

function contentAsText(block: JsonObject, names: SlackNames, controls: TextControl[]): string {
  switch (block['type']) {
    case 'section': {
      const fields = jsonObjects(block['fields']).map((field) =>
        textOf(field, names).replace(/\n/, ': ').replace(/::/, ':'),
      );
      return [textOf(block['text'], names), ...fields].filter((each) => each !== '').join('\n');
    }
    case 'header':
      return underlined(textOf(block['text'], names));
    case 'divider':
      return '─'.repeat(24);
    case 'context':
      return jsonObjects(block['elements'])
        .map((each) => (each['type'] === 'image' ? imageText(each) : textOf(each, names)))
        .join(' · ');
    case 'image':
      return [textOf(block['title'], names), imageText(block)].filter((each) => each !== '').join('\n');
    case 'input':
      return textOf(block['label'], names);
    case 'rich_text':
      return richTextAsText(block, names);
    case 'markdown':
      return stringOrUndefined(block['text']) ?? '';
    case 'alert':
      return `! ${textOf(block['text'], names)}`;
    case 'card':
      return ['title', 'subtitle', 'body']
        .map((name) => textOf(block[name], names))
        .filter((each) => each !== '')
        .join('\n');
    case 'carousel':
      return nested(block['elements'], names, controls);
    case 'container': {
      const title = textOf(block['title'], names) || richTextAsText(block['rich_text_title'], names);
      return [underlined(title), textOf(block['subtitle'], names), nested(block['child_blocks'], names, controls)]
        .filter((each) => each !== '')
        .join('\n');
    }
    case 'table':
    case 'data_table':
      return [stringOrUndefined(block['caption']) ?? '', tableText(block['rows'], names)]
        .filter((each) => each !== '')
        .join('\n');
    case 'data_visualization':
      return chartText(block);
    default:
      return '';
  }
}

function nested(blocks: unknown, names: SlackNames, controls: TextControl[]): string {
  return jsonObjects(blocks)
    .map((block) => blockAsText(block, names, controls))
    .join('\n');
}

function elementAsText(block: JsonObject, element: JsonObject, names: SlackNames, controls: TextControl[]): string {
  const blockId = String(block['block_id']);
  const actionId = String(element['action_id']);
  const number = (label: string, option: string | undefined) => {
    controls.push({ actionId, blockId, label, option });
    return `[${controls.length}] ${label}`;
  };
  if (element['type'] === 'button') return number(textOf(element['text'], names), undefined);
  const options = optionsOf(element);
  const placeholder = textOf(element['placeholder'], names);
  if (options.length === 0) return `‹${placeholder || '…'}›`;
  const lines = options.map(
    (option) => `  ${number(textOf(option['text'], names), stringOrUndefined(option['value']))}`,
  );
  return [placeholder || '…', ...lines].join('\n');
}

/** A text object of either kind as plain text, on as many lines as it has. */
function textOf(value: unknown, names: SlackNames): string {
  if (!isJsonObject(value) || typeof value['text'] !== 'string') return '';
  return value['type'] === 'mrkdwn' ? mrkdwnAsText(value['text'], names) : value['text'];
}

function imageText(image: JsonObject): string {
  return `[${stringOrUndefined(image['alt_text']) ?? ''}]`;
}

function underlined(title: string): string {
  return title === '' ? '' : `${title}\n${'═'.repeat(Math.min(textWidth(title), 60))}`;
}

function tableText(rows: unknown, names: SlackNames): string {
  const cells = (Array.isArray(rows) ? rows : []).map((row) =>
    jsonObjects(row).map((cell) =>
      terminalSafe(
        cell['type'] === 'rich_text' ? richTextAsText(cell, names) : (stringOrUndefined(cell['text']) ?? ''),
      ).replaceAll('\n', ' '),
    ),
  );
  return inColumns(cells).join('\n');
}

function chartText(block: JsonObject): string {
  const chart = isJsonObject(block['chart']) ? block['chart'] : {};
  const title = stringOrUndefined(block['title']) ?? '';
  const segments = jsonObjects(chart['segments']);
  // a pie is read as well from bars
  const series =
    segments.length > 0
      ? [{ name: '', data: segments.map(pointOf) }]
      : jsonObjects(chart['series']).map((each) => ({
          name: lineOf(each['name']),
          data: jsonObjects(each['data']).map(pointOf),
        }));
  return [title, ...barChartText({ series })].join('\n');
}

function pointOf(point: JsonObject) {
  return { label: lineOf(point['label']), value: typeof point['value'] === 'number' ? point['value'] : 0 };
}

function lineOf(value: unknown): string {
  return terminalSafe(stringOrUndefined(value) ?? '').replaceAll('\n', ' ');
}
