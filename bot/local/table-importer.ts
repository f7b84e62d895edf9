import { cliText } from '../../core/text/cli-text.ts';
import { importUndoneLines } from '../../core/text/import-undo-text.ts';
import { languageOf } from '../../core/text/language.ts';
import { type Clock, localDay } from '../clock.ts';
import type { Database } from '../store/database.ts';
import { importUpload, previewUpload } from '../table-upload.ts';
import type { UseCaseContext } from '../use-cases/context.ts';
import { ensureMember } from '../use-cases/members.ts';
import type { TableFileOptions } from '../use-cases/read-source.ts';
import { countSamples } from '../use-cases/remove-samples.ts';
import { undoImport } from '../use-cases/undo-import.ts';
import { UseCaseError } from '../use-cases/use-case-error.ts';
import { type LocalUser, slackProfile } from './local-members.ts';
import type { TableChoices } from './page-protocol.ts';
import type { TableImporter } from './page-server/page-requests.ts';

/** Previews and imports tables as the person who brings them: in their language, on their day, in their name. */
export function tableImporter(
  parts: { readonly db: Database; readonly clock: Clock },
  workspaceId: string,
): TableImporter {
  const contextOf = async (user: LocalUser): Promise<UseCaseContext> => ({
    ...parts,
    actor: await ensureMember(parts, workspaceId, slackProfile(user), []),
  });
  const optionsFor = ({ locale, timeZone }: LocalUser, choices: TableChoices): TableFileOptions => {
    const { removeSamples = false, ...hints } = choices;
    const asOf = localDay(parts.clock.now(), timeZone);
    return { asOf, language: languageOf(locale), hints, removeSamples };
  };
  return {
    async preview(user, file, choices) {
      const context = await contextOf(user);
      const preview = await previewUpload(context, file, optionsFor(user, choices));
      return { preview, samples: await countSamples(context) };
    },
    import: async (user, file, choices) => importUpload(await contextOf(user), file, optionsFor(user, choices)),
    async undo(user, importId) {
      const language = languageOf(user.locale);
      try {
        const undone = await undoImport(await contextOf(user), importId);
        return { isUndone: true, lines: importUndoneLines(undone, language) };
      } catch (error) {
        if (!(error instanceof UseCaseError)) throw error;
        return { isUndone: false, lines: [cliText[language].refused(error.code, error.detail)] };
      }
    },
  };
}
