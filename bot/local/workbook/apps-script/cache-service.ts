import type { Host } from './host.ts';
import type { StoreKind } from './script-questions.ts';
import { type Entered, listOf, settings, strictClass, takes, text, whole } from './strict-service.ts';

/** How long a value stays when nobody says: ten minutes. documented */
const USUAL_SECONDS = 600;

/** `CacheService`: text by key, for a while. Without a document the document's cache is null. documented */
export function createCacheService(host: Host, entered: Entered): object {
  const put = (kind: StoreKind, texts: Record<string, unknown>, seconds: number): void => {
    const given = Object.fromEntries(Object.entries(texts).map(([key, value]) => [key, String(value)]));
    host.ask('cache', kind, given, seconds);
  };
  const all = (kind: StoreKind, keys: readonly string[]) => host.ask('cached', kind, keys);
  const remove = (kind: StoreKind, keys: readonly string[]): void => {
    host.ask('uncache', kind, keys);
  };
  const cache = strictClass<StoreKind>('CacheService.Cache', entered, {
    get: [takes([text], ({ state }, key) => all(state, [key])[key] ?? null)],
    getAll: [takes([listOf(text)], ({ state }, keys) => all(state, keys))],
    put: [
      takes([text, text], ({ state }, key, value) => put(state, { [key]: value }, USUAL_SECONDS)),
      takes([text, text, whole], ({ state }, key, value, seconds) => put(state, { [key]: value }, seconds)),
    ],
    putAll: [
      takes([settings], ({ state }, texts) => put(state, texts, USUAL_SECONDS)),
      takes([settings, whole], ({ state }, texts, seconds) => put(state, texts, seconds)),
    ],
    remove: [takes([text], ({ state }, key) => remove(state, [key]))],
    removeAll: [takes([listOf(text)], ({ state }, keys) => remove(state, keys))],
  });
  return strictClass<null>('CacheService', entered, {
    getDocumentCache: [takes([], () => (host.ask('hasDocument') ? cache.of('document') : null))],
    getScriptCache: [takes([], () => cache.of('script'))],
    getUserCache: [takes([], () => cache.of('user'))],
  }).of(null);
}
