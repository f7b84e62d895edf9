import { type HostServices, ServiceError } from '../host-service.ts';
import type { LastingState, ScriptUser } from '../script-environment.ts';

/** Properties by key. */
export type Properties = ReadonlyMap<string, string>;

/** A value may have 9 KB, a store 500 KB. documented */
const MOST_BYTES = 9 * 1024;
const MOST_BYTES_IN_ALL = 500 * 1024;

/** The calls of `PropertiesService`. A write that is refused changes nothing (assumed). */
export function propertyServices({ properties }: LastingState, user: ScriptUser): HostServices {
  const nameOf = (kind: string): string => (kind === 'user' ? `user:${user.email}` : kind);
  const storeOf = (kind: string): Properties => properties.get(nameOf(kind)) ?? new Map();
  return {
    'PropertiesService.getDocumentProperties': { access: 'storage', answer: () => true },
    'Properties.getProperty': {
      access: 'storage',
      answer: (kind: string, key: string) => storeOf(kind).get(key) ?? null,
    },
    'Properties.getProperties': { access: 'storage', answer: (kind: string) => Object.fromEntries(storeOf(kind)) },
    'Properties.setProperties': {
      access: 'storage',
      answer(kind: string, given: Readonly<Record<string, string>>, isAlone: boolean) {
        const next = new Map([...(isAlone ? [] : storeOf(kind)), ...Object.entries(given)]);
        for (const value of Object.values(given))
          if (bytesOf(value) > MOST_BYTES) throw new ServiceError('Argument too large: value');
        if ([...next].reduce((sum, [key, value]) => sum + bytesOf(key) + bytesOf(value), 0) > MOST_BYTES_IN_ALL)
          throw new ServiceError('You have exceeded the property storage quota. Please remove some properties and try again.');
        properties.set(nameOf(kind), next);
      },
    },
    'Properties.deleteProperty': {
      access: 'storage',
      answer(kind: string, key: string) {
        properties.set(nameOf(kind), new Map([...storeOf(kind)].filter(([other]) => other !== key)));
      },
    },
  };
}

function bytesOf(text: string): number {
  return Buffer.byteLength(text, 'utf8');
}
