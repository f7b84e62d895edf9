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
import { tableFileProblemText } from '../../core/text/table-file-text.ts';
import { decodeText } from '../table-files/decode-text.ts';
import { TableFileError } from '../table-files/table-file-error.ts';
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

/**
 * Reads and checks a scheme document of either kind; where there is no such file, the built-in one of that id. Throws {@link CliError}
 * when there is neither, the file cannot be read, or it is not JSON.
 */
export async function checkSchemeFile(path: string, language: Language): Promise<DocumentCheck> {
  const text = cliText[language];
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'ENOENT'))
      throw new CliError(tableFileProblemText({ code: 'not-readable', file: path }, language), { cause });
    const builtIn = builtInScheme(path) ?? builtInSegmentScheme(path);
    if (builtIn !== undefined) return checkDocument(builtIn);
    const known = [...BUILT_IN_SCHEMES, ...BUILT_IN_SEGMENT_SCHEMES].map((scheme) => scheme.id).join(', ');
    throw new CliError(text.unknownScheme(path, known), { cause });
  }
  let document: unknown;
  try {
    document = JSON.parse(textOf(bytes, path));
  } catch (cause) {
    throw new CliError(text.notJson(path, cause instanceof Error ? cause.message : String(cause)), { cause });
  }
  return checkDocument(document);
}

/** The text, whatever an editor or a shell saved it as; of what is no text something that is no JSON. */
function textOf(bytes: Buffer, path: string): string {
  try {
    return decodeText(bytes, path).text;
  } catch (error) {
    if (error instanceof TableFileError) return bytes.toString('utf8');
    throw error;
  }
}
