import type { JsonObject } from '../json-object.ts';

export type { JsonObject };

/** Whether a value is an object, not null and not a list. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The objects in a list; none when the value is no list. */
export function objectsIn(value: unknown): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

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
