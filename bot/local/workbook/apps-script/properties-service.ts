import type { Host } from './host.ts';
import type { StoreKind } from './script-questions.ts';
import { type Entered, settings, strictClass, takes, text, yesNo } from './strict-service.ts';

/** `PropertiesService`: text by key. Without a document the document's store is null. documented */
export function createPropertiesService(host: Host, entered: Entered): object {
  const all = (kind: StoreKind) => host.ask('properties', kind);
  const set = (kind: StoreKind, given: Record<string, unknown>, isAlone: boolean): void => {
    // Anything but text is turned into text. observed
    const texts = Object.fromEntries(Object.entries(given).map(([key, value]) => [key, String(value)]));
    host.ask('setProperties', kind, texts, isAlone);
  };
  const properties = strictClass<StoreKind>('PropertiesService.Properties', entered, {
    getProperty: [takes([text], ({ state }, key) => all(state)[key] ?? null)],
    getProperties: [takes([], ({ state }) => all(state))],
    getKeys: [takes([], ({ state }) => Object.keys(all(state)))],
    setProperty: [
      takes([text, text], ({ state, self }, key, value) => {
        set(state, { [key]: value }, false);
        return self;
      }),
    ],
    setProperties: [
      takes([settings], ({ state, self }, given) => {
        set(state, given, false);
        return self;
      }),
      takes([settings, yesNo], ({ state, self }, given, isAlone) => {
        set(state, given, isAlone);
        return self;
      }),
    ],
    deleteProperty: [
      takes([text], ({ state, self }, key) => {
        host.ask('deleteProperty', state, key);
        return self;
      }),
    ],
    deleteAllProperties: [
      takes([], ({ state, self }) => {
        set(state, {}, true);
        return self;
      }),
    ],
  });
  return strictClass<null>('PropertiesService', entered, {
    getDocumentProperties: [takes([], () => (host.ask('hasDocument') ? properties.of('document') : null))],
    getScriptProperties: [takes([], () => properties.of('script'))],
    getUserProperties: [takes([], () => properties.of('user'))],
  }).of(null);
}
