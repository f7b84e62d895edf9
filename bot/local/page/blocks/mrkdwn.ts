import { unescapeText } from '../../mrkdwn-text.ts';
import type { JsonObject } from '../json-value.ts';

type Style = Readonly<Partial<Record<'bold' | 'italic' | 'strike' | 'code', true>>>;

/**
 * Slack's mrkdwn as the elements of a rich_text block, so that one component draws both: bold, italic, struck, code,
 * quotes, preformatted text, links, mentions and dates. What is none of these stays as literal text.
 */
export function mrkdwnAsRichText(mrkdwn: string): readonly JsonObject[] {
  return mrkdwn.split(/```\n?([\s\S]+?)\n?```/).flatMap((part, index) => {
    if (index % 2 === 1) return [{ type: 'rich_text_preformatted', elements: [run(unescapeText(part), {})] }];
    return paragraphs(index === 0 ? part : part.replace(/^\n/, ''));
  });
}

/** Lines one after another, those that begin with `>` as quotes. */
function paragraphs(text: string): JsonObject[] {
  const found: { type: string; lines: string[] }[] = [];
  for (const line of text === '' ? [] : text.replace(/\n$/, '').split('\n')) {
    const quoted = /^(?:&gt;|>) ?(.*)$/.exec(line);
    const type = quoted ? 'rich_text_quote' : 'rich_text_section';
    const last = found.at(-1);
    if (last?.type === type) last.lines.push(quoted?.[1] ?? line);
    else found.push({ type, lines: [quoted?.[1] ?? line] });
  }
  return found.map(({ type, lines }) => ({ type, elements: inline(lines.join('\n'), {}) }));
}

/** A reference in angle brackets, code, a styled stretch, or a bare address: whatever comes first. */
const MARKUP =
  /<((?:[@#!]|https?:|mailto:|tel:)[^<>\n]+)>|`([^`\n]+)`|(?<![^\s(>"'*_~])([*_~])(?=\S)([^\n]*?\S)\3(?![^\s.,;:!?)"'<*_~])|(https?:\/\/[^\s<>|]+[^\s<>|.,;:!?)"'])/;
const STYLES: Readonly<Record<string, Style>> = { '*': { bold: true }, _: { italic: true }, '~': { strike: true } };

function inline(text: string, style: Style): JsonObject[] {
  const found = MARKUP.exec(text);
  if (!found) return text === '' ? [] : [run(unescapeText(text), style)];
  const [all, reference, code, mark = '', styled = '', address] = found;
  const rest = inline(text.slice(found.index + all.length), style);
  const before = text.slice(0, found.index);
  const head = before === '' ? [] : [run(unescapeText(before), style)];
  if (reference !== undefined) return [...head, referenceElement(reference, style), ...rest];
  if (code !== undefined) return [...head, run(unescapeText(code), { ...style, code: true }), ...rest];
  if (address !== undefined) return [...head, { type: 'link', url: unescapeText(address), style }, ...rest];
  return [...head, ...inline(styled, { ...style, ...STYLES[mark] }), ...rest];
}

function referenceElement(reference: string, style: Style): JsonObject {
  const bar = reference.indexOf('|');
  const target = bar < 0 ? reference : reference.slice(0, bar);
  const label = bar < 0 ? '' : unescapeText(reference.slice(bar + 1));
  if (target.startsWith('@')) return { type: 'user', user_id: target.slice(1), style };
  if (target.startsWith('#')) return { type: 'channel', channel_id: target.slice(1), style };
  if (target.startsWith('!date^')) {
    const [, timestamp, format, url] = target.split('^');
    return { type: 'date', timestamp: Number(timestamp), format: format ?? '', url, fallback: label, style };
  }
  if (target.startsWith('!subteam^')) return { type: 'usergroup', usergroup_id: label || target.slice(9), style };
  if (target.startsWith('!')) return { type: 'broadcast', range: target.slice(1), style };
  const url = unescapeText(target);
  return { type: 'link', url, text: label || url.replace(/^(mailto|tel):/, ''), style };
}

function run(text: string, style: Style): JsonObject {
  return { type: 'text', text, style };
}
