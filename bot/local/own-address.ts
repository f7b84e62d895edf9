import type { IncomingMessage } from 'node:http';

/**
 * Whether a request was meant for this server: its `Host`, and its `Origin` if it has one, name this port on this machine.
 *
 * Keeps out web pages that reach the server by a name of theirs that resolves here (DNS rebinding), or that send to it from
 * elsewhere in the same browser.
 */
export function isOwnAddress({ headers, socket }: IncomingMessage): boolean {
  // Browsers leave port 80 out.
  const port = socket.localPort === 80 ? '' : `:${socket.localPort}`;
  const own = ['127.0.0.1', 'localhost', '[::1]'].map((name) => name + port);
  const { host, origin } = headers;
  if (!own.includes(host ?? '')) return false;
  return origin === undefined || own.some((each) => origin === `http://${each}`);
}
