import type { CalendarDate } from '../../core/calendar-date.ts';
import type { Explained } from '../../core/text/explanation-text.ts';
import type { Language } from '../../core/text/language.ts';
import { localDay } from '../clock.ts';
import type { UseCaseContext } from '../use-cases/context.ts';
import type { CustomerCard } from '../use-cases/customer-card.ts';
import { type ReplayedGrade, replayGrade } from '../use-cases/replay-grade.ts';
import { showCustomer } from '../use-cases/show-customer.ts';
import { UseCaseError } from '../use-cases/use-case-error.ts';
import { type CliIo, print } from './cli-io.ts';
import { customerNamed } from './customer-named.ts';
import { explanationJson, explanationText } from './explanation-output.ts';
import { inWorkspace } from './in-workspace.ts';

/** What `explain` is told. */
export interface ExplainOptions {
  readonly workspace: string | undefined;
  readonly language: Language;
  readonly format: ExplainFormat;
  /** The grade that stood at the end of that day. */
  readonly on: CalendarDate | undefined;
  /** The n-th latest change of tier; 1 is the latest. */
  readonly change: number | undefined;
}

export type ExplainFormat = 'text' | 'json';

/** `explain CUSTOMER`: the receipt of a customer on file, of today or of a grade in the past. */
export async function explainCommand(io: CliIo, customer: string, options: ExplainOptions): Promise<number> {
  const { language, format } = options;
  return inWorkspace(io, options.workspace, async (context) => {
    const { id } = await customerNamed(context, customer, language);
    const card = await showCustomer(context, id);
    if (card === undefined) throw new UseCaseError('no-such-customer', customer);
    const replayed = await replayWanted(context, card, options);
    const explained = explainedBy(card, replayed);
    await print(io, format === 'json' ? explanationJson(explained, language) : explanationText(explained, language));
    return 0;
  });
}

async function replayWanted(
  context: UseCaseContext,
  card: CustomerCard,
  { on, change }: ExplainOptions,
): Promise<ReplayedGrade | undefined> {
  const customerId = card.id;
  if (on !== undefined) return replayGrade(context, { customerId, on, timeZone: timeZoneHere() });
  return change === undefined ? undefined : replayGrade(context, { customerId, change });
}

function explainedBy(card: CustomerCard, replayed: ReplayedGrade | undefined): Explained {
  const { name, key } = card;
  if (replayed !== undefined) {
    const { receipt, standing, override, change } = replayed;
    return { name, key, receipt, standing, override, replayed: { change, day: dayOf(change.at) } };
  }
  const { grading, override, segments } = card;
  const changes = card.changes.map((change) => ({ change, day: dayOf(change.at) }));
  if (grading === null) return { name, key, receipt: null, override, segments, changes };
  return { name, key, receipt: grading, standing: grading.standing, override, segments, changes };
}

function dayOf(moment: Date): CalendarDate {
  return localDay(moment, timeZoneHere());
}

function timeZoneHere(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}
