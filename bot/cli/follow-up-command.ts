import type { CalendarDate } from '../../core/calendar-date.ts';
import { actedText, agoText, NOT_UNDONE } from '../../core/text/acted-text.ts';
import { CONTACT_COMMAND_TEXT } from '../../core/text/contact-command-text.ts';
import { FOLLOW_UP_TEXT } from '../../core/text/follow-up-text.ts';
import { formatDate } from '../../core/text/format.ts';
import type { Language } from '../../core/text/language.ts';
import { nextContactText } from '../../core/text/next-contact-text.ts';
import { shortDay } from '../../core/text/short-day.ts';
import { localDay } from '../clock.ts';
import type { FollowUpDone } from '../use-cases/act-on-customer.ts';
import { ActedOnError } from '../use-cases/acted-on-error.ts';
import { actorsToday } from '../use-cases/acting-person.ts';
import type { UseCaseContext } from '../use-cases/context.ts';
import { memberByText } from '../use-cases/member-by-text.ts';
import { pauseFollowUp, resumeFollowUp } from '../use-cases/pause-follow-up.ts';
import { reassignCustomer } from '../use-cases/reassign-customer.ts';
import { skipFollowUp } from '../use-cases/skip-follow-up.ts';
import { snoozeFollowUp } from '../use-cases/snooze-follow-up.ts';
import { latestAction, undoAction } from '../use-cases/undo-action.ts';
import { CliError, type CliIo, print } from './cli-io.ts';
import { customerNamed } from './customer-named.ts';
import { inWorkspace } from './in-workspace.ts';
import { printable } from './printable.ts';

/** Where, as whom and in what language a command about follow-ups works. */
export interface FollowUpCommandOptions {
  readonly workspace: string | undefined;
  /** The member who acts; undefined: the command line, which may do everything. */
  readonly as: string | undefined;
  readonly language: Language;
}

/** `snooze CUSTOMER --until DAY`. */
export function snoozeCommand(io: CliIo, customer: string, until: CalendarDate, options: FollowUpCommandOptions) {
  const text = FOLLOW_UP_TEXT[options.language];
  return onCustomer(io, customer, options, async (context, customerId, today) => {
    const done = await snoozeFollowUp(context, { customerId, until });
    return [done, text.snoozed(printable(done.customerName), shortDay(until, today, options.language))];
  });
}

/** `skip CUSTOMER --reason TEXT`. */
export function skipCommand(io: CliIo, customer: string, reason: string, options: FollowUpCommandOptions) {
  const text = FOLLOW_UP_TEXT[options.language];
  return onCustomer(io, customer, options, async (context, customerId) => {
    const done = await skipFollowUp(context, { customerId, reason });
    return [done, text.skipped(printable(done.customerName))];
  });
}

/** `pause CUSTOMER [--until DAY]`. */
export function pauseCommand(
  io: CliIo,
  customer: string,
  until: CalendarDate | undefined,
  options: FollowUpCommandOptions,
) {
  const text = FOLLOW_UP_TEXT[options.language];
  return onCustomer(io, customer, options, async (context, customerId, today) => {
    const done = await pauseFollowUp(context, { customerId, until });
    const day = until === undefined ? null : shortDay(until, today, options.language);
    return [done, text.paused(printable(done.customerName), day)];
  });
}

/** `resume CUSTOMER`. */
export function resumeCommand(io: CliIo, customer: string, options: FollowUpCommandOptions) {
  const text = FOLLOW_UP_TEXT[options.language];
  return onCustomer(io, customer, options, async (context, customerId) => {
    const done = await resumeFollowUp(context, { customerId });
    return [done, text.resumed(printable(done.customerName))];
  });
}

/** `reassign CUSTOMER --to MEMBER`. */
export function reassignCommand(io: CliIo, customer: string, to: string, options: FollowUpCommandOptions) {
  const text = FOLLOW_UP_TEXT[options.language];
  return onCustomer(io, customer, options, async (context, customerId) => {
    const { id: toMemberId } = await memberByText(context, to);
    const done = await reassignCustomer(context, { customerId, toMemberId });
    return [done, text.reassigned(printable(done.customerName), printable(done.ownerName))];
  });
}

/** `undo [ACTION]`: takes an action back; without one the latest of who asks. */
export async function undoCommand(
  io: CliIo,
  actionId: string | undefined,
  options: FollowUpCommandOptions,
): Promise<number> {
  const { language } = options;
  const text = CONTACT_COMMAND_TEXT[language];
  return actingInWorkspace(io, options, async (context) => {
    const id = actionId ?? (await latestAction(context))?.id;
    if (id === undefined) throw new CliError(text.nothingToUndo);
    const { customerName, isRepeat } = await undoAction(context, id);
    const undone = customerName === null ? text.undone : FOLLOW_UP_TEXT[language].undone(printable(customerName));
    await print(io, `${isRepeat ? text.undoneAlready : undone}\n`);
    return 0;
  });
}

/** Runs `work` as the command line or as the member that `--as` names; who acted since is told in a sentence. */
export async function actingInWorkspace<T>(
  io: CliIo,
  { as, language, workspace }: FollowUpCommandOptions,
  work: (context: UseCaseContext) => Promise<T>,
): Promise<T> {
  return inWorkspace(io, workspace, async (context) => {
    const member = as === undefined ? undefined : await memberByText(context, as);
    const actor = member && { ...context.actor, memberId: member.id, role: member.role };
    try {
      return await work(actor === undefined ? context : { ...context, actor });
    } catch (error) {
      throw error instanceof ActedOnError ? new CliError(actedLine(error, io, language)) : error;
    }
  });
}

/** Says what was done, when the customer is due next, and how to take it back. `today` is the day of who acts. */
export async function tellDone(
  io: CliIo,
  done: FollowUpDone,
  what: string,
  today: CalendarDate,
  language: Language,
): Promise<void> {
  const next = nextContactText(done, [what], today, language);
  const lines = [what, ...(next === null ? [] : [next]), CONTACT_COMMAND_TEXT[language].toUndo(done.actionId)];
  await print(io, `${lines.join('\n')}\n`);
}

async function onCustomer(
  io: CliIo,
  customer: string,
  options: FollowUpCommandOptions,
  act: (context: UseCaseContext, customerId: string, today: CalendarDate) => Promise<readonly [FollowUpDone, string]>,
): Promise<number> {
  return actingInWorkspace(io, options, async (context) => {
    const { id } = await customerNamed(context, customer, options.language);
    const today = await actorsToday(context);
    const [done, what] = await act(context, id, today);
    await tellDone(io, done, what, today, options.language);
    return 0;
  });
}

function actedLine({ acted, code }: ActedOnError, io: CliIo, language: Language): string {
  const { at, by, customerName, kind } = acted;
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const when = agoText(io.clock.now().getTime() - at.getTime(), formatDate(localDay(at, zone), language), language);
  const who = by === null ? null : printable(by);
  const did = actedText({ customer: printable(customerName), kind, who, when }, language);
  return code === 'acted-since' ? `${did} ${NOT_UNDONE[language]}` : did;
}
