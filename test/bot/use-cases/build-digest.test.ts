import { expect, test } from 'vitest';
import { archiveCustomer } from '../../../bot/use-cases/archive-customer.ts';
import { buildDigest } from '../../../bot/use-cases/build-digest.ts';
import { openComplaint } from '../../../bot/use-cases/complaints.ts';
import { digestList } from '../../../bot/use-cases/digest-list.ts';
import { gradeCustomers } from '../../../bot/use-cases/grade-customers.ts';
import { importTable } from '../../../bot/use-cases/import-table.ts';
import { logContact } from '../../../bot/use-cases/log-contact.ts';
import { mergeInto } from '../../../bot/use-cases/merge-into.ts';
import { setOverride, withdrawOverride } from '../../../bot/use-cases/override-tier.ts';
import { winProspect } from '../../../bot/use-cases/prospect-ends.ts';
import { reassignCustomer } from '../../../bot/use-cases/reassign-customer.ts';
import { recordSurvey } from '../../../bot/use-cases/record-survey.ts';
import { undoAction } from '../../../bot/use-cases/undo-action.ts';
import { UseCaseError } from '../../../bot/use-cases/use-case-error.ts';
import { useScheme } from '../../../bot/use-cases/use-scheme.ts';
import type { Digest } from '../../../core/digest/digest.ts';
import type { DigestNumber } from '../../../core/digest/digest-number.ts';
import { spendLevel } from '../../../core/schemes/spend-level.ts';
import { describeOnBothDatabases } from '../../support/databases.ts';
import { type DigestWorld, digestWorld } from '../../support/digest-world.ts';
import { tableOf } from '../../support/table-reading.ts';

