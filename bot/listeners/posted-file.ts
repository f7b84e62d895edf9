import type { FilesInfoResponse, WebClient } from '@slack/web-api';
import type { PostedTableText } from '../../core/text/posted-table-text.ts';
import { plainName } from '../blocks/plain-name.ts';
import type { Logger } from '../log.ts';
import type { TableUpload } from '../read-upload.ts';
import { downloadFromSlack } from './slack-download.ts';
import { slackErrorOf } from './slack-error.ts';

/** A file that was posted, as Slack describes it; or why it is none that can be taken, in the person's language. */
export type PostedFile =
  | {
      readonly kind: 'file';
      readonly name: string;
      readonly url: string;
      /** As Slack says. */
      readonly bytes: number;
      /** The workspace of the person who posted it; null when Slack does not say. */
      readonly teamId: string | null;
    }
  | Refused;

/** Why a file is not taken. `isPassing`: it may help to try again. */
export interface Refused {
  readonly kind: 'refused';
  readonly sentence: string;
  readonly isPassing: boolean;
}

/** Larger files than this belong on the command line. */
const MOST_MEGABYTES = 10;
const DOWNLOAD_MS = 60_000;
const TABLE_NAME = /\.(?:csv|tsv|txt|xlsx)$/i;
const TABLE_TYPES = new Set(['csv', 'tsv', 'text', 'xlsx']);

/** Asks `files.info` (files:read). Throws for errors that say nothing of the file itself. */
export async function findPostedFile(client: WebClient, fileId: string, text: PostedTableText): Promise<PostedFile> {
  const file = await infoOf(client, fileId);
  if (file === 'no-right') return refused(text.noRight);
  if (file === 'gone' || file.mode === 'tombstone') return refused(text.gone);
  const name = file.name ?? file.title ?? fileId;
  const shown = plainName(name, 80);
  if (file.is_external === true || file.mode === 'external') return refused(text.elsewhere(shown));
  if (!TABLE_NAME.test(name) && !TABLE_TYPES.has(file.filetype ?? '')) return refused(text.notATable(shown));
  if ((file.size ?? 0) > MOST_MEGABYTES * 1024 * 1024) return refused(text.tooLarge(shown, MOST_MEGABYTES));
  const url = file.url_private_download;
  if (file.mode === 'file_access' || (file.file_access ?? 'visible') !== 'visible' || url === undefined || url === '')
    return refused(text.notReady(shown), true);
  return { kind: 'file', name, url, bytes: file.size ?? 0, teamId: file.user_team ?? null };
}

/** Fetches the bytes of a file that {@link findPostedFile} found. */
export async function fetchPostedFile(
  client: WebClient,
  { name, url }: PostedFile & { readonly kind: 'file' },
  text: PostedTableText,
  log: Logger,
): Promise<TableUpload | Refused> {
  const shown = plainName(name, 80);
  const limits = { mostBytes: MOST_MEGABYTES * 1024 * 1024, timeMs: DOWNLOAD_MS };
  const download = await downloadFromSlack(url, client, limits);
  switch (download.kind) {
    case 'bytes':
      return { name, bytes: download.bytes };
    case 'foreign':
      return refused(text.elsewhere(shown));
    case 'no-right':
      return refused(text.noRight);
    case 'gone':
      return refused(text.gone);
    case 'too-large':
      return refused(text.tooLarge(shown, MOST_MEGABYTES));
    case 'failed':
      log.warn({ err: download.cause }, 'a posted file could not be fetched');
      return refused(text.notFetched(shown), true);
    default:
      return download satisfies never;
  }
}

function refused(sentence: string, isPassing = false): Refused {
  return { kind: 'refused', sentence, isPassing };
}

async function infoOf(
  client: WebClient,
  file: string,
): Promise<NonNullable<FilesInfoResponse['file']> | 'gone' | 'no-right'> {
  try {
    return (await client.files.info({ file })).file ?? 'gone';
  } catch (error) {
    const word = slackErrorOf(error) ?? '';
    if (GONE.has(word)) return 'gone';
    if (NO_RIGHT.has(word)) return 'no-right';
    throw error;
  }
}

/** Slack's words for a file that is not there, or that the token may not see. */
const GONE = new Set(['file_not_found', 'file_deleted']);
const NO_RIGHT = new Set(['missing_scope', 'not_allowed_token_type']);
