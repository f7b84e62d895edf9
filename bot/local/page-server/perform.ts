import type { ActAnswer, PageAct, PagePlace } from '../page-protocol.ts';
import { NotOffered, type Person, type Place } from '../person.ts';
import type { SlackServer } from '../slack-server.ts';
import { findMessage } from '../workspace-state.ts';
import type { UnreadMarks } from './unread-marks.ts';

/** Does what a person does on the page. Throws {@link NotOffered} when it is not, or no longer, possible. */
export async function perform(
  slack: SlackServer,
  unread: UnreadMarks,
  person: Person,
  act: PageAct,
): Promise<ActAnswer> {
  const placeOf = (place: PagePlace): Place => {
    if (typeof place === 'string') return place;
    const message = findMessage(slack.workspace, place.channel, place.ts);
    if (!message) throw new NotOffered('There is no such message.');
    return message;
  };
  switch (act.kind) {
    case 'command':
      return person.command(act.command, act.text, { channel: act.channel });
    case 'say':
      await person.say(act.channel, act.text, act.threadTs ?? undefined);
      return DONE;
    case 'press':
      return person.clickButton(placeOf(act.place), act.actionId, {
        blockId: act.blockId,
        ...(act.value !== null && { value: act.value }),
      });
    case 'choose':
      return person.selectOption(placeOf(act.place), act.actionId, act.input, { blockId: act.blockId });
    case 'suggest': {
      const which = { blockId: act.blockId };
      return {
        kind: 'options',
        options: await person.suggestions(placeOf(act.place), act.actionId, act.query, which),
      };
    }
    case 'shortcut': {
      const message = placeOf({ channel: act.channel, ts: act.ts });
      if (typeof message === 'string') throw new NotOffered('There is no such message.');
      return person.shortcut(act.callbackId, message);
    }
    case 'submit':
      for (const { actionId, blockId, input } of act.inputs) person.fillIn(actionId, input, { blockId });
      return person.submitView();
    case 'close':
      return person.closeView(act.which);
    case 'open-home':
      return person.openHome();
    case 'read':
      unread.read(person.id, act.channel);
      return DONE;
    case 'language':
      await slack.changeUser(person.id, { locale: act.locale });
      return DONE;
    default:
      return act satisfies never;
  }
}

const DONE: ActAnswer = { kind: 'done' };
