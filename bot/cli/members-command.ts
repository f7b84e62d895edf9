import Table from 'cli-table3';
import type { CalendarDate } from '../../core/calendar-date.ts';
import { daysText } from '../../core/text/calendar-text.ts';
import type { Language } from '../../core/text/language.ts';
import { MEMBERS_TEXT } from '../../core/text/members-text.ts';
import type { Absence } from '../store/absences.ts';
import { endAbsence, setAbsence } from '../use-cases/absences.ts';
import type { UseCaseContext } from '../use-cases/context.ts';
import { linkOwner } from '../use-cases/link-owner.ts';
import { type ListedMember, listMembers } from '../use-cases/list-members.ts';
import { memberByText, memberOrNewByText } from '../use-cases/member-by-text.ts';
import { memberName } from '../use-cases/member-name.ts';
import { type MemberChange, setMember } from '../use-cases/set-member.ts';
import { type CliIo, print, tell } from './cli-io.ts';
import { inWorkspace } from './in-workspace.ts';
import { printable } from './printable.ts';

interface MembersOptions {
  readonly workspace: string | undefined;
  readonly language: Language;
}

/** `members list`: everybody, with what is set for them. */
export async function listMembersCommand(
  io: CliIo,
  { format, workspace, language }: MembersOptions & { readonly format: 'table' | 'json' },
): Promise<number> {
  return inWorkspace(io, workspace, async (context) => {
    const members = await listMembers(context);
    if (format === 'json') await print(io, `${JSON.stringify(members.map(asJson(members)), null, 2)}\n`);
    else if (members.length === 0) await print(io, `${MEMBERS_TEXT[language].nobody}\n`);
    else await print(io, `${overview(members, language)}\n`);
    return 0;
  });
}

/** What `members set` is told; undefined stays as it is. */
export interface SetMemberOptions extends Omit<MemberChange, 'managerId'> {
  /** Whoever it is; null: nobody. */
  readonly manager?: string | null | undefined;
}

/** `members set WHO …`. */
export async function setMemberCommand(
  io: CliIo,
  who: string,
  { manager, ...change }: SetMemberOptions,
  { workspace, language }: MembersOptions,
): Promise<number> {
  return inWorkspace(io, workspace, async (context) => {
    const managerId = typeof manager !== 'string' ? manager : (await memberByText(context, manager)).id;
    const { member, isNew } = await memberOrNewByText(context, who);
    if (isNew) tell(io, MEMBERS_TEXT[language].added(member.slackUserId ?? who));
    await setMember(context, member.id, { ...change, managerId });
    const members = await listMembers(context);
    const saved = members.find(({ id }) => id === member.id);
    if (saved === undefined) throw new Error('The member is gone.');
    const parts = settingsOf(saved, members, language).filter((part) => part !== '');
    await print(io, `${printable(MEMBERS_TEXT[language].set(memberName(saved), parts))}\n`);
    return 0;
  });
}

/** `members link TEXT WHO`: whom tables mean by a text. */
export async function linkOwnerCommand(io: CliIo, text: string, who: string, options: MembersOptions): Promise<number> {
  const { workspace, language } = options;
  return inWorkspace(io, workspace, async (context) => {
    const member = await memberByText(context, who);
    const customers = await linkOwner(context, text, member.id);
    await print(io, `${printable(MEMBERS_TEXT[language].linked(text, memberName(member), customers))}\n`);
    return 0;
  });
}

/** `members away`: who is away and will be. */
export async function listAbsencesCommand(
  io: CliIo,
  who: string | undefined,
  options: MembersOptions,
): Promise<number> {
  const { workspace, language } = options;
  const text = MEMBERS_TEXT[language];
  return inWorkspace(io, workspace, async (context) => {
    const asked = who === undefined ? undefined : await memberByText(context, who);
    const members = await listMembers(context);
    const names = namesOf(members);
    const absences = members
      .filter(({ id }) => asked === undefined || id === asked.id)
      .flatMap((member) => member.absences)
      .toSorted((a, b) => (a.fromOn < b.fromOn ? -1 : 1));
    if (absences.length === 0) await print(io, `${text.noAbsences}\n`);
    for (const absence of absences) {
      await print(io, `${printable(text.absenceSet(...absenceWords(absence, names, language)))}\n`);
    }
    return 0;
  });
}