describeOnBothDatabases('a digest', (open) => {
  test('tells in every part what happened since the digest before, and whom it concerns', async () => {
    const { context, asked, lei, anna } = await digestWorld(await open());
    const digest = await buildDigest(context, asked);
    expect(digest).toMatchObject({
      asOf: '2026-03-06T08:00:00.000Z',
      since: '2026-03-05T09:00:00.000Z',
      currencies: { sales: 'EUR' },
      members: { [lei]: 'Lei', [anna]: 'Anna' },
      customers: 25,
    });
    expect(tiersOf(digest)).toMatchObject({
      'prospect A': [6, 4],
      'customer gold': [4, 4],
      'customer silver': [12, 13],
    });
    const { moves, complaints, overdue = [], dormant, signings, ends, causes, satisfaction, data } = digest;
    expect(moves?.down).toMatchObject({
      count: 1,
      ofBest: 1,
      best: [{ stage: 'customer', tier: 'gold', customers: 1, toCall: 0 }],
      value: 2000,
      into: [{ stage: 'customer', tier: 'silver', customers: 1 }],
      first: [
        { name: 'Buyer 0', isOutOfBest: true, value: 2000, why: { cause: 'override', reason: { kind: 'held' } } },
      ],
    });
    // nobody has called it since October
    expect(moves?.up).toMatchObject({ count: 1, best: [{ toCall: 1 }], first: [{ name: 'Buyer 19' }] });
    // Lei has called two
    expect(overdue.find(({ ownerId, tier }) => ownerId === lei && tier === 'silver')).toMatchObject({
      made: 2,
      customers: 3,
      owed: 6,
    });
    expect(complaints).toMatchObject({
      count: 1,
      late: 1,
      first: [{ name: 'Buyer 3', isLate: true, cause: 'delivery' }],
    });
    expect(dormant).toMatchObject({ count: 11, fresh: 0 });
    expect(dormant?.first[0]).toMatchObject({ name: 'Buyer 19', tier: 'gold', since: '2025-10-01' });
    expect(signings?.months).toMatchObject([
      { month: '2026-03', ownerId: anna, prospects: 1, amount: 2000 },
      { month: '2026-03', ownerId: lei, prospects: 1, amount: 1000 },
      { month: '2026-05', ownerId: anna, prospects: 1, amount: 4000 },
      { month: '2026-05', ownerId: lei, prospects: 1, amount: 3000 },
    ]);
    expect(ends).toMatchObject({
      won: { count: 1, amount: 1000, currency: 'EUR', first: [{ name: 'Prospect 4', ownerId: lei }] },
      lost: { count: 1, first: [{ name: 'Prospect 5', reason: 'chose another vendor' }] },
    });
    expect(causes).toEqual([{ cause: 'delivery', complaints: 2 }]);
    expect(satisfaction).toEqual({ results: 2, average: 3.5, low: 1, before: null });
    expect(data).toContainEqual({ code: 'without-owner', customers: 2, before: 2 });
  });

  test('as of a moment is the same whatever happens afterwards', async () => {
    const world = await digestWorld(await open());
    const { context, asked } = world;
    const then = await allOf(world);
    const daily = await buildDigest(context, { ...asked, edition: 'daily', isFull: false });
    await happenLater(world);
    expect(await allOf(world)).toEqual(then);
    expect(await buildDigest(context, { ...asked, edition: 'daily', isFull: false })).toEqual(daily);
    const later = { ...asked, asOf: context.clock.now(), since: asked.asOf };
    // what happened is in the next one
    expect(await buildDigest(context, later)).not.toMatchObject({ customers: then.full.customers });
  });

  test('has as many customers behind each number as it says', async () => {
    const { context, asked } = await digestWorld(await open());
    const digest = await buildDigest(context, asked);
    for (const [number, says] of numbersOf(digest)) {
      const { total } = await digestList(context, { ...asked, number, skip: 0, limit: 1 });
      expect([number, total]).toEqual([number, says]);
    }
  });

  test('gives lists page by page, and a page beyond the end is empty', async () => {
    const { context, asked } = await digestWorld(await open());
    const number: DigestNumber = { part: 'overdue' };
    const all = await digestList(context, { ...asked, number, skip: 0, limit: 100 });
    const pages = [];
    for (let skip = 0; skip < all.total + 5; skip += 5) {
      pages.push(await digestList(context, { ...asked, number, skip, limit: 5 }));
    }
    expect(pages.flatMap(({ entries }) => entries)).toEqual(all.entries);
    expect(pages.at(-1)).toMatchObject({ total: all.total, entries: [] });
    const [first] = all.entries;
    expect(first?.about).toMatchObject({ kind: 'overdue' });
  });

  test('of parts of a team adds up to that of the team', async () => {
    const { context, asked, lei, anna } = await digestWorld(await open());
    const [both, ofLei, ofAnna] = await Promise.all(
      [[lei, anna], [lei], [anna]].map(async (repIds) => buildDigest(context, { ...asked, repIds })),
    );
    if (both === undefined || ofLei === undefined || ofAnna === undefined) throw new Error('Three were made.');
    expect(ofLei.customers + ofAnna.customers).toBe(both.customers);
    for (const [place, [before, now]] of Object.entries(tiersOf(both))) {
      const parts = [ofLei, ofAnna].map((digest): [number, number] => tiersOf(digest)[place] ?? [0, 0]);
      expect([place, sum(parts.map(([were]) => were)), sum(parts.map(([, are]) => are))]).toEqual([place, before, now]);
    }
    const byPlace = (digest: Digest) => [...(digest.overdue ?? [])].map((each) => JSON.stringify(each)).toSorted();
    expect([...byPlace(ofLei), ...byPlace(ofAnna)].toSorted()).toEqual(byPlace(both));
    expect((ofLei.complaints?.count ?? 0) + (ofAnna.complaints?.count ?? 0)).toBe(both.complaints?.count);
    expect((ofLei.dormant?.count ?? 0) + (ofAnna.dormant?.count ?? 0)).toBe(both.dormant?.count);
  });

  test('of a day on which nothing happened tells nothing but what is overdue', async () => {
    const { context, asked } = await digestWorld(await open());
    const quiet = await buildDigest(context, {
      ...asked,
      edition: 'daily',
      isFull: false,
      since: asked.asOf,
      asOf: new Date('2026-03-06T08:00:30Z'),
    });
    const { complaints, overdue = [], ...rest } = quiet;
    expect(complaints).toMatchObject({ late: 1 });
    expect(overdue.length).toBeGreaterThan(0);
    const { tiers, moves, capacity, dormant, signings, ends, causes, satisfaction, data } = rest;
    const told = { tiers, moves, capacity, dormant, signings, ends, causes, satisfaction, data };
    expect(Object.values(told).filter((part) => part !== undefined)).toEqual([]);
  });

  test('of a day before the book’s history is refused with the first day of it', async () => {
    const { context, asked } = await digestWorld(await open());
    const before = buildDigest(context, { ...asked, asOf: new Date('2026-03-01T08:00:00Z') });
    await expect(before).rejects.toThrow(new UseCaseError('before-history', '2026-03-05'));
    const first = await buildDigest(context, { ...asked, since: new Date('2026-03-01T08:00:00Z') });
    expect(first).toMatchObject({ since: null });
    expect(first.tiers?.every((count) => count.before === null)).toBe(true);
    expect(first.moves).toBeUndefined();
  });
});

