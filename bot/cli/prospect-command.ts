import type { CalendarDate } from '../../core/calendar-date.ts';
import { formatDate, formatMoney } from '../../core/text/format.ts';
import { tierText } from '../../core/text/grading-text.ts';
import type { Language } from '../../core/text/language.ts';
import { PROSPECT_TEXT } from '../../core/text/prospect-text.ts';
import type { UseCaseContext } from '../use-cases/context.ts';
import { expectSigning } from '../use-cases/expect-signing.ts';
import { loseProspect, winProspect } from '../use-cases/prospect-ends.ts';
import { showCustomer } from '../use-cases/show-customer.ts';
import { type CliIo, print } from './cli-io.ts';
import { customerNamed } from './customer-named.ts';
import { inWorkspace } from './in-workspace.ts';
import { printable } from './printable.ts';

/** Where and in what language a command of prospects works. */
export interface ProspectCommandOptions {
  readonly workspace: string | undefined;
  readonly language: Language;
}

/** `won PROSPECT --amount A [--currency C] [--on DAY]`: it signed, and is a customer from now on. */
export async function wonCommand(
  io: CliIo,
  prospect: string,
  how: {
    readonly amount: string;
    readonly currency: string | undefined;
    readonly on: CalendarDate | undefined;
  },
  { workspace, language }: ProspectCommandOptions,
): Promise<number> {
  return inWorkspace(io, workspace, async (context) => {
    const { id } = await customerNamed(context, prospect, language);
    const { amount, currency, on } = how;
    const won = await winProspect(context, { customerId: id, amount, currency, wonOn: on });
    const money = formatMoney(won.amount, language, { currency: won.currency });
    await print(
      io,
      `${PROSPECT_TEXT[language].wonDone(printable(won.name), money)}${await tierNow(context, id, language)}\n`,
    );
    return 0;
  });
}

/** `lost PROSPECT --reason TEXT [--on DAY]`: it will not sign, and nobody follows it up any more. */
export async function lostCommand(
  io: CliIo,
  prospect: string,
  why: { readonly reason: string; readonly on: CalendarDate | undefined },
  { workspace, language }: ProspectCommandOptions,
): Promise<number> {
  return inWorkspace(io, workspace, async (context) => {
    const { id } = await customerNamed(context, prospect, language);
    const { name } = await loseProspect(context, { customerId: id, reason: why.reason, lostOn: why.on });
    await print(io, `${PROSPECT_TEXT[language].lostDone(printable(name))}\n`);
    return 0;
  });
}

/** `expect PROSPECT [--amount A] [--on DAY]`: what it is expected to sign for, and when; without either it says what is on file. */
export async function expectCommand(
  io: CliIo,
  prospect: string,
  what: { readonly amount: string | undefined; readonly on: CalendarDate | null | undefined },
  { workspace, language }: ProspectCommandOptions,
): Promise<number> {
  return inWorkspace(io, workspace, async (context) => {
    const { id, name } = await customerNamed(context, prospect, language);
    const { amount, on } = what;
    if (amount !== undefined || on !== undefined)
      await expectSigning(context, { customerId: id, amount, expectedOn: on });
    const signing = (await showCustomer(context, id))?.service.signing;
    const text = PROSPECT_TEXT[language];
    const money =
      signing === null || signing === undefined || signing.amount === null
        ? null
        : formatMoney(signing.amount, language, { currency: signing.currency });
    const line = text.expectedLine(money, signing?.on ? formatDate(signing.on, language) : null);
    await print(io, `${text.expectedDone(printable(name), line)}${await tierNow(context, id, language)}\n`);
    return 0;
  });
}

/** " Tier A." behind a sentence; empty where the customer has no tier. */
async function tierNow(context: UseCaseContext, id: string, language: Language): Promise<string> {
  const grading = (await showCustomer(context, id))?.grading;
  const tier = grading?.standing.tier;
  if (grading === undefined || grading === null || tier === null || tier === undefined) return '';
  const text = tierText(tier, grading.fitted.scheme, language);
  return language === 'en' ? ` ${text}.` : `${text}。`;
}
