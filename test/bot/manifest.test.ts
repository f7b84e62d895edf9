import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { appManifest } from '../../bot/app-manifest.ts';
import { COMMANDS, EVENTS, FILE_EVENTS, SHORTCUTS } from '../../bot/listeners/index.ts';
import committed from '../../bot/manifest.json' with { type: 'json' };
import { cli } from '../support/cli.ts';

/**
 * The scope that each Web API method or event of ours needs (Slack's reference of methods and events). Whether a message has arrived is
 * looked up wherever messages are posted: in direct messages, and in the public and private channels where digests go.
 */
const SCOPES: Readonly<Record<string, string | readonly string[] | null>> = {
  'chat.postEphemeral': 'chat:write',
  'chat.postMessage': 'chat:write',
  'chat.update': 'chat:write',
  'conversations.history': ['im:history', 'channels:history', 'groups:history'],
  'conversations.open': 'im:write',
  'files.info': 'files:read',
  'users.info': 'users:read',
  'views.open': null,
  'views.push': null,
  'views.publish': null,
  'views.update': null,
  'auth.test': null,
  app_home_opened: null,
  app_mention: 'app_mentions:read',
  'message.im': 'im:history',
  user_change: 'users:read',
  file_shared: 'files:read',
};

/** The sources that run only where posted files are taken. */
const FILE_SOURCES = /\/(?:file-shared|posted-file|posted-table|preview-posted|slack-download)\.ts$/;

describe.each([false, true])('the manifest (file uploads: %s)', (fileUploads) => {
  const manifest = appManifest({ fileUploads });
  const events = fileUploads ? [...EVENTS, ...FILE_EVENTS] : [...EVENTS];

  test('declares the commands that have a listener, each with a description and a hint', () => {
    expect(manifest.features.slash_commands.map(({ command }) => command)).toEqual([...COMMANDS]);
    for (const command of manifest.features.slash_commands) {
      expect(command.description.length).toBeGreaterThan(10);
      expect(command.usage_hint).not.toBe('');
    }
  });

  test('declares the shortcuts on messages that have a listener, with texts as short as Slack wants them', () => {
    const { shortcuts } = manifest.features;
    expect(shortcuts.map((shortcut) => shortcut.callback_id)).toEqual([...SHORTCUTS]);
    for (const { description, name, type } of shortcuts) {
      expect(type).toBe('message');
      expect(name.length).toBeLessThanOrEqual(24);
      expect(description.length).toBeLessThanOrEqual(150);
    }
  });

  test('subscribes to the events that have a listener', () => {
    expect(manifest.settings.event_subscriptions.bot_events).toEqual(events.toSorted());
  });

  test('has the scopes that the calls, commands and events of the code need, and no more', () => {
    const source = slackSources(fileUploads).join('\n');
    const called = [...source.matchAll(/\bclient\.(\w+)\.(\w+)\(/g)].map(([, family, method]) => `${family}.${method}`);
    if (/\bawait say\(/.test(source)) called.push('chat.postMessage');
    expect(called).toContain('views.open');
    expect(called.includes('files.info')).toBe(fileUploads);
    const needed = [...called, ...events].flatMap((name) => {
      const scope = SCOPES[name];
      if (scope === undefined) throw new Error(`Which scope does ${name} need?`);
      return scope;
    });
    // Without it users.info leaves the address out, by which owners of imported customers are found.
    if (source.includes('profile?.email')) needed.push('users:read.email');
    const scopes = new Set(['commands', ...needed.filter((scope) => scope !== null)]);
    expect(manifest.oauth_config.scopes.bot).toEqual([...scopes].toSorted());
  });

  test('lets the bot and people write to each other', () => {
    expect(manifest.features.app_home.home_tab_enabled).toBe(true);
    expect(manifest.features.app_home.messages_tab_enabled).toBe(true);
    expect(manifest.features.app_home.messages_tab_read_only_enabled).toBe(false);
  });

  test('keeps every text within what Slack allows', () => {
    const { display_information: display } = manifest;
    expect(display.name.length).toBeLessThanOrEqual(35);
    expect(display.description.length).toBeLessThanOrEqual(140);
    expect(display.long_description.length).toBeGreaterThanOrEqual(174);
    expect(display.long_description.length).toBeLessThanOrEqual(4000);
  });

  test('is what the command line prints', async () => {
    const { exitCode, stdout } = await cli(['manifest', ...(fileUploads ? ['--file-uploads'] : [])]);
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toEqual(manifest);
  });
});

test('the committed manifest asks for the least', () => {
  expect(appManifest({ fileUploads: false })).toEqual(committed);
});

function slackSources(withFiles: boolean): string[] {
  const folders = ['listeners', 'jobs'].map((name) => new URL(`../../bot/${name}/`, import.meta.url).pathname);
  return folders
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts'))
        .map((name) => join(folder, name)),
    )
    .filter((path) => withFiles || !FILE_SOURCES.test(path))
    .map((path) => readFileSync(path, 'utf8'));
}
