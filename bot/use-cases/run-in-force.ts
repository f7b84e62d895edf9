import type { CustomerStage } from '../../core/customer-stage.ts';
import { type CompiledScheme, compileScheme } from '../../core/grading/compile-scheme.ts';
import type { Database } from '../store/database.ts';
import { findGradingRun, findRunInForce } from '../store/grades.ts';

/** The compiled latest run of a stage; undefined when the stage was never graded. */
export async function runInForce(
  db: Database,
  workspaceId: string,
  stage: CustomerStage,
): Promise<CompiledRun | undefined> {
  const id = await findRunInForce(db, workspaceId, stage);
  return id === undefined ? undefined : compiledRun(db, workspaceId, id);
}

/** A run ready to grade and explain. */
export interface CompiledRun {
  readonly compiled: CompiledScheme;
  readonly gradedAt: Date;
}

/** A run never changes, so it is compiled once; the least recently used goes first. */
const compiledRuns = new Map<string, CompiledRun>();
const MAX_COMPILED_RUNS = 100;

/** The run's scheme, compiled; undefined when there is no such run. */
export async function compiledRun(db: Database, workspaceId: string, runId: string): Promise<CompiledRun | undefined> {
  const place = `${workspaceId} ${runId}`;
  let compiled = compiledRuns.get(place);
  if (compiled === undefined) {
    const run = await findGradingRun(db, workspaceId, { id: runId });
    if (run === undefined) return undefined;
    compiled = { compiled: compileScheme(run.fitted), gradedAt: run.gradedAt };
  }
  compiledRuns.delete(place);
  compiledRuns.set(place, compiled);
  for (const oldest of compiledRuns.keys()) {
    if (compiledRuns.size <= MAX_COMPILED_RUNS) break;
    compiledRuns.delete(oldest);
  }
  return compiled;
}
