import { type CompiledScheme, compileScheme } from '../../core/grading/compile-scheme.ts';
import { type Customer, findCustomer } from '../store/customers.ts';
import type { Database } from '../store/database.ts';
import { findFacts, findGrades, findGradingRun } from '../store/grades.ts';
import type { UseCaseContext } from './context.ts';
import type { CardGrading, CustomerCard, Owner } from './customer-card.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * Everything the card says about a customer; a merged one's is that of the customer it was merged into. Undefined when
 * the workspace has no such customer.
 */
export async function showCustomer(context: UseCaseContext, customerId: string): Promise<CustomerCard | undefined> {
  const { db, actor } = context;
  // The id comes out of a button, so it may be anything.
  if (!UUID.test(customerId)) return undefined;
  const asked = await findCustomer(db, actor.workspaceId, customerId);
  if (asked === undefined) return undefined;
  const customer = asked.mergedInto === null ? asked : await findCustomer(db, actor.workspaceId, asked.mergedInto);
  if (customer === undefined) return undefined;
  const { id, key, name, industry, region, lastContactOn, nextContactOn, givenTier } = customer;
  return {
    id,
    key,
    name,
    industry,
    region,
    owner: await ownerOf(db, actor.workspaceId, customer),
    lastContactOn,
    nextContactOn,
    givenTier,
    grading: await gradingOf(db, actor.workspaceId, id),
  };
}

async function ownerOf(db: Database, workspaceId: string, customer: Customer): Promise<Owner | null> {
  const { ownerId, ownerText } = customer;
  if (ownerId === null) return ownerText === null ? null : { text: ownerText, slackUserId: null };
  const member = await db
    .selectFrom('member')
    .select(['slack_user_id', 'real_name', 'display_name'])
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', ownerId)
    .executeTakeFirst();
  const text = ownerText ?? member?.display_name ?? member?.real_name ?? '';
  return { text, slackUserId: member?.slack_user_id ?? null };
}

async function gradingOf(db: Database, workspaceId: string, customerId: string): Promise<CardGrading | null> {
  const current = (await findGrades(db, workspaceId, { ids: [customerId] })).get(customerId);
  const facts = current && (await findFacts(db, workspaceId, customerId));
  const run = current && (await compiledRun(db, workspaceId, current.runId));
  if (facts === undefined || run === undefined) return null;
  const { compiled, gradedAt } = run;
  return { grade: compiled.grade(facts), nextTier: compiled.nextTier(facts), fitted: compiled.fitted, gradedAt };
}

interface CompiledRun {
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
