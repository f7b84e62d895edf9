import { expect, test } from 'vitest';
import { findBrowser, type Machine } from './find-browser.ts';

function machine(platform: NodeJS.Platform, env: Machine['env'], ...files: string[]): Machine {
  return { platform, env, isFile: (file) => files.includes(file) };
}

test.each([
  ['linux', { PATH: '/opt/bin:/home/x/bin' }, '/home/x/bin/google-chrome'],
  ['linux', {}, '/usr/bin/chromium'],
  ['linux', {}, '/snap/bin/chromium'],
  ['darwin', {}, '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
  ['darwin', { HOME: '/Users/x' }, '/Users/x/Applications/Chromium.app/Contents/MacOS/Chromium'],
  ['win32', { ProgramFiles: 'C:\\Program Files' }, 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'],
  ['win32', { LOCALAPPDATA: 'C:\\x' }, 'C:\\x\\Google\\Chrome\\Application\\chrome.exe'],
  [
    'win32',
    { 'ProgramFiles(x86)': 'C:\\Program Files (x86)' },
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
] as const)('on %s with %o the browser at %s is found', (platform, env, file) => {
  expect(findBrowser(machine(platform, env, file))).toBe(file);
});

test('CHROMIUM_PATH comes before the usual places, an empty one counts as none', () => {
  const files = ['/usr/bin/chromium', '/opt/chrome'];
  expect(findBrowser(machine('linux', { CHROMIUM_PATH: '/opt/chrome' }, ...files))).toBe('/opt/chrome');
  expect(findBrowser(machine('linux', { CHROMIUM_PATH: '' }, ...files))).toBe('/usr/bin/chromium');
});

test('Edge is taken only where there is no other, wherever the other is', () => {
  const env = { PATH: '/first:/second' };
  expect(findBrowser(machine('linux', env, '/first/microsoft-edge', '/second/chromium'))).toBe('/second/chromium');
  expect(findBrowser(machine('linux', env, '/first/microsoft-edge'))).toBe('/first/microsoft-edge');
});

test('without a browser there is none, so that its tests can be skipped', () => {
  for (const platform of ['linux', 'darwin', 'win32'] as const) {
    expect(findBrowser(machine(platform, { PATH: '/usr/bin' }))).toBeUndefined();
  }
});

test('a CHROMIUM_PATH that leads nowhere is a mistake to tell, not a reason to skip', () => {
  expect(() => findBrowser(machine('linux', { CHROMIUM_PATH: '/opt/chrom' }, '/usr/bin/chromium'))).toThrow(
    "CHROMIUM_PATH is /opt/chrom, where there is no file: set it to Chromium's executable, or unset it.",
  );
});
