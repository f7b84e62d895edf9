import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { importSamples, readSamples } from '../../../bot/local/import-samples.ts';
import { LOCAL_USERS } from '../../../bot/local/local-members.ts';
import { samplePurchases } from '../../../bot/local/sample-purchases.ts';
import { bookAt, findHistoryFrom } from '../../../bot/store/book-at.ts';
import { planRepDay } from '../../../bot/use-cases/plan-rep-day.ts';
import { removeSamples } from '../../../bot/use-cases/remove-samples.ts';
import { addDays, type CalendarDate, calendarDate } from '../../../core/calendar-date.ts';
import { compileScheme } from '../../../core/grading/compile-scheme.ts';
import { fitScheme } from '../../../core/grading/fit-scheme.ts';
import { accountValue } from '../../../core/schemes/account-value.ts';
import { nextTierText } from '../../../core/text/grading-text.ts';
import type { Language } from '../../../core/text/language.ts';
import { describeOnBothDatabases } from '../../support/databases.ts';
import { addMember } from '../../support/members.ts';
import { contentsOf, newContext } from '../../support/workspace.ts';

const WRITTEN = calendarDate(2026, 11, 20) as CalendarDate;

async function gradedSamples(today: CalendarDate) {
  const { records } = await readSamples(today);
  const facts = records.map((record) => record.facts);
  const compiled = compileScheme(fitScheme(accountValue, facts, { asOf: today }));
  return { records, compiled, grades: facts.map((each) => compiled.grade(each)) };
}

describe('the sample purchases', () => {
  const bought = async (today: CalendarDate) => samplePurchases((await readSamples(today)).records, today).records;

  test('are a few hundred, of most customers, and add up to about the sales in their table', async () => {
    const { records } = await readSamples(WRITTEN);
    const purchases = samplePurchases(records, WRITTEN);
    expect(purchases.problems).toEqual([]);
    expect(purchases.records.length).toBeGreaterThan(500);
    expect(purchases.records.length).toBeLessThan(2000);
    const byCustomer = Map.groupBy(purchases.records, ({ facts }) => facts.values['key']);
    expect(byCustomer.size).toBeGreaterThan(0.75 * records.length);
    expect(byCustomer.size).toBeLessThan(0.95 * records.length);
    for (const { facts } of records) {
      const { key, salesAmount } = facts.values;
      const lines = byCustomer.get(key);
      if (lines === undefined || typeof salesAmount !== 'number') continue;
      const total = lines.reduce((sum, line) => sum + Number(line.facts.values['purchaseAmount']), 0);
      expect(total / salesAmount).toBeGreaterThan(0.4);
      expect(total / salesAmount).toBeLessThan(1.5);
    }
  });

  test('are the same every time, as fresh as the customers are', async () => {
    const then = await bought(WRITTEN);
    expect(await bought(WRITTEN)).toEqual(then);
    const later = await bought(addDays(WRITTEN, 1000));
    const dayOf = (record: (typeof then)[number]) => record.facts.values['purchaseDate'] as CalendarDate;
    expect(later.map(dayOf)).toEqual(then.map((record) => addDays(dayOf(record), 1000)));
    expect(then.every((record) => dayOf(record) <= WRITTEN)).toBe(true);
  });
});

describeOnBothDatabases('a workspace with samples', (open) => {
  test('shows every stage of life, and every RFM label, at once', async () => {
    const context = await newContext(await open());
    await importSamples(context, WRITTEN);
    const { rows } = await sql<{ segment: string; label: string }>`
      select distinct segment, label from customer_segment where workspace_id = ${context.actor.workspaceId}
    `.execute(context.db);
    const labels = (segment: string) => rows.filter((row) => row.segment === segment).map(({ label }) => label);
    expect(labels('lifecycle').toSorted()).toEqual(['dormant', 'existing', 'lost', 'new', 'prospect', 'repeat']);
    expect(labels('rfm')).toHaveLength(11);
  });
});

