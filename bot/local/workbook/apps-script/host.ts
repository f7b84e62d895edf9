import type { ScriptQuestions } from './script-questions.ts';

/**
 * The one way from the services inside the script's context to the world outside. Everything crosses as JSON text, so that no
 * object of the outside is ever within the script's reach.
 */
export interface Host {
  /** Asks; undefined among the parameters arrives as null. Throws what the outside throws, as an error of this context. */
  ask<Name extends keyof ScriptQuestions>(
    name: Name,
    ...parameters: Parameters<ScriptQuestions[Name]>
  ): ReturnType<ScriptQuestions[Name]>;
}

/** The outside's end: takes the name and the parameters, gives a `HostAnswer`, all as JSON text. */
export type HostFunction = (name: string, parameters: string) => string;

/** What a `HostFunction` answers. */
export type HostAnswer = { readonly value: unknown } | { readonly error: string };

/** A `Host` over the outside's function. */
export function hostOf(outside: HostFunction): Host {
  const { parse, stringify } = JSON;
  return {
    ask(name, ...parameters) {
      const answer = parse(textFrom(outside, name, stringify(parameters))) as HostAnswer;
      if ('error' in answer) throw exception(answer.error);
      return answer.value as ReturnType<ScriptQuestions[typeof name]>;
    },
  };
}

/** An error as Google's services throw it: its name is `Exception`. observed */
export function exception(message: string): Error {
  const error = new Error(message);
  error.name = 'Exception';
  return error;
}

function textFrom(outside: HostFunction, name: string, parameters: string): string {
  try {
    return outside(name, parameters);
  } catch {
    // An error of the outside (its stack may overflow) would lead the script to the outside's objects.
    throw exception('A server error occurred. Please wait a bit and try again.');
  }
}
