import { interactiveElements } from './block-kit/block-rules.ts';
import { inWords, MAX_VIEW_BYTES, viewBytes, viewFindings } from './block-kit-rules.ts';
import { initialState } from './element-state.ts';
import { type JsonObject, jsonObjects } from './json-object.ts';
import { LOCAL_BOT, LOCAL_TEAM } from './local-members.ts';
import type { LocalSlack } from './local-slack.ts';
import { ApiError, invalidArguments } from './web-api/api-method.ts';
import { type StoredView, withIds } from './workspace-state.ts';

/** This many modals may lie on one another (Slack: "Modals"). */
const MAX_MODALS = 3;

/** Throws `invalid_arguments` or `view_too_large` where Slack refuses a view of this type. */
export function checkedView(view: unknown, type: 'modal' | 'home'): JsonObject {
  const problems = viewFindings(view).map(inWords);
  if (problems.length > 0) throw invalidArguments(...problems);
  const [content] = jsonObjects([view]);
  if (!content || content['type'] !== type) throw invalidArguments(`must be a ${type} view [json-pointer:/view/type]`);
  if (viewBytes(content) > MAX_VIEW_BYTES) throw new ApiError('view_too_large');
  return content;
}

/** Opens a modal: the first of a person's stack, in the place of any that lay there. */
export function openModal(slack: LocalSlack, userId: string, content: JsonObject): StoredView {
  for (const each of modalsOf(slack, userId).toReversed())
    slack.state.changes.publish({ kind: 'view-closed', view: each });
  slack.state.modals.set(userId, []);
  return pushModal(slack, userId, content);
}

/** Lays a modal on a person's stack. Throws `push_limit_reached` and `duplicate_external_id`. */
export function pushModal(slack: LocalSlack, userId: string, content: JsonObject): StoredView {
  const stack = modalsOf(slack, userId);
  if (stack.length >= MAX_MODALS) throw new ApiError('push_limit_reached');
  refuseSameExternalId(slack, content, undefined);
  const id = `V${slack.ids(10)}`;
  const view = storedView(slack, userId, content, {
    id,
    rootViewId: stack[0]?.id ?? id,
    previousViewId: stack.at(-1)?.id,
  });
  slack.state.modals.set(userId, [...stack, view]);
  slack.state.changes.publish({ kind: 'view-opened', view });
  return view;
}

/** Gives an open view new content; what was filled in stays where block_id and action_id stay. Throws `hash_conflict`. */
export function updateView(slack: LocalSlack, before: StoredView, content: JsonObject, hash: string): StoredView {
  if (hash !== '' && hash !== before.hash) throw new ApiError('hash_conflict');
  refuseSameExternalId(slack, content, before.id);
  const view = storedView(slack, before.userId, content, before);
  replaceView(slack, view);
  return view;
}

/** Puts the Home view of a person in place. */
export function publishHome(slack: LocalSlack, userId: string, content: JsonObject, hash: string): StoredView {
  const before = slack.state.homes.get(userId);
  if (hash !== '' && before && hash !== before.hash) throw new ApiError('hash_conflict');
  refuseSameExternalId(slack, content, before?.id);
  const id = before?.id ?? `V${slack.ids(10)}`;
  const view = storedView(slack, userId, content, { id, rootViewId: id, previousViewId: undefined });
  slack.state.homes.set(userId, view);
  slack.state.changes.publish({ kind: 'home-published', view });
  return view;
}

/** Takes a person's top modal away, or all of them; gives back those that went, the top one first. */
export function closeModals(slack: LocalSlack, userId: string, which: 'top' | 'all'): readonly StoredView[] {
  const stack = modalsOf(slack, userId);
  const kept = which === 'all' ? [] : stack.slice(0, -1);
  slack.state.modals.set(userId, kept);
  const gone = stack.slice(kept.length).toReversed();
  for (const view of gone) slack.state.changes.publish({ kind: 'view-closed', view });
  return gone;
}

/** Puts a changed view in the place of the one with its id and tells the readers. */
export function replaceView(slack: LocalSlack, view: StoredView): void {
  const { homes, changes } = slack.state;
  if (homes.get(view.userId)?.id === view.id) homes.set(view.userId, view);
  const stack = modalsOf(slack, view.userId);
  slack.state.modals.set(
    view.userId,
    stack.map((each) => (each.id === view.id ? view : each)),
  );
  changes.publish({ kind: 'view-updated', view });
}

/** The open modals of a person, the top one last. */
export function modalsOf(slack: LocalSlack, userId: string): readonly StoredView[] {
  return slack.state.modals.get(userId) ?? [];
}

/** The open view with this id or external_id; undefined when there is none. */
export function findView(slack: LocalSlack, id: string, externalId = ''): StoredView | undefined {
  return openViews(slack).find(
    (each) => (id !== '' && each.id === id) || (externalId !== '' && each.content['external_id'] === externalId),
  );
}

/** A view as Slack gives it in answers and interactions. */
export function viewForApi(view: StoredView): JsonObject {
  const { content } = view;
  const modal = content['type'] === 'modal';
  return {
    id: view.id,
    team_id: LOCAL_TEAM.id,
    private_metadata: '',
    callback_id: '',
    external_id: '',
    ...(modal ? { title: null, submit: null, close: null } : {}),
    clear_on_close: false,
    notify_on_close: false,
    ...content,
    state: { values: view.values },
    hash: view.hash,
    previous_view_id: view.previousViewId ?? null,
    root_view_id: view.rootViewId,
    app_id: LOCAL_BOT.appId,
    app_installed_team_id: LOCAL_TEAM.id,
    bot_id: LOCAL_BOT.botId,
  };
}

function openViews(slack: LocalSlack): StoredView[] {
  return [...[...slack.state.modals.values()].flat(), ...slack.state.homes.values()];
}

function refuseSameExternalId(slack: LocalSlack, content: JsonObject, ownId: string | undefined): void {
  const externalId = content['external_id'];
  if (externalId === undefined || externalId === '') return;
  if (openViews(slack).some((each) => each.id !== ownId && each.content['external_id'] === externalId)) {
    throw new ApiError('duplicate_external_id');
  }
}

type Place = Pick<StoredView, 'id' | 'rootViewId' | 'previousViewId'> & Partial<Pick<StoredView, 'values'>>;

function storedView(slack: LocalSlack, userId: string, content: JsonObject, place: Place): StoredView {
  const blocks = withIds(jsonObjects(content['blocks']), slack.ids);
  const values: Record<string, Record<string, JsonObject>> = {};
  for (const block of blocks) {
    for (const element of interactiveElements(block)) {
      const blockId = String(block['block_id']);
      const actionId = String(element['action_id']);
      const state = place.values?.[blockId]?.[actionId] ?? initialState(element);
      if (state) values[blockId] = { ...values[blockId], [actionId]: state };
    }
  }
  const hash = `${Math.floor(slack.time.workspaceNowMs() / 1000)}.${slack.ids(8)}`;
  const { id, rootViewId, previousViewId } = place;
  return { id, rootViewId, previousViewId, userId, content: { ...content, blocks }, hash, values };
}
