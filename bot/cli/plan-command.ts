import type { CalendarDate } from '../../core/calendar-date.ts';
import { METHOD_TEXT } from '../../core/text/contact-text.ts';
import { bookLoadText, comesOnText, dueReasonText, effortText, type ReadAt } from '../../core/text/day-plan-text.ts';
import { emptyListText, FOLLOW_UP_LIST_TEXT } from '../../core/text/follow-up-list-text.ts';
import { tierTitle } from '../../core/text/grading-text.ts';
import type { Language } from '../../core/text/language.ts';
import { nearDay } from '../../core/text/short-day.ts';
import { inColumns } from '../../core/text/text-width.ts';
import { clocksIn } from '../clock.ts';
import { findRep } from '../use-cases/find-rep.ts';
import { planRepDay } from '../use-cases/plan-rep-day.ts';
import type { DoneToday, ListedCustomer, RepDay } from '../use-cases/rep-day.ts';
import { CliError, type CliIo, print } from './cli-io.ts';
import { inWorkspace } from './in-workspace.ts';
import { printable } from './printable.ts';

/** What `plan` is called with. */
export interface PlanOptions {
  readonly rep: string;
  /** Undefined: today where the rep is. */
  readonly date: CalendarDate | undefined;
  readonly format: 'table' | 'json';
  readonly workspace: string | undefined;
  readonly language: Language;
}

const LONGEST_NAME = 40;

/** `plan --rep WHO [--date DAY]`: a rep's day. */
export async function planCommand(io: CliIo, options: PlanOptions): Promise<number> {
  const { date, format, language, rep } = options;
  return inWorkspace(io, options.workspace, async (context) => {
    const member = await findRep(context, rep);
    if (member === undefined) throw new CliError(FOLLOW_UP_LIST_TEXT[language].noSuchRep(printable(rep)));
    const day = await planRepDay(context, { memberId: member.id, on: date });
    const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
    const clocks = clocksIn(timeZone);
    const now = io.clock.now();
    const text =
      format === 'json'
        ? `${JSON.stringify(jsonOf(day), undefined, 2)}\n`
        : tableOf(day, { now, today: clocks.dayOf(now), ...clocks }, language);
    await print(io, text);
    return 0;
  });
}

/** One object: the day as numbers and ids, nothing in words but names, notes and the titles of promises. */
function jsonOf(day: RepDay) {
  const contact = (each: RepDay['today'][number]) => {
    const { asksSatisfaction, coveredFor, customerId, dueOn, method, minutes, name, reasons, stage, tier } = each;
    return { customerId, name, stage, tier, method, minutes, dueOn, reasons, asksSatisfaction, coveredFor };
  };
  const done = ({ at, by, coveredFor, customerId, kind, name, stage, tier }: DoneToday) => {
    return { customerId, name, stage, tier, kind, by, at: at.toISOString(), coveredFor };
  };
  const { budgetMinutes, customers, date, isAway, isWorkingDay, loadDays, name, paused, plannedMinutes } = day;
  return {
    rep: day.slackUserId,
    name,
    date,
    isWorkingDay,
    isAway,
    budgetMinutes,
    plannedMinutes,
    today: day.today.map(contact),
    carriedOver: day.carriedOver.map((each) => ({ ...contact(each), comesOn: each.comesOn })),
    done: day.done.map(done),
    customers,
    paused,
    loadDays,
  };
}

function tableOf(day: RepDay, readAt: ReadAt, language: Language): string {
  const { today } = readAt;
  const text = FOLLOW_UP_LIST_TEXT[language];
  const effort = (minutes: number): string => effortText(minutes, language);
  const rows = day.today.map((contact, index) => [
    `${index + 1}`,
    nameOf(contact),
    tierOf(contact, day, language),
    METHOD_TEXT[language][contact.method],
    whyOf(contact, readAt, language),
    effort(contact.minutes),
  ]);
  const carried = day.carriedOver.map((contact) => [
    '',
    nameOf(contact),
    tierOf(contact, day, language),
    contact.comesOn === null
      ? text.after(nearDay(day.knownUntil, today, language))
      : comesOnText(contact.comesOn, today, language),
    whyOf(contact, readAt, language),
  ]);
  const done = day.done.map((each) => ['', nameOf(each), tierOf(each, day, language), text.kinds[each.kind] ?? '']);
  const load = bookLoadText({ days: day.loadDays, ofDays: 20, overDays: day.loadDays - 20 }, language);
  return [
    `${printable(day.name)} · ${day.date}`,
    headline(day, today, language),
    ...(rows.length === 0 ? [] : ['', ...inColumns([[...text.columns], ...rows])]),
    ...(done.length === 0 ? [] : ['', text.done, ...inColumns(done)]),
    ...(carried.length === 0
      ? []
      : ['', text.carriedOver(day.carriedOverCount, day.isWorkingDay), ...inColumns(carried)]),
    '',
    `${text.book(day.customers, day.paused)} · ${load}`,
    '',
  ].join('\n');
}

function headline(day: RepDay, today: CalendarDate, language: Language): string {
  const text = FOLLOW_UP_LIST_TEXT[language];
  const date = nearDay(day.date, today, language);
  if (day.isAway) return text.away(printable(day.name), date);
  if (!day.isWorkingDay) return text.dayOff(date);
  if (day.today.length === 0) return emptyListText(day, today, date, language);
  return text.headline(
    day.today.length,
    date,
    effortText(day.plannedMinutes, language),
    effortText(day.budgetMinutes, language),
  );
}

function nameOf({ name, coveredFor }: ListedCustomer): string {
  const clean = printable(name);
  const shown = clean.length > LONGEST_NAME ? `${clean.slice(0, LONGEST_NAME - 1)}…` : clean;
  return coveredFor === null ? shown : `${shown} (${printable(coveredFor)})`;
}

function tierOf({ stage, tier }: ListedCustomer, { schemes }: RepDay, language: Language): string {
  const scheme = stage === 'prospect' ? schemes.prospects : schemes.customers;
  if (tier === null) return FOLLOW_UP_LIST_TEXT[language].noTier;
  return scheme === undefined ? tier : tierTitle(tier, scheme, language);
}

function whyOf({ asksSatisfaction, reasons }: RepDay['today'][number], readAt: ReadAt, language: Language): string {
  const words = reasons.map((reason) => printable(dueReasonText(reason, readAt, language)));
  const asks = asksSatisfaction ? [FOLLOW_UP_LIST_TEXT[language].asksSatisfaction] : [];
  return [...words, ...asks].join(language === 'en' ? '; ' : '；');
}
