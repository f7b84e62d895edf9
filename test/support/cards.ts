import * as fc from 'fast-check';
import type { CardContacts } from '../../bot/use-cases/card-contacts.ts';
import type { CardComplaint, CardService } from '../../bot/use-cases/card-service.ts';
import type { CardGrading, CustomerCard, CustomerMatch, TierChange } from '../../bot/use-cases/customer-card.ts';
import { type CalendarDate, dateOfDayNumber } from '../../core/calendar-date.ts';
import type { Facts } from '../../core/customer.ts';
import { COMPLAINT_CAUSES, COMPLAINT_CHANNELS } from '../../core/follow-ups/complaint.ts';
import { compileScheme } from '../../core/grading/compile-scheme.ts';
import { fitScheme } from '../../core/grading/fit-scheme.ts';
import type { Grade, GradeRemark, Reason } from '../../core/grading/grade.ts';
import { cutPointsOf, receiptOf } from '../../core/grading/receipt.ts';
import { accountValue } from '../../core/schemes/account-value.ts';

/** Names that try to ping, break out, reorder or break limits; and harmless ones. */
export const HOSTILE_NAMES: readonly string[] = [
  '<!channel> & <@U123> *x*',
  '<https://example.com|click>',
  '@here :tada: _x_ ~y~ `z`',
  '```\n```',
  'A\u0000B\u0007C',
  'line one\nline two\r\n\tthree',
  '\u202egnp.exe',
  'שלום עולם بالعالم',
  '👩‍👩‍👧‍👦'.repeat(60),
  '华东机械有限公司'.repeat(80),
  '\ud800broken',
  '"quoted" \'name\' \\ "',
  'x'.repeat(4000),
  '   ',
  '',
];

const anyName = fc.oneof(
  fc.constantFrom(...HOSTILE_NAMES),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 80 }),
);

const anyDay: fc.Arbitrary<CalendarDate> = fc.integer({ min: 18_000, max: 24_000 }).map(dateOfDayNumber);

const anyId = fc.uuid();

export const anyMatch: fc.Arbitrary<CustomerMatch> = fc.record({
  id: anyId,
  key: fc.option(anyName),
  name: anyName,
  tier: fc.option(fc.constantFrom('A', 'B', 'gold', 'x'.repeat(64))),
  owner: fc.constant(null),
  how: fc.constantFrom('key', 'exact', 'prefix', 'initials', 'substring', 'close'),
  status: fc.constantFrom('active', 'archived', 'lost'),
});

/** Facts that the account value scheme reads, well-behaved. */
const someFacts: fc.Arbitrary<Facts> = fc
  .record(
    {
      salesAmount: fc.integer({ min: 0, max: 9_000_000 }),
      paymentCollection: fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100),
      orderStability: fc.constantFrom('high', 'medium', 'low', 'none'),
      yearsOfCooperation: fc.integer({ min: 0, max: 400 }),
      complaintRate: fc.integer({ min: 0, max: 30 }).map((percent) => percent / 100),
      satisfaction: fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100),
    },
    { requiredKeys: [] },
  )
  .map((values) => ({ values }));

/** A grade as the product gives it: some customers, graded by the account value scheme. */
const realGrading: fc.Arbitrary<CardGrading> = fc
  .tuple(fc.array(someFacts, { minLength: 1, maxLength: 12 }), anyDay)
  .map(([customers, asOf]) => gradingOf(customers, asOf));

/** The first customer's grade within a population. */
export function gradingOf(customers: readonly Facts[], asOf: CalendarDate): CardGrading {
  const fitted = fitScheme(accountValue, customers, { asOf, currency: 'CNY' });
  const compiled = compileScheme(fitted);
  const receipt = receiptOf(compiled, customers[0] ?? { values: {} });
  return {
    ...receipt,
    standing: { status: receipt.grade.status, tier: receipt.grade.tier, held: null },
    gradedAt: new Date(`${asOf}T03:04:05Z`),
  };
}

const anyReason: fc.Arbitrary<Reason> = fc.record({
  criterion: fc.oneof(anyName, fc.constantFrom('salesAmount', 'paymentCollection')),
  value: fc.oneof(fc.constant(null), anyName, fc.double({ noNaN: true }), fc.boolean()),
  band: fc.option(fc.constantFrom('1', '2', 'high')),
  points: fc.double({ min: 0, max: 100, noNaN: true }),
  max: fc.double({ min: 0, max: 100, noNaN: true }),
});

const anyRemark: fc.Arbitrary<GradeRemark> = fc.record(
  { code: fc.oneof(anyName, fc.constant('unreadable')), criterion: anyName },
  { requiredKeys: ['code'] },
);

/** A grade that no scheme of ours would give, by a scheme with hostile titles. */
const wildGrading: fc.Arbitrary<CardGrading> = fc
  .record({
    status: fc.constantFrom<Grade['status'][]>('graded', 'review', 'out-of-market', 'unreadable'),
    tier: fc.option(fc.constantFrom('A', 'B', 'Z')),
    score: fc.option(fc.double({ min: 0, max: 100, noNaN: true })),
    reasons: fc.array(anyReason, { maxLength: 120 }),
    review: fc.array(anyRemark, { maxLength: 60 }),
    warnings: fc.array(anyRemark, { maxLength: 60 }),
    title: anyName,
    from: fc.oneof(fc.constant(null), anyName),
    to: anyName,
    held: fc.option(fc.constantFrom('override', 'buffer', 'downgrade-waits', 'complaint')),
  })
  .map(({ title, from, to, held, ...grade }) => {
    const titles = { en: title };
    const tiers = accountValue.tiers.map(({ id }) => ({ id, titles }));
    const scheme = { ...accountValue, titles, tiers };
    const asOf = dateOfDayNumber(20_000);
    const fitted = { scheme, asOf, population: 1, known: {}, cuts: {}, currency: null };
    const change = { tier: 'A', criterion: title, from, to };
    const cutPoints = cutPointsOf(fitted);
    const standing = { status: grade.status, tier: grade.tier, held };
    return {
      grade,
      nextTier: change,
      drop: change,
      missing: [title],
      sparedBy: [],
      cutPoints,
      standing,
      fitted,
      gradedAt: new Date(0),
    };
  });

