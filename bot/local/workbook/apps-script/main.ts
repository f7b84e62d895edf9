import { createCacheService } from './cache-service.ts';
import { createConsole } from './console.ts';
import { givenClock } from './given-clock.ts';
import { type Host, type HostFunction, hostOf } from './host.ts';
import { createHtmlOutput, createHtmlService } from './html-service.ts';
import { createLockService } from './lock-service.ts';
import { createPropertiesService } from './properties-service.ts';
import { runRequested } from './run-requested.ts';
import { AUTH_MODES } from './script-app.ts';
import { createSession } from './session.ts';
import { createSpreadsheetApp } from './spreadsheet-app.ts';
import type { HostEntry, SpreadsheetHost } from './spreadsheet-host.ts';
import { strictClass } from './strict-service.ts';
import { createUi } from './ui.ts';
import { createUtilities } from './utilities.ts';

/** What a new context has and Apps Script, as far as is known, has not. assumed */
const NOT_THERE = [
  'WebAssembly',
  'SharedArrayBuffer',
  'Atomics',
  'Iterator',
  'SuppressedError',
  'DisposableStack',
  'AsyncDisposableStack',
  'Float16Array',
];

/**
 * Makes the context of one execution what Apps Script gives to a script: Google's services, its console, a clock. The function
 * of the outside stays within this closure. What runs the entry point goes into the context under a name, for one call, since a
 * time limit can be set on scripts alone.
 */
export function start(outside: HostFunction): void {
  const host = hostOf(outside);
  for (const name of NOT_THERE) Reflect.deleteProperty(globalThis, name);
  define(
    'Date',
    givenClock(Date, () => host.ask('now')),
  );
  define('console', createConsole(host));
  for (const [name, service] of Object.entries(servicesOf(host))) define(name, service);
  const before = new Set(Reflect.ownKeys(globalThis));
  define('runRequested', (request: string): string => {
    Reflect.deleteProperty(globalThis, 'runRequested');
    return runRequested(request, (name) => (before.has(name) ? undefined : Reflect.get(globalThis, name)));
  });
}

function servicesOf(host: Host): Readonly<Record<string, object>> {
  const entered = (service: string, method: string): void => {
    host.ask('entered', service, method);
  };
  const output = createHtmlOutput(entered);
  const ui = createUi(host, entered, output);
  return {
    ...createSpreadsheetApp(
      spreadsheetHost(host),
      () => ui,
      (place) => host.text(place),
    ),
    LockService: createLockService(host, entered),
    PropertiesService: createPropertiesService(host, entered),
    CacheService: createCacheService(host, entered),
    Session: createSession(host, entered),
    HtmlService: createHtmlService(host, entered, output),
    Utilities: createUtilities(host, entered),
    ScriptApp: strictClass<null>('ScriptApp', entered, {}, { AuthMode: AUTH_MODES.values }).of(null),
  };
}

/** The workbook's functions, each of which asks outside: by JSON, but for the rows of cells that it puts somewhere. */
function spreadsheetHost(host: Host): SpreadsheetHost {
  const names = host.ask('workbookFunctions');
  const functions = names.map((name) => [
    name,
    (...given: readonly unknown[]) => {
      const last = given[given.length - 1];
      if (!isGrid(last)) return host.ask('workbook', name, given);
      for (const line of last) host.line(line);
      return host.ask('workbook', name, given.slice(0, -1));
    },
  ]);
  return Object.fromEntries(functions) as SpreadsheetHost;
}

function isGrid(given: unknown): given is HostEntry[][] {
  return Array.isArray(given) && Array.isArray(given[0]);
}

function define(name: string, value: unknown): void {
  Object.defineProperty(globalThis, name, { value, writable: true, configurable: true, enumerable: false });
}
