import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { importSamples, readSamples } from '../../../bot/local/import-samples.ts';
import { LOCAL_USERS } from '../../../bot/local/local-members.ts';
import { samplePurchases } from '../../../bot/local/sample-purchases.ts';
import { planRepDay } from '../../../bot/use-cases/plan-rep-day.ts';
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
  test('shows every stage of life but one, and every RFM label, at once', async () => {
    const context = await newContext(await open());
    await importSamples(context, WRITTEN);
    const { rows } = await sql<{ segment: string; label: string }>`
      select distinct segment, label from customer_segment where workspace_id = ${context.actor.workspaceId}
    `.execute(context.db);
    const labels = (segment: string) => rows.filter((row) => row.segment === segment).map(({ label }) => label);
    expect(labels('lifecycle').toSorted()).toEqual(['dormant', 'existing', 'lost', 'new', 'repeat']);
    expect(labels('rfm')).toHaveLength(11);
    const { grade, grade_change: changes } = await contentsOf(context, ['grade', 'grade_change']);
    expect(changes).toHaveLength(grade?.length ?? 0);
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
    expect(day.carriedOverCount).toBeLessThan(15);
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
