import type { Clock } from '../../../clock.ts';
import { type HostServices, ServiceError } from '../host-service.ts';
import type { LastingState, ScriptUser } from '../script-environment.ts';

/** Cached texts by key, with when each is gone, in ms since 1970. */
export type CachedTexts = Map<string, { readonly text: string; readonly untilMs: number }>;

/** A key may have 250 characters, a value 100 KB, and stay at most six hours. documented */
const MOST_KEY_CHARACTERS = 250;
const MOST_BYTES = 100 * 1024;
const MOST_SECONDS = 21_600;
/** Beyond a thousand the oldest go (documented: those farthest from expiry stay; here by when they go). */
const MOST_TEXTS = 1000;

/** The calls of `CacheService`, on the given clock. */
export function cacheServices({ caches }: LastingState, user: ScriptUser, clock: Clock): HostServices {
  const cacheOf = (kind: string): CachedTexts => {
    const name = kind === 'user' ? `user:${user.email}` : kind;
    const cache = caches.get(name) ?? new Map();
    caches.set(name, cache);
    return cache;
  };
  return {
    'CacheService.getDocumentCache': { access: 'storage', answer: () => true },
    'Cache.getAll': {
      access: 'storage',
      answer(kind: string, keys: readonly string[]) {
        const nowMs = clock.now().getTime();
        const cache = cacheOf(kind);
        return Object.fromEntries(
          keys.flatMap((key) => {
            const found = cache.get(key);
            return found !== undefined && found.untilMs > nowMs ? [[key, found.text]] : [];
          }),
        );
      },
    },
    'Cache.putAll': {
      access: 'storage',
      answer(kind: string, texts: Readonly<Record<string, string>>, seconds: number) {
        for (const [key, text] of Object.entries(texts)) {
          if (key.length > MOST_KEY_CHARACTERS) throw new ServiceError('Argument too large: key');
          if (Buffer.byteLength(text, 'utf8') > MOST_BYTES) throw new ServiceError('Argument too large: value');
        }
        const untilMs = clock.now().getTime() + Math.min(Math.max(seconds, 1), MOST_SECONDS) * 1000;
        const cache = cacheOf(kind);
        for (const [key, text] of Object.entries(texts)) cache.set(key, { text, untilMs });
        const soonest = [...cache].toSorted(([, a], [, b]) => a.untilMs - b.untilMs);
        for (const [key] of soonest.slice(0, Math.max(0, soonest.length - MOST_TEXTS))) cache.delete(key);
      },
    },
    'Cache.removeAll': {
      access: 'storage',
      answer(kind: string, keys: readonly string[]) {
        for (const key of keys) cacheOf(kind).delete(key);
      },
    },
  };
}
