import { languageOf } from '../core/text/language.ts';
import { START_TEXT } from '../core/text/start-text.ts';
import { plainName } from './blocks/plain-name.ts';
import { terminalLocale } from './terminal-locale.ts';

/** What is answered to arguments in place of a start. */
export interface StartAnswer {
  readonly text: string;
  /** Also says where the text goes: 0 to stdout, 2 to stderr. */
  readonly exitCode: 0 | 2;
}

/** The service takes its settings from the environment, and no arguments: answers those it was given; undefined for none. */
export function answerArguments(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): StartAnswer | undefined {
  const text = START_TEXT[languageOf(terminalLocale(env))];
  if (argv.includes('--help') || argv.includes('-h')) return { text: text.help, exitCode: 0 };
  const [first] = argv;
  return first === undefined ? undefined : { text: text.unknownArgument(plainName(first, 100)), exitCode: 2 };
}
