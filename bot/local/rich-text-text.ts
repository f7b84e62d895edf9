import { isJsonObject, type JsonObject, jsonObjects, stringOrUndefined } from './json-object.ts';
import type { SlackNames } from './mrkdwn-text.ts';

/** A `rich_text` block as plain text; empty for anything else. */
export function richTextAsText(block: unknown, names: SlackNames): string {
  if (!isJsonObject(block)) return '';
  return jsonObjects(block['elements'])
    .map((part) => partAsText(part, names))
    .join('\n');
}

function partAsText(part: JsonObject, names: SlackNames): string {
  const elements = jsonObjects(part['elements']);
  switch (part['type']) {
    case 'rich_text_list': {
      const indent = '  '.repeat(typeof part['indent'] === 'number' ? part['indent'] : 0);
      const offset = typeof part['offset'] === 'number' ? part['offset'] : 0;
      const mark = (at: number) => (part['style'] === 'ordered' ? `${offset + at + 1}.` : '•');
      return elements.map((each, at) => `${indent}${mark(at)} ${partAsText(each, names)}`).join('\n');
    }
    case 'rich_text_quote':
      return `│ ${inlineText(elements, names).replaceAll('\n', '\n│ ')}`;
    default:
      return inlineText(elements, names).replace(/\n$/, '');
  }
}

function inlineText(elements: readonly JsonObject[], names: SlackNames): string {
  return elements.map((element) => inlineElement(element, names)).join('');
}

function inlineElement(element: JsonObject, names: SlackNames): string {
  const field = (name: string) => stringOrUndefined(element[name]) ?? '';
  switch (element['type']) {
    case 'link':
      return field('text') && field('text') !== field('url') ? `${field('text')} (${field('url')})` : field('url');
    case 'user':
      return `@${names.userName(field('user_id')) ?? field('user_id')}`;
    case 'channel':
      return `#${names.channelName(field('channel_id')) ?? field('channel_id')}`;
    case 'broadcast':
      return `@${field('range')}`;
    case 'usergroup':
      return '@group';
    case 'emoji':
      return `:${field('name')}:`;
    case 'color':
      return field('value');
    case 'date':
      return field('fallback');
    default:
      return field('text');
  }
}
