import { HELP_WORDS } from '../../../core/text/bot-text.ts';
import { TOMORROW_WORDS } from '../../../core/text/follow-up-list-text.ts';

/** What stands after `/followups`. */
export type FollowUpsQuery =
  | { readonly kind: 'help' }
  /** A list: whose (a mention or a name; undefined: the asker's own), and whether of tomorrow. */
  | { readonly kind: 'list'; readonly rep: string | undefined; readonly isTomorrow: boolean };

const TODAY_WORDS: ReadonlySet<string> = new Set(['today', '今天', '今日']);
const MENTION = /<@([UW][A-Z0-9]+)(?:\|[^>]*)?>/;

/** Reads a command's text; with "escape channels and users" Slack writes mentions as `<@U1|name>`. */
export function parseFollowUpsQuery(text: string): FollowUpsQuery {
  const mention = MENTION.exec(text);
  const words = text
    .replace(MENTION, ' ')
    .normalize('NFKC')
    .split(/\s+/)
    .filter((word) => word !== '');
  const days = words.filter((word) => isDay(word));
  const rest = words.filter((word) => !isDay(word)).join(' ');
  const isTomorrow = days.some((word) => TOMORROW_WORDS.includes(word.toLowerCase()));
  if (mention === null && rest !== '' && HELP_WORDS.includes(rest.toLowerCase())) return { kind: 'help' };
  const rep = mention?.[1] ?? (rest === '' ? undefined : rest);
  return { kind: 'list', rep, isTomorrow };
}

function isDay(word: string): boolean {
  return TOMORROW_WORDS.includes(word.toLowerCase()) || TODAY_WORDS.has(word.toLowerCase());
}
