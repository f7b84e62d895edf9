import { extname } from 'node:path';
import type { JsonObject } from './json-object.ts';
import { LOCAL_TEAM } from './local-members.ts';
import type { LocalSlack } from './local-slack.ts';

/** A file that somebody shared in a channel. */
export interface StoredFile {
  readonly id: string;
  readonly name: string;
  readonly content: Uint8Array;
  /** Who shared it. */
  readonly userId: string;
  readonly channel: string;
  readonly createdMs: number;
  readonly isDeleted: boolean;
  /** What Slack says otherwise of an unusual file: one that is kept elsewhere, or still on its way. */
  readonly details: JsonObject;
}

/** Where a file's bytes are fetched, from `/` on. */
export function downloadPath({ id, name }: StoredFile): string {
  return `/files-pri/${LOCAL_TEAM.id}-${id}/download/${encodeURIComponent(name.toWellFormed())}`;
}

/** A file as Slack describes it in answers, messages and events; a deleted one has left a tombstone. */
export function fileForApi(slack: LocalSlack, file: StoredFile): JsonObject {
  const { channel, content, createdMs, details, id, name, userId } = file;
  if (file.isDeleted) return { id, mode: 'tombstone' };
  const [kind, mimetype] = KINDS.get(extname(name).toLowerCase()) ?? ['binary', 'application/octet-stream'];
  const url = slack.url() + downloadPath(file);
  const seconds = Math.floor(createdMs / 1000);
  return {
    id,
    created: seconds,
    timestamp: seconds,
    name,
    title: name,
    mimetype,
    filetype: kind,
    pretty_type: kind.toUpperCase(),
    user: userId,
    user_team: LOCAL_TEAM.id,
    editable: false,
    size: content.length,
    mode: kind === 'csv' || kind === 'tsv' || kind === 'text' ? 'snippet' : 'hosted',
    is_external: false,
    external_type: '',
    is_public: false,
    public_url_shared: false,
    display_as_bot: false,
    username: '',
    url_private: url.replace('/download/', '/'),
    url_private_download: url,
    permalink: `${slack.url()}/files/${userId}/${id}`,
    is_starred: false,
    has_rich_preview: false,
    file_access: 'visible',
    channels: channel.startsWith('C') ? [channel] : [],
    groups: channel.startsWith('G') ? [channel] : [],
    ims: channel.startsWith('D') ? [channel] : [],
    comments_count: 0,
    ...details,
  };
}

/** The media type under which a file is handed out. */
export function mediaTypeOf({ name }: StoredFile): string {
  return KINDS.get(extname(name).toLowerCase())?.[1] ?? 'application/octet-stream';
}

/** Slack's file type and the media type, by the name's ending. */
const KINDS: ReadonlyMap<string, readonly [filetype: string, mimetype: string]> = new Map([
  ['.csv', ['csv', 'text/csv']],
  ['.tsv', ['tsv', 'text/tab-separated-values']],
  ['.txt', ['text', 'text/plain']],
  ['.xlsx', ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet']],
  ['.pdf', ['pdf', 'application/pdf']],
  ['.png', ['png', 'image/png']],
]);
