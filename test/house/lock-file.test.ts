import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

interface LockEntry {
  readonly version?: string;
  readonly resolved?: string;
  readonly engines?: unknown;
  readonly hasInstallScript?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, LockEntry> };
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as { allowScripts: Record<string, boolean> };
const dependencies = Object.entries(lock.packages).filter(([place]) => place !== '');

describe('package-lock.json', () => {
  test('names no download address, so that each machine asks its own registry', () => {
    expect(dependencies.filter(([, entry]) => entry.resolved !== undefined).map(([place]) => place)).toEqual([]);
  });

  test('has no engines of dependencies, which npm would hold against the Node that runs npm (npm run fix)', () => {
    expect(dependencies.filter(([, entry]) => entry.engines !== undefined).map(([place]) => place)).toEqual([]);
  });

  test('holds the builds for every platform, without which npm ci refuses', () => {
    const places = new Set(dependencies.map(([place]) => place.split('node_modules/').at(-1)));
    const missing = dependencies.flatMap(([place, entry]) =>
      Object.keys(entry.optionalDependencies ?? {})
        .filter((name) => !places.has(name))
        .map((name) => `${name}, wanted by ${place}`),
    );
    expect(missing).toEqual([]);
  });

  test('has no install script that package.json does not allow, so that a fresh install asks nothing', () => {
    const asking = dependencies
      .filter(([, entry]) => entry.hasInstallScript)
      .map(([place]) => place.split('node_modules/').at(-1) ?? place)
      .filter((name) => manifest.allowScripts[name] === undefined);
    expect(asking).toEqual([]);
  });
});
