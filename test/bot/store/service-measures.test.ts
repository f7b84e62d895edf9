import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Complaint, insertComplaint, saveComplaint } from '../../../bot/store/complaints.ts';
import type { Database } from '../../../bot/store/database.ts';
import { readGradingColumns } from '../../../bot/store/grading-columns.ts';
import { findFacts, readGradingSubjects } from '../../../bot/store/grading-subjects.ts';
import { json } from '../../../bot/store/json-column.ts';
import { newId } from '../../../bot/store/new-id.ts';
import { findServiceMeasures, refreshServiceMeasures } from '../../../bot/store/service-measures.ts';
import { insertSurvey, undoSurvey } from '../../../bot/store/surveys.ts';
import { addDays, type CalendarDate, calendarDate } from '../../../core/calendar-date.ts';
import type { FactValue } from '../../../core/customer.ts';
import { factsAt } from '../../../core/grading/customer-columns.ts';
import { SERVICE_FACTS } from '../../../core/service-measures.ts';
import { describeOnBothDatabases } from '../../support/databases.ts';
import { storeCustomers } from '../../support/stored-customers.ts';

const NOW = new Date('2026-03-05T08:00:00Z');
const TODAY = calendarDate(2026, 3, 5) ?? expect.fail();

function complaint(customerId: string, part: Partial<Complaint> = {}): Complaint {
  return {
    id: newId(NOW),
    customerId,
    channel: 'phone',
    cause: 'delivery',
    description: null,
    openedBy: null,
    openedAt: NOW,
    answerBy: NOW,
    answeredBy: null,
    answeredAt: null,
    closedBy: null,
    closedAt: null,
    resolution: null,
    undoneAt: null,
    ...part,
  };
}

function survey(customerId: string, score: number, surveyedOn: CalendarDate, stated: FactValue | null = null) {
  return { id: newId(NOW), customerId, memberId: null, surveyedOn, score, comment: null, stated, recordedAt: NOW };
}

async function state(db: Database, workspaceId: string, id: string, values: Record<string, FactValue>): Promise<void> {
  const facts = json({ values });
  await db
    .updateTable('customer')
    .set({ facts })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .execute();
}

