import type { Customer } from '../store/customers.ts';
import { type CurrentGrade, findFacts, findGradingRun, insertGradeChanges, saveGrades } from '../store/grades.ts';
import { newId } from '../store/new-id.ts';
import type { UseCaseContext } from './context.ts';
import { compiledRun } from './show-customer.ts';

/**
 * Grades one customer after a merge, by the cut points of its stage's latest run, and adds to its history when that
 * changes the tier; within the caller's transaction. Undefined when its stage was never graded.
 */
export async function gradeOne(
  context: UseCaseContext,
  customer: Pick<Customer, 'id' | 'stage' | 'ownerId'>,
  before: CurrentGrade | undefined,
): Promise<{ readonly grade: CurrentGrade; readonly changeId: string | null } | undefined> {
  const { db, actor, clock } = context;
  const { workspaceId } = actor;
  const now = clock.now();
  const run = await findGradingRun(db, workspaceId, { latestOf: customer.stage });
  const facts = await findFacts(db, workspaceId, customer.id);
  const compiled = run && (await compiledRun(db, workspaceId, run.id));
  if (run === undefined || facts === undefined || compiled === undefined) return undefined;
  const { status, tier, score } = compiled.compiled.code(facts);
  const isSame = before?.tier === tier && before.status === status;
  const grade: CurrentGrade = {
    customerId: customer.id,
    ownerId: customer.ownerId,
    runId: run.id,
    status,
    tier,
    score,
    tierSince: isSame ? before.tierSince : now,
  };
  await saveGrades(db, workspaceId, [grade]);
  if (isSame) return { grade, changeId: null };
  const change = { id: newId(now), customerId: customer.id, from: before ?? null, to: grade, cause: 'merge' } as const;
  await insertGradeChanges(db, workspaceId, run.id, [change], now);
  return { grade, changeId: change.id };
}
