/** How ids are said: people and channels by name, where they are known. */
export interface SlackNames {
  userName(id: string): string | undefined;
  channelName(id: string): string | undefined;
}

/**
 * Slack's mrkdwn as plain text: mentions, links and dates as one reads them, the marks of bold and italic left out, and
 * `&amp;`, `&lt;` and `&gt;` as the characters they stand for.
 */
export function mrkdwnAsText(mrkdwn: string, names: SlackNames): string {
  const parts = mrkdwn.split(/(<(?:[@#!]|https?:|mailto:|tel:)[^<>\n]+>)/);
  return parts
    .map((part, index) => unescapeText(index % 2 === 1 ? reference(part.slice(1, -1), names) : plain(part)))
    .join('');
}

/** Takes Slack's escapes back, each once: `&amp;lt;` becomes `&lt;`. */
export function unescapeText(text: string): string {
  return text.replace(/&(amp|lt|gt);/g, (_all, name: string) => (name === 'amp' ? '&' : name === 'lt' ? '<' : '>'));
}

function reference(inside: string, names: SlackNames): string {
  const bar = inside.indexOf('|');
  const target = bar < 0 ? inside : inside.slice(0, bar);
  const label = bar < 0 ? '' : inside.slice(bar + 1);
  if (target.startsWith('@')) return `@${names.userName(target.slice(1)) ?? (label || target.slice(1))}`;
  if (target.startsWith('#')) return `#${names.channelName(target.slice(1)) ?? (label || target.slice(1))}`;
  if (target.startsWith('!date^')) return label || target;
  if (target.startsWith('!subteam^')) return label || '@group';
  if (target.startsWith('!')) return `@${target.slice(1)}`;
  const address = target.replace(/^(mailto|tel):/, '');
  return label === '' || label === target || label === address ? address : `${label} (${address})`;
}

/** Marks count only around a word or phrase, as in Slack: `2*3*4` stays as it is. */
function plain(text: string): string {
  return text
    .replace(/(^|[\s(>"'])([*_~])(?=\S)([^\n]*?\S)\2(?=$|[\s.,;:!?)"'<])/gm, '$1$3')
    .replace(/```\n?|`([^`\n]+)`/g, (_all, code: string | undefined) => code ?? '');
}
