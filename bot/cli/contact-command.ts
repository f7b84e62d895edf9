import type { CalendarDate } from '../../core/calendar-date.ts';
import type { ContactOutcome } from '../../core/follow-ups/contact-outcome.ts';
import type { LogDoubt, LogReading } from '../../core/follow-ups/log-reading.ts';
import type { ContactMethod } from '../../core/grading/contact-methods.ts';
import { CONTACT_COMMAND_TEXT } from '../../core/text/contact-command-text.ts';
import { METHOD_TEXT, OUTCOME_TEXT } from '../../core/text/contact-text.ts';
import { FOLLOW_UP_TEXT } from '../../core/text/follow-up-text.ts';
import type { Language } from '../../core/text/language.ts';
import { logDoubtText } from '../../core/text/log-doubt-text.ts';
import { actorsToday } from '../use-cases/acting-person.ts';
import { logContact } from '../use-cases/log-contact.ts';
import { readLog } from '../use-cases/read-log.ts';
import { CliError, type CliIo } from './cli-io.ts';
import { customerNamed } from './customer-named.ts';
import { actingInWorkspace, type FollowUpCommandOptions, tellDone } from './follow-up-command.ts';
import { printable } from './printable.ts';

/** What the options of `log` say; each goes before what the text says. */
export interface ToldContact {
  readonly method?: ContactMethod | undefined;
  readonly outcome?: ContactOutcome | undefined;
  readonly on?: CalendarDate | undefined;
  readonly next?: CalendarDate | undefined;
  readonly note?: string | undefined;
  /** 1–5. */
  readonly satisfaction?: number | undefined;
}

/**
 * `log CUSTOMER [TEXT] [--method …]`: logs a contact and says what was understood. What the text leaves open and no option
 * settles is asked for, and then nothing is logged.
 */
export async function logCommand(
  io: CliIo,
  customer: string,
  text: string,
  told: ToldContact,
  options: FollowUpCommandOptions,
): Promise<number> {
  const { language } = options;
  return actingInWorkspace(io, options, async (context) => {
    const { id } = await customerNamed(context, customer, language);
    if (text === '' && told.method === undefined) throw new CliError(CONTACT_COMMAND_TEXT[language].saySomething);
    const today = await actorsToday(context);
    const read = text === '' ? undefined : await readLog(text, { today, languageHint: language });
    refuseDoubts(read?.unsure ?? [], told, today, language);
    const { happenedOn, method, nextOn, note, outcome, satisfaction } = merged(read, told);
    const request = { method, outcome, note, happenedOn, nextOn, satisfaction, source: 'cli', language } as const;
    const done = await logContact(context, { customerId: id, ...request });
    const words = FOLLOW_UP_TEXT[language];
    const name = printable(done.customerName);
    const how = [METHOD_TEXT[language][method], OUTCOME_TEXT[language][outcome]] as const;
    await tellDone(io, done, words.logged(name, ...how), today, language);
    return 0;
  });
}

function merged(read: LogReading | undefined, told: ToldContact) {
  return {
    method: told.method ?? read?.method ?? 'phone',
    outcome: told.outcome ?? read?.outcome ?? 'reached',
    note: told.note ?? read?.note,
    happenedOn: told.on ?? read?.happenedOn ?? undefined,
    nextOn: told.next ?? read?.nextOn ?? undefined,
    satisfaction: told.satisfaction ?? read?.satisfaction ?? undefined,
  };
}

/** Throws {@link CliError} with what a text leaves open and no option settles, and the options that would. */
function refuseDoubts(doubts: readonly LogDoubt[], told: ToldContact, today: CalendarDate, language: Language): void {
  const open = doubts.filter((doubt) => SETTLED_BY[doubt.code].every((option) => told[option] === undefined));
  if (open.length === 0) return;
  const questions = open.map((doubt) => printable(logDoubtText(doubt, today, language)));
  const settling = [...new Set(open.flatMap((doubt) => SETTLED_BY[doubt.code]))].map((option) => `--${option}`);
  throw new CliError([...questions, CONTACT_COMMAND_TEXT[language].answerBy(settling.join(', '))].join(' '));
}

const SETTLED_BY: Readonly<Record<LogDoubt['code'], readonly (keyof ToldContact)[]>> = {
  'no-method': ['method'],
  'only-planned': ['on'],
  'two-methods': ['method'],
  'two-outcomes': ['outcome'],
  'two-dates': ['next'],
  'day-order': ['next'],
  'past-or-next': ['on', 'next'],
  'past-date': ['next'],
  'end-date': ['next'],
  'vague-date': ['next'],
  'unread-date': ['next'],
  'satisfaction-scale': ['satisfaction'],
};
