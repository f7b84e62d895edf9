import type { Host } from './host.ts';
import { checkParameters } from './parameters.ts';

type CacheKind = 'document' | 'script' | 'user';

const NAME = 'CacheService.Cache';
/** How long a value stays when nobody says: ten minutes. documented */
const USUAL_SECONDS = 600;

/** A cache: text by key, for a while. documented */
class Cache {
  readonly #host: Host;
  readonly #kind: CacheKind;

  constructor(host: Host, kind: CacheKind) {
    this.#host = host;
    this.#kind = kind;
  }

  get(key: string): string | null {
    checkParameters(`${NAME}.get`, arguments, ['string']);
    return this.#host.call<Record<string, string>>('Cache.getAll', this.#kind, [key])[key] ?? null;
  }

  getAll(keys: string[]): Record<string, string> {
    checkParameters(`${NAME}.getAll`, arguments, ['array']);
    return this.#host.call('Cache.getAll', this.#kind, keys);
  }

  put(key: string, value: string, expirationInSeconds = USUAL_SECONDS): void {
    checkParameters(`${NAME}.put`, arguments, ['string', 'string'], ['string', 'string', 'integer']);
    this.#host.call('Cache.putAll', this.#kind, { [key]: value }, expirationInSeconds);
  }

  putAll(values: Record<string, string>, expirationInSeconds = USUAL_SECONDS): void {
    checkParameters(`${NAME}.putAll`, arguments, ['object'], ['object', 'integer']);
    this.#host.call('Cache.putAll', this.#kind, values, expirationInSeconds);
  }

  remove(key: string): void {
    checkParameters(`${NAME}.remove`, arguments, ['string']);
    this.#host.call('Cache.removeAll', this.#kind, [key]);
  }

  removeAll(keys: string[]): void {
    checkParameters(`${NAME}.removeAll`, arguments, ['array']);
    this.#host.call('Cache.removeAll', this.#kind, keys);
  }
}

/** `CacheService`. Without a document the document's cache is null. documented */
export function createCacheService(host: Host): object {
  return Object.freeze({
    getDocumentCache: () => (host.call<boolean>('CacheService.getDocumentCache') ? new Cache(host, 'document') : null),
    getScriptCache: () => new Cache(host, 'script'),
    getUserCache: () => new Cache(host, 'user'),
  });
}
