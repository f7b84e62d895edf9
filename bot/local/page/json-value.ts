import { isJsonObject as isObject } from '../json-object.ts';

export { isJsonObject as isObject, type JsonObject, jsonObjects as objectsIn } from '../json-object.ts';

/** The value when it is a text, else the empty text. */
export function textIn(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** The value when it is a number, else undefined. */
export function numberIn(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

/** The text of one of Slack's text objects of either kind, as it stands; empty when it is none. */
export function plainTextIn(value: unknown): string {
  return isObject(value) ? textIn(value['text']) : '';
}
