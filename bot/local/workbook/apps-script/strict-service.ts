/** An error as Google's services throw it: its name is `Exception` (observed). */
export function exception(message: string): Error {
  const error = new Error(message);
  error.name = 'Exception';
  return error;
}

/** What an argument must be. `name` is what Apps Script calls it in the message about a call that does not fit. */
export interface Argument<T> {
  readonly name: string;
  readonly fits: (value: unknown) => value is T;
}

/** One way to call a method. */
export interface Signature<State> {
  readonly takes: readonly Argument<unknown>[];
  readonly run: (me: Me<State>, ...given: never[]) => unknown;
}

/** The object that a method is called on: what it holds, and itself for methods that can be chained. */
export interface Me<State> {
  readonly state: State;
  readonly self: object;
}

/** A class of a stand-in service. */
export interface StrictClass<State> {
  /** A new object. */
  readonly of: (state: State) => object;
  /** What an object of this class holds; undefined when it is none. */
  readonly stateOf: (value: unknown) => State | undefined;
  /** Objects of this class, as an argument. */
  readonly argument: Argument<object>;
  /** How many arguments each of its methods takes, one number for each way to call it. */
  readonly takes: { readonly [method: string]: readonly number[] };
}

/** Called before each method. */
export type Entered = (service: string, method: string) => void;

/** One way to call a method: what it takes, in order, and what it does. */
export function takes<State, Taken extends readonly unknown[]>(
  args: { readonly [At in keyof Taken]: Argument<Taken[At]> },
  run: (me: Me<State>, ...given: [...Taken]) => unknown,
): Signature<State> {
  return { takes: args, run: run as unknown as Signature<State>['run'] };
}

/**
 * A class whose objects know the given methods and constants and nothing else: any other property throws an Error that names
 * it, and so does a call with arguments that fit none of the method's signatures. `name` is how messages call it, such as
 * `SpreadsheetApp.Range`.
 */
export function strictClass<State>(
  name: string,
  entered: Entered,
  methods: { readonly [method: string]: readonly Signature<State>[] },
  constants: { readonly [name: string]: unknown } = {},
): StrictClass<State> {
  const states = new WeakMap<object, { readonly state: State }>();
  const known = Object.create(null) as Record<string, unknown>;
  for (const method of Object.keys(methods))
    known[method] = strictMethod(name, method, methods[method] ?? [], entered, states);
  for (const constant of Object.keys(constants)) known[constant] = constants[constant];
  known['toString'] = () => name.slice(name.lastIndexOf('.') + 1);
  const shape = Object.freeze(known);
  const handler: ProxyHandler<object> = {
    get(_, property) {
      if (typeof property === 'symbol') return undefined;
      if (property in shape) return shape[property];
      throw exception(`${name} has no ${JSON.stringify(property)} that this stand-in knows.`);
    },
    set(_, property) {
      throw exception(`${name}.${String(property)} cannot be set.`);
    },
    defineProperty(_, property) {
      throw exception(`${name}.${String(property)} cannot be set.`);
    },
    deleteProperty(_, property) {
      throw exception(`${name}.${String(property)} cannot be deleted.`);
    },
    has: (_, property) => property in shape,
    ownKeys: () => [],
    getOwnPropertyDescriptor: () => undefined,
    getPrototypeOf: () => null,
    setPrototypeOf() {
      throw exception(`${name} cannot be changed.`);
    },
  };
  const stateOf = (value: unknown): State | undefined =>
    typeof value === 'object' && value !== null ? states.get(value)?.state : undefined;
  return {
    of(state) {
      const object = new Proxy(Object.create(null) as object, handler);
      states.set(object, { state });
      return object;
    },
    stateOf,
    takes: Object.fromEntries(
      Object.keys(methods).map((method) => [method, (methods[method] ?? []).map(({ takes: given }) => given.length)]),
    ),
    argument: {
      name,
      fits: (value): value is object => typeof value === 'object' && value !== null && states.has(value),
    },
  };
}

function strictMethod<State>(
  service: string,
  method: string,
  signatures: readonly Signature<State>[],
  entered: Entered,
  states: WeakMap<object, { readonly state: State }>,
): unknown {
  return function (this: unknown, ...given: unknown[]): unknown {
    const held = typeof this === 'object' && this !== null ? states.get(this) : undefined;
    if (held === undefined) throw exception(`${service}.${method} was called on something else.`);
    for (const { takes: wanted, run } of signatures) {
      if (wanted.length !== given.length || !wanted.every(({ fits }, at) => fits(given[at]))) continue;
      entered(service, method);
      return run({ state: held.state, self: this as object }, ...(given as never[]));
    }
    throw exception(
      `The parameters (${given.map(kindOf).join(',')}) don't match the method signature for ${service}.${method}.`,
    );
  };
}

/** What Apps Script calls a value in the message about a call that does not fit (observed). */
function kindOf(value: unknown): string {
  if (value === null || value === undefined) return `(${value === null ? 'null' : 'undefined'})`;
  if (Array.isArray(value)) return value.length > 0 && typeof value[0] === 'number' ? 'number[]' : 'Array';
  if (typeof value === 'object') return value instanceof Date ? 'Date' : 'Object';
  return typeof value === 'string' ? 'String' : typeof value === 'number' ? 'number' : capitalised(typeof value);
}

function capitalised(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

export const text: Argument<string> = { name: 'String', fits: (value) => typeof value === 'string' };
export const textOrNull: Argument<string | null> = {
  name: 'String',
  fits: (value) => value === null || typeof value === 'string',
};
export const yesNo: Argument<boolean> = { name: 'Boolean', fits: (value) => typeof value === 'boolean' };
export const real: Argument<number> = {
  name: 'number',
  fits: (value): value is number => typeof value === 'number' && Number.isFinite(value),
};
export const whole: Argument<number> = {
  name: 'number',
  fits: (value): value is number => typeof value === 'number' && Number.isInteger(value),
};
/** Anything at all, undefined aside. */
export const anything: Argument<unknown> = { name: 'Object', fits: (value): value is unknown => value !== undefined };

/** A list of one kind of thing. */
export function listOf<T>(item: Argument<T>): Argument<T[]> {
  return {
    name: `${item.name}[]`,
    fits: (value): value is T[] => {
      if (!Array.isArray(value)) return false;
      for (let at = 0; at < value.length; at++) if (!item.fits(value[at])) return false;
      return true;
    },
  };
}

/** Rows of cells, each of which fits. */
export function gridOf<T>(item: Argument<T>): Argument<T[][]> {
  return listOf(listOf(item));
}

/** Plain settings by name. */
export const settings: Argument<Record<string, unknown>> = {
  name: 'Object',
  fits: (value): value is Record<string, unknown> =>
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.getPrototypeOf(value) === Object.prototype,
};

/** One of a list of words. */
export function oneOf<Word extends string>(...words: readonly Word[]): Argument<Word> {
  return { name: 'String', fits: (value): value is Word => words.includes(value as Word) };
}
