import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';

const FOLDERS = ['bot', 'sheets-addon', 'core', 'migrations', 'test'] as const;
const FILES = /^(README\.md|LICENSE|CHANGELOG\.md|package(-lock)?\.json|tsconfig\.json|(biome|knip)\.json)$/;
const TOOL_CONFIGURATION = /^(\.[a-z].*|[a-z-]+\.config\.ts)$/;

test('the top level holds the product, its tests, its papers and the tools’ configuration, nothing else', () => {
  const tracked = execFileSync('git', ['ls-files'], { encoding: 'utf8' }).trim().split('\n');
  const names = new Set(tracked.map((path) => path.split('/')[0] ?? path));
  const strangers = [...names].filter(
    (name) => !FOLDERS.some((folder) => folder === name) && !FILES.test(name) && !TOOL_CONFIGURATION.test(name),
  );
  expect(strangers).toEqual([]);
});