describeOnBothDatabases('the samples’ history', (open) => {
  const annasDay = async (today: CalendarDate) => {
    const context = await newContext(await open());
    context.clock.set(`${today}T08:00:00Z`);
    const memberId = await addMember(context, { name: 'Anna Berg' });
    await importSamples(context, today);
    return { context, day: await planRepDay(context, { memberId }) };
  };

  test('gives Anna a full day at once: a complaint, promises, some who are late, and some who are carried over', async () => {
    const { context, day } = await annasDay(WRITTEN);
    const reasons = new Set(day.today.flatMap((contact) => contact.reasons.map(({ code }) => code)));
    expect([...reasons]).toEqual(expect.arrayContaining(['complaint', 'promised', 'overdue']));
    expect(day.today.length).toBeGreaterThan(5);
    expect(day.plannedMinutes).toBeGreaterThan(400);
    expect(day.carriedOverCount).toBeGreaterThan(0);
    expect(day.carriedOverCount).toBeLessThan(20);
    expect(day.paused).toBe(1);
    const { interaction: contacts = [] } = await contentsOf(context, ['interaction']);
    expect(contacts.length).toBeGreaterThan(300);
  });

  test('is the same every time, as fresh as the customers are', async () => {
    const shown = async (today: CalendarDate) => {
      const { day } = await annasDay(today);
      // in no order: of two that are due alike the one with the lower id comes first
      return [...day.today, ...day.carriedOver].map(({ name, method }) => `${name} ${method}`).toSorted();
    };
    const then = await shown(WRITTEN);
    expect(await shown(WRITTEN)).toEqual(then);
    // so many whole weeks later, so that weekends are where they were
    expect(await shown(addDays(WRITTEN, 700))).toEqual(then);
  });
});

describeOnBothDatabases('the samples’ past', (open) => {
  const fill = async () => {
    const context = await newContext(await open());
    context.clock.set(`${WRITTEN}T08:00:00Z`);
    await sql`update workspace set created_at = ${context.clock.now()} where id = ${context.actor.workspaceId}`.execute(
      context.db,
    );
    await addMember(context, { name: 'Anna Berg' });
    await addMember(context, { name: '陈磊' });
    await importSamples(context, WRITTEN);
    const daysAgo = (days: number) => new Date(context.clock.now().getTime() - days * 86_400_000);
    return { context, daysAgo, workspaceId: context.actor.workspaceId };
  };
  // once for all, since it takes its time; the last test takes the samples away
  let workspace: ReturnType<typeof fill> | undefined;
  const filled = () => {
    workspace ??= fill();
    return workspace;
  };

  test('reaches back five months, and ends where the book stands', async () => {
    const { context, daysAgo, workspaceId } = await filled();
    expect(await findHistoryFrom(context.db, workspaceId)).toEqual(daysAgo(150));
    const at = async (moment: Date) =>
      (
        await sql<{ customers: number; overdue: number; twice: number }>`
          select count(*)::int as customers, (count(*) - count(distinct customer_id))::int as twice,
            (count(*) filter (where owed_on < ${moment}::date))::int as overdue
          from ${bookAt(workspaceId, moment)} b`.execute(context.db)
      ).rows[0];
    expect(await at(daysAgo(151))).toMatchObject({ customers: 0 });
    for (const days of [140, 100, 60, 30, 7, 1, 0]) {
      const { customers, overdue, twice } = (await at(daysAgo(days))) ?? { customers: 0, overdue: 0, twice: 0 };
      expect(customers).toBeGreaterThan(280);
      expect(twice).toBe(0);
      expect(overdue).toBeGreaterThan(0);
      expect(overdue / customers).toBeLessThan(0.25);
    }
    const { rows } = await sql<{ same: boolean }>`
      select f.owed_on is not distinct from b.owed_on and f.tier is not distinct from b.tier as same
      from follow_up f left join ${bookAt(workspaceId, context.clock.now())} b on b.customer_id = f.customer_id
      where f.workspace_id = ${workspaceId}`.execute(context.db);
    expect(rows.every(({ same }) => same)).toBe(true);
  });

  test('has somebody fall out of the best tier and somebody rise into it since yesterday, and others in the months before', async () => {
    const { context, daysAgo, workspaceId } = await filled();
    const { rows } = await sql<{ from: string; to: string; at: Date; cause: string }>`
      select from_tier as "from", to_tier as "to", changed_at as at, cause from grade_change
      where workspace_id = ${workspaceId} and cause not in ('first', 'hold') and from_tier is not null
        and to_tier is not null`.execute(context.db);
    const since = rows.filter(({ at }) => at > daysAgo(1));
    expect(since.filter(({ from }) => from === 'A').length).toBeGreaterThan(1);
    expect(since.filter(({ to }) => to === 'A').length).toBeGreaterThan(1);
    expect(new Set(rows.map(({ at }) => at.getTime())).size).toBeGreaterThan(4);
    expect(rows.filter(({ cause }) => cause === 'facts').length / rows.length).toBeGreaterThan(0.7);
  });

  test('has prospects to sign in the next months, some that ended, complaints of several causes and surveys', async () => {
    const { context, daysAgo } = await filled();
    const tables = ['follow_up', 'prospect_end', 'complaint', 'survey_result', 'tier_override'];
    const contents = await contentsOf(context, tables);
    const rows = (table: string) => (contents[table] ?? []) as Record<string, string | null>[];
    const signing = rows('follow_up').filter(({ tier, expected_on: on }) => tier === 'A' && on !== null);
    expect(new Set(signing.map((row) => row['owner_id'])).size).toBe(2);
    expect(new Set(signing.map((row) => row['expected_on']?.slice(0, 7))).size).toBeGreaterThan(2);
    expect(rows('prospect_end').map((row) => row['outcome'])).toEqual(expect.arrayContaining(['won', 'lost']));
    // who signed is graded as a customer in the moment in which it becomes one
    const { rows: signed } = await sql<{ status: string }>`
      select b.status from ${bookAt(context.actor.workspaceId, daysAgo(0.2))} b
      join prospect_end e on e.workspace_id = ${context.actor.workspaceId} and e.customer_id = b.customer_id`.execute(
      context.db,
    );
    expect(signed.map(({ status }) => status)).toEqual(['review', 'review', 'review']);
    const ended = rows('prospect_end').filter((row) => new Date(row['recorded_at'] ?? '') > daysAgo(1));
    expect(ended).toHaveLength(2);
    const late = rows('complaint').filter(
      (row) => row['answered_at'] === null && new Date(row['answer_by'] ?? '') < context.clock.now(),
    );
    expect(late).toHaveLength(1);
    expect(new Set(rows('complaint').map((row) => row['cause'])).size).toBeGreaterThan(3);
    expect(rows('survey_result').length).toBeGreaterThan(10);
    expect(rows('tier_override')).toHaveLength(1);
  });

  test('goes with the samples, and leaves the workspace as it was', async () => {
    const { context, workspaceId } = await filled();
    await removeSamples(context);
    const tables = ['customer', 'follow_up', 'book_history', 'grade', 'grade_change', 'grading_run', 'interaction'];
    const service = ['complaint', 'survey_result', 'prospect_end', 'purchase', 'tier_override'];
    for (const rows of Object.values(await contentsOf(context, [...tables, ...service]))) expect(rows).toEqual([]);
    expect(await findHistoryFrom(context.db, workspaceId)).toEqual(context.clock.now());
  });
});

