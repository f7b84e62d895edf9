import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { COMMANDS, EVENTS } from '../../bot/listeners/index.ts';
import manifest from '../../bot/manifest.json' with { type: 'json' };

/** The scope that each Web API method or event of ours needs (Slack's reference of methods and events). */
const SCOPES: Readonly<Record<string, string | null>> = {
  'chat.postMessage': 'chat:write',
  'users.info': 'users:read',
  'views.open': null,
  'views.update': null,
  'auth.test': null,
  user_change: 'users:read',
};

test('the manifest declares the commands that have a listener, each with a description and a hint', () => {
  expect(manifest.features.slash_commands.map(({ command }) => command)).toEqual([...COMMANDS]);
  for (const command of manifest.features.slash_commands) {
    expect(command.description.length).toBeGreaterThan(10);
    expect(command.usage_hint).not.toBe('');
  }
});

test('the manifest subscribes to the events that have a listener', () => {
  expect(manifest.settings.event_subscriptions.bot_events).toEqual([...EVENTS]);
});

test('the scopes are those that the calls, commands and events of the code need, and no more', () => {
  const source = listenerSources().join('\n');
  const called = [...source.matchAll(/\bclient\.(\w+)\.(\w+)\(/g)].map(([, family, method]) => `${family}.${method}`);
  if (/\bawait say\(/.test(source)) called.push('chat.postMessage');
  expect(called).toContain('views.open');
  const needed = [...called, ...EVENTS].map((name) => {
    const scope = SCOPES[name];
    if (scope === undefined) throw new Error(`Which scope does ${name} need?`);
    return scope;
  });
  // Without it users.info leaves the address out, by which owners of imported customers are found.
  if (source.includes('profile?.email')) needed.push('users:read.email');
  const scopes = new Set(['commands', ...needed.filter((scope) => scope !== null)]);
  expect(manifest.oauth_config.scopes.bot).toEqual([...scopes].toSorted());
});

test('every text is within what Slack allows in a manifest', () => {
  const { display_information: display } = manifest;
  expect(display.name.length).toBeLessThanOrEqual(35);
  expect(display.description.length).toBeLessThanOrEqual(140);
  expect(display.long_description.length).toBeGreaterThanOrEqual(174);
  expect(display.long_description.length).toBeLessThanOrEqual(4000);
});

function listenerSources(): string[] {
  const folder = new URL('../../bot/listeners/', import.meta.url).pathname;
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  return files.map((name) => readFileSync(join(folder, name), 'utf8'));
}
