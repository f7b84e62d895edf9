import type { UseCaseContext } from '../../bot/use-cases/context.ts';

/** The id of the customer with that key (in the form in which keys are compared); undefined when there is none. */
export async function customerIdOf({ db, actor }: UseCaseContext, key: string): Promise<string | undefined> {
  const found = await db
    .selectFrom('customer')
    .select('id')
    .where('workspace_id', '=', actor.workspaceId)
    .where('key_normal', '=', key)
    .executeTakeFirst();
  return found?.id;
}