/** Every list in full, and the digest. */
async function allOf({ context, asked }: DigestWorld) {
  const full = await buildDigest(context, asked);
  const lists = [];
  for (const [number] of numbersOf(full)) {
    const { entries, total } = await digestList(context, { ...asked, number, skip: 0, limit: 50 });
    // points are those of today where the grade still is that of the moment
    const told = entries.map((entry) => ({ ...entry, about: { ...entry.about, score: null } }));
    lists.push({ number, total, told });
  }
  return { full, lists };
}

async function happenLater({ context, anna, boss, id, answeredId, loggedId }: DigestWorld): Promise<void> {
  context.clock.set('2026-03-06T08:02:00Z');
  await undoAction(context, answeredId);
  await undoAction(context, loggedId);
  context.clock.set('2026-03-06T09:00:00Z');
  await logContact(boss, { customerId: await id('7'), method: 'phone', outcome: 'reached', source: 'cli' });
  await openComplaint(context, { customerId: await id('3'), channel: 'email', cause: 'price' });
  await recordSurvey(context, { customerId: await id('3'), score: 1 });
  await withdrawOverride(context, await id('0'));
  await setOverride(context, { customerId: await id('1'), tier: 'bronze', reason: 'pays late' });
  await reassignCustomer(boss, { customerId: await id('2'), toMemberId: anna });
  await archiveCustomer(context, { customerId: await id('5'), reason: 'closed down' });
  await mergeInto(context, { keptId: await id('2'), goneId: await id('3') });
  await winProspect(context, { customerId: await id('P0'), amount: '7,000', currency: 'EUR' });
  await importTable(context, tableOf({ key: '11', name: 'Buyer 11', salesAmount: 90_000, orders: 90 }));
  context.clock.set('2026-03-07T09:00:00Z');
  await gradeCustomers(context);
  await useScheme(context, spendLevel, 'customers');
  context.clock.set('2026-03-09T09:00:00Z');
}

/** Every number that leads to a list, with what the digest says. */
function numbersOf(digest: Digest): [DigestNumber, number | undefined][] {
  const {
    tiers = [],
    moves,
    overdue = [],
    complaints,
    dormant,
    signings,
    ends,
    causes = [],
    satisfaction,
    data = [],
  } = digest;
  const prospects = (month?: string) =>
    sum(
      (signings?.months ?? [])
        .filter((each) => month === undefined || each.month === month)
        .map((each) => each.prospects),
    );
  return [
    ...tiers.map(({ stage, tier, status, customers }): [DigestNumber, number] => [
      { part: 'tiers', stage, tier, status },
      customers,
    ]),
    [{ part: 'moves', direction: 'up' }, moves?.up.count],
    [{ part: 'moves', direction: 'down' }, moves?.down.count],
    [{ part: 'moves', direction: 'down', ofBest: true }, moves?.down.ofBest],
    [{ part: 'tier-moves', direction: 'down' }, moves?.down.count],
    ...(moves?.down.first ?? []).flatMap(({ from, to }): [DigestNumber, number][] => {
      const alike = (moves?.down.first ?? []).filter(
        (move) => move.from.tier === from.tier && move.to.tier === to.tier,
      );
      if (from.tier === null || to.tier === null) return [];
      return [[{ part: 'tier-moves', direction: 'down', from: from.tier, to: to.tier }, alike.length]];
    }),
    [{ part: 'overdue' }, sum(overdue.map(({ customers }) => customers))],
    ...overdue.flatMap(({ stage, tier, ownerId, customers }): [DigestNumber, number][] =>
      ownerId === null || tier === null ? [] : [[{ part: 'overdue', stage, tier, repId: ownerId }, customers]],
    ),
    [{ part: 'complaints' }, complaints?.count],
    [{ part: 'dormant' }, dormant?.count],
    [{ part: 'signings' }, prospects()],
    [{ part: 'signings', month: '2026-03' }, prospects('2026-03')],
    [{ part: 'signings', month: '2026-05' }, prospects('2026-05')],
    [{ part: 'ends', outcome: 'won' }, ends?.won.count],
    [{ part: 'ends', outcome: 'lost' }, ends?.lost.count],
    [{ part: 'causes' }, sum(causes.map(({ complaints: each }) => each))],
    ...causes.map(({ cause, complaints: each }): [DigestNumber, number] => [{ part: 'causes', cause }, each]),
    [{ part: 'satisfaction' }, satisfaction?.results],
    ...data.map(({ code, customers }): [DigestNumber, number] => [{ part: 'data', code }, customers]),
  ];
}

/** Customers before and now by stage and place. */
function tiersOf({ tiers = [] }: Digest): Record<string, [number, number]> {
  return Object.fromEntries(
    tiers.map(({ stage, tier, status, before, customers }) => [`${stage} ${tier ?? status}`, [before ?? 0, customers]]),
  );
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, each) => all + each, 0);
}
