import type { CalendarDate } from '../../core/calendar-date.ts';
import { cliText } from '../../core/text/cli-text.ts';
import { textIn, tierText } from '../../core/text/grading-text.ts';
import type { Language } from '../../core/text/language.ts';
import { causesText, WORKSPACE_COMMAND_TEXT } from '../../core/text/workspace-command-text.ts';
import type { UseCaseContext } from '../use-cases/context.ts';
import { gradeCustomers } from '../use-cases/grade-customers.ts';
import type { GradingSummary } from '../use-cases/grade-stage.ts';
import { schemeInUse } from '../use-cases/schemes-in-use.ts';
import { type CliIo, print } from './cli-io.ts';
import { inWorkspace } from './in-workspace.ts';

/** `regrade`: grades everybody on file again and says who moved and why. */
export async function regradeCommand(
  io: CliIo,
  options: {
    readonly workspace: string | undefined;
    readonly asOf: CalendarDate | undefined;
    readonly language: Language;
  },
): Promise<number> {
  return inWorkspace(io, options.workspace, async (context) => {
    const { asOf, language } = options;
    const summaries = await gradeCustomers(context, asOf === undefined ? {} : { asOf });
    await printSummaries(io, context, summaries, language);
    return 0;
  });
}

/** What a grading of all stages came to, a few lines each. */
export async function printSummaries(
  io: CliIo,
  context: UseCaseContext,
  summaries: readonly GradingSummary[],
  language: Language,
): Promise<void> {
  const text = WORKSPACE_COMMAND_TEXT[language];
  if (summaries.length === 0) await print(io, `${text.nobody}\n`);
  for (const { stage, counts, changed, causes, expired, schemeVersion } of summaries) {
    const scheme = await schemeInUse(context.db, context.actor.workspaceId, stage);
    if (scheme === undefined) continue;
    const customers = Object.values(counts.statuses).reduce((sum, count) => sum + count, 0);
    const tiers = scheme.tiers.map(({ id }) => `${tierText(id, scheme, language)} ${counts.tiers[id] ?? 0}`);
    const title = textIn(scheme.titles, language);
    await print(io, `${text.regraded(customers, title, schemeVersion, tiers.join(cliText[language].comma))}\n`);
    const { first: _, ...moved } = causes;
    await print(io, `${changed === 0 ? text.unchanged : text.changed(changed, causesText(moved, language))}\n`);
    if (expired.length > 0) await print(io, `${text.expired(expired.length)}\n`);
  }
}
