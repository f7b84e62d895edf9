/** One value of an enumeration of Google's. */
export interface EnumerationValue {
  name(): string;
  ordinal(): number;
  compareTo(other: EnumerationValue): number;
  toString(): string;
  toJSON(): string;
}

/** An enumeration as Google's services have them: values that are themselves alone and read as their names. documented */
export function enumeration<Name extends string>(...names: readonly Name[]): Readonly<Record<Name, EnumerationValue>> {
  const entries = names.map((name, index): [Name, EnumerationValue] => [
    name,
    Object.freeze({
      name: () => name,
      ordinal: () => index,
      compareTo: (other: EnumerationValue) => index - other.ordinal(),
      toString: () => name,
      toJSON: () => name,
    }),
  ]);
  return Object.freeze(Object.fromEntries(entries) as Record<Name, EnumerationValue>);
}
