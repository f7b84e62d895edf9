import { chmod, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { LocalUser } from '../local-members.ts';
import type { SheetAccess } from '../sheet/sheet-access.ts';
import { isServiceAccountKey } from './accounts/service-accounts.ts';
import { isSheetsApiPath } from './api-paths.ts';
import { LOCAL_KEY_FILE, readKey } from './local-google-config.ts';
import type { SheetsApi } from './sheets-api.ts';

/** The account as which the bot works at the local Google. */
export const LOCAL_GOOGLE_ACCOUNT = 'tierbook@local';

/** What the local workspace's Google is made from. */
export interface WorkspaceGoogleParts {
  /** The workbook of the page *Sheet*, which is shared with the bot's account and everybody of the workspace. */
  readonly sheet: SheetAccess;
  /** Of the workspace; a new workbook is begun in the first one's language. */
  readonly people: () => readonly LocalUser[];
  /** Where the key of the bot's account is kept; null: in a folder that is removed in the end. */
  readonly folder: string | null;
  /** Hears of mistakes of the server itself. */
  readonly onError: (error: unknown) => void;
}

/** Google as the local workspace has it: the workbook of its page over the Sheets API, and an account for the bot. */
export interface WorkspaceGoogle {
  /** `http://127.0.0.1:PORT/`, on a port of its own: what `GOOGLE_SHEETS_API_URL` and `GOOGLE_OAUTH_URL` would be. */
  readonly sheetsApiUrl: string;
  readonly oauthUrl: string;
  /** What `GOOGLE_APPLICATION_CREDENTIALS` would be: the key file of {@link LOCAL_GOOGLE_ACCOUNT}. It is there once `ready` is. */
  readonly keyFile: string;
  readonly ready: Promise<void>;
  /** Answers the paths of `isSheetsApiPath` on any other port too. */
  readonly handle: RequestListener;
  /** The server itself: its faults and its traffic. */
  readonly api: () => Promise<SheetsApi>;
  close(): Promise<void>;
}

/** Starts it; the server itself is loaded with the first request, and the account's first key made in the background. */
export async function startWorkspaceGoogle(parts: WorkspaceGoogleParts): Promise<WorkspaceGoogle> {
  const { folder, onError } = parts;
  const ownFolder = folder ?? (await mkdtemp(path.join(tmpdir(), 'tierbook-google-')));
  const keyFile = path.join(ownFolder, LOCAL_KEY_FILE);
  let opened: Promise<SheetsApi> | undefined;
  const api = () => (opened ??= openApi(parts, keyFile));
  const handle: RequestListener = (request, response) => {
    api().then(
      (google) => google.handle(request, response),
      (error: unknown) => {
        onError(error);
        response.writeHead(500).end();
      },
    );
  };
  const server = createServer((request, response) => {
    if (isSheetsApiPath((request.url ?? '/').split('?', 1)[0] ?? '/')) handle(request, response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const ready = keepAccount(api, keyFile, url);
  ready.catch(onError);
  return {
    sheetsApiUrl: url,
    oauthUrl: url,
    keyFile,
    ready,
    handle,
    api,
    async close() {
      await ready.catch(() => undefined);
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
      if (folder === null) await rm(ownFolder, { recursive: true, force: true });
    },
  };
}

async function openApi({ onError, people, sheet }: WorkspaceGoogleParts, keyFile: string): Promise<SheetsApi> {
  const { createSheetsApi } = await import('./sheets-api.ts');
  const emails = people().map(({ email }) => email);
  const members = new Set([...emails, LOCAL_GOOGLE_ACCOUNT]);
  const api = createSheetsApi({
    accounts: emails,
    onError,
    async workbooks(id) {
      const [first] = people();
      if (first === undefined) return undefined;
      const desk = await sheet.open(first);
      if (desk.workbook.id !== id) return undefined;
      return {
        workbook: desk.workbook,
        roleOf: (email) => (members.has(email) ? 'writer' : null),
        changed: () => void desk.noteChange(),
      };
    },
  });
  api.services.takeUp(await readKey(keyFile));
  return api;
}

/** The account keeps its key from one process to the next; the file says where the server is now. */
async function keepAccount(api: () => Promise<SheetsApi>, keyFile: string, url: string): Promise<void> {
  const kept = await readKey(keyFile);
  const key = isServiceAccountKey(kept) ? kept : await (await api()).services.createKey(LOCAL_GOOGLE_ACCOUNT);
  await keepKey(keyFile, { ...key, token_uri: `${url}token` });
}

/** Nobody else on the machine may read it: whoever has the key acts for the bot. */
async function keepKey(file: string, key: object): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  const next = `${file}.new`;
  await writeFile(next, JSON.stringify(key, null, 2), { mode: 0o600 });
  await chmod(next, 0o600);
  await rename(next, file);
}
