/**
 * What is thrown when a scheme that `checkScheme` would refuse is graded by: no document that came through the check can
 * cause it, so that it is a mistake of the caller.
 */
export class UncheckedSchemeError extends Error {
  override readonly name = 'UncheckedSchemeError';

  constructor(what: string) {
    super(`${what}; check the scheme first.`);
  }
}
