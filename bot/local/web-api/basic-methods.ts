import { LOCAL_BOT, LOCAL_TEAM } from '../local-members.ts';
import { ApiError, type ApiMethod } from './api-method.ts';

/** `api.test`, `auth.test` and `apps.connections.open`. */
export const BASIC_METHODS: Readonly<Record<string, ApiMethod>> = {
  'api.test': {
    token: 'none',
    required: [],
    scopes: [],
    run(_slack, args) {
      const { token: _token, ...rest } = args;
      if (typeof rest['error'] === 'string') throw new ApiError(rest['error'], { args: rest });
      return { args: rest };
    },
  },
  'auth.test': {
    token: 'bot',
    required: [],
    scopes: [],
    run: (slack) => ({
      url: `${slack.url()}/`,
      team: LOCAL_TEAM.name,
      user: LOCAL_BOT.name,
      team_id: LOCAL_TEAM.id,
      user_id: LOCAL_BOT.userId,
      bot_id: LOCAL_BOT.botId,
      is_enterprise_install: false,
    }),
  },
  'apps.connections.open': {
    token: 'app',
    required: [],
    scopes: [],
    run: (slack) => ({ url: `${slack.url().replace(/^http/, 'ws')}${slack.socketMode.issueTicket()}` }),
  },
};
