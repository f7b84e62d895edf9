import { zoneOffsetMs } from '../../clock.ts';
import type { JsonObject } from '../json-object.ts';
import { LOCAL_BOT, LOCAL_TEAM, type LocalUser } from '../local-members.ts';
import type { LocalSlack } from '../local-slack.ts';
import { ApiError, type ApiMethod, flagArgument, pageOf, textArgument } from './api-method.ts';

/** `users.info`, `users.list` and `users.lookupByEmail`. */
export const USER_METHODS: Readonly<Record<string, ApiMethod>> = {
  'users.info': {
    token: 'bot',
    required: ['user'],
    scopes: ['users:read'],
    run(slack, args) {
      const user = slack.state.users.get(textArgument(args, 'user'));
      if (!user) throw new ApiError('user_not_found');
      return { user: userForApi(slack, user, flagArgument(args, 'include_locale')) };
    },
  },
  'users.list': {
    token: 'bot',
    required: [],
    scopes: ['users:read'],
    run(slack, args) {
      const { page, nextCursor } = pageOf([...slack.state.users.values()], args, { usual: 1000, max: 1000 });
      return {
        members: page.map((user) => userForApi(slack, user, flagArgument(args, 'include_locale'))),
        cache_ts: Math.floor(slack.time.workspaceNowMs() / 1000),
        response_metadata: { next_cursor: nextCursor },
      };
    },
  },
  'users.lookupByEmail': {
    token: 'bot',
    required: ['email'],
    scopes: ['users:read.email'],
    run(slack, args) {
      const email = textArgument(args, 'email').toLowerCase();
      const user = [...slack.state.users.values()].find(
        (each) => !each.isBot && !each.isDeleted && each.email === email,
      );
      if (!user) throw new ApiError('users_not_found');
      return { user: userForApi(slack, user, false) };
    },
  },
};

/** A user as Slack describes it in answers and in `user_change`; `email` only with the scope for it. */
export function userForApi(slack: LocalSlack, user: LocalUser, withLocale: boolean): JsonObject {
  const email = slack.scopes.includes('users:read.email') && !user.isBot ? { email: user.email } : {};
  return {
    id: user.id,
    team_id: LOCAL_TEAM.id,
    name: user.name,
    deleted: user.isDeleted,
    real_name: user.realName,
    tz: user.timeZone,
    tz_label: user.timeZone,
    tz_offset: zoneOffsetMs(user.timeZone, slack.time.workspaceNowMs()) / 1000,
    profile: {
      real_name: user.realName,
      real_name_normalized: user.realName,
      display_name: user.name,
      display_name_normalized: user.name,
      team: LOCAL_TEAM.id,
      ...email,
      ...(user.isBot ? { bot_id: LOCAL_BOT.botId, api_app_id: LOCAL_BOT.appId } : {}),
    },
    is_admin: user.isAdmin,
    is_owner: false,
    is_primary_owner: false,
    is_restricted: false,
    is_ultra_restricted: false,
    is_bot: user.isBot,
    is_app_user: false,
    updated: 0,
    ...(withLocale ? { locale: user.locale } : {}),
  };
}
