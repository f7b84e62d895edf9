import { type Argument, exception } from './strict-service.ts';

/** One of the values of an Apps Script enum, such as `SpreadsheetApp.ProtectionType.RANGE`. */
export interface EnumValue<Name extends string = string> {
  readonly name: () => Name;
  readonly toString: () => Name;
  readonly toJSON: () => Name;
  readonly ordinal: () => number;
  readonly compareTo: (other: EnumValue) => number;
}

/** An enum and its values as an argument. */
export interface ServiceEnum<Name extends string> {
  /** What stands at `SpreadsheetApp.X`; a name that is not known throws. */
  readonly values: { readonly [Value in Name]: EnumValue<Value> };
  readonly argument: Argument<EnumValue<Name>>;
  readonly of: (name: Name) => EnumValue<Name>;
}

/** An enum of a service: values are equal to themselves alone and print as their name (observed). */
export function serviceEnum<const Name extends string>(service: string, names: readonly Name[]): ServiceEnum<Name> {
  const members = new Set<unknown>();
  const byName = Object.create(null) as Record<string, EnumValue<Name>>;
  names.forEach((name, at) => {
    const member: EnumValue<Name> = {
      name: () => name,
      toString: () => name,
      toJSON: () => name,
      ordinal: () => at,
      compareTo: (other) => at - other.ordinal(),
    };
    byName[name] = Object.freeze(member);
    members.add(member);
  });
  const values = new Proxy(Object.freeze(byName), {
    get(all, property) {
      const member = typeof property === 'string' ? all[property] : undefined;
      if (member === undefined && typeof property === 'string')
        throw exception(`${service} has no ${JSON.stringify(property)} that this stand-in knows.`);
      return member;
    },
  });
  return {
    values: values as ServiceEnum<Name>['values'],
    argument: { name: service, fits: (value): value is EnumValue<Name> => members.has(value) },
    of(name) {
      const member = byName[name];
      if (member === undefined) throw exception(`${service} has no ${name}.`);
      return member;
    },
  };
}
