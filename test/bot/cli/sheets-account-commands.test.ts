import { readdir, stat, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import path from 'node:path';
import { Readable, Writable } from 'node:stream';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { runCli } from '../../../bot/cli/run-cli.ts';
import { readSignIn } from '../../../bot/sheets/token-file.ts';
import { SHEETS_SIGN_IN_TEXT } from '../../../core/text/sheets-sign-in-text.ts';
import { cli } from '../../support/cli.ts';
import { type LocalGoogle, startLocalGoogle, WRITER } from '../../support/local-google.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const TEXT = SHEETS_SIGN_IN_TEXT.en;

let google: LocalGoogle;
let dataDir: string;
let env: Readonly<Record<string, string>>;

beforeEach(async () => {
  google = await startLocalGoogle();
  onTestFinished(() => google.close());
  dataDir = await temporaryFolder('login');
  env = { TIERBOOK_DATA_DIR: dataDir, GOOGLE_OAUTH_URL: google.api.url, GOOGLE_SHEETS_API_URL: google.api.url };
});

/** The file that the console gives for an OAuth client. */
async function clientFile(content?: unknown): Promise<string> {
  const { clientId, clientSecret } = google.api.accounts.client;
  const file = path.join(dataDir, 'client.json');
  const installed = { client_id: clientId, client_secret: clientSecret, redirect_uris: ['http://localhost'] };
  await writeFile(file, JSON.stringify(content ?? { installed }));
  return file;
}

interface Login {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Signs in, with `browser` in the place of a person's. */
async function login(argv: readonly string[], browser: (address: URL) => Promise<void>): Promise<Login> {
  const stdout: string[] = [];
  const stderr: string[] = [];
  const browsing: Promise<void>[] = [];
  const into = (lines: string[], hear: (line: string) => void = () => undefined) =>
    new Writable({
      write(chunk: Buffer, _encoding, done) {
        lines.push(chunk.toString());
        hear(chunk.toString());
        done();
      },
    });
  const exitCode = await runCli(['sheets', 'login', '--no-browser', '--lang', 'en', ...argv], {
    stdin: Readable.from([]),
    stdout: into(stdout),
    stderr: into(stderr, (line) => {
      if (line.startsWith('http')) browsing.push(browser(new URL(line.trim())));
    }),
    env,
    clock: { now: () => new Date('2026-03-02T08:00:00Z') },
  });
  await Promise.all(browsing);
  return { exitCode, stdout: stdout.join(''), stderr: stderr.join('') };
}

const pages: string[] = [];
async function agree(address: URL): Promise<void> {
  const response = await fetch(address);
  pages.push(await response.text());
}

describe('sheets login', () => {
  test('signs a person in, keeps it for this user alone, and says nothing of tokens', async () => {
    const { exitCode, stdout, stderr } = await login([await clientFile()], agree);
    expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: `${TEXT.signedIn(WRITER)}\n` });
    const signIn = await readSignIn(dataDir);
    expect(signIn).toMatchObject({ account: WRITER, ...google.api.accounts.client });
    expect(google.api.accounts.refreshed(signIn?.refreshToken ?? '')).toMatchObject({ email: WRITER });
    expect((await stat(path.join(dataDir, 'google-token.json'))).mode & 0o777).toBe(0o600);
    expect(pages.at(-1)).toContain(TEXT.pageDone);
    for (const secret of [signIn?.refreshToken, signIn?.accessToken, signIn?.clientSecret]) {
      expect(secret?.length).toBeGreaterThan(10);
      expect(stdout + stderr + pages.at(-1)).not.toContain(secret);
    }
  });

  test('asks for spreadsheets and for the name of the account, with state and PKCE', async () => {
    let asked: URL | undefined;
    await login([await clientFile()], (address) => {
      asked = address;
      return agree(address);
    });
    const query = asked?.searchParams;
    expect(query?.get('scope')?.split(' ')).toEqual([
      'https://www.googleapis.com/auth/spreadsheets',
      'openid',
      'email',
    ]);
    expect(query?.get('state')).toMatch(/^[\w-]{43}$/);
    expect(query?.get('code_challenge')).toMatch(/^[\w-]{43}$/);
    expect(query?.get('code_challenge_method')).toBe('S256');
    expect(query?.get('access_type')).toBe('offline');
    expect(query?.get('redirect_uri')).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/signed-in$/);
  });

  test('takes the client of the last time when none is named', async () => {
    await login([await clientFile()], agree);
    const first = (await readSignIn(dataDir))?.refreshToken;
    expect((await login([], agree)).exitCode).toBe(0);
    expect((await readSignIn(dataDir))?.refreshToken).not.toBe(first);
  });

  test('takes no answer that nobody asked for, and goes on waiting for the right one', async () => {
    const statuses: (number | undefined)[] = [];
    const { exitCode } = await login([await clientFile()], async (address) => {
      const back = new URL(address.searchParams.get('redirect_uri') ?? '');
      for (const search of ['?code=stolen', '?code=stolen&state=guessed', '?error=access_denied&state=guessed']) {
        back.search = search;
        statuses.push((await fetch(back)).status);
      }
      back.search = `?code=x&state=${address.searchParams.get('state')}`;
      statuses.push((await fetch(back, { method: 'POST' })).status);
      back.pathname = '/';
      statuses.push((await fetch(back)).status);
      await agree(address);
    });
    expect(statuses).toEqual([404, 404, 404, 404, 404]);
    expect(exitCode).toBe(0);
  });

  test('listens on this machine’s own address alone', async () => {
    let host: string | undefined;
    await login([await clientFile()], async (address) => {
      const { port } = new URL(address.searchParams.get('redirect_uri') ?? '');
      // the loopback network has other addresses, on which a server for all would answer
      host = await new Promise<string>((resolve) => {
        request({ host: '127.0.0.2', port, path: '/' }, () => resolve('answered'))
          .on('error', () => resolve('nobody there'))
          .end();
      });
      await agree(address);
    });
    expect(host).toBe('nobody there');
  });

  test('says so when the person declines, or leaves the box for spreadsheets unticked', async () => {
    const declined = await login([await clientFile()], async (address) => {
      const back = new URL(address.searchParams.get('redirect_uri') ?? '');
      back.search = `?error=access_denied&state=${address.searchParams.get('state')}`;
      await fetch(back);
    });
    expect(declined).toMatchObject({ exitCode: 2, stdout: '' });
    expect(declined.stderr).toContain(TEXT.declined);
    const unticked = await login([await clientFile()], (address) => {
      address.searchParams.set('scope', 'openid email');
      return agree(address);
    });
    expect(unticked.stderr).toContain(TEXT.declined);
    expect(pages.at(-1)).toContain(TEXT.pageFailed);
    expect(await readSignIn(dataDir)).toBeUndefined();
  });

  test('says so when a code is of no use, as to whoever has not made its challenge', async () => {
    const { exitCode, stderr } = await login([await clientFile()], (address) => {
      address.searchParams.set('code_challenge', 'x'.repeat(43));
      return agree(address);
    });
    expect(exitCode).toBe(2);
    expect(stderr).toContain(TEXT.refused('invalid_grant'));
  });

  test('says so when Google cannot be reached', async () => {
    google.api.faults.plan('token', { cut: true, times: 5 });
    const { stderr } = await login([await clientFile()], agree);
    expect(stderr).toContain(TEXT.unreachable);
  });

  test.each([
    ['no file', undefined, TEXT.noClient],
    ['a file of something else', { type: 'service_account' }, 'client.json is not the file of an OAuth client'],
    ['a client for web applications', { web: { client_id: 'x' } }, 'belongs to a client for web applications'],
  ])('says what it needs in place of %s', async (_, content, said) => {
    const argv = content === undefined ? [] : [await clientFile(content)];
    const { exitCode, stderr } = await cli(['sheets', 'login', '--lang', 'en', ...argv], { env });
    expect(exitCode).toBe(2);
    expect(stderr).toContain(said);
    expect(google.api.traffic.count()).toBe(0);
  });
});

