import type { Clock } from '../../../clock.ts';
import type { ScriptQuestions } from '../apps-script/script-questions.ts';
import type { LastingState, ScriptUser } from '../script-environment.ts';

/** Cached texts by key, with when each is gone, in ms since 1970. */
export type CachedTexts = Map<string, { readonly text: string; readonly untilMs: number }>;

/** A key may have 250 characters, a value 100 KB, and stay at most six hours; a cache holds a thousand. documented */
const MOST_KEY_CHARACTERS = 250;
const MOST_BYTES = 100 * 1024;
const MOST_SECONDS = 21_600;
const MOST_TEXTS = 1000;

/** What `CacheService` asks, on the given clock. Of too many texts those that end soonest go (documented). */
export function cacheServices(
  { caches }: LastingState,
  user: ScriptUser,
  clock: Clock,
): Pick<ScriptQuestions, 'cached' | 'cache' | 'uncache'> {
  const cacheOf = (kind: string): CachedTexts => {
    const name = kind === 'user' ? `user:${user.email}` : kind;
    const cache: CachedTexts = caches.get(name) ?? new Map();
    caches.set(name, cache);
    return cache;
  };
  return {
    cached(kind, keys) {
      const nowMs = clock.now().getTime();
      const found = keys.map((key) => [key, cacheOf(kind).get(key)] as const);
      return Object.fromEntries(
        found.flatMap(([key, one]) => (one !== undefined && one.untilMs > nowMs ? [[key, one.text]] : [])),
      );
    },
    cache(kind, texts, seconds) {
      for (const [key, text] of Object.entries(texts)) {
        if (key.length > MOST_KEY_CHARACTERS) throw new Error('Argument too large: key');
        if (Buffer.byteLength(text, 'utf8') > MOST_BYTES) throw new Error('Argument too large: value');
      }
      const untilMs = clock.now().getTime() + Math.min(Math.max(seconds, 1), MOST_SECONDS) * 1000;
      const kept = cacheOf(kind);
      for (const [key, text] of Object.entries(texts)) kept.set(key, { text, untilMs });
      const soonest = [...kept].toSorted(([, a], [, b]) => a.untilMs - b.untilMs);
      for (const [key] of soonest.slice(0, Math.max(0, soonest.length - MOST_TEXTS))) kept.delete(key);
    },
    uncache(kind, keys) {
      for (const key of keys) cacheOf(kind).delete(key);
    },
  };
}
