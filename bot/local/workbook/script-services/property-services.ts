import type { ScriptQuestions } from '../apps-script/script-questions.ts';
import type { LastingState, ScriptUser } from '../script-environment.ts';

/** Properties by key. */
export type Properties = ReadonlyMap<string, string>;

/** A value may have 9 KB, a store 500 KB. documented */
const MOST_BYTES = 9 * 1024;
const MOST_BYTES_IN_ALL = 500 * 1024;

/** What `PropertiesService` asks. A write that is refused changes nothing (assumed); the words are observed. */
export function propertyServices(
  { properties }: LastingState,
  user: ScriptUser,
): Pick<ScriptQuestions, 'properties' | 'setProperties' | 'deleteProperty'> {
  const nameOf = (kind: string): string => (kind === 'user' ? `user:${user.email}` : kind);
  const storeOf = (kind: string): Properties => properties.get(nameOf(kind)) ?? new Map();
  return {
    properties: (kind) => Object.fromEntries(storeOf(kind)),
    setProperties(kind, given, isAlone) {
      const next = new Map([...(isAlone ? [] : storeOf(kind)), ...Object.entries(given)]);
      for (const value of Object.values(given))
        if (bytesOf(value) > MOST_BYTES) throw new Error('Argument too large: value');
      if ([...next].reduce((sum, [key, value]) => sum + bytesOf(key) + bytesOf(value), 0) > MOST_BYTES_IN_ALL)
        throw new Error('You have exceeded the property storage quota. Please remove some properties and try again.');
      properties.set(nameOf(kind), next);
    },
    deleteProperty(kind, key) {
      properties.set(nameOf(kind), new Map([...storeOf(kind)].filter(([other]) => other !== key)));
    },
  };
}

function bytesOf(text: string): number {
  return Buffer.byteLength(text, 'utf8');
}
