import type { CalendarDate } from '../../core/calendar-date.ts';
import { CONTACT_OUTCOMES, type ContactOutcome } from '../../core/follow-ups/contact-outcome.ts';
import { findSatisfaction } from '../../core/follow-ups/find-satisfaction.ts';
import { clausesIn, masked } from '../../core/follow-ups/log-clauses.ts';
import type { LogDoubt, LogReading } from '../../core/follow-ups/log-reading.ts';
import { OUTCOME_WORDS } from '../../core/follow-ups/log-words.ts';
import { readDays } from '../../core/follow-ups/read-log-days.ts';
import { readMethods } from '../../core/follow-ups/read-log-methods.ts';
import type { Language } from '../../core/text/language.ts';
import { findDaysIn, foldedText } from './find-days.ts';

/** More of a text is kept as the note and not read: a log is a line or two, and a posted message may be a letter. */
const LONGEST_READ = 1000;

/**
 * Reads what somebody noted of a contact, in English, Chinese or both ("called, wants a quote by Friday", 打电话 周五前要报价): how, how it
 * ended, when, what is next. Nothing is guessed silently: what could be read in two ways is in `unsure`. `today` is the
 * writer's day. Never fails; a text that says nothing is all note.
 */
export async function readLog(
  text: string,
  { today, languageHint }: { readonly today: CalendarDate; readonly languageHint?: Language | undefined },
): Promise<LogReading> {
  const folded = foldedText(text.slice(0, LONGEST_READ));
  const ratings = findSatisfaction(folded);
  const unrated = masked(folded, ratings);
  const isChinese = /\p{Script=Han}/u.test(folded) || (languageHint !== undefined && languageHint !== 'en');
  const days = await findDaysIn(unrated, today, isChinese);
  const clauses = clausesIn(unrated, days);
  // Days stand between the words that belong together: 要 下周一前 报价.
  const outcomes = outcomesIn(masked(folded, days).replaceAll('~', ''));
  const when = readDays(days, clauses, unrated, today);
  const how = readMethods(
    clauses,
    when,
    outcomes.said.some((outcome) => outcome !== 'next-step'),
  );
  const satisfaction = new Set(ratings.map(({ value }) => value));
  const [score = null] = satisfaction;
  return {
    method: how.method,
    outcome: outcomes.outcome ?? (score === null ? null : 'reached'),
    nextOn: when.nextOn,
    happenedOn: when.happenedOn,
    note: text,
    satisfaction: satisfaction.size === 1 ? score : null,
    unsure: [
      ...how.unsure,
      ...outcomes.unsure,
      ...when.unsure,
      ...(satisfaction.size > 1 || satisfaction.has(null)
        ? [{ code: 'satisfaction-scale', text: ratings.map((rating) => rating.text.trim()).join(', ') } as const]
        : []),
    ],
  };
}

/** How it ended; several ends that exclude each other are unsure. */
function outcomesIn(text: string): { outcome: ContactOutcome | null; said: ContactOutcome[]; unsure: LogDoubt[] } {
  const said = CONTACT_OUTCOMES.filter((outcome) => OUTCOME_WORDS[outcome].test(text));
  const has = (outcome: ContactOutcome) => said.includes(outcome);
  const ends = said.filter((outcome) => outcome !== 'reached');
  const outcome = ORDER.find(has) ?? null;
  const isOpen = ends.length > 1 || (has('no-answer') && has('reached'));
  return { outcome, said, unsure: isOpen ? [{ code: 'two-outcomes', outcomes: said }] : [] };
}

const ORDER: readonly ContactOutcome[] = ['no-answer', 'not-now', 'next-step', 'reached'];
