/**
 * The one way from the services inside the script's context to the world outside. Everything crosses as JSON text, so that no
 * object of the outside is ever within the script's reach.
 */
export interface Host {
  /**
   * Asks for a call by its name in Google's reference (`Range.setValues`); undefined among the parameters arrives as null.
   * Throws what the service throws, as an error of this context with the name `Exception`. The type of the answer is the
   * caller's word.
   */
  call<Answer>(name: string, ...parameters: readonly unknown[]): Answer;
}

/** The outside's end: takes the name and the parameters, gives `{value}` or `{error}`, all as JSON text. */
export type HostFunction = (name: string, parameters: string) => string;

/** What `HostFunction` answers. */
export type HostAnswer =
  | { readonly value: unknown }
  | { readonly error: { readonly name: string; readonly message: string } };

/** A `Host` over the outside's function. */
export function hostOf(outside: HostFunction): Host {
  const { parse, stringify } = JSON;
  return {
    call<Answer>(name: string, ...parameters: readonly unknown[]): Answer {
      const answer = parse(asked(outside, name, stringify(parameters))) as HostAnswer;
      if ('error' in answer) throw exception(answer.error.message, answer.error.name);
      return answer.value as Answer;
    },
  };
}

/** An error as Google's services throw it. */
export function exception(message: string, name = 'Exception'): Error {
  const error = new Error(message);
  error.name = name;
  return error;
}

function asked(outside: HostFunction, name: string, parameters: string): string {
  try {
    return outside(name, parameters);
  } catch {
    // An error of the outside (its stack may overflow) would lead the script to the outside's objects.
    throw exception(`We're sorry, a server error occurred. Please wait a bit and try again.`);
  }
}