describeOnBothDatabases('service measures', (open) => {
  test('count the complaints of 12 months, the open ones of all time, and take the latest survey', async () => {
    const db = await open();
    const { workspaceId, ids } = await storeCustomers(db, [{ name: 'Ames' }, { name: 'Nobody' }]);
    const [ames = '', nobody = ''] = ids;
    const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000);
    const closed = { closedAt: NOW };
    await insertComplaint(db, workspaceId, complaint(ames));
    await insertComplaint(db, workspaceId, complaint(ames, { ...closed, openedAt: daysAgo(364) }));
    await insertComplaint(db, workspaceId, complaint(ames, { ...closed, openedAt: daysAgo(366) }));
    await insertComplaint(db, workspaceId, complaint(ames, { openedAt: daysAgo(400), answeredAt: NOW }));
    await insertComplaint(db, workspaceId, complaint(ames, { undoneAt: NOW }));
    await insertSurvey(db, workspaceId, survey(ames, 2, addDays(TODAY, -1), 0.9));
    await insertSurvey(db, workspaceId, survey(ames, 5, addDays(TODAY, -2)));
    expect(await refreshServiceMeasures(db, workspaceId, TODAY)).toBe(true);
    expect(await refreshServiceMeasures(db, workspaceId, TODAY)).toBe(false);
    expect(await refreshServiceMeasures(db, workspaceId, TODAY, [ames])).toBe(false);
    const measures = await findServiceMeasures(db, workspaceId, ids);
    expect(measures.get(ames)).toEqual({
      complaints: 2,
      openComplaints: 2,
      satisfaction: 0.4,
      satisfactionStated: 0.9,
    });
    expect(measures.has(nobody)).toBe(false);
  });

  test('go when what they were found from is taken back', async () => {
    const db = await open();
    const { workspaceId, ids } = await storeCustomers(db, [{ name: 'Ames' }]);
    const [ames = ''] = ids;
    const opened = complaint(ames);
    const asked = survey(ames, 3, TODAY);
    await insertComplaint(db, workspaceId, opened);
    await insertSurvey(db, workspaceId, asked);
    await refreshServiceMeasures(db, workspaceId, TODAY, ids);
    await saveComplaint(db, workspaceId, opened.id, { ...opened, undoneAt: NOW });
    expect(await undoSurvey(db, workspaceId, asked.id, NOW)).toBe(true);
    expect(await undoSurvey(db, workspaceId, asked.id, NOW)).toBe(false);
    expect(await refreshServiceMeasures(db, workspaceId, TODAY, ids)).toBe(true);
    expect(await findServiceMeasures(db, workspaceId, ids)).toEqual(new Map());
  });

  test('of a customer that was merged into another are that one’s', async () => {
    const db = await open();
    const { workspaceId, ids } = await storeCustomers(db, [{ name: 'Ames' }, { name: 'Ames old' }]);
    const [kept = '', gone = ''] = ids;
    await insertComplaint(db, workspaceId, complaint(kept));
    await insertComplaint(db, workspaceId, complaint(gone));
    await insertSurvey(db, workspaceId, survey(gone, 4, TODAY));
    await db.updateTable('customer').set({ merged_into: kept }).where('id', '=', gone).execute();
    await refreshServiceMeasures(db, workspaceId, TODAY, [kept]);
    expect(await findServiceMeasures(db, workspaceId, ids)).toEqual(
      new Map([[kept, { complaints: 2, openComplaints: 2, satisfaction: 0.8 }]]),
    );
  });

  test('are the same facts however they are read', async () => {
    const db = await open();
    const value = fc.constantFrom<FactValue | undefined>(undefined, 0, 2, 0.8, true, false, 'none', 'high');
    const one = fc.record({
      complaints: value,
      openComplaints: value,
      satisfaction: value,
      logged: fc.integer({ min: 0, max: 2 }),
      score: fc.option(fc.integer({ min: 1, max: 5 })),
      statedThen: fc.constantFrom<FactValue | null>(null, 0.8, 2),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(one, { minLength: 1, maxLength: 6 }), async (customers) => {
        const { workspaceId, ids } = await storeCustomers(
          db,
          customers.map((_, at) => ({ name: `Customer ${at}` })),
        );
        for (const [at, { logged, score, statedThen, ...stated }] of customers.entries()) {
          const id = ids[at] ?? '';
          const values = Object.entries(stated).filter((entry): entry is [string, FactValue] => entry[1] !== undefined);
          await state(db, workspaceId, id, Object.fromEntries(values));
          for (let count = 0; count < logged; count += 1) await insertComplaint(db, workspaceId, complaint(id));
          if (score !== null) await insertSurvey(db, workspaceId, survey(id, score, TODAY, statedThen));
        }
        await refreshServiceMeasures(db, workspaceId, TODAY);
        const wanted = [...SERVICE_FACTS];
        const byColumns = new Map<string, unknown>();
        for await (const { columns, idAt } of readGradingColumns(db, workspaceId, 'customer', wanted)) {
          for (let place = 0; place < columns.size; place += 1)
            byColumns.set(idAt(place), factsAt(columns, place, wanted).values);
        }
        const bySubjects = new Map<string, unknown>();
        for await (const part of readGradingSubjects(db, workspaceId, 'customer', wanted))
          for (const { id, facts } of part) bySubjects.set(id, facts.values);
        expect(byColumns).toEqual(bySubjects);
        for (const id of ids) {
          const { customerStage: _, ...values } = (await findFacts(db, workspaceId, id))?.values ?? {};
          expect(values).toEqual(bySubjects.get(id));
        }
      }),
      { numRuns: 25, seed: 8 },
    );
  });
});
