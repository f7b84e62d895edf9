import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { isOwnAddress } from '../../../bot/local/own-address.ts';

function isOwn(localPort: number, headers: { readonly host?: string; readonly origin?: string }): boolean {
  return isOwnAddress({ headers, socket: { localPort } } as unknown as IncomingMessage);
}

test.each([
  [3000, { host: '127.0.0.1:3000' }, true],
  [3000, { host: 'localhost:3000', origin: 'http://localhost:3000' }, true],
  [3000, { host: '[::1]:3000' }, true],
  [80, { host: 'localhost', origin: 'http://localhost' }, true],
  [3000, { host: 'localhost' }, false],
  [3000, {}, false],
  [3000, { host: '127.0.0.1:3000.example' }, false],
  [3000, { host: 'localhost:3000', origin: 'https://localhost:3000' }, false],
  [80, { host: 'localhost', origin: 'http://tierbook.example' }, false],
])('port %i takes %j: %s', (port, headers, isTaken) => {
  expect(isOwn(port, headers)).toBe(isTaken);
});
