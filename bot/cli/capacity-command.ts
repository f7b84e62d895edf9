import Table from 'cli-table3';
import { contactSum, WORKING_DAYS_A_MONTH } from '../../core/follow-ups/contact-share.ts';
import type { ServiceLevel } from '../../core/follow-ups/service-levels.ts';
import { CAPACITY_TEXT } from '../../core/text/capacity-text.ts';
import { contactSumText, untieredText } from '../../core/text/day-plan-text.ts';
import { formatDecimal } from '../../core/text/format.ts';
import { tierText } from '../../core/text/grading-text.ts';
import type { Language } from '../../core/text/language.ts';
import {
  applyBalance,
  type CapacityProposal,
  capacityOf,
  type ProposedMove,
  proposeBalance,
  type RepCapacity,
} from '../use-cases/capacity.ts';
import type { UseCaseContext } from '../use-cases/context.ts';
import { memberByText } from '../use-cases/member-by-text.ts';
import { memberName } from '../use-cases/member-name.ts';
import { schemeInUse } from '../use-cases/schemes-in-use.ts';
import { type CliIo, print } from './cli-io.ts';
import { inWorkspace } from './in-workspace.ts';
import { printable } from './printable.ts';

/** What `capacity` is told. */
export interface CapacityOptions {
  /** Only this member's; default everybody's. */
  readonly rep: string | undefined;
  /** Also which customers to move so that nobody is over. */
  readonly balance: boolean;
  /** Move them. */
  readonly apply: boolean;
  readonly format: 'table' | 'json';
  readonly workspace: string | undefined;
  readonly language: Language;
}

type LevelName = (level: ServiceLevel) => string;

/** `capacity [--rep WHO] [--balance [--apply]]`: what each book takes against S2, and how to balance them. */
export async function capacityCommand(io: CliIo, options: CapacityOptions): Promise<number> {
  const { language, format } = options;
  return inWorkspace(io, options.workspace, async (context) => {
    const memberId = options.rep === undefined ? undefined : (await memberByText(context, options.rep)).id;
    const reps = await capacityOf(context, { memberId });
    const proposal = options.apply
      ? await applyBalance(context)
      : options.balance
        ? await proposeBalance(context)
        : undefined;
    if (format === 'json') {
      await print(io, `${JSON.stringify({ reps: reps.map(repObject), ...proposalObject(proposal) }, null, 2)}\n`);
      return 0;
    }
    const nameOf = await levelNames(context, language);
    const lines = [
      ...booksText(reps, nameOf, language),
      ...(proposal === undefined ? [] : proposalText(proposal, options.apply, nameOf, language)),
    ];
    for (const line of lines) await print(io, `${line}\n`);
    return 0;
  });
}

/** What a level is called: "Tier A, prospects"; "New prospects". */
async function levelNames({ db, actor }: UseCaseContext, language: Language): Promise<LevelName> {
  const text = CAPACITY_TEXT[language];
  const schemes = {
    prospect: await schemeInUse(db, actor.workspaceId, 'prospect'),
    customer: await schemeInUse(db, actor.workspaceId, 'customer'),
  };
  return ({ stage, tier }) => {
    if (tier === null) return untieredText(stage, language);
    const scheme = schemes[stage];
    return text.withStage(scheme === undefined ? tier : tierText(tier, scheme, language), text.stage[stage]);
  };
}

