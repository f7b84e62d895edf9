import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Registry } from 'prom-client';
import { startPage } from '../core/text/start-text.ts';
import { StartError } from './start-error.ts';

/** What the HTTP server can tell about the service, and what it hands on. */
export interface HttpRoutes {
  /** Each part of the service that must work, and whether it does right now; checked for every `/readyz`. */
  readiness(): Promise<Readonly<Record<string, boolean>>>;
  readonly metrics: Registry;
  /** Serves `POST /slack/events`; null before the app is up and in other modes than HTTP. */
  slackRequests(): RequestListener | null;
  /** Serves everything else, in the local workspace: its page. Null before it is up; left out where there is none. */
  readonly page?: () => RequestListener | null;
}

/** A server that listens. */
export interface HttpServer {
  /** `http://127.0.0.1:3000` */
  readonly address: string;
  /** Waits for requests under way, though not for ever: what sends or reads nothing by then is cut off. */
  close(): Promise<void>;
}

/** What a request under way is given to end when the server closes. */
const LAST_REQUESTS_MS = 5000;

/**
 * Listens on `host`:`port` with `/healthz` (the process), `/readyz` (200 or 503, and what is missing) and `/metrics`.
 * Throws a {@link StartError} when the address cannot be had.
 *
 * @param lastRequestsMs what requests under way are given when it closes; default 5 s
 */
export async function startHttpServer(
  host: string,
  port: number,
  routes: HttpRoutes,
  lastRequestsMs: number = LAST_REQUESTS_MS,
): Promise<HttpServer> {
  const server = createServer((request, response) => {
    answer(request, response, routes).catch(() => {
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  const unused = unusedSockets(server);
  await listen(server, host, port);
  return {
    address: addressOf(server, host),
    close: () =>
      new Promise((resolve) => {
        const cutOff = setTimeout(() => server.closeAllConnections(), lastRequestsMs);
        server.close(() => {
          clearTimeout(cutOff);
          resolve();
        });
        server.closeIdleConnections();
        for (const socket of unused) socket.destroy();
      }),
  };
}

/** Connections that nothing was asked on yet. Browsers open some ahead of time, and Node does not count them as idle. */
function unusedSockets(server: Server): ReadonlySet<Socket> {
  const unused = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    unused.add(socket);
    socket.once('close', () => unused.delete(socket));
  });
  server.on('request', ({ socket }: IncomingMessage) => unused.delete(socket));
  return unused;
}

async function answer(request: IncomingMessage, response: ServerResponse, routes: HttpRoutes): Promise<void> {
  const path = (request.url ?? '').split('?', 1)[0];
  if (request.method === 'POST' && path === '/slack/events') {
    const listener = routes.slackRequests();
    if (listener !== null) listener(request, response);
    // Slack repeats an event that got a 503.
    else send(response, 503, 'not ready\n');
    return;
  }
  const isReading = request.method === 'GET' || request.method === 'HEAD';
  if (isReading && path === '/healthz') return send(response, 200, 'ok\n');
  if (isReading && path === '/metrics')
    return send(response, 200, await routes.metrics.metrics(), routes.metrics.contentType);
  if (isReading && path === '/readyz') return answerReadiness(response, routes);
  if (routes.page === undefined) return send(response, 404, 'not found\n');
  const page = routes.page();
  if (page !== null) page(request, response);
  else send(response, 503, STARTING, 'text/html; charset=utf-8');
}

async function answerReadiness(response: ServerResponse, routes: HttpRoutes): Promise<void> {
  const parts = await routes.readiness();
  const ready = Object.values(parts).every(Boolean);
  send(response, ready ? 200 : 503, `${JSON.stringify({ ready, ...parts })}\n`, 'application/json');
}

/** Asks again by itself until the page is there. */
const STARTING = startPage('starting', '<meta http-equiv="refresh" content="1">');

function send(response: ServerResponse, status: number, body: string, type = 'text/plain; charset=utf-8'): void {
  response.writeHead(status, { 'Content-Type': type, 'Cache-Control': 'no-store' }).end(body);
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(listenError(error, host, port)));
    server.listen(port, host, resolve);
  });
}

function listenError(error: NodeJS.ErrnoException, host: string, port: number): StartError {
  const cause = { cause: error };
  if (error.code === 'EADDRINUSE') {
    return new StartError(`Port ${port} on ${host} is in use: stop what runs there, or set PORT to another.`, cause);
  }
  if (error.code === 'EACCES') {
    return new StartError(`Port ${port} may not be opened by this user: set PORT to 1024 or above.`, cause);
  }
  return new StartError(
    `Cannot listen on ${host}, port ${port} (${error.code ?? error.message}): check HOST and PORT.`,
    cause,
  );
}

function addressOf(server: Server, host: string): string {
  const bound = server.address();
  const port = typeof bound === 'object' && bound !== null ? bound.port : 0;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
