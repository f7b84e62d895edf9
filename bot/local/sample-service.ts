import { addDays, type CalendarDate } from '../../core/calendar-date.ts';
import type { ComplaintCause } from '../../core/follow-ups/complaint.ts';
import { insertComplaint } from '../store/complaints.ts';
import { newId } from '../store/new-id.ts';
import { insertSurvey } from '../store/surveys.ts';
import type { UseCaseContext } from '../use-cases/context.ts';
import type { SampleCustomer } from './sample-history.ts';
import { daysBefore } from './sample-past.ts';
import { seeded } from './seeded.ts';
import { workday } from './workday.ts';

/** A customer of Anna's whose complaint is to be answered today. */
const COMPLAINS = 'C1026';

/** A complaint of a sample. */
interface SampleComplaint {
  readonly key: string;
  /** When it was opened. */
  readonly daysAgo: number;
  readonly cause: ComplaintCause;
  readonly description: string;
  /** After so many hours it had to be answered, and was; undefined: it was not. */
  readonly dueHours: number;
  readonly answeredHours?: number;
}

const COMPLAINTS: readonly SampleComplaint[] = [
  { key: 'C1072', daysAgo: 1.4, cause: 'product', description: '两批包装膜厚度不达标。', dueHours: 24 },
  { key: 'C1224', daysAgo: 0.5, cause: 'delivery', description: '缺两箱零件，产线在等。', dueHours: 24 },
  { key: 'C1113', daysAgo: 0.6, cause: 'invoice', description: '发票税号写错。', dueHours: 24, answeredHours: 3 },
  { key: 'C1166', daysAgo: 4, cause: 'product', description: 'Valve seats leak.', dueHours: 24, answeredHours: 30 },
  { key: 'C1201', daysAgo: 6, cause: 'delivery', description: 'Arrived a week late.', dueHours: 24, answeredHours: 5 },
  { key: 'C1130', daysAgo: 11, cause: 'service', description: 'Nobody called back.', dueHours: 48, answeredHours: 20 },
  { key: 'C1146', daysAgo: 17, cause: 'delivery', description: '少发一托盘。', dueHours: 24, answeredHours: 8 },
  { key: 'C1215', daysAgo: 26, cause: 'price', description: '报价与合同不一致。', dueHours: 24, answeredHours: 41 },
  { key: 'C1153', daysAgo: 39, cause: 'product', description: '外观有划痕。', dueHours: 24, answeredHours: 12 },
  {
    key: 'C1062',
    daysAgo: 52,
    cause: 'service',
    description: 'Training was cancelled.',
    dueHours: 24,
    answeredHours: 6,
  },
  { key: 'C1124', daysAgo: 68, cause: 'delivery', description: '送错仓库。', dueHours: 24, answeredHours: 22 },
  { key: 'C1217', daysAgo: 84, cause: 'invoice', description: '重复开票。', dueHours: 24, answeredHours: 9 },
  { key: 'C1047', daysAgo: 103, cause: 'product', description: '纯度报告缺失。', dueHours: 24, answeredHours: 15 },
  {
    key: 'C1109',
    daysAgo: 121,
    cause: 'delivery',
    description: 'Two pallets missing.',
    dueHours: 24,
    answeredHours: 7,
  },
];

/**
 * Puts down complaints of several months: one that is to be answered today, one whose time has passed, one of last night, and
 * others that were answered, some of them late.
 */
export async function addComplaints(
  context: UseCaseContext,
  customers: readonly SampleCustomer[],
  today: CalendarDate,
): Promise<void> {
  const { actor, clock, db } = context;
  const ids = new Map(customers.map(({ id, key }) => [key, id]));
  const nobody = { openedBy: null, answeredBy: null, closedBy: null, undoneAt: null };
  const complains = ids.get(COMPLAINS);
  if (complains !== undefined) {
    const openedAt = new Date(`${workday(addDays(today, -1))}T14:00:00Z`);
    await insertComplaint(db, actor.workspaceId, {
      ...nobody,
      id: newId(openedAt),
      customerId: complains,
      channel: 'phone',
      cause: 'delivery',
      description: 'The last delivery came two weeks late and was not complete.',
      openedAt,
      answerBy: new Date(`${today}T16:00:00Z`),
      answeredAt: null,
      closedAt: null,
      resolution: null,
    });
  }
  for (const { key, daysAgo, cause, description, dueHours, answeredHours } of COMPLAINTS) {
    const customerId = ids.get(key);
    if (customerId === undefined) continue;
    const openedAt = daysBefore(clock.now(), daysAgo);
    const answeredAt = answeredHours === undefined ? null : daysBefore(openedAt, -answeredHours / 24);
    await insertComplaint(db, actor.workspaceId, {
      ...nobody,
      id: newId(openedAt),
      customerId,
      channel: 'phone',
      cause,
      description,
      openedAt,
      answerBy: daysBefore(openedAt, -dueHours / 24),
      answeredAt,
      closedAt: answeredAt,
      resolution: answeredAt === null ? null : RESOLUTION[/\p{Script=Han}/u.test(description) ? 'zh' : 'en'],
    });
  }
}

const RESOLUTION = { en: 'Apologised and replaced.', zh: '已致歉并补发。' };

/** Puts down what about one in ten customers said when they were asked, a few of them since yesterday. */
export async function addSurveys(
  context: UseCaseContext,
  customers: readonly SampleCustomer[],
  owners: ReadonlyMap<string, string>,
  today: CalendarDate,
): Promise<void> {
  const { actor, clock, db } = context;
  for (const { id, key, satisfaction, stage } of customers) {
    const random = seeded(`survey ${key}`);
    if (stage !== 'customer' || key < FIRST_ASKED || random() >= ASKED_SHARE) continue;
    const daysAgo = random() < 0.12 ? 0.7 : 1 + Math.floor(random() * 140);
    const score = typeof satisfaction === 'number' ? Math.max(1, Math.round(satisfaction * 5)) : 4;
    const recordedAt = daysBefore(clock.now(), daysAgo);
    await insertSurvey(db, actor.workspaceId, {
      id: newId(recordedAt),
      customerId: id,
      memberId: owners.get(id) ?? null,
      surveyedOn: addDays(today, -Math.ceil(daysAgo)),
      score,
      comment: null,
      stated: satisfaction,
      recordedAt,
    });
  }
}

/** Those before are told of in guides, and stay as their table says. */
const FIRST_ASKED = 'C1100';
const ASKED_SHARE = 0.15;
