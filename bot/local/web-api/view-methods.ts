import type { JsonObject } from '../json-object.ts';
import type { LocalSlack } from '../local-slack.ts';
import type { Trigger } from '../trigger-ids.ts';
import {
  checkedView,
  findView,
  modalsOf,
  openModal,
  publishHome,
  pushModal,
  updateView,
  viewForApi,
} from '../view-stack.ts';
import { ApiError, type ApiMethod, invalidArguments, jsonArgument, textArgument } from './api-method.ts';

/** `views.open`, `push`, `update` and `publish`. */
export const VIEW_METHODS: Readonly<Record<string, ApiMethod>> = {
  'views.open': {
    token: 'bot',
    required: ['trigger_id', 'view'],
    scopes: [],
    run(slack, args) {
      const content = checkedView(jsonArgument(args, 'view', 'invalid_arguments'), 'modal');
      const { userId, viewId } = triggerOf(slack, args);
      // A trigger that came up inside a modal opens the next one on top of it.
      const inModal = viewId !== undefined && modalsOf(slack, userId).some((each) => each.id === viewId);
      return { view: viewForApi(inModal ? pushModal(slack, userId, content) : openModal(slack, userId, content)) };
    },
  },
  'views.push': {
    token: 'bot',
    required: ['trigger_id', 'view'],
    scopes: [],
    run(slack, args) {
      const content = checkedView(jsonArgument(args, 'view', 'invalid_arguments'), 'modal');
      const { userId } = triggerOf(slack, args);
      if (modalsOf(slack, userId).length === 0) throw new ApiError('not_found');
      return { view: viewForApi(pushModal(slack, userId, content)) };
    },
  },
  'views.update': {
    token: 'bot',
    required: ['view'],
    scopes: [],
    run(slack, args) {
      const viewId = textArgument(args, 'view_id');
      const externalId = textArgument(args, 'external_id');
      if (viewId === '' && externalId === '') throw invalidArguments('missing required field: view_id');
      const before = findView(slack, viewId, externalId);
      if (!before) throw new ApiError('not_found');
      const type = before.content['type'] === 'home' ? 'home' : 'modal';
      const content = checkedView(jsonArgument(args, 'view', 'invalid_arguments'), type);
      return { view: viewForApi(updateView(slack, before, content, textArgument(args, 'hash'))) };
    },
  },
  'views.publish': {
    token: 'bot',
    required: ['user_id', 'view'],
    scopes: [],
    run(slack, args) {
      const userId = textArgument(args, 'user_id');
      const user = slack.state.users.get(userId);
      if (!user || user.isBot) throw invalidArguments('invalid `user_id`');
      const content = checkedView(jsonArgument(args, 'view', 'invalid_arguments'), 'home');
      return { view: viewForApi(publishHome(slack, userId, content, textArgument(args, 'hash'))) };
    },
  },
};

function triggerOf(slack: LocalSlack, args: JsonObject): Trigger {
  const trigger = slack.triggers.exchange(textArgument(args, 'trigger_id'));
  if (trigger === 'invalid_trigger_id') throw invalidArguments('invalid `trigger_id`');
  if (typeof trigger === 'string') throw new ApiError(trigger);
  return trigger;
}
