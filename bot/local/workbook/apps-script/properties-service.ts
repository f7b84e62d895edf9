import type { Host } from './host.ts';
import { checkParameters } from './parameters.ts';

type StoreKind = 'document' | 'script' | 'user';

const NAME = 'PropertiesService.Properties';

/** A store of properties: text by key. documented */
class Properties {
  readonly #host: Host;
  readonly #kind: StoreKind;

  constructor(host: Host, kind: StoreKind) {
    this.#host = host;
    this.#kind = kind;
  }

  getProperty(key: string): string | null {
    checkParameters(`${NAME}.getProperty`, arguments, ['string']);
    return this.#host.call('Properties.getProperty', this.#kind, key);
  }

  getProperties(): Record<string, string> {
    checkParameters(`${NAME}.getProperties`, arguments, []);
    return this.#host.call('Properties.getProperties', this.#kind);
  }

  getKeys(): string[] {
    checkParameters(`${NAME}.getKeys`, arguments, []);
    return Object.keys(this.#host.call('Properties.getProperties', this.#kind));
  }

  /** Anything but text is turned into text. observed */
  setProperty(key: string, value: string): this {
    checkParameters(`${NAME}.setProperty`, arguments, ['string', 'string|number|boolean']);
    this.#host.call('Properties.setProperties', this.#kind, { [key]: String(value) }, false);
    return this;
  }

  setProperties(properties: Record<string, string>, deleteAllOthers = false): this {
    checkParameters(`${NAME}.setProperties`, arguments, ['object'], ['object', 'boolean']);
    const texts = Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, String(value)]));
    this.#host.call('Properties.setProperties', this.#kind, texts, deleteAllOthers);
    return this;
  }

  deleteProperty(key: string): this {
    checkParameters(`${NAME}.deleteProperty`, arguments, ['string']);
    this.#host.call('Properties.deleteProperty', this.#kind, key);
    return this;
  }

  deleteAllProperties(): this {
    checkParameters(`${NAME}.deleteAllProperties`, arguments, []);
    this.#host.call('Properties.setProperties', this.#kind, {}, true);
    return this;
  }
}

/** `PropertiesService`. Without a document the document's store is null. documented */
export function createPropertiesService(host: Host): object {
  return Object.freeze({
    getDocumentProperties: () =>
      host.call<boolean>('PropertiesService.getDocumentProperties') ? new Properties(host, 'document') : null,
    getScriptProperties: () => new Properties(host, 'script'),
    getUserProperties: () => new Properties(host, 'user'),
  });
}
