import { readFile } from 'node:fs/promises';
import { checkScheme } from '../../core/grading/check-scheme.ts';
import type { Scheme } from '../../core/grading/scheme.ts';
import type { SchemeProblem } from '../../core/grading/scheme-problem.ts';
import { BUILT_IN_SCHEMES, builtInScheme } from '../../core/schemes/built-in-schemes.ts';
import { cliText } from '../../core/text/cli-text.ts';
import type { Language } from '../../core/text/language.ts';
import { schemeProblemText } from '../../core/text/scheme-problem-text.ts';
import { CliError } from './cli-io.ts';

/**
 * The built-in scheme with that id, else the scheme in the file of that name.
 *
 * Throws {@link CliError} with everything that is wrong with the document, a line each.
 */
export async function schemeNamed(idOrFile: string, language: Language): Promise<Scheme> {
  const builtIn = builtInScheme(idOrFile);
  if (builtIn !== undefined) return builtIn;
  const checked = await checkSchemeFile(idOrFile, language);
  if ('scheme' in checked) return checked.scheme;
  throw new CliError(checked.problems.map((problem) => schemeProblemText(problem, language)).join('\n'));
}

/** Reads and checks a scheme document. Throws {@link CliError} when there is no such file or it is not JSON. */
export async function checkSchemeFile(
  path: string,
  language: Language,
): Promise<{ scheme: Scheme } | { problems: readonly SchemeProblem[] }> {
  const text = cliText[language];
  let json: string;
  try {
    json = await readFile(path, 'utf8');
  } catch (cause) {
    const known = BUILT_IN_SCHEMES.map((scheme) => scheme.id).join(', ');
    throw new CliError(text.unknownScheme(path, known), { cause });
  }
  try {
    return checkScheme(JSON.parse(json.replace(/^\uFEFF/, '')));
  } catch (cause) {
    throw new CliError(text.notJson(path, cause instanceof Error ? cause.message : String(cause)), { cause });
  }
}
