import { valuesRead } from '../../core/grading/stabilise.ts';
import type { Customer } from '../store/customers.ts';
import { lockFollowUps } from '../store/follow-ups.ts';
import { type CurrentGrade, findGradingRun, insertGradeChanges, saveGrades } from '../store/grades.ts';
import { findFacts, onlyFacts } from '../store/grading-subjects.ts';
import type { GradeChangeCause } from '../store/grading-tables.ts';
import { newId } from '../store/new-id.ts';
import { findOverrides } from '../store/overrides.ts';
import type { UseCaseContext } from './context.ts';
import { refreshFollowUps } from './refresh-follow-ups.ts';
import { compiledRun } from './run-in-force.ts';
import { gradeSettler, isHeldOtherwise } from './settle-grade.ts';

/**
 * Grades one customer after something happened to it alone, by the cut points of its stage's latest run, and adds to its history when that
 * changes the tier; within the caller's transaction. Undefined when its stage was never graded, and for an archived or lost
 * customer, which has no grade.
 */
export async function gradeOne(
  context: UseCaseContext,
  customer: Pick<Customer, 'id' | 'stage' | 'ownerId' | 'status'>,
  before: CurrentGrade | undefined,
  cause: GradeChangeCause = 'merge',
): Promise<{ readonly grade: CurrentGrade; readonly changeId: string | null } | undefined> {
  const { db, actor, clock } = context;
  const { workspaceId } = actor;
  const now = clock.now();
  if (customer.status !== 'active') return undefined;
  // before the grade: whoever gives the customer to somebody else has locked it when the grade follows
  await lockFollowUps(db, workspaceId, [customer.id]);
  const run = await findGradingRun(db, workspaceId, { latestOf: customer.stage });
  const facts = await findFacts(db, workspaceId, customer.id);
  const compiled = run && (await compiledRun(db, workspaceId, run.id));
  if (run === undefined || facts === undefined || compiled === undefined) return undefined;
  const [override] = await findOverrides(db, workspaceId, { customerId: customer.id });
  const settled = gradeSettler(compiled.compiled, cause !== 'stage')(facts, before, override?.tier);
  const { status, tier, score } = settled;
  const isSame = before?.tier === tier && before.status === status;
  const grade: CurrentGrade = {
    customerId: customer.id,
    ownerId: customer.ownerId,
    runId: isSame && before.score === score && cause !== 'stage' ? before.runId : run.id,
    ...settled,
    tierSince: isSame ? before.tierSince : now,
  };
  await saveGrades(db, workspaceId, [grade]);
  if (isSame && !isHeldOtherwise(before, settled)) {
    await refreshFollowUps(context, { customerIds: [customer.id] });
    return { grade, changeId: null };
  }
  const inputs = onlyFacts(facts, {}, valuesRead(run.fitted.scheme));
  const change = {
    id: newId(now),
    customerId: customer.id,
    from: before ?? null,
    to: grade,
    cause: isSame ? 'hold' : cause,
    inputs,
  } as const;
  await insertGradeChanges(db, workspaceId, run.id, [change], now);
  await refreshFollowUps(context, { customerIds: [customer.id] });
  return { grade, changeId: change.id };
}
