import { readFile, stat } from 'node:fs/promises';
import { checkDocument, type DocumentCheck } from '../../core/grading/check-scheme.ts';
import type { Scheme } from '../../core/grading/scheme.ts';
import type { AnyScheme } from '../../core/grading/scheme-inputs.ts';
import {
  BUILT_IN_SCHEMES,
  BUILT_IN_SEGMENT_SCHEMES,
  builtInScheme,
  builtInSegmentScheme,
} from '../../core/schemes/built-in-schemes.ts';
import { cliText } from '../../core/text/cli-text.ts';
import type { Language } from '../../core/text/language.ts';
import { schemeProblemText } from '../../core/text/scheme-problem-text.ts';
import { CliError } from './cli-io.ts';

/**
 * The built-in scheme with that id, else the scheme in the file of that name.
 *
 * Throws {@link CliError} with everything that is wrong with the document, a line each; also for a document of segments
 * only, which gives no tiers.
 */
export async function schemeNamed(idOrFile: string, language: Language): Promise<Scheme> {
  const document = await documentNamed(idOrFile, language);
  if ('method' in document) return document;
  throw new CliError(cliText[language].givesNoTier(idOrFile));
}

/** {@link schemeNamed}, or a document of segments only. */
export async function documentNamed(idOrFile: string, language: Language): Promise<AnyScheme> {
  const builtIn = builtInScheme(idOrFile) ?? builtInSegmentScheme(idOrFile);
  return builtIn ?? documentInFile(idOrFile, language);
}

/** Whether {@link documentNamed} finds something under that name, be it sound or not. */
export async function isDocumentNamed(idOrFile: string): Promise<boolean> {
  if ((builtInScheme(idOrFile) ?? builtInSegmentScheme(idOrFile)) !== undefined) return true;
  return stat(idOrFile).then(
    (found) => found.isFile(),
    () => false,
  );
}

async function documentInFile(path: string, language: Language): Promise<AnyScheme> {
  const checked = await checkSchemeFile(path, language);
  if ('problems' in checked) {
    throw new CliError(checked.problems.map((problem) => schemeProblemText(problem, language)).join('\n'));
  }
  return checked.scheme;
}

/** Reads and checks a scheme document of either kind. Throws {@link CliError} when there is no such file or it is not JSON. */
export async function checkSchemeFile(path: string, language: Language): Promise<DocumentCheck> {
  const text = cliText[language];
  let json: string;
  try {
    json = await readFile(path, 'utf8');
  } catch (cause) {
    const known = [...BUILT_IN_SCHEMES, ...BUILT_IN_SEGMENT_SCHEMES].map((scheme) => scheme.id).join(', ');
    throw new CliError(text.unknownScheme(path, known), { cause });
  }
  let document: unknown;
  try {
    document = JSON.parse(json.replace(/^\uFEFF/, ''));
  } catch (cause) {
    throw new CliError(text.notJson(path, cause instanceof Error ? cause.message : String(cause)), { cause });
  }
  return checkDocument(document);
}
