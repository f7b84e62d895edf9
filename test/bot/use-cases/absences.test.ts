import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findAbsences } from '../../../bot/store/absences.ts';
import { endAbsence, setAbsence } from '../../../bot/use-cases/absences.ts';
import { listMembers } from '../../../bot/use-cases/list-members.ts';
import { UseCaseError } from '../../../bot/use-cases/use-case-error.ts';
import type { CalendarDate } from '../../../core/calendar-date.ts';
import { describeOnBothDatabases } from '../../support/databases.ts';
import { addMember, as } from '../../support/members.ts';
import { newContext, type TestContext } from '../../support/workspace.ts';

/** Days of March 2026, of which the context's today is the 5th. */
function away(context: TestContext, memberId: string, from: number, to: number, coverId: string | null = null) {
  return setAbsence(context, { memberId, fromOn: march(from), toOn: march(to), coverId });
}

function march(day: number): CalendarDate {
  return `2026-03-${String(day).padStart(2, '0')}` as CalendarDate;
}

async function absencesOf({ db, actor }: TestContext, memberId: string) {
  const found = await findAbsences(db, actor.workspaceId, { memberIds: [memberId], from: march(1) });
  return found.map(({ fromOn, toOn, coverId }) => [Number(fromOn.slice(8)), Number(toOn.slice(8)), coverId]);
}

describeOnBothDatabases('absences', (open) => {
  test('what touches and has the same cover becomes one; what lies within is replaced', async () => {
    const context = await newContext(await open());
    const [a, b, c] = [await addMember(context), await addMember(context), await addMember(context)];
    await away(context, a, 9, 11, b);
    await away(context, a, 12, 13, b);
    await away(context, a, 10, 12, b);
    expect(await absencesOf(context, a)).toEqual([[9, 13, b]]);
    await away(context, a, 16, 17, b);
    await away(context, a, 9, 13, c);
    expect(await absencesOf(context, a)).toEqual([
      [9, 13, c],
      [16, 17, b],
    ]);
    await away(context, a, 14, 15);
    await away(context, a, 8, 18);
    expect(await absencesOf(context, a)).toEqual([[8, 18, null]]);
  });

  test('whatever is set and ended, nobody is away twice on a day, nor covers while away', async () => {
    const db = await open();
    const member = fc.integer({ min: 0, max: 2 });
    const step = fc.record({
      who: member,
      cover: fc.option(member),
      from: fc.integer({ min: 5, max: 16 }),
      days: fc.integer({ min: 0, max: 5 }),
      ends: fc.constantFrom(false, false, false, true),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 10 }), async (steps) => {
        const context = await newContext(db);
        const ids = [await addMember(context), await addMember(context), await addMember(context)];
        const idOf = (index: number) => ids[index] ?? '';
        for (const { who, cover, from, days, ends } of steps) {
          const coverId = cover === null ? null : idOf(cover);
          const act = ends ? endAbsence(context, idOf(who)) : away(context, idOf(who), from, from + days, coverId);
          await act.catch((error: unknown) => expect(error).toBeInstanceOf(UseCaseError));
        }
        const absences = await findAbsences(db, context.actor.workspaceId, { from: march(1) });
        for (const one of absences) {
          const meanwhile = absences.filter(
            (other) => other !== one && other.fromOn <= one.toOn && one.fromOn <= other.toOn,
          );
          const absent = new Set(meanwhile.map(({ memberId }) => memberId));
          expect(absent).not.toContain(one.memberId);
          if (one.coverId !== null) expect(absent).not.toContain(one.coverId);
        }
      }),
      { numRuns: 25 },
    );
  });

  test('another cover for a part of an absence is refused', async () => {
    const context = await newContext(await open());
    const [a, b, c] = [await addMember(context), await addMember(context), await addMember(context)];
    await away(context, a, 9, 13, b);
    await expect(away(context, a, 12, 20, c)).rejects.toMatchObject({
      code: 'absence-overlap',
      detail: '2026-03-09 – 2026-03-13',
    });
    expect(await absencesOf(context, a)).toEqual([[9, 13, b]]);
  });

  test('nobody covers for themselves, nor while away, and who covers does not go away', async () => {
    const context = await newContext(await open());
    const [a, b, c] = [
      await addMember(context, { name: 'Anna' }),
      await addMember(context, { name: 'Bo' }),
      await addMember(context),
    ];
    await expect(away(context, a, 9, 10, a)).rejects.toMatchObject({ code: 'cover-oneself' });
    await away(context, b, 10, 12, c);
    await expect(away(context, a, 9, 10, b)).rejects.toMatchObject({
      code: 'cover-away',
      detail: 'Bo, 2026-03-10 – 2026-03-12',
    });
    await away(context, a, 9, 9, b);
    await expect(away(context, b, 8, 9)).rejects.toMatchObject({ code: 'covers-then', detail: 'Anna, 2026-03-09' });
    // Joined with a neighbour, it would be the cover's absence too.
    await expect(away(context, a, 10, 10, b)).rejects.toMatchObject({ code: 'cover-away' });
  });

  test.each([
    [{ fromOn: march(12), toOn: march(11) }, 'day-order', '2026-03-11'],
    [{ fromOn: march(3), toOn: march(4) }, 'absence-past', '2026-03-05'],
    [{ fromOn: march(5), toOn: '2062-03-05' as CalendarDate }, 'too-many-days', '366'],
    [{ memberId: '01890000-0000-7000-8000-000000000001' }, 'no-such-member', undefined],
    [{ coverId: '01890000-0000-7000-8000-000000000001' }, 'no-such-member', undefined],
  ])('refuses %j', async (wrong, code, detail) => {
    const context = await newContext(await open());
    const memberId = await addMember(context);
    const request = { memberId, fromOn: march(9), toOn: march(10), coverId: null, ...wrong };
    await expect(setAbsence(context, request)).rejects.toMatchObject({ code, ...(detail && { detail }) });
    expect(await absencesOf(context, memberId)).toEqual([]);
  });

  test('ending works today again, or takes the next absence back, and keeps what has been', async () => {
    const context = await newContext(await open());
    const a = await addMember(context);
    context.clock.set('2026-03-02T08:00:00Z');
    await away(context, a, 3, 6);
    await away(context, a, 20, 21);
    context.clock.set('2026-03-05T08:00:00Z');
    expect((await listMembers(context))[0]?.absences.map(({ toOn }) => toOn)).toEqual([march(6), march(21)]);
    await endAbsence(context, a);
    expect(await absencesOf(context, a)).toEqual([
      [3, 4, null],
      [20, 21, null],
    ]);
    await endAbsence(context, a);
    expect(await absencesOf(context, a)).toEqual([[3, 4, null]]);
    expect((await listMembers(context))[0]?.absences).toEqual([]);
    await expect(endAbsence(context, a)).rejects.toMatchObject({ code: 'no-absence' });
  });

  test('is for oneself, one’s manager, and managers', async () => {
    const context = await newContext(await open());
    const lead = await addMember(context);
    const a = await addMember(context, { managerId: lead });
    const other = await addMember(context);
    await away(as(context, a), a, 9, 9);
    await away(as(context, lead), a, 10, 10);
    await away(as(context, other, 'manager'), a, 11, 11);
    await expect(away(as(context, other), a, 12, 12)).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(endAbsence(as(context, other), a)).rejects.toMatchObject({ code: 'not-allowed' });
    expect(await absencesOf(context, a)).toEqual([[9, 11, null]]);
  });
});
