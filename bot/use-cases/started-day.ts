import { addDays } from '../../core/calendar-date.ts';
import type { DayPlan } from '../../core/follow-ups/day-plan.ts';
import type { FollowUp } from '../../core/follow-ups/follow-up.ts';
import { fullLevels } from '../../core/follow-ups/full-levels.ts';
import { contactedOn, planDay } from '../../core/follow-ups/plan-day.ts';
import { levelOf, type ServiceLevel, type ServiceLevels } from '../../core/follow-ups/service-levels.ts';
import type { DoneAction, OwnedTier } from '../store/due-follow-ups.ts';
import { followUpOf, type PlannedRow } from '../store/follow-ups.ts';
import { contactedBy } from './done-today.ts';
import type { PlannedRep } from './planned-reps.ts';

/** A rep's day of which it is known who is due, but not yet who else falls due soon. */
export interface StartedDay {
  readonly rep: PlannedRep;
  /** Of whoever may be due. */
  readonly rows: readonly PlannedRow[];
  /** As it is on the planned day, if all that is planned before got done. */
  readonly book: readonly FollowUp[];
  /** Whether what may be due may not fit into the day, so that it matters who else falls due soon. */
  readonly isCrowded: boolean;
  /** The levels of which it does not matter even then, but for events of their own. */
  readonly full: ReadonlySet<ServiceLevel>;
}

/** How days are planned. */
export interface HowStarted {
  readonly levels: ServiceLevels;
  /** How many carried-over contacts are told. */
  readonly mostCarriedOver: number;
}

/** No day farther ahead is planned day by day. */
const FARTHEST_DAYS = 60;

/** What the rows of whoever may be due on the planned day say about it. `done`: what was done today already. */
export function startedDay(
  rep: PlannedRep,
  rows: readonly PlannedRow[],
  done: readonly DoneAction[],
  { levels, mostCarriedOver }: HowStarted,
): StartedDay {
  const { budgetMinutes, calendar, on, timeZone, today } = rep;
  let book: readonly FollowUp[] = rows.map((row) => followUpOf(row, timeZone));
  const isCrowded = mayBeCrowded(rep, [contactedBy(rep, on, done), book], levels);
  for (let day = today, count = 0; day < on && count < FARTHEST_DAYS; day = addDays(day, 1), count += 1) {
    const how = { budgetMinutes, done: contactedBy(rep, day, done), mostCarriedOver: 0 };
    const { today: before } = planDay(book, levels, calendar, day, how);
    const ids = new Set(before.map(({ customerId }) => customerId));
    const contactedDay = day;
    book = book.map((followUp) => (ids.has(followUp.customerId) ? contactedOn(followUp, contactedDay) : followUp));
  }
  const full = fullLevels(book, levels, calendar, on, { budgetMinutes, mostCarriedOver });
  return { rep, rows, book, isCrowded, full };
}

type Served = Pick<FollowUp, 'stage' | 'status' | 'tier'>;

function mayBeCrowded(
  { budgetMinutes, calendar, on }: PlannedRep,
  customers: readonly (readonly Served[])[],
  levels: ServiceLevels,
): boolean {
  if (!calendar.isWorkingDay(on)) return customers.some(({ length }) => length > 0);
  let minutes = 0;
  return customers.some((some) =>
    some.some((customer) => {
      minutes += levelOf(levels, customer).contactMinutes;
      return minutes > budgetMinutes;
    }),
  );
}

/** The tiers whose levels are full for every rep in whose day the owner's customers are, so that who falls due later is not read. */
export function tiersLeftOut(days: readonly StartedDay[]): OwnedTier[] {
  const fullOf = new Map<string, readonly ServiceLevel[]>();
  for (const { full, rep } of days) {
    for (const ownerId of rep.ownerIds) {
      fullOf.set(ownerId, fullOf.get(ownerId)?.filter((level) => full.has(level)) ?? [...full]);
    }
  }
  return [...fullOf].flatMap(([ownerId, full]) => full.map(({ stage, tier }) => ({ ownerId, stage, tier })));
}

/** A rep's plan with the rows of those who are told, by customer. */
export interface FinishedDay
  extends Pick<DayPlan, 'budgetMinutes' | 'carriedOver' | 'isWorkingDay' | 'plannedMinutes' | 'today'> {
  readonly rep: PlannedRep;
  /** How many are carried over in all. */
  readonly carriedOverCount: number;
  readonly rows: ReadonlyMap<string, PlannedRow>;
}

/** The plan of a day, once it is read who else falls due soon and may have a turn (`ahead`; nobody where it is not crowded). */
export function finishedDay(
  { book, rep, rows }: StartedDay,
  ahead: readonly PlannedRow[],
  done: readonly DoneAction[],
  { levels, mostCarriedOver }: HowStarted,
): FinishedDay {
  const { budgetMinutes, calendar, on, timeZone } = rep;
  const customers = [...book, ...ahead.map((row) => followUpOf(row, timeZone))];
  const how = { budgetMinutes, done: contactedBy(rep, on, done), mostCarriedOver };
  const { notDue, paused, ...plan } = planDay(customers, levels, calendar, on, how);
  const told = new Set([...plan.today, ...plan.carriedOver].map(({ customerId }) => customerId));
  const toldRows = [rows, ahead].flatMap((some) => some.filter(({ customerId }) => told.has(customerId)));
  return {
    ...plan,
    rep,
    carriedOverCount: customers.length - plan.today.length - notDue.length - paused.length,
    rows: new Map(toldRows.map((row) => [row.customerId, row])),
  };
}
