import type { TableDecisions, TablePreview, TableResult } from '../use-cases/table-preview.ts';
import type { JsonObject } from './json-object.ts';

/**
 * What the local workspace's page and its server say to each other. Types only: of the server's side the page's bundle takes
 * nothing but pure functions that lie in this folder.
 *
 * - `GET /local/events?as=USER` – server-sent events; each `data:` is one {@link PageEvent}, the first a whole screen.
 * - `POST /local/act?as=USER` – a {@link PageAct} as JSON; answered with an {@link ActAnswer}.
 * - `POST /local/clock?as=USER` – a {@link ClockAct} as JSON; answered with the {@link ClockState}.
 * - `POST /local/files?as=USER&channel=CHANNEL&name=NAME` – a file's bytes, shared in a channel; an {@link ActAnswer}.
 * - `POST /local/tables?as=USER&name=NAME` – a table's bytes; answered with an {@link UploadedTable} whose preview takes sample
 *   customers away first.
 * - `POST /local/tables/ID/preview?as=USER` – {@link TableChoices} as JSON; answered with an {@link UploadedTable}.
 * - `POST /local/tables/ID/import?as=USER` – {@link TableChoices} as JSON; answered with a {@link TableResult}.
 * - `POST /local/imports/ID/undo?as=USER` – takes the import with that id back; answered with an {@link UndoneImport}.
 *
 * What is refused is answered with status 4xx and a {@link Refusal}. Requests with a body need the page's own `Origin`.
 */

/** A person as the page shows one. */
export interface PagePerson {
  readonly id: string;
  /** The short name: `anna`. */
  readonly name: string;
  readonly realName: string;
  /** As Slack gives it: `en-GB`, `zh-CN`. */
  readonly locale: string;
  /** IANA name. */
  readonly timeZone: string;
  readonly role: 'rep' | 'manager' | 'admin';
  readonly isBot: boolean;
  /** Messages that the person has not seen yet, in every channel together. */
  readonly unread: number;
}

/** A channel that the person sees, or the direct message with the bot. */
export interface PageChannel {
  readonly id: string;
  readonly name: string;
  readonly kind: 'public' | 'private' | 'im';
  readonly isArchived: boolean;
  /** Whether the bot was invited. */
  readonly hasBot: boolean;
  /** Messages that the person has not seen yet. */
  readonly unread: number;
}

/** A slash command of the app. */
export interface PageCommand {
  /** With its slash: `/customer`. */
  readonly command: string;
  readonly description: string;
  readonly usageHint: string;
}

/** A shortcut that the app offers on messages. */
export interface PageShortcut {
  readonly callbackId: string;
  /** What stands in the menu. */
  readonly name: string;
}

/** A file in a message. */
export interface PageFile {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
}

/** A message that the person sees; `channel` and `ts` together are its id. */
export interface PageMessage {
  readonly channel: string;
  /** Slack's timestamp: `1700000000.000100`, seconds since 1970. */
  readonly ts: string;
  readonly userId: string;
  /** mrkdwn, escaped; shown when there are no blocks. */
  readonly text: string;
  readonly blocks: readonly JsonObject[];
  readonly files: readonly PageFile[];
  /** The root of the thread it stands in. */
  readonly threadTs: string | null;
  /** Seen by this person alone. */
  readonly isEphemeral: boolean;
  readonly isEdited: boolean;
}

/** A modal or Home view. */
export interface PageView {
  readonly id: string;
  /** As the bot gave it, with a block_id in each block and an action_id in each interactive element. */
  readonly content: JsonObject;
  /** Changes with every update. */
  readonly hash: string;
  /** block_id → action_id → Slack's state value. */
  readonly values: Readonly<Record<string, Readonly<Record<string, JsonObject>>>>;
}

/** The workspace's clock. While it plays, the time is `nowMs` + (machine time − `atMs`) × `speed`. */
export interface ClockState {
  /** The workspace's time at machine time `atMs`; both in ms since 1970. */
  readonly nowMs: number;
  readonly atMs: number;
  /** Seconds of the workspace in one second of the machine: 1 unless it plays, 0 while it stands still. */
  readonly speed: number;
  /** Whether it shows the machine's own time. */
  readonly isReal: boolean;
  /** When playing stops by itself, in the workspace's time; null when it does not play. */
  readonly playsUntilMs: number | null;
}

/** One line of the traffic between Slack and the bot. Tokens are never in it. */
export interface PageTraffic {
  /** 1, 2, 3, … in the order of what happened. */
  readonly number: number;
  /** The machine's time in ms since 1970. */
  readonly atMs: number;
  readonly kind: 'envelope' | 'ack' | 'no-ack' | 'call' | 'connection';
  /** The envelope's or method's name, or what became of the connection: `slash_commands`, `views.open`, `opened`. */
  readonly name: string;
  /** The envelope that an acknowledgement belongs to; null for others. */
  readonly envelopeId: string | null;
  /** How long the acknowledgement or call took; null where nothing was measured. */
  readonly ms: number | null;
  /** Slack's error code or why there was no acknowledgement; null when all went well. */
  readonly error: string | null;
  /** The payload; for a call its arguments and answer. */
  readonly detail: JsonObject;
}

