import { addDays, type CalendarDate } from '../../core/calendar-date.ts';
import type { FactValue } from '../../core/customer.ts';
import type { CustomerStage } from '../../core/customer-stage.ts';
import type { ContactOutcome } from '../../core/follow-ups/contact-outcome.ts';
import { levelOf, type ServiceLevel, serviceLevels } from '../../core/follow-ups/service-levels.ts';
import { type ContactDays, lockContacts, saveContactDays, saveContacts } from '../store/contact-state.ts';
import { findOwnerIds } from '../store/customers.ts';
import { type CurrentGrade, findGrades } from '../store/grades.ts';
import { type Interaction, insertInteractions } from '../store/interactions.ts';
import { newId } from '../store/new-id.ts';
import { takeStatistics } from '../store/take-statistics.ts';
import type { UseCaseContext } from '../use-cases/context.ts';
import { refreshFollowUps, tierSchemes } from '../use-cases/refresh-follow-ups.ts';
import { SAMPLE_ENDS } from './sample-past.ts';
import { addComplaints, addSurveys } from './sample-service.ts';
import { seeded } from './seeded.ts';
import { workday } from './workday.ts';

/** A sample customer that was taken in. */
export interface SampleCustomer {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  /** As it came. */
  readonly stage: CustomerStage;
  /** As its table says. */
  readonly satisfaction: FactValue | null;
}

/** How far back the history goes, and how many contacts of one customer there are at most. */
const HISTORY_DAYS = 160;
const MOST_CONTACTS = 28;
/** Of a hundred customers so many are late. */
const LATE_SHARE = 0.06;
const PROMISED_SHARE = 0.05;

/** Somebody who waits for something on a certain day, by the customer's number. */
const PROMISES: Readonly<Record<string, { readonly inDays: number; readonly promise: string }>> = {
  C1001: { inDays: 0, promise: 'the offer for spare parts' },
  C1010: { inDays: -1, promise: '寄送合同样本' },
  C1013: { inDays: 0, promise: '年度框架合同报价' },
};
/** A customer that is paused. */
const PAUSED = 'C1042';

/**
 * Gives the samples several months of contacts by their owners, at about the cadence of their tiers, with a few who
 * are late, a few promises, complaints and surveys, and one who is paused: so that a rep's day and a manager's morning have something
 * in them at once. The same every time, so many days before `today`. In one transaction, after the grading. Returns the contacts.
 */
export async function addSampleHistory(
  context: UseCaseContext,
  customers: readonly SampleCustomer[],
  today: CalendarDate,
): Promise<readonly Interaction[]> {
  return context.db.transaction().execute(async (db) => {
    const { workspaceId } = context.actor;
    const ids = customers.map(({ id }) => id);
    const owners = await findOwnerIds(db, workspaceId, ids);
    const grades = await findGrades(db, workspaceId, { ids });
    const levels = serviceLevels(await tierSchemes(db, workspaceId));
    const interactions: Interaction[] = [];
    const days: ContactDays[] = [];
    for (const customer of customers) {
      const memberId = owners.get(customer.id);
      if (memberId === undefined || SAMPLE_ENDS[customer.key]?.lost !== undefined) continue;
      const level = levelOf(levels, { stage: customer.stage, ...standingOf(grades.get(customer.id)) });
      const contacts = contactsOf(customer, level, memberId, today);
      interactions.push(...contacts.interactions);
      days.push(contacts.days);
    }
    await insertInteractions(db, workspaceId, interactions);
    await takeStatistics(db, ['interaction']);
    await saveContactDays(db, workspaceId, days);
    const within = { ...context, db };
    await addComplaints(within, customers, today);
    await addSurveys(within, customers, owners, today);
    await refreshFollowUps(within, { customerIds: ids });
    const decidedIds = await decide(within, customers, today);
    await refreshFollowUps(within, { customerIds: decidedIds });
    return interactions;
  });
}

function standingOf(
  grade: CurrentGrade | undefined,
): Pick<CurrentGrade, 'status' | 'tier'> | { status: null; tier: null } {
  return grade ?? { status: null, tier: null };
}

