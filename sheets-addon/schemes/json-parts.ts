/** Anything that JSON can hold. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;

/** An object of JSON that is being taken apart or put together. */
export type JsonObject = { [key: string]: Json };

/** Whether it is an object and no list. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Takes a property out of an object; undefined when it has none. */
export function take(from: JsonObject, key: string): Json | undefined {
  const value = from[key];
  delete from[key];
  return value;
}

/** `own` over `rest`: objects are merged property by property, everything else is `own`'s where it has something. */
export function merged(rest: Json, own: Json): Json {
  if (!isObject(rest) || !isObject(own)) return own;
  const result: JsonObject = { ...rest };
  for (const [key, value] of Object.entries(own)) {
    const former = Object.keys(result).includes(key) ? result[key] : undefined;
    Object.defineProperty(result, key, {
      value: former === undefined ? value : merged(former, value),
      enumerable: true,
      writable: true,
      configurable: true,
    });
  }
  return result;
}

/** A word or number as text; empty for anything else. */
export function textOf(value: Json | undefined): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}