const anyChange: fc.Arbitrary<TierChange> = fc.record({
  at: fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
  from: fc.option(fc.constantFrom('A', 'Z')),
  to: fc.option(fc.constantFrom('B', 'Z')),
  cause: fc.constantFrom('first', 'facts', 'population', 'scheme', 'stage', 'merge', 'override', 'override-ended'),
  scheme: fc.constant(accountValue),
  driver: fc.option(fc.record({ criterion: anyName, from: fc.option(anyName), to: fc.option(anyName) })),
});

const anyMoment = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });

const anyComplaint: fc.Arbitrary<CardComplaint> = fc.record({
  id: anyId,
  channel: fc.option(fc.oneof(anyName, fc.constantFrom(...COMPLAINT_CHANNELS))),
  cause: fc.option(fc.oneof(anyName, fc.constantFrom(...COMPLAINT_CAUSES))),
  description: fc.option(anyName),
  state: fc.constantFrom('open', 'near', 'late', 'answered'),
  answerBy: anyMoment,
  answeredAt: fc.option(anyMoment),
});

const anyService: fc.Arbitrary<CardService> = fc.record({
  complaints: fc.array(anyComplaint, { maxLength: 6 }),
  survey: fc.option(fc.record({ score: fc.integer({ min: 1, max: 5 }), on: anyDay })),
  asksSatisfaction: fc.boolean(),
  signing: fc.option(
    fc.record({
      amount: fc.option(fc.double({ min: 0, max: 1e15, noNaN: true })),
      currency: fc.option(fc.oneof(anyName, fc.constant('CNY'))),
      on: fc.option(anyDay),
      isAsked: fc.boolean(),
    }),
  ),
});

const anyContacts: fc.Arbitrary<CardContacts> = fc.record({
  next: fc.option(
    fc.record({
      dueOn: fc.option(anyDay),
      reasons: fc.array(
        fc.oneof(
          fc.record({ code: fc.constant('promised' as const), on: anyDay, promise: fc.option(anyName) }),
          fc.record({ code: fc.constantFrom('first-contact' as const, 'due' as const) }),
        ),
        { maxLength: 4 },
      ),
      method: fc.constantFrom('phone', 'introduce-partner'),
      pause: fc.option(fc.record({ until: fc.option(anyDay) })),
    }),
  ),
  latest: fc.array(
    fc.record({
      on: anyDay,
      method: fc.constantFrom('phone', 'introduce-partner'),
      outcome: fc.constantFrom('reached', 'no-answer'),
      note: fc.option(anyName),
      by: fc.option(anyName),
    }),
    { maxLength: 3 },
  ),
  may: fc.record({ decide: fc.boolean(), reassign: fc.boolean() }),
});

/** A card with anything that its type allows. */
export const anyCard: fc.Arbitrary<CustomerCard> = fc.record({
  id: anyId,
  key: fc.option(anyName),
  name: anyName,
  industry: fc.option(anyName),
  region: fc.option(anyName),
  owner: fc.option(
    fc.record({
      text: anyName,
      slackUserId: fc.option(fc.oneof(anyName, fc.constant('U0ANNA'), fc.constant('W1B2C3'))),
    }),
  ),
  lastContactOn: fc.option(anyDay),
  nextContactOn: fc.option(anyDay),
  contacts: anyContacts,
  givenTier: fc.option(anyName),
  grading: fc.oneof(fc.constant(null), realGrading, wildGrading),
  override: fc.option(
    fc.record({ reason: anyName, expiresOn: anyDay, setBy: fc.option(fc.oneof(anyName, fc.constant('U0ANNA'))) }),
  ),
  changes: fc.array(anyChange, { maxLength: 5 }),
  service: anyService,
  segments: fc.array(fc.record({ segment: fc.record({ en: anyName }), label: fc.record({ en: anyName }) }), {
    maxLength: 12,
  }),
  closed: fc.option(
    fc.record({
      status: fc.constantFrom('archived', 'lost'),
      since: fc.option(fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })),
      reason: fc.option(anyName),
    }),
  ),
});

/** Every text that stands where Slack reads markup: `mrkdwn` objects, and the top-level text. */
export function markupTexts(message: object): string[] {
  const texts: string[] = [];
  JSON.stringify(message, (key, value: unknown) => {
    if (isRecord(value) && value['type'] === 'mrkdwn') texts.push(String(value['text']));
    if (key === '' && isRecord(value) && typeof value['text'] === 'string') texts.push(value['text']);
    return value;
  });
  return texts;
}

/** Ids of people, channels and groups that the message mentions in rich text. */
export function mentions(message: object): string[] {
  const found: string[] = [];
  JSON.stringify(message, (_, value: unknown) => {
    if (
      isRecord(value) &&
      ['user', 'usergroup', 'channel', 'broadcast', 'link', 'team'].includes(String(value['type']))
    ) {
      found.push(String(value['user_id'] ?? value['type']));
    }
    return value;
  });
  return found;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
