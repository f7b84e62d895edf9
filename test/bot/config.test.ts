import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { CONFIG_VARIABLES, ConfigError, readConfig, refuseOpenLocalWorkspace } from '../../bot/config.ts';

const BOT = 'xoxb-1-2-abc';
const APP = 'xapp-1-A-2-abc';
const SECRET = '0123456789abcdef0123456789abcdef';

describe('which Slack is meant', () => {
  test.each([
    ['no tokens', {}, 'local'],
    ['blank tokens', { SLACK_BOT_TOKEN: ' ', SLACK_APP_TOKEN: '' }, 'local'],
    ['bot and app token', { SLACK_BOT_TOKEN: BOT, SLACK_APP_TOKEN: APP }, 'socket'],
    ['bot token and signing secret', { SLACK_BOT_TOKEN: BOT, SLACK_SIGNING_SECRET: SECRET }, 'http'],
    ['both kinds', { SLACK_BOT_TOKEN: BOT, SLACK_APP_TOKEN: APP, SLACK_SIGNING_SECRET: SECRET }, 'socket'],
  ])('%s: %s → %s', (_, environment, mode) => {
    expect(readConfig(environment).slack.mode).toBe(mode);
  });

  test("Slack's own address is the default and another is taken with or without a final slash", () => {
    const tokens = { SLACK_BOT_TOKEN: BOT, SLACK_APP_TOKEN: APP };
    expect(readConfig(tokens).slack).toMatchObject({ apiUrl: 'https://slack.com/api/' });
    const elsewhere = readConfig({ ...tokens, SLACK_API_URL: 'http://127.0.0.1:9/api' });
    expect(elsewhere.slack).toMatchObject({ apiUrl: 'http://127.0.0.1:9/api/' });
  });
});

describe('what is wrong is one line that names the variable', () => {
  test.each([
    ['SLACK_APP_TOKEN', { SLACK_BOT_TOKEN: BOT }],
    ['SLACK_BOT_TOKEN', { SLACK_APP_TOKEN: APP }],
    ['SLACK_BOT_TOKEN', { SLACK_SIGNING_SECRET: SECRET }],
    ['SLACK_BOT_TOKEN', { SLACK_BOT_TOKEN: APP, SLACK_APP_TOKEN: APP }],
    ['SLACK_BOT_TOKEN', { SLACK_BOT_TOKEN: 'xoxp-1-2', SLACK_APP_TOKEN: APP }],
    ['SLACK_BOT_TOKEN', { SLACK_BOT_TOKEN: 'xoxb-', SLACK_APP_TOKEN: APP }],
    ['SLACK_APP_TOKEN', { SLACK_BOT_TOKEN: BOT, SLACK_APP_TOKEN: BOT }],
    ['SLACK_SIGNING_SECRET', { SLACK_BOT_TOKEN: BOT, SLACK_SIGNING_SECRET: APP }],
    ['SLACK_SIGNING_SECRET', { SLACK_BOT_TOKEN: BOT, SLACK_SIGNING_SECRET: 'short' }],
    ['SLACK_API_URL', { SLACK_API_URL: 'slack.com' }],
    ['SLACK_API_URL', { SLACK_API_URL: 'ftp://slack.com/api/' }],
    ['DATABASE_URL', { DATABASE_URL: 'mysql://localhost/x' }],
    ['DATABASE_URL', { DATABASE_URL: 'localhost:5432' }],
    ['HOST', { HOST: 'http://0.0.0.0' }],
    ['PORT', { PORT: '65536' }],
    ['PORT', { PORT: '-1' }],
    ['PORT', { PORT: '3000a' }],
    ['TIERBOOK_ADMINS', { TIERBOOK_ADMINS: '@mia' }],
    ['TIERBOOK_FILE_UPLOADS', { TIERBOOK_FILE_UPLOADS: 'yes' }],
    ['TIERBOOK_REGRADE_AT', { TIERBOOK_REGRADE_AT: '24:00' }],
    ['TIERBOOK_REGRADE_AT', { TIERBOOK_REGRADE_AT: '3' }],
    ['TIERBOOK_REGRADE_AT', { TIERBOOK_REGRADE_AT: 'at night' }],
    ['GOOGLE_SHEETS_API_URL', { GOOGLE_SHEETS_API_URL: 'sheets.googleapis.com' }],
    ['GOOGLE_OAUTH_URL', { GOOGLE_OAUTH_URL: 'ftp://127.0.0.1/' }],
    ['LOG_LEVEL', { LOG_LEVEL: 'loud' }],
  ])('%s in %j', (variable, environment) => {
    const error = thrownBy(() => readConfig(environment));
    expect(error.variable).toBe(variable);
    expect(error.message).toMatch(new RegExp(`^${variable} [^\\n]+$`));
    expect(error.message).not.toContain('abc');
  });
});

