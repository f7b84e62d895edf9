import { messageNote } from '../message-note.ts';

/** A message that somebody wrote to the bot. */
export interface Said {
  /** As it reads, without the mention of the bot. */
  readonly text: string;
  readonly userId: string;
  /** The workspace that the writer belongs to; empty where that is not known. */
  readonly teamId: string;
  readonly enterpriseId: string | null;
  readonly channel: string;
  /** The message's own id in its channel. */
  readonly ts: string;
  /** The message with which its thread begins; null outside threads. */
  readonly threadTs: string | null;
  /** A direct message with the bot; otherwise a channel, where others read along. */
  readonly isDirect: boolean;
}

/** `@channel`, `@here` and groups, as Slack writes them. */
const EVERYBODY = /<!(?:channel|here|everyone|subteam\^[A-Z0-9]+)(?:\|[^>]*)?>/g;

/**
 * The words of a message without mentions of the bot or of everybody, and without the marks of code around all of it; other
 * people stand in it by their id.
 */
export function saidText(text: string, botUserId: string | undefined): string {
  const mentions = text.replaceAll(/<@([UW][A-Z0-9]+)(?:\|[^>]*)?>/g, (_whole, id: string) =>
    id === botUserId ? ' ' : id,
  );
  const words = messageNote(mentions.replaceAll(EVERYBODY, ' ')).replaceAll(/\s+/g, ' ').trim();
  return words.replace(/^(?:@(?:channel|here|everyone)(?:\s+|$))+/, '').replace(/^(`{1,3})\s*([^`]+?)\s*\1$/, '$2');
}
