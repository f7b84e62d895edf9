import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isSheetsApiPath } from './api-paths.ts';
import { createSheetsApi, type SheetsApi, type SheetsApiParts } from './sheets-api.ts';

/** A Sheets API that listens. */
export interface RunningSheetsApi extends SheetsApi {
  /** `http://127.0.0.1:PORT`: for googleapis' `rootUrl`, and with `/token` behind it for signing in. */
  readonly url: string;
  close(): Promise<void>;
}

/** Starts the local Sheets API on 127.0.0.1, on any free port unless one is named. Rejects when the port is taken (`EADDRINUSE`). */
export async function startSheetsApi(parts: SheetsApiParts, port = 0): Promise<RunningSheetsApi> {
  const api = createSheetsApi(parts);
  const server = createServer((request, response) => {
    const [pathname = '/'] = (request.url ?? '/').split('?', 1);
    if (isSheetsApiPath(pathname)) api.handle(request, response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve);
  });
  return {
    ...api,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}
