import type { CalendarDate } from '../../core/calendar-date.ts';
import { formatDate } from '../../core/text/format.ts';
import { tierText } from '../../core/text/grading-text.ts';
import type { Language } from '../../core/text/language.ts';
import { OVERRIDE_TEXT } from '../../core/text/override-text.ts';
import { listOverrides, setOverride, withdrawOverride } from '../use-cases/override-tier.ts';
import { showCustomer } from '../use-cases/show-customer.ts';
import { type CliIo, print } from './cli-io.ts';
import { customerNamed } from './customer-named.ts';
import { inWorkspace } from './in-workspace.ts';

interface OverrideOptions {
  readonly workspace: string | undefined;
  readonly language: Language;
}

/** How long an expired override is listed. */
const EXPIRED_DAYS = 30;

/** `override CUSTOMER --tier T --reason TEXT [--until DAY]`: sets a tier by hand. */
export async function setOverrideCommand(
  io: CliIo,
  customer: string,
  request: { readonly tier: string; readonly reason: string; readonly until: CalendarDate | undefined },
  { workspace, language }: OverrideOptions,
): Promise<number> {
  return inWorkspace(io, workspace, async (context) => {
    const { id, name } = await customerNamed(context, customer, language);
    const { tier, reason, until } = request;
    const override = await setOverride(context, { customerId: id, tier, reason, expiresOn: until });
    const card = await showCustomer(context, id);
    const scheme = card?.grading?.fitted.scheme;
    const title = scheme === undefined ? override.tier : tierText(override.tier, scheme, language);
    await print(io, `${OVERRIDE_TEXT[language].set(name, title, formatDate(override.expiresOn, language))}\n`);
    return 0;
  });
}

/** `override CUSTOMER --end`: the computed tier holds again. */
export async function endOverrideCommand(
  io: CliIo,
  customer: string,
  { workspace, language }: OverrideOptions,
): Promise<number> {
  return inWorkspace(io, workspace, async (context) => {
    const { id, name } = await customerNamed(context, customer, language);
    await withdrawOverride(context, id);
    await print(io, `${OVERRIDE_TEXT[language].withdrawn(name)}\n`);
    return 0;
  });
}

/** `override --list [--expired]`: those in force, or those that expired in the last 30 days; tabs between. */
export async function listOverridesCommand(
  io: CliIo,
  options: OverrideOptions & { readonly expired: boolean },
): Promise<number> {
  const { language, expired } = options;
  const text = OVERRIDE_TEXT[language];
  return inWorkspace(io, options.workspace, async (context) => {
    const overrides = await listOverrides(context, expired ? EXPIRED_DAYS : undefined);
    if (overrides.length === 0) await print(io, `${expired ? text.noneExpired : text.none}\n`);
    for (const { customerId, tier, expiresOn, reason } of overrides) {
      const card = await showCustomer(context, customerId);
      await print(io, `${text.listed(card?.name ?? customerId, tier, formatDate(expiresOn, language), reason)}\n`);
    }
    return 0;
  });
}
