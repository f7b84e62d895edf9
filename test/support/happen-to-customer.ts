import { archiveCustomer, bringBackCustomer } from '../../bot/use-cases/archive-customer.ts';
import { mergeCustomers } from '../../bot/use-cases/merge-customers.ts';
import { setOverride, withdrawOverride } from '../../bot/use-cases/override-tier.ts';
import { pauseFollowUp, resumeFollowUp } from '../../bot/use-cases/pause-follow-up.ts';
import { snoozeFollowUp } from '../../bot/use-cases/snooze-follow-up.ts';
import { undoMerge } from '../../bot/use-cases/undo-merge.ts';
import { UseCaseError } from '../../bot/use-cases/use-case-error.ts';
import { addDays } from '../../core/calendar-date.ts';
import { customerIdOf } from './customer-id-of.ts';
import { day } from './follow-up-rows.ts';
import type { TestContext } from './workspace.ts';

/** What may happen to one customer, in the laws of what is on file. */
export type CustomerHappening =
  | 'snooze'
  | 'pause'
  | 'resume'
  | 'archive'
  | 'bring-back'
  | 'override'
  | 'withdraw'
  | 'unmerge';

/** Lets something happen to a customer by its use case. Throws {@link UseCaseError} where it makes no sense as things stand. */
export async function happenToCustomer(
  context: TestContext,
  customerId: string,
  what: CustomerHappening,
): Promise<void> {
  switch (what) {
    case 'snooze': {
      const today = day(context.clock.now().toISOString().slice(0, 10));
      await snoozeFollowUp(context, { customerId, until: addDays(today, 40) });
      return;
    }
    case 'pause':
      await pauseFollowUp(context, { customerId });
      return;
    case 'resume':
      await resumeFollowUp(context, { customerId });
      return;
    case 'archive':
      await archiveCustomer(context, { customerId, reason: 'as agreed' });
      return;
    case 'bring-back':
      await bringBackCustomer(context, { customerId });
      return;
    case 'override':
      await setOverride(context, { customerId, tier: 'A', reason: 'as agreed' });
      return;
    case 'withdraw':
      await withdrawOverride(context, customerId);
      return;
    case 'unmerge':
      return undoMerge(context, { goneId: customerId });
    default:
      what satisfies never;
  }
}

/** Merges the customer of another key, if there is one, into a customer. */
export async function mergeInto(context: TestContext, keptId: string, key: string): Promise<void> {
  const goneId = await customerIdOf(context, key);
  if (goneId !== undefined) await mergeCustomers(context, { keptId, goneId });
}

/** Waits for what happens; what makes no sense as things stand is refused, and nothing happens. */
export async function unlessRefused(happening: Promise<void>): Promise<void> {
  try {
    await happening;
  } catch (error) {
    if (!(error instanceof UseCaseError)) throw error;
  }
}
