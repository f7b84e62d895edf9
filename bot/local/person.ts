import { languageOf } from '../../core/text/language.ts';
import { TERMINAL_TEXT } from '../../core/text/terminal-text.ts';
import { type Input, InputError, isEmptyState, offeredOptions, stateAfter } from './element-state.ts';

import { elementsOf, type FoundElement } from './found-element.ts';
import {
  type ActedOn,
  actionPayload,
  closedPayload,
  commandPayload,
  shortcutPayload,
  submissionPayload,
  suggestionPayload,
} from './interaction-payloads.ts';
import type { JsonObject } from './json-object.ts';
import type { LocalChannel, LocalUser } from './local-members.ts';
import type { LocalSlack } from './local-slack.ts';
import { afterSubmission, type Outcome, outcomeOf, takeAnswer } from './outcome.ts';
import { respondWith } from './response-messages.ts';
import { type DroppedFile, shareFile } from './share-file.ts';
import { tellSaid } from './tell-said.ts';
import { commandText, messageText } from './typed-text.ts';
import { closeModals, modalsOf, replaceView, viewForApi } from './view-stack.ts';

import { directMessageId, findMessage, postMessage, type StoredMessage, type StoredView } from './workspace-state.ts';

/** Slack's own voice in a channel: it tells a person that a command failed. */
const SLACKBOT = 'USLACKBOT';

/** A message, or the view in front of the person: the top modal, or Home. */
export type Place = StoredMessage | 'modal' | 'home';

/** Narrows down an element when several have one action_id. */
interface Which {
  readonly blockId?: string;
  readonly value?: string;
}

/** Why a person could not do something: a real client would not have offered it. */
export class NotOffered extends Error {
  override readonly name = 'NotOffered';
  readonly reason: 'unknown-command' | 'not-there';
  /** What was asked for, when it is a command. */
  readonly subject: string;

  constructor(message: string, reason: 'unknown-command' | 'not-there' = 'not-there', subject = '') {
    super(message);
    this.reason = reason;
    this.subject = subject;
  }
}

/** The hands and eyes of one person of the workspace. */
export interface Person {
  readonly id: string;
  /** Types a slash command into a channel (default: the direct message with the bot). */
  command(command: string, text?: string, where?: { channel?: string }): Promise<Outcome>;
  /** Writes a message into a channel, a direct message or a thread. */
  say(channel: string, text: string, threadTs?: string): Promise<StoredMessage>;
  /** Drops a file into a channel or the direct message with the bot. */
  shareFile(channel: string, file: DroppedFile): Promise<StoredMessage>;
  /** Deletes a file of one's own, which leaves a tombstone. */
  deleteFile(fileId: string): void;
  clickButton(place: Place, actionId: string, which?: Which): Promise<Outcome>;
  /** Chooses in a menu, list of boxes or picker: an option's value, an id, a date. */
  selectOption(place: Place, actionId: string, input: Input, which?: Which): Promise<Outcome>;
  /** Types into an external menu; gives the options that the bot suggests. */
  suggestions(place: Place, actionId: string, query: string, which?: Which): Promise<readonly JsonObject[]>;
  /** Fills in a field of the top modal, without telling the bot. */
  fillIn(actionId: string, input: Input, which?: Which): void;
  /** Fills in fields of the top modal, by action_id, and submits it. */
  submitView(inputs?: Readonly<Record<string, Input>>): Promise<Outcome>;
  /** Closes the top modal, or with `all` the whole stack. */
  closeView(which?: 'top' | 'all'): Promise<Outcome>;
  /** Opens the bot's Home. */
  openHome(): Promise<Outcome>;
  /**
   * Takes a shortcut of the app: with `on` one of that message's menu, otherwise a global one. Slack offers those alone that the manifest
   * declares, and none on what only the person sees.
   */
  shortcut(callbackId: string, on?: StoredMessage): Promise<Outcome>;
  /** What the person sees of a channel, oldest first. */
  visibleMessages(channel: string): readonly StoredMessage[];
  /** The top modal; undefined when none is open. */
  currentView(): StoredView | undefined;
  home(): StoredView | undefined;
}