describe('the sample customers', () => {
  test('are about 300, bilingual, with a few cells that only a person can mend', async () => {
    const { records, problems } = await readSamples(WRITTEN);
    expect(records.length).toBeGreaterThan(280);
    const names = records.map(({ facts }) => String(facts.values['name']));
    expect(names.filter((name) => /\p{Script=Han}/u.test(name)).length).toBeGreaterThan(100);
    expect(names.filter((name) => /^[A-Z]/.test(name)).length).toBeGreaterThan(50);
    expect(problems.filter((problem) => problem.code === 'unreadable')).toHaveLength(4);
    expect(problems.filter((problem) => problem.severity === 'error')).toEqual([]);
  });

  test('belong to people of the local workspace', async () => {
    const { records } = await readSamples(WRITTEN);
    const owners = new Set(records.map(({ facts }) => facts.values['owner']));
    const people = new Set<unknown>(LOCAL_USERS.map((user) => user.realName));
    expect([...owners].filter((owner) => !people.has(owner))).toEqual([]);
    expect(owners.size).toBeGreaterThan(1);
  });

  test('spread over all tiers', async () => {
    const { grades } = await gradedSamples(WRITTEN);
    for (const tier of ['A', 'B', 'C', 'D']) {
      expect(grades.filter((grade) => grade.tier === tier).length).toBeGreaterThan(15);
    }
  });

  test.each<[Language, string]>([
    ['en', 'Payment collection 91 % → 95 %: B → A'],
    ['zh-CN', '回款率 91% → 95%：B → A'],
    ['zh-TW', '回款率 91% → 95%：B → A'],
  ])('hold a customer that better payment alone would lift, said in %s', async (language, sentence) => {
    const { records, compiled } = await gradedSamples(WRITTEN);
    const acme = records.find(({ facts }) => facts.values['name'] === 'Acme Ltd');
    const next = acme === undefined ? null : compiled.nextTier(acme.facts);
    expect(next && nextTierText(next, 'B', compiled.fitted, language)).toBe(sentence);
  });

  test('stay as fresh as on the day they were written', async () => {
    const later = addDays(WRITTEN, 1000);
    const [then, now] = [await gradedSamples(WRITTEN), await gradedSamples(later)];
    expect(now.grades.map((grade) => grade.tier)).toEqual(then.grades.map((grade) => grade.tier));
    const lastContact = then.records[0]?.facts.values['lastContact'] as CalendarDate;
    expect(now.records[0]?.facts.values['lastContact']).toBe(addDays(lastContact, 1000));
  });
});