test('the rest has defaults and is read', () => {
  expect(readConfig({})).toEqual({
    slack: { mode: 'local' },
    databaseUrl: null,
    dataDir: './.tierbook',
    host: '127.0.0.1',
    port: 3000,
    admins: [],
    fileUploads: true,
    regradeAt: '03:00',
    sheetsEveryMinutes: 5,
    google: { sheetsApiUrl: 'https://sheets.googleapis.com/', oauthUrl: null, keyFile: null },
    logLevel: 'error',
  });
  const environment = {
    DATABASE_URL: 'postgres://db/tierbook',
    TIERBOOK_DATA_DIR: '/data',
    HOST: '::1',
    PORT: '0',
    TIERBOOK_ADMINS: 'U012AB3CD, W99ZZ',
    GOOGLE_APPLICATION_CREDENTIALS: '/keys/google.json',
    GOOGLE_SHEETS_API_URL: 'http://127.0.0.1:9',
    GOOGLE_OAUTH_URL: 'http://127.0.0.1:9/',
    LOG_LEVEL: 'debug',
  };
  expect(readConfig(environment)).toMatchObject({
    databaseUrl: 'postgres://db/tierbook',
    dataDir: '/data',
    host: '::1',
    port: 0,
    admins: ['U012AB3CD', 'W99ZZ'],
    google: { sheetsApiUrl: 'http://127.0.0.1:9/', oauthUrl: 'http://127.0.0.1:9/', keyFile: '/keys/google.json' },
    logLevel: 'debug',
  });
});

test('the local workspace listens to this machine alone; with Slack tokens any address will do', () => {
  const tokens = { SLACK_BOT_TOKEN: BOT, SLACK_APP_TOKEN: APP };
  for (const HOST of ['127.0.0.1', 'localhost', '::1']) refuseOpenLocalWorkspace(readConfig({ HOST }));
  refuseOpenLocalWorkspace(readConfig({ ...tokens, HOST: '0.0.0.0' }));
  for (const HOST of ['0.0.0.0', '::', '192.168.1.7']) {
    const refused = thrownBy(() => refuseOpenLocalWorkspace(readConfig({ HOST })));
    expect(refused.message).toMatch(/^HOST must be 127\.0\.0\.1 for the local workspace[^\n]+$/);
  }
});

test.each([
  ['23:59', '23:59'],
  ['4:30', '04:30'],
  ['off', null],
])('everybody is graded again at %s: %s', (TIERBOOK_REGRADE_AT, regradeAt) => {
  expect(readConfig({ TIERBOOK_REGRADE_AT }).regradeAt).toBe(regradeAt);
});

test.each([
  ['the local workspace', {}, true],
  ['the local workspace, switched off', { TIERBOOK_FILE_UPLOADS: 'off' }, false],
  ['Slack', { SLACK_BOT_TOKEN: BOT, SLACK_APP_TOKEN: APP }, false],
  ['Slack, switched on', { SLACK_BOT_TOKEN: BOT, SLACK_APP_TOKEN: APP, TIERBOOK_FILE_UPLOADS: 'on' }, true],
])('tables posted to the bot are taken in %s: %s → %s', (_, environment, fileUploads) => {
  expect(readConfig(environment).fileUploads).toBe(fileUploads);
});

test('.env.example explains every variable in one line, and no other', () => {
  const lines = readFileSync(new URL('../../.env.example', import.meta.url), 'utf8').split('\n');
  const named = lines.flatMap((line) => /^([A-Z_]+)=/.exec(line)?.[1] ?? []);
  expect(named).toEqual([...CONFIG_VARIABLES]);
  for (const name of named) {
    const at = lines.findIndex((line) => line.startsWith(`${name}=`));
    expect(lines[at - 1], name).toMatch(/^# \S.{10,}/);
    expect(lines[at - 2] ?? '', name).not.toMatch(/^# /);
  }
  const example = Object.fromEntries(
    named.map((name) => [name, lines.find((line) => line.startsWith(`${name}=`))?.slice(name.length + 1)]),
  );
  expect(readConfig(example)).toEqual(readConfig({}));
});

function thrownBy(run: () => unknown): ConfigError {
  try {
    run();
  } catch (error) {
    if (error instanceof ConfigError) return error;
    throw error;
  }
  throw new Error('Nothing was thrown.');
}

test.each([
  ['1', 1],
  ['30', 30],
  ['off', null],
])('connected sheets are looked at every %s minutes', (TIERBOOK_SHEETS_EVERY, sheetsEveryMinutes) => {
  expect(readConfig({ TIERBOOK_SHEETS_EVERY }).sheetsEveryMinutes).toBe(sheetsEveryMinutes);
});

test.each(['0', 'often', '-5'])('connected sheets are not looked at every %s', (TIERBOOK_SHEETS_EVERY) => {
  expect(() => readConfig({ TIERBOOK_SHEETS_EVERY })).toThrow(
    'TIERBOOK_SHEETS_EVERY must be a number of minutes, such as 5, or off',
  );
});