function booksText(reps: readonly RepCapacity[], nameOf: LevelName, language: Language): string[] {
  const text = CAPACITY_TEXT[language];
  const [first] = reps;
  if (first === undefined) return [text.nobody];
  const { rep, level, customers, most, days, ofDays, over } = text.headings;
  const table = new Table({
    head: [rep, level, customers, most, days, ofDays, over],
    style: { head: [], border: [], compact: true },
    colAligns: ['left', 'left', 'right', 'right', 'right', 'right', 'right'],
  });
  for (const { load, member } of reps) {
    const name = member.deactivatedAt === null ? memberName(member) : text.left(memberName(member));
    const told = load.levels.filter((each) => each.customers > 0 || each.most !== null);
    for (const [index, each] of told.entries()) {
      const { capacity } = each.level;
      const room = each.most === null ? ['', ''] : [String(each.most), signed(each.over ?? 0)];
      const ofLevel = capacity === null || capacity === undefined ? '' : formatDecimal(capacity.daysAMonth, 1);
      const cells = [index === 0 ? name : '', nameOf(each.level), String(each.customers), room[0] ?? ''];
      table.push([...cells, formatDecimal(each.days, 1), ofLevel, room[1] ?? ''].map(printable));
    }
    const all = String(load.levels.reduce((sum, each) => sum + each.customers, 0));
    table.push([
      told.length === 0 ? printable(name) : '',
      text.together,
      all,
      '',
      formatDecimal(load.days, 1),
      formatDecimal(load.ofDays, 1),
      text.overDays(signed(load.overDays)),
    ]);
  }
  const sums = first.load.levels.flatMap((each) => {
    const sum = contactSum(each.level);
    return sum === null ? [] : [{ ...sum, line: text.levelSum(nameOf(each.level), contactSumText(sum, language)) }];
  });
  const together = sums.reduce((sum, { daysAMonth }) => sum + daysAMonth, 0);
  const parts = sums.map(({ daysAMonth }) => formatDecimal(daysAMonth, 1)).join(' + ');
  // Where a scheme's capacities come to less or more than a month has, both are told.
  const month = formatDecimal(WORKING_DAYS_A_MONTH, 1);
  const sum = `${parts} = ${formatDecimal(together, 1)}${together === WORKING_DAYS_A_MONTH ? '' : ` / ${month}`}`;
  return [table.toString(), ...sums.map(({ line }) => line), ...(sums.length === 0 ? [] : [text.sum(sum)])];
}

function proposalText(
  { moves, isFewest, stillOver }: CapacityProposal,
  isDone: boolean,
  nameOf: LevelName,
  language: Language,
): string[] {
  const text = CAPACITY_TEXT[language];
  const over = stillOver.map(({ member, days }) =>
    printable(text.stillOver(memberName(member), formatDecimal(days, 1))),
  );
  if (moves.length === 0) return over.length === 0 ? [text.noneOver] : over;
  const groups = Map.groupBy(moves, ({ from, to, level }) => JSON.stringify([from.id, to.id, level.stage, level.tier]));
  const lines = [...groups.values()].map((group) => moveLine(group, nameOf, language));
  const end = isDone ? [text.moved(moves.length)] : [isFewest ? text.fewest : text.notFewest, text.apply];
  return [...lines, ...over, ...end];
}

function moveLine(group: readonly ProposedMove[], nameOf: LevelName, language: Language): string {
  const text = CAPACITY_TEXT[language];
  const [first] = group;
  if (first === undefined) return '';
  const names = group.map(({ name }) => name).join(text.comma);
  return printable(text.move(group.length, nameOf(first.level), memberName(first.from), memberName(first.to), names));
}

/** +1.5, −3, 0. */
function signed(value: number): string {
  const size = formatDecimal(Math.abs(value), 1);
  if (size === '0') return size;
  return value > 0 ? `+${size}` : `−${size}`;
}

function repObject({ member, load }: RepCapacity): object {
  return {
    rep: member.slackUserId,
    name: memberName(member),
    hasLeft: member.deactivatedAt !== null,
    days: load.days,
    ofDays: load.ofDays,
    overDays: load.overDays,
    levels: load.levels.map(({ level, customers, days, most, over }) => ({
      stage: level.stage,
      tier: level.tier,
      customers,
      most,
      over,
      days,
      ofDays: level.capacity?.daysAMonth ?? null,
      sum: contactSum(level),
    })),
  };
}

function proposalObject(proposal: CapacityProposal | undefined): object {
  if (proposal === undefined) return {};
  const { moves, isFewest, stillOver } = proposal;
  return {
    moves: moves.map(({ customerId, name, level, from, to }) => ({
      customer: customerId,
      name,
      stage: level.stage,
      tier: level.tier,
      from: from.slackUserId,
      to: to.slackUserId,
    })),
    isFewest,
    stillOver: stillOver.map(({ member, days }) => ({ rep: member.slackUserId, days })),
  };
}
