import type { CustomerStage } from '../../core/customer-stage.ts';
import type { Scheme } from '../../core/grading/scheme.ts';
import { builtInScheme } from '../../core/schemes/built-in-schemes.ts';
import type { Database } from '../store/database.ts';

const DEFAULT_SCHEMES: Readonly<Record<CustomerStage, string>> = {
  customer: 'account-value',
  prospect: 'sales-pipeline',
};

/** The scheme that grades a stage in this workspace; undefined when there is none of that id, so that it stays ungraded. */
export async function schemeInUse(
  db: Database,
  workspaceId: string,
  stage: CustomerStage,
): Promise<Scheme | undefined> {
  const workspace = await db
    .selectFrom('workspace')
    .select(['customer_scheme', 'prospect_scheme'])
    .where('id', '=', workspaceId)
    .executeTakeFirst();
  const chosen = stage === 'customer' ? workspace?.customer_scheme : workspace?.prospect_scheme;
  const id = chosen ?? DEFAULT_SCHEMES[stage];
  const builtIn = builtInScheme(id);
  if (builtIn !== undefined) return builtIn;
  const own = await db
    .selectFrom('scheme')
    .select('document')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .orderBy('version', 'desc')
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return own?.document;
}
