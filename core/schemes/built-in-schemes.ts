import type { Scheme } from '../grading/scheme.ts';
import { accountValue } from './account-value.ts';

/** Every scheme that comes with Tierbook, in the order in which they are offered. */
export const BUILT_IN_SCHEMES: readonly Scheme[] = [accountValue];

/** The built-in scheme with this id; undefined when there is none. */
export function builtInScheme(id: string): Scheme | undefined {
  return BUILT_IN_SCHEMES.find((scheme) => scheme.id === id);
}
