import type { ScriptQuestions } from './script-questions.ts';
import type { HostEntry } from './spreadsheet-host.ts';

/**
 * The one way from the services inside the script's context to the world outside. Everything crosses as JSON text or as a
 * value that is no object, so that no object of the outside is ever within the script's reach.
 */
export interface Host {
  /** Asks; undefined among the parameters arrives as null. Throws what the outside throws, as an error of this context. */
  ask<Name extends keyof ScriptQuestions>(
    name: Name,
    ...parameters: Parameters<ScriptQuestions[Name]>
  ): ReturnType<ScriptQuestions[Name]>;
  /**
   * Hands over one row of cells, which with those before it becomes the last parameter of the workbook's function that is asked for next: as JSON,
   * long texts of 50,000 rows would be copied three times.
   */
  line(cells: readonly HostEntry[]): void;
  /** A long text of the last answer, by its place: see {@link HostText}. */
  text(place: number): string;
}

/** A cell on its way out: a day-time is a bigint, ms since 1970, which no cell holds otherwise. */
export type CrossingCell = string | number | boolean | bigint | null | undefined;

/**
 * The outside's end: takes the name and the parameters, gives a `HostAnswer`, all as JSON text. Under the name {@link LINE} it takes a row of cells
 * and gives an empty text, under {@link TEXT} it gives a text that the last answer left out.
 */
export type HostFunction = (name: string, parameters: string, ...cells: CrossingCell[]) => string;

/** The name under which a row of cells crosses. */
export const LINE = 'line';

/** The name under which a long text of an answer is fetched: its place is the parameter, and it comes as it is. */
export const TEXT = 'text';

/** What a `HostFunction` answers. */
export type HostAnswer = { readonly value: unknown } | { readonly error: string };

/** A `Host` over the outside's function. */
export function hostOf(outside: HostFunction): Host {
  const { parse, stringify } = JSON;
  return {
    ask(name, ...parameters) {
      return valueIn(textFrom(outside, name, stringify(parameters))) as ReturnType<ScriptQuestions[typeof name]>;
    },
    line(cells) {
      const crossing = Array<CrossingCell>(cells.length);
      for (let at = 0; at < cells.length; at++) {
        const cell = cells[at];
        crossing[at] =
          typeof cell === 'object' && cell !== null
            ? BigInt(cell instanceof Date ? cell.getTime() : cell.dateMs)
            : cell;
      }
      const text = textFrom(outside, LINE, '', crossing);
      if (text !== '') valueIn(text);
    },
    text: (place) => textFrom(outside, TEXT, String(place)),
  };
  function valueIn(text: string): unknown {
    const answer = parse(text) as HostAnswer;
    if ('error' in answer) throw exception(answer.error);
    return answer.value;
  }
}

/** An error as Google's services throw it: its name is `Exception`. observed */
export function exception(message: string): Error {
  const error = new Error(message);
  error.name = 'Exception';
  return error;
}

function textFrom(
  outside: HostFunction,
  name: string,
  parameters: string,
  cells: readonly CrossingCell[] = [],
): string {
  try {
    return outside(name, parameters, ...cells);
  } catch {
    // An error of the outside (its stack may overflow) would lead the script to the outside's objects.
    throw exception('A server error occurred. Please wait a bit and try again.');
  }
}