/** One customer's contacts, the latest first, and what they leave for its next one. */
function contactsOf(
  { id, key, name }: SampleCustomer,
  level: ServiceLevel,
  memberId: string,
  today: CalendarDate,
): { readonly interactions: Interaction[]; readonly days: ContactDays } {
  const random = seeded(`history ${key}`);
  const { everyDays } = level;
  const promised = PROMISES[key];
  const isLate = promised === undefined && random() < LATE_SHARE;
  const ago = isLate
    ? everyDays + Math.floor(random() * Math.min(10, everyDays))
    : 1 + Math.floor(random() * Math.max(1, everyDays - 2));
  const interactions: Interaction[] = [];
  let latest: CalendarDate | null = null;
  for (let days = ago; days <= HISTORY_DAYS && interactions.length < MOST_CONTACTS; ) {
    const happenedOn = workday(addDays(today, -days));
    // the last one has to count
    const outcome = latest === null ? 'reached' : outcomeOf(random());
    const note = pick(random, /\p{Script=Han}/u.test(name) ? NOTES_ZH : NOTES);
    interactions.push({
      id: newId(new Date(`${happenedOn}T12:00:00Z`)),
      customerId: id,
      memberId,
      happenedOn,
      method: pick(random, level.methods.slice(0, 4)),
      outcome,
      note: outcome === 'no-answer' ? null : note,
      nextOn: null,
      satisfaction: latest === null && random() < 0.85 ? 3 + Math.floor(random() * 3) : null,
      source: 'sample',
      link: null,
      loggedAt: new Date(`${happenedOn}T15:00:00Z`),
    });
    latest ??= happenedOn;
    days += Math.max(2, Math.round(everyDays * (0.7 + 0.45 * random())));
  }
  const isPromised = promised === undefined && !isLate && random() < PROMISED_SHARE;
  const inDays = promised?.inDays ?? (isPromised ? 1 + Math.floor(random() * 20) : null);
  const nextContactOn = inDays === null ? null : addDays(today, inDays);
  return { interactions, days: { customerId: id, lastContactOn: latest, nextContactOn } };
}

/** What people have decided: what they promised, whom they pause. Returns the ids of those whom it concerns. */
async function decide(
  context: UseCaseContext,
  customers: readonly SampleCustomer[],
  today: CalendarDate,
): Promise<string[]> {
  const { actor, clock, db } = context;
  const { workspaceId } = actor;
  const now = clock.now();
  const decided = customers.filter(({ key }) => PROMISES[key] !== undefined || key === PAUSED);
  for (const { id, key } of decided) {
    const promised = PROMISES[key];
    const locked = await lockContacts(db, workspaceId, id);
    if (locked === undefined) continue;
    const pause = key === PAUSED ? { isPaused: true, pausedUntil: addDays(today, 30) } : {};
    await saveContacts(db, workspaceId, id, { ...locked.state, promise: promised?.promise ?? null, ...pause }, now);
  }
  return decided.map(({ id }) => id);
}

function outcomeOf(chance: number): ContactOutcome {
  if (chance < 0.15) return 'no-answer';
  if (chance < 0.25) return 'not-now';
  return chance < 0.45 ? 'next-step' : 'reached';
}

function pick<T extends string>(random: () => number, list: readonly T[]): T {
  const found = list[Math.floor(random() * list.length)] ?? list[0];
  if (found === undefined) throw new Error('Nothing to pick from.');
  return found;
}

const NOTES = [
  'Happy with the last delivery.',
  'Asked for the new price list.',
  'Wants a visit next quarter.',
  'Compares us with another supplier.',
  'Budget is decided at the end of the month.',
  'New head of purchasing, introduced us.',
  'Sent the data sheets.',
];
const NOTES_ZH = [
  '对上次交货很满意。',
  '要新的价目表。',
  '希望下季度登门拜访。',
  '正在和另一家供应商比较。',
  '预算月底确定。',
  '采购换了新负责人，已介绍认识。',
  '已发送技术资料。',
];
