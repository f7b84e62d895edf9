/**
 * A `Date` that takes the present from `now` (ms since 1970) and is the context's own otherwise: what it makes are Dates of the
 * context, and `instanceof Date` holds for them.
 */
export function givenClock(Real: DateConstructor, now: () => number): DateConstructor {
  function Given(this: unknown, ...parts: readonly unknown[]): unknown {
    if (new.target === undefined) return new Real(now()).toString();
    return Reflect.construct(Real, parts.length === 0 ? [now()] : parts, new.target);
  }
  const made = Object.assign(Given, { now, parse: Real.parse, UTC: Real.UTC });
  Object.defineProperty(made, 'prototype', { value: Real.prototype, writable: false });
  Object.defineProperty(made, 'name', { value: 'Date' });
  Object.defineProperty(made, 'length', { value: Real.length });
  Object.defineProperty(Real.prototype, 'constructor', {
    value: made,
    writable: true,
    configurable: true,
    enumerable: false,
  });
  return made as unknown as DateConstructor;
}
