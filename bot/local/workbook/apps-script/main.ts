import { createCacheService } from './cache-service.ts';
import { createConsole } from './console.ts';
import { givenClock } from './given-clock.ts';
import { type HostFunction, hostOf } from './host.ts';
import { createHtmlService } from './html-service.ts';
import { createLockService } from './lock-service.ts';
import { createPropertiesService } from './properties-service.ts';
import { runRequested } from './run-requested.ts';
import { AUTH_MODES } from './script-app.ts';
import { createSession } from './session.ts';
import { createSpreadsheetApp } from './spreadsheet-app.ts';
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
 * of the outside stays within this closure. Returns what runs the entry point: it goes under a name of its own into the
 * context only because a time limit can be set on scripts alone.
 */
export function start(outside: HostFunction): void {
  const host = hostOf(outside);
  for (const name of NOT_THERE) Reflect.deleteProperty(globalThis, name);
  define('Date', givenClock(Date, () => host.call<number>('Date.now')));
  define('console', createConsole(host));
  define('SpreadsheetApp', createSpreadsheetApp(host, () => createUi(host)));
  define('LockService', createLockService(host));
  define('PropertiesService', createPropertiesService(host));
  define('CacheService', createCacheService(host));
  define('Session', createSession(host));
  define('HtmlService', createHtmlService(host));
  define('Utilities', createUtilities(host));
  define('ScriptApp', Object.freeze({ AuthMode: AUTH_MODES }));
  const before = new Set(Reflect.ownKeys(globalThis));
  define('runRequested', (request: string): string => {
    Reflect.deleteProperty(globalThis, 'runRequested');
    return runRequested(request, (name) => (before.has(name) ? undefined : Reflect.get(globalThis, name)));
  });
}

function define(name: string, value: unknown): void {
  Object.defineProperty(globalThis, name, { value, writable: true, configurable: true, enumerable: false });
}
