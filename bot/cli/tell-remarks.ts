import { fitRemarks } from '../../core/grading/fit-remarks.ts';
import type { FittedScheme } from '../../core/grading/fit-scheme.ts';
import { cliText } from '../../core/text/cli-text.ts';
import { criterionText, remarkText, textIn } from '../../core/text/grading-text.ts';
import type { Language } from '../../core/text/language.ts';
import { SIMULATION_TEXT } from '../../core/text/simulation-text.ts';
import { type CliIo, tell } from './cli-io.ts';

/** What the grades rest on: a heading that was not recognised must not go unnoticed because the rest could be graded. */
export function remarksOf(fitted: FittedScheme, language: Language): string[] {
  const absent = absentCriteria(fitted, language);
  const remarks = fitRemarks(fitted).filter(({ code }) => code !== 'absent');
  return [
    ...(absent.length > 0 ? [cliText[language].absent(absent)] : []),
    ...remarks.map((remark) => remarkText(remark, fitted, language)),
  ];
}

/** Which criteria of one of several schemes nobody has. */
export function tellAbsent(io: CliIo, fitted: FittedScheme, language: Language): void {
  const { titles, version } = fitted.scheme;
  const absent = fitted.population === 0 ? [] : absentCriteria(fitted, language);
  const text = SIMULATION_TEXT[language];
  if (absent.length > 0) tell(io, text.absent(text.scheme(textIn(titles, language), version), absent));
}

/** Titles of the criteria that nobody has. */
export function absentCriteria(fitted: FittedScheme, language: Language): string[] {
  return fitRemarks(fitted).flatMap(({ code, criterion }) =>
    code === 'absent' && criterion !== undefined ? [criterionText(criterion, fitted.scheme, language)] : [],
  );
}