/** Acts for one person. Throws {@link NotOffered} when there is no such person. */
export function createPerson(slack: LocalSlack, userId: string): Person {
  const { state, delivery } = slack;
  const suggested = new Map<string, readonly JsonObject[]>();
  userNow();

  return {
    id: userId,
    async command(command, text = '', where = {}) {
      const channel = channelToWriteIn(where.channel ?? directMessageId(userId));
      const declared = slack.commands?.find((each) => each.command === command);
      if (slack.commands && !declared)
        throw new NotOffered(`${command} is not a valid command.`, 'unknown-command', command);
      const escaped = commandText(slack, text, declared?.shouldEscape !== false);
      const outcome = await delivery.ask('slash_commands', commandPayload(slack, userNow(), channel, command, escaped));
      const result = takeAnswer(outcome, (answer) => {
        if (Object.keys(answer).length === 0) return;
        respondWith(slack, { userId, channel: channel.id, messageTs: undefined, threadTs: undefined }, answer);
      });
      if (result.kind === 'failed') {
        postMessage(state, {
          channel: channel.id,
          ts: state.nextTs(),
          userId: SLACKBOT,
          text: `${command} failed with the error "${result.error}"`,
          blocks: [],
          visibleTo: userId,
        });
      }
      return result;
    },
    async say(channelId, text, threadTs) {
      const channel = channelToWriteIn(channelId);
      const root = threadTs === undefined ? undefined : findMessage(state, channelId, threadTs);
      if (threadTs !== undefined && (root === undefined || root.visibleTo !== undefined || root.threadTs !== undefined))
        throw new NotOffered('There is no such thread.');
      const message = postMessage(state, {
        channel: channel.id,
        ts: state.nextTs(),
        userId,
        text: messageText(slack, text),
        blocks: [],
        ...(threadTs === undefined ? {} : { threadTs }),
      });
      await tellSaid(slack, message, channel);
      return message;
    },
    shareFile: async (channelId, file) => shareFile(slack, userNow(), channelToWriteIn(channelId), file),
    deleteFile(fileId) {
      const file = state.files.get(fileId);
      if (file?.userId !== userId) throw new NotOffered('This is not a file of yours.');
      state.files.set(fileId, { ...file, isDeleted: true });
    },
    clickButton(place, actionId, which) {
      const found = elementAt(place, actionId, which);
      if (found.element['type'] !== 'button') throw new NotOffered(`${actionId} is not a button.`);
      return act(place, found, undefined);
    },
    selectOption(place, actionId, input, which) {
      const found = elementAt(place, actionId, which);
      return act(place, found, newState(found, input));
    },
    async suggestions(place, actionId, query, which) {
      const found = elementAt(place, actionId, which);
      const type = found.element['type'];
      if (type !== 'external_select' && type !== 'multi_external_select') {
        throw new NotOffered(`${actionId} is not an external menu.`);
      }
      const least = found.element['min_query_length'];
      if (query.length < (typeof least === 'number' ? least : 3)) return [];
      const payload = suggestionPayload(slack, userNow(), actedOn(place), found, query);
      const outcome = await delivery.ask('interactive', payload);
      const options = outcome.kind === 'acked' ? offeredOptions(outcome.payload) : [];
      suggested.set(suggestionKey(found), options);
      return options;
    },
    fillIn(actionId, input, which) {
      const found = elementAt('modal', actionId, which);
      storeInput(viewAt('modal'), found, newState(found, input));
    },
    submitView,
    async closeView(which = 'top') {
      const all = which === 'all' || viewAt('modal').content['clear_on_close'] === true;
      const gone = closeModals(slack, userId, all ? 'all' : 'top');
      if (gone.length === 0) throw new NotOffered('No modal is open.');
      let last: Outcome = { kind: 'done' };
      for (const view of gone.filter((each) => each.content['notify_on_close'] === true)) {
        last = outcomeOf(await delivery.ask('interactive', closedPayload(userNow(), view, all)));
      }
      return last;
    },
    async openHome() {
      const home = state.homes.get(userId);
      const event = {
        type: 'app_home_opened',
        user: userId,
        channel: directMessageId(userId),
        tab: 'home',
        event_ts: state.nextTs(),
      };
      return outcomeOf(await delivery.tell({ ...event, ...(home ? { view: viewForApi(home) } : {}) }));
    },
    async shortcut(callbackId, on) {
      const type = on ? 'message' : 'global';
      const isDeclared = slack.shortcuts?.some((each) => each.callbackId === callbackId && each.type === type) ?? true;
      if (!isDeclared) throw new NotOffered(`There is no ${type} shortcut ${callbackId}.`);
      if (on?.visibleTo !== undefined) throw new NotOffered('A message for one person alone has no shortcuts.');
      const target = on ? actedOn(on) : undefined;
      return outcomeOf(await delivery.ask('interactive', shortcutPayload(slack, userNow(), callbackId, target)));
    },
    visibleMessages(channelId) {
      const channel = visibleChannel(channelId);
      return state.messages.filter((each) => each.channel === channel.id && canSee(each));
    },
    currentView: () => modalsOf(slack, userId).at(-1),
    home: () => state.homes.get(userId),
  };

  async function act(place: Place, found: FoundElement, elementState: JsonObject | undefined): Promise<Outcome> {
    if (elementState && typeof place === 'string') storeInput(viewAt(place), found, elementState);
    if (found.block['type'] === 'input' && found.block['dispatch_action'] !== true) return { kind: 'done' };
    const payload = actionPayload(slack, userNow(), actedOn(place), found, elementState);
    return outcomeOf(await delivery.ask('interactive', payload));
  }

  async function submitView(inputs: Readonly<Record<string, Input>> = {}): Promise<Outcome> {
    const opened = viewAt('modal');
    if (opened.content['submit'] === undefined) throw new NotOffered('This modal has nothing to submit.');
    for (const [actionId, input] of Object.entries(inputs)) {
      const found = elementAt('modal', actionId);
      storeInput(viewAt('modal'), found, newState(found, input));
    }
    const view = viewAt('modal');
    const missing = elementsOf(view.content['blocks']).filter(
      ({ block, blockId, actionId }) =>
        block['type'] === 'input' && block['optional'] !== true && isEmptyState(view.values[blockId]?.[actionId]),
    );
    if (missing.length > 0) {
      const { required } = TERMINAL_TEXT[languageOf(userNow().locale)];
      const errors = missing.map((each) => [each.blockId, required]);
      return { kind: 'invalid', errors: Object.fromEntries(errors) };
    }
    const outcome = await delivery.ask('interactive', submissionPayload(slack, userNow(), view));
    return takeAnswer(outcome, (answer) => afterSubmission(slack, view, answer));
  }

  function newState(found: FoundElement, input: Input): JsonObject {
    try {
      return stateAfter(found.element, input, suggested.get(suggestionKey(found)));
    } catch (error) {
      throw error instanceof InputError ? new NotOffered(error.message) : error;
    }
  }

  function storeInput(view: StoredView, { blockId, actionId }: FoundElement, elementState: JsonObject): void {
    const values = { ...view.values, [blockId]: { ...view.values[blockId], [actionId]: elementState } };
    replaceView(slack, { ...view, values });
  }

  function elementAt(place: Place, actionId: string, which: Which = {}): FoundElement {
    const target = actedOn(place);
    const blocks = target.kind === 'view' ? target.view.content['blocks'] : target.message.blocks;
    const alike = elementsOf(blocks).filter(
      (each) => each.actionId === actionId && (which.value === undefined || each.element['value'] === which.value),
    );
    const inBlock = alike.filter((each) => which.blockId === undefined || each.blockId === which.blockId);
    // Blocks without an id of their own get another whenever the view is drawn anew, which it may be while one presses.
    const matches = inBlock.length === 0 && which.value !== undefined ? alike : inBlock;
    const [first, second] = matches;
    if (!first) throw new NotOffered(`There is no ${actionId} here.`);
    if (second) throw new NotOffered(`There are ${matches.length} elements ${actionId} here: say which.`);
    return first;
  }

  function actedOn(place: Place): ActedOn {
    if (typeof place === 'string') return { kind: 'view', view: viewAt(place) };
    const message = findMessage(state, place.channel, place.ts);
    if (!message || !canSee(message)) throw new NotOffered('There is no such message.');
    return { kind: 'message', message, channel: visibleChannel(message.channel) };
  }

  function viewAt(place: 'modal' | 'home'): StoredView {
    const view = place === 'home' ? state.homes.get(userId) : modalsOf(slack, userId).at(-1);
    if (!view) throw new NotOffered(place === 'home' ? 'Home is empty.' : 'No modal is open.');
    return view;
  }

  function canSee(message: StoredMessage): boolean {
    return message.visibleTo === undefined || message.visibleTo === userId;
  }

  function visibleChannel(id: string): LocalChannel {
    const channel = state.channels.get(id);
    if (!channel || (channel.kind !== 'public' && !channel.members.includes(userId))) {
      throw new NotOffered(`There is no channel ${id}.`);
    }
    return channel;
  }

  function channelToWriteIn(id: string): LocalChannel {
    const channel = visibleChannel(id);
    if (channel.isArchived) throw new NotOffered(`#${channel.name} is archived.`);
    return channel;
  }

  function userNow(): LocalUser {
    const user = state.users.get(userId);
    if (!user || user.isBot || user.isDeleted) throw new NotOffered(`There is no person ${userId}.`);
    return user;
  }
}

function suggestionKey({ blockId, actionId }: FoundElement): string {
  return `${blockId} ${actionId}`;
}
