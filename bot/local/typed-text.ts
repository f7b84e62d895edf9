import type { LocalSlack } from './local-slack.ts';

/** The text of a command as Slack hands it on: `&`, `<` and `>` escaped; `@anna` and `#sales` as ids when `withMentions`. */
export function commandText(slack: LocalSlack, typed: string, withMentions: boolean): string {
  const escaped = typed.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').trim();
  return withMentions ? mentionsAsIds(slack, escaped, true) : escaped;
}

/** The text of a message as Slack hands it on: like a command's, with plain ids for people (`<@U0ANNA>`). */
export function messageText(slack: LocalSlack, typed: string): string {
  return mentionsAsIds(slack, commandText(slack, typed, false), false);
}

function mentionsAsIds(slack: LocalSlack, text: string, withNames: boolean): string {
  const users = [...slack.state.users.values()];
  const channels = [...slack.state.channels.values()].filter((channel) => channel.kind !== 'im');
  return text.replace(/(?<![\w&;@#])([@#])([\w-]+)/g, (all, sign: string, name: string) => {
    const found = (sign === '@' ? users : channels).find((each) => each.name === name);
    if (!found) return all;
    return `<${sign}${found.id}${withNames || sign === '#' ? `|${name}` : ''}>`;
  });
}
