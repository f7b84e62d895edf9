import type { RequestListener, ServerResponse } from 'node:http';
import sirv from 'sirv';
import { startPage } from '../../../core/text/start-text.ts';
import { isOwnAddress } from '../own-address.ts';
import { createOpenScreens } from './open-screens.ts';
import { createPageRequests, type PageRequestParts } from './page-requests.ts';
import { refuse } from './request-answer.ts';

/** What the page's server is built from. */
export interface PageServerParts extends Omit<PageRequestParts, 'screens'> {
  /** The folder of the built page; null when it cannot be built here. */
  readonly folder: string | null;
}

/** Serves the local workspace's page and what it asks for. */
export interface PageServer {
  readonly handle: RequestListener;
  /** Ends the streams of open pages, which would keep the HTTP server from closing. */
  readonly close: () => void;
}

const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': [
    "default-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: https:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
};

/**
 * Serves the page on whatever port its requests come in. Requests that were meant for another host or come from another
 * page are refused: whoever reaches this server acts for everybody in the workspace.
 */
export function createPageServer({ folder, ...parts }: PageServerParts): PageServer {
  const screens = createOpenScreens(parts);
  const answer = createPageRequests({ ...parts, screens });
  // Read from the disk each time, since another start may have built it anew.
  const files = folder === null ? undefined : sirv(folder, { dev: true, etag: true, setHeaders: cacheAssets });
  let closed = false;
  return {
    handle(request, response) {
      for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
      if (!isOwnAddress(request)) return refuse(response, 403, 'bad-request');
      if (closed) return refuse(response, 503, 'not-there');
      const url = URL.parse(request.url ?? '/', 'http://page');
      if (url === null) return refuse(response, 400, 'bad-request');
      const { pathname, searchParams } = url;
      if (pathname.startsWith('/local/')) return void answer(pathname, searchParams, request, response);
      if (files) {
        // Both pages are one document, which looks at its address.
        if (pathname === '/sheet') request.url = '/';
        return files(request, response, () => void response.writeHead(404).end());
      }
      response.writeHead(503, { 'content-type': 'text/html; charset=utf-8' }).end(startPage('noPage'));
      return undefined;
    },
    close() {
      closed = true;
      screens.close();
    },
  };
}

/** Vite names assets after their content; the page itself is asked for anew each time. */
function cacheAssets(response: ServerResponse, path: string): void {
  const value = path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
  response.setHeader('cache-control', value);
}
