import type { IdSource } from './id-source.ts';
import { LOCAL_TEAM } from './local-members.ts';
import type { LocalTime } from './local-time.ts';

/** A response_url may be used this often, for this long (Slack: "Handling user interaction"). */
const RESPONSE_URL_USES = 5;
const RESPONSE_URL_LIFE_MS = 30 * 60_000;

/** What a response_url answers to. */
export interface ResponseTarget {
  readonly userId: string;
  readonly channel: string;
  /** The message whose button was pressed; undefined after a command. */
  readonly messageTs: string | undefined;
  readonly threadTs: string | undefined;
}

/** Hands out response_urls and counts their use. */
export interface ResponseUrls {
  /** The path of a new response_url. */
  issue(target: ResponseTarget): string;
  /** Uses a path once: what it answers to, or the error with which Slack refuses (HTTP 404). */
  use(path: string): ResponseTarget | 'expired_url' | 'used_url' | 'no_such_url';
}

/** response_urls measured on the network's time. */
export function createResponseUrls(time: LocalTime, ids: IdSource): ResponseUrls {
  const issued = new Map<string, { target: ResponseTarget; atMs: number; uses: number }>();
  return {
    issue(target) {
      const kind = target.messageTs === undefined ? 'commands' : 'actions';
      const path = `/${kind}/${LOCAL_TEAM.id}/${ids(13)}/${ids(24)}`;
      issued.set(path, { target, atMs: time.networkNowMs(), uses: 0 });
      return path;
    },
    use(path) {
      const entry = issued.get(path);
      if (!entry) return 'no_such_url';
      if (time.networkNowMs() - entry.atMs > RESPONSE_URL_LIFE_MS) return 'expired_url';
      if (entry.uses >= RESPONSE_URL_USES) return 'used_url';
      entry.uses += 1;
      return entry.target;
    },
  };
}
