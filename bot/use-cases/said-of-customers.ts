import { addDays, type CalendarDate, dateOfDayNumber, dayNumber } from '../../core/calendar-date.ts';
import type { Facts } from '../../core/customer.ts';
import { type DueCalendar, dueCalendar } from '../../core/follow-ups/due-calendar.ts';
import { dueDays } from '../../core/follow-ups/due-day.ts';
import { dueDayAt } from '../../core/follow-ups/next-due.ts';
import { levelOf } from '../../core/follow-ups/service-levels.ts';
import type { OwnValue } from '../../core/sheets/cell-text.ts';
import { LAST_CONTACT, type OwnKey } from '../../core/sheets/own-columns.ts';
import type { SaidOfRow } from '../../core/sheets/plan-push.ts';
import { CARD_TEXT } from '../../core/text/card-text.ts';
import { CUSTOMER_FILE_TEXT } from '../../core/text/customer-file-text.ts';
import { formatDate } from '../../core/text/format.ts';
import { gradedTableWords } from '../../core/text/graded-table-words.ts';
import { tierText, tierTitle } from '../../core/text/grading-text.ts';
import type { Language } from '../../core/text/language.ts';
import { OVERRIDE_TEXT } from '../../core/text/override-text.ts';
import { REMOVED_REVIEW } from '../../core/text/sheets-push-text.ts';
import { localDay } from '../clock.ts';
import type { ToldCustomer } from '../store/customer-names.ts';
import { findFollowUps, followUpOf, type PlannedRow } from '../store/follow-ups.ts';
import { findToldGrades, type ToldGrade } from '../store/grades.ts';
import { findFactsOf } from '../store/grading-subjects.ts';
import { inChunks } from '../store/in-chunks.ts';
import { findMembersById } from '../store/members.ts';
import { findOverrides, type TierOverride } from '../store/overrides.ts';
import type { UseCaseContext } from './context.ts';
import { levelsInUse } from './refresh-follow-ups.ts';
import { type CompiledRun, compiledRun } from './run-in-force.ts';
import { workCalendarsOf, workspaceCalendar } from './work-calendars.ts';

/** Customers are asked for in parts, so that a long sheet does not hold everybody's facts at once, and others get their turn. */
const CUSTOMERS_A_PART = 2_500;

/**
 * What Tierbook says of customers, for our columns of a sheet, by customer: tier, score, why, what would lift it, what is to be
 * looked at, when to be in touch next and when somebody was last. Nobody has a tier who is archived or lost, and the sheet says so.
 */
export async function saidOfCustomers(
  context: UseCaseContext,
  customers: readonly ToldCustomer[],
  language: Language,
): Promise<Map<string, SaidOfRow>> {
  const { db, actor } = context;
  const { workspaceId } = actor;
  const overrides = new Map((await findOverrides(db, workspaceId)).map((one) => [one.customerId, one]));
  const days = await contactDays(context);
  const writerOf = gradeWriters(context, language);
  const read = async (part: readonly ToldCustomer[]) => {
    const ids = part.map(({ id }) => id);
    const grades = await findToldGrades(db, workspaceId, ids);
    const facts = await findFactsOf(db, workspaceId, ids);
    const contacts = await days(part);
    const writers = new Map<string, GradeWriter | undefined>();
    for (const { runId } of grades.values()) if (!writers.has(runId)) writers.set(runId, await writerOf(runId));
    return { part, grades, facts, contacts, writers };
  };
  const said = new Map<string, SaidOfRow>();
  const parts = inChunks(customers, CUSTOMERS_A_PART);
  const begin = () => {
    const { done, value } = parts.next();
    const reading = done === true ? undefined : read(value);
    // awaited below, unless what is put into words meanwhile fails
    reading?.catch(() => {});
    return reading;
  };
  let reading = begin();
  while (reading !== undefined) {
    const { part, grades, facts, contacts, writers } = await reading;
    // the next are read while these are put into words
    reading = begin();
    for (const customer of part) {
      const grade = customer.status === 'active' ? grades.get(customer.id) : undefined;
      const writer = grade === undefined ? undefined : writers.get(grade.runId);
      const graded =
        grade === undefined || writer === undefined
          ? nothingSaid(customer, language)
          : writer(grade, facts.get(customer.id) ?? NO_FACTS, overrides.get(customer.id));
      const { last, next } = contacts.get(customer.id) ?? { last: customer.lastContactOn, next: null };
      const row: SaidOfRow = new Map([
        ...graded,
        ['tierbook.nextFollowUp', dayCell(next)],
        [LAST_CONTACT, dayCell(last)],
      ]);
      said.set(customer.id, row);
    }
  }
  return said;
}

/** What our columns say in the row of a customer who was removed from Tierbook: since when, and nothing else. */
export function saidOfRemoved(removedOn: CalendarDate, language: Language): SaidOfRow {
  return new Map([
    ...told('', null, '', '', REMOVED_REVIEW[language](formatDate(removedOn, language))),
    ['tierbook.nextFollowUp', ''],
    [LAST_CONTACT, ''],
  ]);
}

type Told = readonly (readonly [OwnKey, OwnValue])[];

