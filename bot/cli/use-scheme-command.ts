import { textIn } from '../../core/text/grading-text.ts';
import type { Language } from '../../core/text/language.ts';
import { WORKSPACE_COMMAND_TEXT } from '../../core/text/workspace-command-text.ts';
import { schemeInUse, segmentSchemesInUse } from '../use-cases/schemes-in-use.ts';
import { dropSegmentScheme, type SchemeUse, useScheme } from '../use-cases/use-scheme.ts';
import { CliError, type CliIo, print } from './cli-io.ts';
import { inWorkspace } from './in-workspace.ts';
import { printSummaries } from './regrade-command.ts';
import { documentNamed } from './scheme-named.ts';

interface UseOptions {
  readonly workspace: string | undefined;
  readonly language: Language;
}

/** `schemes use ID or FILE`: grades by it from now on; without `--for`, segments or, of the tiers, what it is made for. */
export async function useSchemeCommand(
  io: CliIo,
  idOrFile: string,
  options: UseOptions & { readonly use: SchemeUse | undefined; readonly remove: boolean },
): Promise<number> {
  const { language } = options;
  const text = WORKSPACE_COMMAND_TEXT[language];
  const document = await documentNamed(idOrFile, language);
  const title = textIn(document.titles, language);
  const hasTiers = 'method' in document;
  const use = options.use ?? (hasTiers ? (document.id === 'sales-pipeline' ? 'prospects' : 'customers') : 'segments');
  if (options.remove) {
    return inWorkspace(io, options.workspace, async (context) => {
      const isGone = await dropSegmentScheme(context, document.id);
      await print(io, `${isGone ? text.removed(title) : text.notInUse(title)}\n`);
      return isGone ? 0 : 2;
    });
  }
  if (hasTiers === (use === 'segments')) throw new CliError(text.wrongKind(title, hasTiers));
  return inWorkspace(io, options.workspace, async (context) => {
    const summaries = await useScheme(context, document, use);
    await print(io, `${text.chosen(title, document.version, use)}\n`);
    await printSummaries(io, context, summaries, language);
    return 0;
  });
}

/** `schemes in-use`: what the workspace grades by, tabs between. */
export async function schemesInUseCommand(io: CliIo, { workspace, language }: UseOptions): Promise<number> {
  return inWorkspace(io, workspace, async ({ db, actor }) => {
    const text = WORKSPACE_COMMAND_TEXT[language];
    for (const [stage, use] of [
      ['prospect', 'prospects'],
      ['customer', 'customers'],
    ] as const) {
      const scheme = await schemeInUse(db, actor.workspaceId, stage);
      const named =
        scheme === undefined ? text.none : `${scheme.id}\t${scheme.version}\t${textIn(scheme.titles, language)}`;
      await print(io, `${text.inUse[use]}\t${named}\n`);
    }
    for (const { id, version, titles } of await segmentSchemesInUse(db, actor.workspaceId)) {
      await print(io, `${text.inUse.segments}\t${id}\t${version}\t${textIn(titles, language)}\n`);
    }
    return 0;
  });
}
