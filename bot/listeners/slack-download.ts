import type { WebClient } from '@slack/web-api';

/** How fetching a file's bytes ended. */
export type Download =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  /** The address is not Slack's: the token does not go there. */
  | { readonly kind: 'foreign' }
  /** Slack asks to sign in: the token lacks files:read. */
  | { readonly kind: 'no-right' }
  | { readonly kind: 'gone' }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'failed'; readonly cause: unknown };

/** Limits of one download. */
export interface DownloadLimits {
  readonly mostBytes: number;
  readonly timeMs: number;
}

const MOST_REDIRECTS = 3;

/**
 * Fetches a file with the bot's token, which is sent to Slack's own addresses only, wherever a redirect may lead. Slack
 * answers a token without the scope with its sign-in page and status 200.
 */
export async function downloadFromSlack(
  url: string,
  { token = '', slackApiUrl }: Pick<WebClient, 'token' | 'slackApiUrl'>,
  { mostBytes, timeMs }: DownloadLimits,
): Promise<Download> {
  const signal = AbortSignal.timeout(timeMs);
  let address = url;
  try {
    for (let hop = 0; hop <= MOST_REDIRECTS; hop += 1) {
      if (!isSlacks(address, slackApiUrl)) return { kind: 'foreign' };
      const headers = { authorization: `Bearer ${token}` };
      const response = await fetch(address, { headers, redirect: 'manual', signal });
      const location = response.headers.get('location');
      if (response.status < 300 || response.status >= 400 || location === null)
        return await contentOf(response, mostBytes);
      await response.body?.cancel();
      address = new URL(location, address).href;
    }
    return { kind: 'failed', cause: new Error('Slack redirected too often.') };
  } catch (cause) {
    return { kind: 'failed', cause };
  }
}

/** Whether an address is Slack's: its own domains over HTTPS, or where its API is reached (a stand-in's). */
function isSlacks(address: string, apiUrl: string): boolean {
  if (!URL.canParse(address)) return false;
  const { hostname, origin, protocol } = new URL(address);
  if (origin === new URL(apiUrl).origin) return true;
  return protocol === 'https:' && /(?:^|\.)slack(?:-gov)?\.com$/.test(hostname);
}

async function contentOf(response: Response, mostBytes: number): Promise<Download> {
  const isPage = (response.headers.get('content-type') ?? '').startsWith('text/html');
  if (response.ok && !isPage) return bytesOf(response, mostBytes);
  await response.body?.cancel();
  if (response.ok || response.status === 401 || response.status === 403) return { kind: 'no-right' };
  if (response.status === 404 || response.status === 410) return { kind: 'gone' };
  return { kind: 'failed', cause: new Error(`Slack answered HTTP ${response.status}.`) };
}

async function bytesOf(response: Response, mostBytes: number): Promise<Download> {
  const parts: Uint8Array[] = [];
  let length = 0;
  // Leaving the loop ends the download.
  for await (const part of response.body ?? []) {
    length += part.length;
    if (length > mostBytes) return { kind: 'too-large' };
    parts.push(part);
  }
  return { kind: 'bytes', bytes: Buffer.concat(parts, length) };
}