function dayCell(date: CalendarDate | null): OwnValue {
  return date === null ? '' : { date };
}

const NO_FACTS: Facts = { values: {} };

function told(tier: string, score: number | null, why: string, nextTier: string, review: string): Told {
  return [
    ['tierbook.tier', tier],
    ['tierbook.score', score ?? ''],
    ['tierbook.why', why],
    ['tierbook.nextTier', nextTier],
    ['tierbook.review', review],
  ];
}

function nothingSaid({ status, statusReason }: ToldCustomer, language: Language): Told {
  if (status === 'active') return told('', null, '', '', '');
  const closed = CUSTOMER_FILE_TEXT[language].closed(status);
  return told('', null, '', '', statusReason === null ? closed : `${closed} (${statusReason})`);
}

type GradeWriter = (grade: ToldGrade, facts: Facts, override: TierOverride | undefined) => Told;

/** Puts grades into words, each by the run that gave it; undefined for a run that is gone. */
function gradeWriters(
  { db, actor }: UseCaseContext,
  language: Language,
): (runId: string) => Promise<GradeWriter | undefined> {
  const known = new Map<string, GradeWriter | undefined>();
  return async (runId) => {
    if (known.has(runId)) return known.get(runId);
    const run = await compiledRun(db, actor.workspaceId, runId);
    const writer = run === undefined ? undefined : gradeWriter(run, language);
    known.set(runId, writer);
    return writer;
  };
}

function gradeWriter({ compiled }: CompiledRun, language: Language): GradeWriter {
  const { scheme } = compiled.fitted;
  const words = gradedTableWords({ document: scheme, tier: compiled, segments: [] }, language);
  return (grade, facts, override) => {
    const one = { record: { row: 0, facts, extra: {}, cells: [] }, grade: compiled.grade(facts), segments: [] };
    const held = heldText(grade, one.grade.tier, override);
    return told(
      grade.tier === null ? '' : tierTitle(grade.tier, scheme, language),
      grade.score,
      words.reasons(one),
      words.lift(one) ?? '',
      words.review(one, held),
    );
  };

  /** Why a customer is in another tier than its figures give. */
  function heldText(
    { held }: ToldGrade,
    computed: string | null,
    override: TierOverride | undefined,
  ): readonly string[] {
    if (held === null) return [];
    const text = CARD_TEXT[language];
    const figures = computed === null ? text.noTier(null) : tierText(computed, scheme, language);
    if (held !== 'override' || override === undefined) return [text.held(held, figures)];
    const line = OVERRIDE_TEXT[language].line(override.reason, formatDate(override.expiresOn, language));
    return [line, text.figuresAlone(figures)];
  }
}

interface ContactDaysOf {
  readonly last: CalendarDate | null;
  readonly next: CalendarDate | null;
}

/** How an owner counts days. */
interface OwnDays {
  readonly days: DueCalendar;
  readonly timeZone: string;
  /** The day that it is there, by its number. */
  readonly today: number;
}

function ownDays(days: DueCalendar, timeZone: string, now: Date): OwnDays {
  return { days, timeZone, today: dayNumber(localDay(now, timeZone)) };
}

/** When customers were last contacted and are to be next, each seen from its owner's day and calendar; those not followed up are left out. */
async function contactDays(
  context: UseCaseContext,
): Promise<(customers: readonly ToldCustomer[]) => Promise<ReadonlyMap<string, ContactDaysOf>>> {
  const { db, actor, clock } = context;
  const { workspaceId } = actor;
  const now = clock.now();
  const levels = await levelsInUse(db, workspaceId);
  const [from, to] = [addDays(localDay(now, 'UTC'), -366), addDays(localDay(now, 'UTC'), 367)];
  const nobodys = ownDays(dueCalendar(await workspaceCalendar(context, from, to)), 'UTC', now);
  const owners = new Map<string, OwnDays>();
  const meet = async (ids: readonly string[]): Promise<void> => {
    const strangers = ids.filter((id) => !owners.has(id));
    if (strangers.length === 0) return;
    const members = await findMembersById(db, workspaceId, strangers);
    const calendars = await workCalendarsOf(context, strangers, from, to);
    for (const id of strangers) {
      const calendar = calendars.get(id);
      const days = calendar === undefined ? nobodys.days : dueCalendar(calendar);
      owners.set(id, ownDays(days, members.get(id)?.timeZone ?? nobodys.timeZone, now));
    }
  };
  const daysOf = (row: PlannedRow): ContactDaysOf => {
    const { days, timeZone, today } = owners.get(row.ownerId ?? '') ?? nobodys;
    const followUp = followUpOf(row, timeZone);
    const due = dueDayAt(dueDays(followUp, levelOf(levels, followUp), days), today);
    return { last: row.lastContactOn, next: due === Number.POSITIVE_INFINITY ? null : dateOfDayNumber(due) };
  };
  return async (customers) => {
    const ids = customers.map(({ id }) => id);
    const rows = await findFollowUps(db, workspaceId, ids);
    await meet([...new Set([...rows.values()].flatMap(({ ownerId }) => ownerId ?? []))]);
    return new Map([...rows].map(([id, row]) => [id, daysOf(row)]));
  };
}
