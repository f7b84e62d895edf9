import { exception } from './host.ts';

/** What a parameter of a service call may be; `null` only where it is listed. */
export type ParameterKind = 'string' | 'number' | 'integer' | 'boolean' | 'null' | 'array' | 'object' | 'function';

const KINDS: Readonly<Record<ParameterKind, (value: unknown) => boolean>> = {
  string: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number' && Number.isFinite(value),
  integer: (value) => Number.isInteger(value),
  boolean: (value) => typeof value === 'boolean',
  null: (value) => value === null,
  array: (value) => Array.isArray(value),
  object: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
  function: (value) => typeof value === 'function',
};

/**
 * Refuses a call whose parameters fit none of the `signatures`, in Google's words. `name` as in Google's reference
 * (`LockService.Lock.tryLock`). Each signature lists its parameters, several kinds of one with `|` between them.
 */
export function checkParameters(
  name: string,
  given: ArrayLike<unknown>,
  ...signatures: readonly (readonly string[])[]
): void {
  const values = Array.from(given);
  const fits = signatures.some(
    (signature) =>
      signature.length === values.length &&
      signature.every((kinds, index) => kinds.split('|').some((kind) => KINDS[kind as ParameterKind](values[index]))),
  );
  if (fits) return;
  throw exception(
    `The parameters (${values.map(typeInGooglesWords).join(',')}) don't match the method signature for ${name}.`,
  );
}

function typeInGooglesWords(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'number[]';
  switch (typeof value) {
    case 'string':
      return 'String';
    case 'number':
      return 'number';
    case 'boolean':
      return 'Boolean';
    case 'undefined':
      return 'null';
    default:
      return '(class)';
  }
}