/** `members away WHO --from DAY --to DAY [--cover WHO]`. */
export async function setAbsenceCommand(
  io: CliIo,
  who: string,
  days: { readonly from: CalendarDate; readonly to: CalendarDate; readonly cover: string | undefined },
  options: MembersOptions,
): Promise<number> {
  const { from, to, cover } = days;
  return aboutAbsence(io, who, 'absenceSet', options, async (context, memberId) => {
    const coverId = cover === undefined ? null : (await memberByText(context, cover)).id;
    return setAbsence(context, { memberId, fromOn: from, toOn: to, coverId });
  });
}

/** `members away WHO --end`. */
export async function endAbsenceCommand(io: CliIo, who: string, options: MembersOptions): Promise<number> {
  return aboutAbsence(io, who, 'absenceEnded', options, endAbsence);
}

async function aboutAbsence(
  io: CliIo,
  who: string,
  sentence: 'absenceSet' | 'absenceEnded',
  { workspace, language }: MembersOptions,
  act: (context: UseCaseContext, memberId: string) => Promise<Absence>,
): Promise<number> {
  return inWorkspace(io, workspace, async (context) => {
    const member = await memberByText(context, who);
    const absence = await act(context, member.id);
    const words = absenceWords(absence, namesOf(await listMembers(context)), language);
    await print(io, `${printable(MEMBERS_TEXT[language][sentence](...words))}\n`);
    return 0;
  });
}

function absenceWords(
  { memberId, fromOn, toOn, coverId }: Absence,
  names: ReadonlyMap<string, string>,
  language: Language,
): [name: string, days: string, cover: string | null] {
  const cover = coverId === null ? null : (names.get(coverId) ?? coverId);
  return [names.get(memberId) ?? memberId, daysText(fromOn, toOn, language), cover];
}

function namesOf(members: readonly ListedMember[]): Map<string, string> {
  return new Map(members.map((member) => [member.id, memberName(member)]));
}

function overview(members: readonly ListedMember[], language: Language): string {
  const { headings } = MEMBERS_TEXT[language];
  const { slackId, name, role, manager, timeZone, locale, country, listAt, day, customers, state } = headings;
  const table = new Table({
    head: [slackId, name, role, manager, timeZone, locale, country, listAt, day, state, customers],
    style: { head: [], border: [], compact: true },
    colAligns: [...Array.from({ length: 10 }, () => 'left' as const), 'right'],
  });
  for (const member of members) {
    const first = [member.slackUserId ?? '', memberName(member)];
    const cells = [...first, ...settingsOf(member, members, language), String(member.customers)];
    table.push(cells.map(printable));
  }
  return table.toString();
}

/** Role, manager, time zone, locale, country, hour of the list, length of the day, and whether the member is here. */
function settingsOf(member: ListedMember, members: readonly ListedMember[], language: Language): string[] {
  const text = MEMBERS_TEXT[language];
  const names = namesOf(members);
  const { managerId, timeZone, locale, country, listAt, dayMinutes, deactivatedAt, absences } = member;
  const [next] = absences;
  const awayText = (absence: Absence) => {
    const [, days, cover] = absenceWords(absence, names, language);
    return text.away(days, cover);
  };
  return [
    text.role[member.role],
    managerId === null ? '' : (names.get(managerId) ?? managerId),
    timeZone ?? '',
    locale ?? '',
    country ?? '',
    listAt === 'off' ? text.noList : listAt,
    dayMinutes === null ? '' : text.minutes(dayMinutes),
    deactivatedAt === null ? (next === undefined ? '' : awayText(next)) : text.left,
  ];
}

function asJson(members: readonly ListedMember[]): (member: ListedMember) => object {
  const slackIds = new Map(members.map(({ id, slackUserId }) => [id, slackUserId]));
  const slackIdOf = (id: string | null) => (id === null ? null : (slackIds.get(id) ?? null));
  return (member) => ({
    slackId: member.slackUserId,
    name: memberName(member),
    role: member.role,
    manager: slackIdOf(member.managerId),
    timeZone: member.timeZone,
    locale: member.locale,
    country: member.country,
    listAt: member.listAt,
    dayMinutes: member.dayMinutes,
    leftAt: member.deactivatedAt,
    away: member.absences.map(({ fromOn, toOn, coverId }) => ({ from: fromOn, to: toOn, cover: slackIdOf(coverId) })),
    customers: member.customers,
  });
}
