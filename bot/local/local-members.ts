import type { SlackProfile } from '../use-cases/members.ts';

/** The workspace of the stand-in. */
export const LOCAL_TEAM = { id: 'T0LOCAL', name: 'Local workspace', domain: 'local' } as const;

/** The bot as the workspace knows it. */
export const LOCAL_BOT = { userId: 'U0TIERBOOK', botId: 'B0TIERBOOK', appId: 'A0TIERBOOK', name: 'tierbook' } as const;

/** A person of the workspace. */
export interface LocalUser {
  readonly id: string;
  /** The short name, as in `@anna` and `as anna`. */
  readonly name: string;
  readonly realName: string;
  readonly email: string;
  /** As Slack gives it: `en-GB`, `zh-CN`. */
  readonly locale: string;
  /** IANA name. */
  readonly timeZone: string;
  readonly isAdmin: boolean;
  readonly isBot: boolean;
  readonly isDeleted: boolean;
}

/** A channel, or a direct message between the bot and one person. */
export interface LocalChannel {
  readonly id: string;
  readonly name: string;
  readonly kind: 'public' | 'private' | 'im';
  readonly isArchived: boolean;
  /** User ids, the bot's among them when it was invited. */
  readonly members: readonly string[];
}

/** Who is a manager in the sample workspace. */
export const LOCAL_MANAGER = 'U0YIJUN';

/** Two reps, a manager and an admin, who between them speak every language Tierbook speaks. */
export const LOCAL_USERS: readonly LocalUser[] = [
  person('U0ANNA', 'anna', 'Anna Berg', 'en-GB', 'Europe/Berlin'),
  person('U0LEI', 'lei', '陈磊', 'zh-CN', 'Asia/Shanghai'),
  person('U0YIJUN', 'yijun', '林怡君', 'zh-TW', 'Asia/Taipei'),
  { ...person('U0SAM', 'sam', 'Sam Carter', 'en-US', 'America/New_York'), isAdmin: true },
];

/** `#general` and `#sales` with the bot, `#leads` (private) and `#random` without it, `#old-deals` archived. */
export const LOCAL_CHANNELS: readonly LocalChannel[] = [
  channel('C0GENERAL', 'general', true),
  channel('C0SALES', 'sales', true),
  { ...channel('G0LEADS', 'leads', false), kind: 'private' },
  channel('C0RANDOM', 'random', false),
  { ...channel('C0OLD', 'old-deals', true), isArchived: true },
];

/** What Slack would tell of a person. */
export function slackProfile(user: LocalUser): SlackProfile {
  const { email, id: slackUserId, isAdmin: isSlackAdmin, locale, name: displayName, realName, timeZone } = user;
  return { slackUserId, displayName, realName, email, timeZone, locale, isSlackAdmin };
}

function person(id: string, name: string, realName: string, locale: string, timeZone: string): LocalUser {
  const email = `${name}@example.com`;
  return { id, name, realName, email, locale, timeZone, isAdmin: false, isBot: false, isDeleted: false };
}

function channel(id: string, name: string, withBot: boolean): LocalChannel {
  const members = [...LOCAL_USERS.map((user) => user.id), ...(withBot ? [LOCAL_BOT.userId] : [])];
  return { id, name, kind: 'public', isArchived: false, members };
}
