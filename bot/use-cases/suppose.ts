import type { Facts } from '../../core/customer.ts';
import { withValue } from '../../core/grading/find-change.ts';
import { type Receipt, receiptOf } from '../../core/grading/receipt.ts';
import { readWhatIf, type Supposition, type WhatIfProblem } from '../../core/grading/what-if.ts';
import { findCustomer } from '../store/customers.ts';
import { findFacts } from '../store/grading-subjects.ts';
import type { UseCaseContext } from './context.ts';
import { runInForce } from './run-in-force.ts';

/** What a customer would get if some of its values were others. */
export interface Supposed {
  readonly before: Receipt;
  readonly after: Receipt;
  readonly suppositions: readonly Supposition[];
  readonly problems: readonly WhatIfProblem[];
  /** The values that are on file. */
  readonly values: Facts['values'];
}

/**
 * Grades a customer as if its values were those that `text` supposes (`payment=95%, complaints=0`), by the cut points in
 * force; writes nothing. Undefined when the customer is not on file or was never graded.
 */
export async function suppose(
  context: UseCaseContext,
  customerId: string,
  text: string,
): Promise<Supposed | undefined> {
  const { db, actor } = context;
  const customer = await findCustomer(db, actor.workspaceId, customerId);
  const facts = customer && (await findFacts(db, actor.workspaceId, customerId));
  const run = customer && (await runInForce(db, actor.workspaceId, customer.stage));
  if (facts === undefined || run === undefined) return undefined;
  const { compiled } = run;
  const { scheme, asOf } = compiled.fitted;
  const { suppositions, problems } = readWhatIf(text, scheme, asOf);
  const supposed = suppositions.reduce((so, { criterion, value }) => withValue(so, criterion, value), facts);
  return {
    before: receiptOf(compiled, facts),
    after: receiptOf(compiled, supposed),
    suppositions,
    problems,
    values: facts.values,
  };
}
