import type { IncomingMessage, ServerResponse } from 'node:http';
import { parseIsoDate } from '../../../core/calendar-date.ts';
import { momentIn } from '../../clock.ts';
import { MOST_FILE_MEGABYTES } from '../../table-files/read-table-file.ts';
import { UnusableTableError } from '../../use-cases/unusable-table-error.ts';
import type { LocalUser } from '../local-members.ts';
import { nextMorningMs } from '../movable-clock.ts';
import type {
  ClockAct,
  TableChoices,
  TablePreview,
  TableResult,
  UndoneImport,
  UploadedTable,
} from '../page-protocol.ts';
import { NotOffered } from '../person.ts';
import { startEventStream } from './event-stream.ts';
import type { OpenScreens, ScreenParts } from './open-screens.ts';
import { clockAct, pageAct, tableChoices } from './page-act.ts';
import { perform } from './perform.ts';
import { body, jsonBody, RequestError, refuse, send } from './request-answer.ts';
import { createSheetRequests } from './sheet-requests.ts';
import { createUploadedTables, type UploadedFile } from './uploaded-tables.ts';

export interface PageRequestParts extends ScreenParts {
  readonly screens: OpenScreens;
  readonly tables: TableImporter;
  /** Hears of mistakes of the server itself. */
  readonly onError: (error: unknown) => void;
}

/** Reads and imports tables for the person who uploads them. */
export interface TableImporter {
  preview(user: LocalUser, file: UploadedFile, choices: TableChoices): Promise<PreviewedTable>;
  import(user: LocalUser, file: UploadedFile, choices: TableChoices): Promise<TableResult>;
  undo(user: LocalUser, importId: string): Promise<UndoneImport>;
}

/** A table as it would be imported, beside how many sample customers are still on file. */
export interface PreviewedTable {
  readonly preview: TablePreview;
  readonly samples: number;
}

/** Answers one request of the page (page-protocol.ts). Never rejects. */
type PageRequests = (
  path: string,
  query: URLSearchParams,
  request: IncomingMessage,
  response: ServerResponse,
) => Promise<void>;

/** Slack's timestamps and UUIDv7 begin in 1970; far beyond these days neither would keep its order. */
const FIRST_DAY = '1980-01-01';
const LAST_DAY = '2199-12-31';
const MOST_FILE_BYTES = MOST_FILE_MEGABYTES * 1024 * 1024;

/** Answers everything under `/local/`. */
export function createPageRequests(parts: PageRequestParts): PageRequests {
  const { clock, onError, screens, slack, tables } = parts;
  const uploads = createUploadedTables(Date.now);
  const answerSheet = createSheetRequests(parts.sheet);

  return async (path, query, request, response) => {
    try {
      // Another page's request for this one: a browser says where it comes from.
      if (['cross-site', 'same-site'].includes(String(request.headers['sec-fetch-site'])))
        throw new RequestError(403, 'bad-request');
      const user = userOf(query.get('as'));
      if (path === '/local/events' && request.method === 'GET') await openScreen(user, response);
      else if (path.startsWith('/local/sheet/')) await answerSheet(path, query, user, request, response);
      else send(response, 200, await answerPost(path, query, user, request));
    } catch (error) {
      if (error instanceof RequestError) return refuse(response, error.status, error.reason);
      if (error instanceof NotOffered) return refuse(response, 409, error.reason);
      // Who left in the middle waits for no answer.
      if (request.destroyed && !request.complete) return;
      // The page offers no import of a table that its preview says cannot be used.
      if (error instanceof UnusableTableError) return refuse(response, 409, 'bad-request');
      onError(error);
      if (response.headersSent) response.end();
      else refuse(response, 500, 'broken');
    }
  };

  async function answerPost(
    path: string,
    query: URLSearchParams,
    user: LocalUser,
    request: IncomingMessage,
  ): Promise<object> {
    if (request.method !== 'POST') throw new RequestError(404, 'bad-request');
    if (request.headers.origin === undefined) throw new RequestError(403, 'bad-request');
    const name = query.get('name') ?? '';
    const [, id = '', step = ''] = /^\/local\/tables\/([\w-]+)\/(preview|import)$/.exec(path) ?? [];
    if (step !== '') {
      const file = uploads.find(id);
      if (!file) throw new RequestError(410, 'table-gone');
      const choices = await jsonBody(request, tableChoices);
      return step === 'import' ? tables.import(user, file, choices) : previewed(id, file, user, choices);
    }
    const [, importId] = /^\/local\/imports\/([\w-]+)\/undo$/.exec(path) ?? [];
    if (importId !== undefined) return tables.undo(user, importId);
    switch (path) {
      case '/local/act': {
        const act = await jsonBody(request, pageAct);
        const answer = await perform(slack, screens.unread, slack.person(user.id), act);
        if (act.kind === 'read' || act.kind === 'language') screens.tellPeople();
        return answer;
      }
      case '/local/clock':
        moveClock(await jsonBody(request, clockAct), user);
        return clock.state();
      case '/local/files': {
        const file = { name, bytes: await body(request, MOST_FILE_BYTES) };
        await slack.person(user.id).shareFile(query.get('channel') ?? '', file);
        return { kind: 'done' };
      }
      case '/local/tables': {
        const file = { name, bytes: await body(request, MOST_FILE_BYTES) };
        return previewed(uploads.add(file), file, user, { removeSamples: true });
      }
      default:
        throw new RequestError(404, 'bad-request');
    }
  }

  async function openScreen(user: LocalUser, response: ServerResponse): Promise<void> {
    const end = await screens.open(user.id, startEventStream(response));
    if (response.destroyed) end();
    else response.on('close', end);
  }

  async function previewed(id: string, file: UploadedFile, user: LocalUser, choices: TableChoices) {
    const uploaded: UploadedTable = { id, ...(await tables.preview(user, file, choices)) };
    return uploaded;
  }

  function moveClock(act: ClockAct, { timeZone }: LocalUser): void {
    switch (act.kind) {
      case 'set': {
        const day = parseIsoDate(act.day);
        if (day === undefined || day < FIRST_DAY || day > LAST_DAY) throw new RequestError(400, 'bad-request');
        return clock.set(momentIn(timeZone, day, act.time).getTime());
      }
      case 'jump':
        return clock.set(nextMorningMs(clock.now(), timeZone, act.to));
      case 'play':
        return clock.play();
      case 'stop':
        return clock.stop();
      case 'reset':
        return clock.reset();
      default:
        return act satisfies never;
    }
  }

  /** The person with this id; without one the first of the workspace. */
  function userOf(id: string | null): LocalUser {
    const people = [...slack.workspace.users.values()].filter((user) => !user.isBot && !user.isDeleted);
    const user = id === null ? people[0] : people.find((each) => each.id === id);
    if (!user) throw new RequestError(404, 'not-there');
    return user;
  }
}
