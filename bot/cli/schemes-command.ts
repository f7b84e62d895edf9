import { cliText } from '../../core/text/cli-text.ts';
import type { Language } from '../../core/text/language.ts';
import { schemeNoteText } from '../../core/text/scheme-note-text.ts';
import { schemeProblemText } from '../../core/text/scheme-problem-text.ts';
import { type CliIo, print, tell } from './cli-io.ts';
import { schemeJsonSchema } from './scheme-json-schema.ts';
import { checkSchemeFile, documentNamed } from './scheme-named.ts';

/** `schemes show ID`: the document as JSON, ready to be edited. */
export async function showScheme(io: CliIo, id: string, language: Language): Promise<number> {
  await print(io, `${JSON.stringify(await documentNamed(id, language), null, 2)}\n`);
  return 0;
}

/** `schemes json-schema`: what an editor completes and checks a scheme document by. */
export async function printSchemeJsonSchema(io: CliIo): Promise<number> {
  await print(io, `${JSON.stringify(schemeJsonSchema(), null, 2)}\n`);
  return 0;
}

/**
 * `schemes check FILE`: every problem of a document on a line of its own, with exit code 2; where there is none, what is
 * worth knowing of it.
 */
export async function checkSchemeCommand(io: CliIo, path: string, language: Language): Promise<number> {
  const checked = await checkSchemeFile(path, language);
  if ('problems' in checked) {
    for (const problem of checked.problems) tell(io, schemeProblemText(problem, language));
    return 2;
  }
  for (const note of checked.notes) await print(io, `${schemeNoteText(note, language)}\n`);
  await print(io, `${cliText[language].schemeIsFine(checked.scheme.id, checked.scheme.version)}\n`);
  return 0;
}
