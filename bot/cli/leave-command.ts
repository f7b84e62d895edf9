import { formatDecimal } from '../../core/text/format.ts';
import type { Language } from '../../core/text/language.ts';
import { MEMBERS_TEXT } from '../../core/text/members-text.ts';
import { bringBack, leaveTeam } from '../use-cases/hand-over-book.ts';
import { memberByText } from '../use-cases/member-by-text.ts';
import { memberName } from '../use-cases/member-name.ts';
import { type CliIo, print } from './cli-io.ts';
import { inWorkspace } from './in-workspace.ts';
import { printable } from './printable.ts';

interface LeaveOptions {
  readonly workspace: string | undefined;
  readonly language: Language;
}

/** `members leave WHO --to WHO[,WHO…]`. */
export async function leaveCommand(
  io: CliIo,
  who: string,
  heirs: readonly string[],
  { workspace, language }: LeaveOptions,
): Promise<number> {
  const text = MEMBERS_TEXT[language];
  return inWorkspace(io, workspace, async (context) => {
    const member = await memberByText(context, who);
    const heirIds: string[] = [];
    for (const heir of heirs) heirIds.push((await memberByText(context, heir)).id);
    const { shares, reports, uncovered } = await leaveTeam(context, member.id, heirIds);
    const lines = [
      text.leftNow(memberName(member)),
      ...(shares.length === 0 ? [text.nothingToHandOver] : []),
      ...shares.map(({ heir, customers, days }) =>
        text.handedOver(customers, memberName(heir), formatDecimal(days, 1)),
      ),
      ...(reports.count === 0
        ? []
        : [text.reports(reports.count, reports.manager === null ? null : memberName(reports.manager))]),
      ...(uncovered === 0 ? [] : [text.coverLost(uncovered)]),
    ];
    for (const line of lines) await print(io, `${printable(line)}\n`);
    return 0;
  });
}

/** `members back WHO`. */
export async function backCommand(io: CliIo, who: string, { workspace, language }: LeaveOptions): Promise<number> {
  return inWorkspace(io, workspace, async (context) => {
    const member = await bringBack(context, (await memberByText(context, who)).id);
    await print(io, `${printable(MEMBERS_TEXT[language].back(memberName(member)))}\n`);
    return 0;
  });
}
