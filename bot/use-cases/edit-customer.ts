import { normaliseName } from '../../core/customer-name.ts';
import type { CustomerStage } from '../../core/customer-stage.ts';
import type { Customer } from '../store/customers.ts';
import { type ChangeRequest, type CustomerChanged, changeCustomer, writeChange } from './change-customer.ts';
import type { UseCaseContext } from './context.ts';
import { keyFrom, nameFrom, type OwnerInput, ownerFrom, shortLine } from './customer-input.ts';
import { UseCaseError } from './use-case-error.ts';

/** What a person changes of a customer's basic data; what is undefined stays. */
export interface CustomerEdit {
  readonly name?: string | undefined;
  /** Empty or null takes it away. */
  readonly key?: string | null | undefined;
  readonly owner?: OwnerInput | undefined;
  readonly stage?: CustomerStage | undefined;
  readonly industry?: string | null | undefined;
  readonly region?: string | null | undefined;
}

/**
 * Changes a customer's basic data. A former name goes on leading to it, as an alias. Another stage is graded by that stage's
 * scheme at once.
 *
 * Throws UseCaseError `no-such-customer`, `not-yours`, `customer-name`, `customer-key`, `key-taken`, `owner-unknown`,
 * `text-too-long`, or `owner-by-managers` for a rep who gives the customer to somebody else.
 */
export async function editCustomer(
  context: UseCaseContext,
  request: ChangeRequest & { readonly edit: CustomerEdit },
): Promise<CustomerChanged> {
  const { edit } = request;
  return changeCustomer(context, request, {
    kind: 'customer-edited',
    audit: 'customer-edited',
    make: async (within, before) => writeChange(within, before, await edited(within, before, edit)),
  });
}

async function edited(context: UseCaseContext, before: Customer, edit: CustomerEdit): Promise<Customer> {
  const name = edit.name === undefined ? before.name : nameFrom(edit.name);
  const key = edit.key === undefined ? before.key : await keyFrom(context, edit.key, before.id);
  const owner = edit.owner === undefined ? before : await ownerFrom(context, edit.owner);
  const isGivenAway = owner.ownerId !== before.ownerId || owner.ownerText !== before.ownerText;
  if (isGivenAway && context.actor.role === 'rep') throw new UseCaseError('owner-by-managers', before.name);
  return {
    ...before,
    name,
    aliases: aliasesFor(name, before),
    key,
    ownerId: owner.ownerId,
    ownerText: owner.ownerText,
    stage: edit.stage ?? before.stage,
    industry: edit.industry === undefined ? before.industry : shortLine(edit.industry),
    region: edit.region === undefined ? before.region : shortLine(edit.region),
    // What a person has worked on is no sample any more.
    source: before.source === 'sample' ? 'person' : before.source,
  };
}

/** The other names once the customer is called `name`: the former one is among them, the new one is not. */
function aliasesFor(name: string, before: Customer): string[] {
  const seen = new Set([normaliseName(name)]);
  return [...before.aliases, before.name].filter((alias) => {
    const normal = normaliseName(alias);
    if (normal === '' || seen.has(normal)) return false;
    seen.add(normal);
    return true;
  });
}
