import { expect, test } from 'vitest';
import { countRepBook } from '../../../bot/store/count-rep-book.ts';
import { countBook, type DigestReach } from '../../../bot/store/digest-book.ts';
import { countBookChanges } from '../../../bot/store/digest-moves.ts';
import { intervalsOf } from '../../../bot/use-cases/digest-basis.ts';
import { serviceLevels } from '../../../core/follow-ups/service-levels.ts';
import { medal } from '../../../core/schemes/medal.ts';
import { salesPipeline } from '../../../core/schemes/sales-pipeline.ts';
import { describeOnBothDatabases } from '../../support/databases.ts';
import { digestWorld } from '../../support/digest-world.ts';
import { day } from '../../support/follow-up-rows.ts';

const LEVELS = {
  both: serviceLevels({ prospects: salesPipeline, customers: medal }),
  // as where a scheme is in use that has other tiers than the book
  'of prospects': serviceLevels({ prospects: salesPipeline, customers: undefined }),
  none: serviceLevels({ prospects: undefined, customers: undefined }),
};
/** When nothing had happened yet, between two things that happened, and afterwards. */
const MOMENTS = ['2026-03-05T09:00:00Z', '2026-03-05T10:00:00Z', '2026-03-06T07:58:30Z', '2026-12-09T08:00:00Z'];

describeOnBothDatabases('a rep’s book in one statement', (open) => {
  test('has the counts and the changes that a digest has, as of any moment', async () => {
    const { anna, context, lei } = await digestWorld(await open());
    const { db, actor } = context;
    const seen = { overdue: 0, changes: 0, counts: 0 };
    for (const repId of [lei, anna]) {
      for (const [index, at] of MOMENTS.entries()) {
        for (const before of [undefined, ...MOMENTS.slice(0, index)]) {
          const since = before === undefined ? null : new Date(before);
          const reach: DigestReach = { workspaceId: actor.workspaceId, repIds: [repId], asOf: new Date(at), since };
          for (const levels of Object.values(LEVELS)) {
            const counted = { date: day(at.slice(0, 10)), intervals: intervalsOf({ levels }), days: 400 };
            const { changes, counts } = await countRepBook(db, reach, counted);
            const asDigest = await countBook(db, { ...reach, since: null }, { ...counted, withMade: false });
            expect(sorted(counts)).toEqual(sorted(asDigest));
            const changed = since === null ? null : await countBookChanges(db, { ...reach, since });
            expect(changes && sorted(changes.transitions)).toEqual(changed && sorted(changed.transitions));
            expect(changes && sorted(changes.arrivals)).toEqual(changed && sorted(changed.arrivals));
            seen.counts += counts.length;
            seen.overdue += counts.reduce((sum, { owed }) => sum + owed, 0);
            seen.changes += changed?.transitions.length ?? 0;
          }
        }
      }
    }
    expect(Object.values(seen).every((count) => count > 0)).toBe(true);
  });
});

function sorted<T>(rows: readonly T[]): T[] {
  return rows.toSorted((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
}