describe('a service account', () => {
  test('is what status names, and leaves no sign-in to be made', async () => {
    const file = path.join(dataDir, 'key.json');
    await writeFile(file, JSON.stringify(await google.api.services.createKey('bot@project.example.com')));
    const withKey = { ...env, GOOGLE_APPLICATION_CREDENTIALS: file };
    const status = await cli(['sheets', 'status', '--lang', 'en'], { env: withKey });
    expect(status.stdout).toBe(`${TEXT.isServiceAccount('bot@project.example.com')}\n`);
    const { exitCode, stderr } = await cli(['sheets', 'login', '--lang', 'en'], { env: withKey });
    expect({ exitCode, stderr }).toEqual({
      exitCode: 2,
      stderr: `${TEXT.serviceAccountSet('bot@project.example.com')}\n`,
    });
  });
});

describe('sheets logout', () => {
  const logout = () => cli(['sheets', 'logout', '--lang', 'en'], { env });
  const status = async () => (await cli(['sheets', 'status', '--lang', 'en'], { env })).stdout.trim();

  test('takes the access back at Google and keeps nothing', async () => {
    await login([await clientFile()], agree);
    expect(await status()).toBe(TEXT.isPerson(WRITER));
    const signIn = await readSignIn(dataDir);
    expect((await logout()).stdout.trim()).toBe(TEXT.signedOut);
    expect(google.api.accounts.refreshed(signIn?.refreshToken ?? '')).toBeUndefined();
    expect(google.api.accounts.grantOf(signIn?.accessToken ?? '')).toBeUndefined();
    expect(await readdir(dataDir)).toEqual(['client.json']);
    expect(await status()).toBe(TEXT.noSignIn);
    expect((await logout()).stdout.trim()).toBe(TEXT.noSignIn);
  });

  test('is no less when the person has taken it back already', async () => {
    await login([await clientFile()], agree);
    google.api.accounts.revokeAll(WRITER);
    expect((await logout()).stdout.trim()).toBe(TEXT.signedOut);
  });

  test('says when Google could not be told, and keeps nothing all the same', async () => {
    await login([await clientFile()], agree);
    google.api.faults.plan('revoke', { status: 503, times: 10 });
    expect((await logout()).stdout.trim()).toBe(TEXT.keptAtGoogle);
    expect(await readSignIn(dataDir)).toBeUndefined();
  });
});