/** All that one person sees. */
export interface Screen {
  readonly meId: string;
  /** Everybody, the bot included. */
  readonly people: readonly PagePerson[];
  readonly channels: readonly PageChannel[];
  readonly commands: readonly PageCommand[];
  readonly shortcuts: readonly PageShortcut[];
  /** In the order in which they were posted. */
  readonly messages: readonly PageMessage[];
  /** Open modals, the top one last. */
  readonly modals: readonly PageView[];
  readonly home: PageView | null;
  readonly clock: ClockState;
  /** The newest last. */
  readonly traffic: readonly PageTraffic[];
  /** Whether the app takes files that are posted to it. */
  readonly takesFiles: boolean;
  /** Grows with every change of the workbook of the page *Sheet* (sheet-protocol.ts). */
  readonly sheetRevision: number;
}

/** What changes on a screen. */
export type PageEvent =
  | { readonly kind: 'screen'; readonly screen: Screen }
  /** A new message, or a known one with other content. */
  | { readonly kind: 'message'; readonly message: PageMessage }
  | { readonly kind: 'message-gone'; readonly channel: string; readonly ts: string }
  | { readonly kind: 'modals'; readonly modals: readonly PageView[] }
  | { readonly kind: 'home'; readonly home: PageView | null }
  /** Someone's settings or unread marks changed. */
  | { readonly kind: 'people'; readonly people: readonly PagePerson[]; readonly channels: readonly PageChannel[] }
  | { readonly kind: 'clock'; readonly clock: ClockState }
  /** The workbook has changed. */
  | { readonly kind: 'sheet'; readonly revision: number }
  | { readonly kind: 'traffic'; readonly entries: readonly PageTraffic[] };

/** Where an element stands: in a message, the top modal, or Home. */
export type PagePlace = { readonly channel: string; readonly ts: string } | 'modal' | 'home';

/** A text, date, option's value or id; several for elements that take several. */
export type PageInput = string | readonly string[];

/** Something the person does. */
export type PageAct =
  | { readonly kind: 'command'; readonly channel: string; readonly command: string; readonly text: string }
  | { readonly kind: 'say'; readonly channel: string; readonly text: string; readonly threadTs: string | null }
  | {
      readonly kind: 'press';
      readonly place: PagePlace;
      readonly blockId: string;
      readonly actionId: string;
      /** Of the button; null: it has none. */
      readonly value: string | null;
    }
  | {
      readonly kind: 'choose';
      readonly place: PagePlace;
      readonly blockId: string;
      readonly actionId: string;
      readonly input: PageInput;
    }
  | {
      readonly kind: 'suggest';
      readonly place: PagePlace;
      readonly blockId: string;
      readonly actionId: string;
      readonly query: string;
    }
  /** Takes a shortcut in the menu of a message. */
  | { readonly kind: 'shortcut'; readonly channel: string; readonly ts: string; readonly callbackId: string }
  | { readonly kind: 'submit'; readonly inputs: readonly FilledField[] }
  | { readonly kind: 'close'; readonly which: 'top' | 'all' }
  | { readonly kind: 'open-home' }
  /** Everything in the channel counts as seen. */
  | { readonly kind: 'read'; readonly channel: string }
  /** Changes the person's own language, as in Slack's preferences. */
  | { readonly kind: 'language'; readonly locale: string };

/** One filled-in field of the top modal. */
export interface FilledField {
  readonly blockId: string;
  readonly actionId: string;
  readonly input: PageInput;
}

/** How an act ended. */
export type ActAnswer =
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly error: 'operation_timeout' | 'dispatch_failed' }
  /** The modal stays open with a sentence under each of these blocks, by block_id. */
  | { readonly kind: 'invalid'; readonly errors: Readonly<Record<string, string>> }
  /** Options for an external menu, as Slack's option objects. */
  | { readonly kind: 'options'; readonly options: readonly JsonObject[] };

/** Why a request was not taken. */
export interface Refusal {
  readonly kind: 'refused';
  readonly reason:
    | 'unknown-command'
    /** The message, element, modal or person is no longer there. */
    | 'not-there'
    /** The request itself is wrong. */
    | 'bad-request'
    /** The uploaded table was forgotten. */
    | 'table-gone'
    | 'too-large'
    /** The server made a mistake, which is in its log. */
    | 'broken';
}

/** Moves the workspace's clock, in the time zone of the acting person. */
export type ClockAct =
  | { readonly kind: 'set' /** YYYY-MM-DD */; readonly day: string /** HH:MM */; readonly time: string }
  /** The next day at 08:30; the next Monday at 08:30. */
  | { readonly kind: 'jump'; readonly to: 'tomorrow' | 'next-monday' }
  /** A week in about a minute, then it goes on as usual. */
  | { readonly kind: 'play' }
  /** Ends playing; the time goes on from where it is. */
  | { readonly kind: 'stop' }
  /** Back to the machine's own time. */
  | { readonly kind: 'reset' };

/** What a person decides about an uploaded table. */
export interface TableChoices extends TableDecisions {
  /** Takes the sample customers away first, so that one's own are ranked among themselves. */
  readonly removeSamples?: boolean;
}

/** What became of the wish to undo an import, in sentences. */
export interface UndoneImport {
  readonly isUndone: boolean;
  readonly lines: readonly string[];
}

/** A table that was read and not yet imported. Kept for an hour. */
export interface UploadedTable {
  readonly id: string;
  readonly preview: TablePreview;
  /** Sample customers that are still on file. */
  readonly samples: number;
}

export type { TablePreview, TableResult };
