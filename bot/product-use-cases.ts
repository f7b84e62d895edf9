import type { Clock } from './clock.ts';
import type { UseCases } from './listeners/services.ts';
import type { Database } from './store/database.ts';
import { findCustomers } from './use-cases/find-customers.ts';
import { ensureMember } from './use-cases/members.ts';
import { showCustomer } from './use-cases/show-customer.ts';

/** The use cases as the listeners call them. `admins` are the Slack ids that start as admin. */
export function productUseCases(db: Database, clock: Clock, admins: readonly string[]): UseCases {
  return {
    findCustomers,
    showCustomer,
    recogniseMember: (workspaceId, profile) => ensureMember({ db, clock }, workspaceId, profile, admins),
  };
}
