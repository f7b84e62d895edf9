import type { AnyScheme } from '../../core/grading/scheme-inputs.ts';
import { schemePurpose } from '../../core/grading/scheme-purpose.ts';
import { isStabilityChange, type StabilityChange } from '../../core/grading/scheme-stability.ts';
import { cliText } from '../../core/text/cli-text.ts';
import { GRADE_COMMAND_TEXT } from '../../core/text/grade-command-text.ts';
import { textIn, tierTitle } from '../../core/text/grading-text.ts';
import type { Language } from '../../core/text/language.ts';
import { BUFFER_IDLE_TEXT, stabilityText } from '../../core/text/stability-text.ts';
import { WORKSPACE_COMMAND_TEXT } from '../../core/text/workspace-command-text.ts';
import type { SchemeUse } from '../use-cases/check-usable.ts';
import type { UseCaseContext } from '../use-cases/context.ts';
import { findDocument, schemeInUse, segmentSchemesInUse } from '../use-cases/schemes-in-use.ts';
import { segmentationsOf } from '../use-cases/segment-customers.ts';
import { dropSegmentScheme, useScheme } from '../use-cases/use-scheme.ts';
import { CliError, type CliIo, print, tell } from './cli-io.ts';
import { inWorkspace } from './in-workspace.ts';
import { printSummaries } from './regrade-command.ts';
import { documentNamed, isDocumentNamed } from './scheme-named.ts';

interface UseOptions {
  readonly workspace: string | undefined;
  readonly language: Language;
}

/** What `schemes use` is told. */
export interface UseSchemeOptions extends UseOptions {
  /** Default: what the document is made for. */
  readonly use: SchemeUse | undefined;
  readonly remove: boolean;
  readonly stability: StabilityChange;
}

/**
 * `schemes use ID or FILE`: grades by it from now on, and as steadily as is asked for. ID may also be that of a document
 * which the workspace has used before.
 */
export async function useSchemeCommand(io: CliIo, idOrFile: string, options: UseSchemeOptions): Promise<number> {
  const { workspace, language, stability } = options;
  const text = WORKSPACE_COMMAND_TEXT[language];
  const named = (await isDocumentNamed(idOrFile)) ? await documentNamed(idOrFile, language) : undefined;
  if (named !== undefined && !options.remove) checkUse(named, options);
  return inWorkspace(io, workspace, async (context) => {
    const { db, actor } = context;
    const document =
      named ?? (await findDocument(db, actor.workspaceId, idOrFile)) ?? (await documentNamed(idOrFile, language));
    const title = textIn(document.titles, language);
    if (options.remove) {
      const isGone = await dropSegmentScheme(context, document.id);
      if (!isGone) throw new CliError(text.notInUse(title));
      await print(io, `${text.removed(title)}\n`);
      return 0;
    }
    const use = checkUse(document, options);
    const summaries = await useScheme(context, document, use, stability);
    await print(io, `${text.chosen(title, document.version, use)}\n`);
    if (use !== 'segments' && isStabilityChange(stability)) await printStability(io, context, use, language);
    await printSummaries(io, context, summaries, language);
    if (use === 'segments' && summaries.length > 0) await printLabels(io, context, document, language);
    return 0;
  });
}

/** What the document is to be used for. Throws {@link CliError} where it cannot be. */
function checkUse(document: AnyScheme, { use, language }: UseSchemeOptions): SchemeUse {
  const asked = use ?? schemePurpose(document);
  const hasTiers = 'method' in document;
  if (hasTiers !== (asked === 'segments')) return asked;
  throw new CliError(WORKSPACE_COMMAND_TEXT[language].wrongKind(textIn(document.titles, language), hasTiers));
}

async function printStability(
  io: CliIo,
  { db, actor }: UseCaseContext,
  use: 'prospects' | 'customers',
  language: Language,
): Promise<void> {
  const scheme = await schemeInUse(db, actor.workspaceId, use === 'prospects' ? 'prospect' : 'customer');
  if (scheme === undefined) return;
  const { stability, method } = scheme;
  await print(io, `${WORKSPACE_COMMAND_TEXT[language].stability(stabilityText(stability, language))}\n`);
  const hasCutOffs = method.kind !== 'decision-table' && method.kind !== 'matrix';
  if (!hasCutOffs && (stability?.buffer ?? 0) > 0) tell(io, BUFFER_IDLE_TEXT[language]);
}

/** How many customers each label of the document has got. */
async function printLabels(io: CliIo, context: UseCaseContext, document: AnyScheme, language: Language): Promise<void> {
  const { comma } = cliText[language];
  const segmentations = await segmentationsOf(context.db, context.actor.workspaceId);
  for (const { id } of document.segments ?? []) {
    const found = segmentations.get(id);
    if (found === undefined) continue;
    const { scheme, counts } = found;
    const given = scheme.tiers.filter((label) => (counts[label.id] ?? 0) > 0);
    const labels = given.map((label) => `${tierTitle(label.id, scheme, language)} ${counts[label.id] ?? 0}`);
    const title = textIn(scheme.titles, language);
    await print(io, `${GRADE_COMMAND_TEXT[language].labels(title, labels.join(comma), counts[''] ?? 0)}\n`);
  }
}

/** `schemes in-use`: what the workspace grades by, and how steadily; tabs between. */
export async function schemesInUseCommand(io: CliIo, { workspace, language }: UseOptions): Promise<number> {
  return inWorkspace(io, workspace, async ({ db, actor }) => {
    const text = WORKSPACE_COMMAND_TEXT[language];
    for (const [stage, use] of [
      ['prospect', 'prospects'],
      ['customer', 'customers'],
    ] as const) {
      const scheme = await schemeInUse(db, actor.workspaceId, stage);
      const cells =
        scheme === undefined
          ? [text.none]
          : [scheme.id, scheme.version, textIn(scheme.titles, language), stabilityText(scheme.stability, language)];
      await print(io, `${[text.inUse[use], ...cells].join('\t')}\n`);
    }
    for (const { id, version, titles } of await segmentSchemesInUse(db, actor.workspaceId)) {
      await print(io, `${text.inUse.segments}\t${id}\t${version}\t${textIn(titles, language)}\n`);
    }
    return 0;
  });
}
