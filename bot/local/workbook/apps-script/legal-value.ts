/**
 * A value as `google.script.run` passes it, in either direction: a copy of numbers, booleans, text, null, and plain arrays and
 * objects of such. undefined in an array is null, in an object it is left out, alone it is null. documented
 *
 * Throws for dates, functions and circles (documented: the request fails) and for anything else that is not plain (assumed: it
 * would arrive as something else, or not at all).
 */
export function legalValue(value: unknown): unknown {
  return copied(value, 'the value', []);
}

function copied(value: unknown, place: string, within: readonly object[]): unknown {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value !== 'object') throw illegal(place, `a ${typeof value}`);
  if (within.includes(value)) throw illegal(place, 'part of itself');
  const around = [...within, value];
  if (Array.isArray(value)) return Array.from(value, (one, index) => copied(one, `${place}[${index}]`, around));
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== null && prototype !== Object.prototype) {
    const name = (value as { constructor?: { name?: unknown } }).constructor?.name;
    throw illegal(place, typeof name === 'string' ? `a ${name}` : 'no plain object');
  }
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, one]) => one !== undefined)
      .map(([key, one]) => [key, copied(one, `${place}.${key}`, around)]),
  );
}

function illegal(place: string, what: string): TypeError {
  return new TypeError(`google.script.run cannot pass it: ${place} is ${what}.`);
}
