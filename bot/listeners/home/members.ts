import { parseIsoDate } from '../../../core/calendar-date.ts';
import { CAPACITY_TEXT } from '../../../core/text/capacity-text.ts';
import { formatDecimal } from '../../../core/text/format.ts';
import { HOME_MEMBER_TEXT } from '../../../core/text/home-member-text.ts';
import { HOME_TEAM_TEXT } from '../../../core/text/home-team-text.ts';
import { type Language, languageOf } from '../../../core/text/language.ts';
import { MEMBERS_TEXT } from '../../../core/text/members-text.ts';
import { memberBlocks, membersBlocks, ownersBlocks } from '../../blocks/home/member-blocks.ts';
import { nameOfMember } from '../../blocks/home/member-name.ts';
import {
  AS_SLACK_SAYS,
  awayWindow,
  balanceWindow,
  editMemberWindow,
  handOverWindow,
  leaveWindow,
  linkOwnerWindow,
  MANAGER_STAYS,
  MEMBER_FIELD,
  readHandOver,
  readMemberId,
} from '../../blocks/home/member-windows.ts';
import { plainName } from '../../blocks/plain-name.ts';
import { context as contextBlock } from '../../blocks/rich-text.ts';
import type { UseCaseContext } from '../../use-cases/context.ts';
import type { ListedMember } from '../../use-cases/list-members.ts';
import type { MemberChange } from '../../use-cases/set-member.ts';
import type { Services } from '../services.ts';
import type { ShowPage } from './home-pages.ts';
import { type HomeWindowWords, homeWindowAction, homeWindowSubmitted } from './home-window.ts';

/** Everybody, in pages. */
export const membersPage: ShowPage<'members'> = async (services, context, viewer, { page }) => {
  const members = await services.useCases.listMembers(context);
  const unknown = await services.useCases.unknownOwners(context);
  return membersBlocks(members, unknown.length, page ?? 1, viewer);
};

/** One member, with what is set. */
export const memberPage: ShowPage<'member'> = async (services, context, viewer, { id }) => {
  const members = await services.useCases.listMembers(context);
  const member = members.find((each) => each.id === id);
  if (member === undefined) return [contextBlock(HOME_MEMBER_TEXT[viewer.language].gone)];
  return memberBlocks(member, members, viewer);
};

/** Owners of tables that nobody here is. */
export const ownersPage: ShowPage<'owners'> = async (services, context, viewer, { page }) =>
  ownersBlocks(await services.useCases.unknownOwners(context), page ?? 1, viewer);

/** *Edit…*: what is set for a member. */
export function editMemberAction(services: Services) {
  return memberAction(services, async (member, members, { language }) => {
    const manager = members.find(({ id }) => id === member.managerId);
    return editMemberWindow(member, manager, chosenLanguage(member), language);
  });
}

/** What is set for a member was sent; only what is another than before is written. */
export function memberEdited(services: Services) {
  const refused = {
    'last-admin': MEMBER_FIELD.role,
    'own-manager': MEMBER_FIELD.manager,
    'manager-circle': MEMBER_FIELD.manager,
    'unknown-time-zone': MEMBER_FIELD.timeZone,
    'list-time': MEMBER_FIELD.listAt,
    'day-minutes': MEMBER_FIELD.minutes,
    'unknown-country': MEMBER_FIELD.country,
  };
  return homeWindowSubmitted(services, memberWords, refused, async ({ context, fields, metadata, viewer }) => {
    const text = HOME_MEMBER_TEXT[viewer.language];
    const member = await memberWith(services, context, metadata);
    if (member === undefined) return text.gone;
    const stays = fields.get(MEMBER_FIELD.managerNow) === MANAGER_STAYS ? member.managerId : null;
    const managerId = (await memberIdOf(services, fields.get(MEMBER_FIELD.manager) ?? '')) ?? stays;
    const change = changeOf(member, fields, managerId);
    await services.useCases.setMember(context, member.id, change);
    if (member.slackUserId !== null) services.people.forget(member.slackUserId);
    return text.saved(nameOfMember(member));
  });
}

/** *Away…*: when, and who covers. */
export function awayAction(services: Services) {
  return memberAction(services, async (member, _, { language }) => awayWindow(member, language));
}

/** An absence was sent. */
export function awaySent(services: Services) {
  const refused = {
    'day-order': MEMBER_FIELD.to,
    'absence-past': MEMBER_FIELD.to,
    'too-many-days': MEMBER_FIELD.to,
    'absence-overlap': MEMBER_FIELD.from,
    'covers-then': MEMBER_FIELD.from,
    'cover-oneself': MEMBER_FIELD.cover,
    'cover-away': MEMBER_FIELD.cover,
  };
  return homeWindowSubmitted(services, memberWords, refused, async ({ context, fields, metadata, viewer }) => {
    const text = HOME_MEMBER_TEXT[viewer.language];
    const memberId = readMemberId(metadata);
    const fromOn = parseIsoDate(fields.get(MEMBER_FIELD.from) ?? '');
    if (memberId === undefined) return text.gone;
    if (fromOn === undefined) return { errors: { [MEMBER_FIELD.from]: text.noDay } };
    const toOn = parseIsoDate(fields.get(MEMBER_FIELD.to) ?? '') ?? fromOn;
    const coverId = (await memberIdOf(services, fields.get(MEMBER_FIELD.cover) ?? '')) ?? null;
    await services.useCases.setAbsence(context, { memberId, fromOn, toOn, coverId });
    const member = await memberWith(services, context, memberId);
    return text.saved(member === undefined ? '' : nameOfMember(member));
  });
}

/** *Back from away*: asks nothing. */
export function endAbsenceAction(services: Services) {
  return memberAction(services, async (member, _, { context, language }) => {
    await services.useCases.endAbsence(context, member.id);
    return HOME_MEMBER_TEXT[language].saved(nameOfMember(member));
  });
}

/** *Leave and hand over…*: who takes the customers over. */
export function leaveAction(services: Services) {
  return memberAction(services, async (member, _, { context, language }) =>
    leaveWindow(await services.useCases.proposeHandOver(context, member.id, []), language),
  );
}

/** Heirs were chosen: what they would get. */
export function leaveSent(services: Services) {
  const refused = {
    'heirs-wanted': MEMBER_FIELD.heirs,
    'own-heir': MEMBER_FIELD.heirs,
    'member-left': MEMBER_FIELD.heirs,
  };
  return homeWindowSubmitted(services, memberWords, refused, async ({ context, fields, metadata, viewer }) => {
    const text = HOME_MEMBER_TEXT[viewer.language];
    const memberId = readMemberId(metadata);
    if (memberId === undefined) return text.gone;
    const heirIds: string[] = [];
    for (const userId of (fields.get(MEMBER_FIELD.heirs) ?? '').split(' ')) {
      const heirId = await memberIdOf(services, userId);
      if (heirId !== undefined) heirIds.push(heirId);
    }
    const proposal = await services.useCases.proposeHandOver(context, memberId, heirIds);
    if (proposal.customers > 0 && heirIds.length === 0) {
      return { errors: { [MEMBER_FIELD.heirs]: text.heirsWanted(String(proposal.customers)) } };
    }
    return handOverWindow(proposal, heirIds, viewer.language);
  });
}

/** *Hand over*: the member has left, and the customers are the others'. */
export function handOverAction(services: Services) {
  return homeWindowAction(services, memberWords, async ({ context, value, viewer }) => {
    const { language } = viewer;
    const text = MEMBERS_TEXT[language];
    const read = readHandOver(value);
    const member = read && (await memberWith(services, context, read.memberId));
    if (read === undefined || member === undefined) return HOME_MEMBER_TEXT[language].gone;
    const { reports, shares } = await services.useCases.leaveTeam(context, read.memberId, read.heirIds);
    const lines = [
      text.leftNow(nameOfMember(member)),
      ...(shares.length === 0 ? [text.nothingToHandOver] : []),
      ...shares.map(({ customers, days, heir }) =>
        text.handedOver(customers, nameOfMember(heir), formatDecimal(days, 1)),
      ),
      ...(reports.count === 0
        ? []
        : [text.reports(reports.count, reports.manager === null ? null : nameOfMember(reports.manager))]),
    ];
    return lines.join(language === 'en' ? ' ' : '');
  });
}

/** *Bring back*: a member who had left. */
export function bringBackAction(services: Services) {
  return memberAction(services, async (member, _, { context, language }) => {
    await services.useCases.bringBack(context, member.id);
    return MEMBERS_TEXT[language].back(nameOfMember(member));
  });
}

/** *Who is this?…*: who is meant by an owner cell's text. */
export function linkOwnerAction(services: Services) {
  return homeWindowAction(services, memberWords, async ({ context, value, viewer }) => {
    const owners = await services.useCases.unknownOwners(context);
    const owner = owners.find(({ text }) => text === value);
    if (owner === undefined) return HOME_MEMBER_TEXT[viewer.language].noOwners;
    return linkOwnerWindow(owner.text, owner.customers, viewer.language);
  });
}

/** Somebody was named for an owner cell's text. */
export function ownerLinked(services: Services) {
  const refused = { 'owner-text': MEMBER_FIELD.who, 'member-left': MEMBER_FIELD.who };
  return homeWindowSubmitted(services, memberWords, refused, async ({ context, fields, metadata, viewer }) => {
    const { language } = viewer;
    const memberId = await memberIdOf(services, fields.get(MEMBER_FIELD.who) ?? '');
    const member = memberId === undefined ? undefined : await memberWith(services, context, memberId);
    if (member === undefined) return HOME_MEMBER_TEXT[language].gone;
    const customers = await services.useCases.linkOwner(context, metadata, member.id);
    return MEMBERS_TEXT[language].linked(plainName(metadata, 100), nameOfMember(member), customers);
  });
}

/** *Balance books…*: which customers to move so that nobody is over. */
export function balanceAction(services: Services) {
  return homeWindowAction(services, balanceWords, async ({ context, viewer }) =>
    balanceWindow(await services.useCases.proposeBalance(context), viewer.language),
  );
}

/** *Move them*: does what would be proposed now. */
export function applyBalanceAction(services: Services) {
  return homeWindowAction(services, balanceWords, async ({ context, viewer }) => {
    const { moves } = await services.useCases.applyBalance(context);
    return CAPACITY_TEXT[viewer.language].moved(moves.length);
  });
}

function memberWords(language: Language): HomeWindowWords {
  const { adminsOnly, failed, title } = HOME_MEMBER_TEXT[language];
  return { title, failed, adminsOnly };
}

function balanceWords(language: Language): HomeWindowWords {
  return {
    ...memberWords(language),
    title: HOME_MEMBER_TEXT[language].balanceTitle,
    adminsOnly: HOME_TEAM_TEXT[language].managersOnly,
    roles: ['manager', 'admin'],
  };
}

/** A button about a member. */
function memberAction(
  services: Services,
  build: (
    member: ListedMember,
    members: readonly ListedMember[],
    how: { readonly context: UseCaseContext; readonly language: Language },
  ) => ReturnType<Parameters<typeof homeWindowAction>[2]>,
) {
  return homeWindowAction(services, memberWords, async ({ context, value, viewer }) => {
    const { language } = viewer;
    const members = await services.useCases.listMembers(context);
    const member = members.find(({ id }) => id === value);
    if (member === undefined) return HOME_MEMBER_TEXT[language].gone;
    return build(member, members, { context, language });
  });
}

async function memberWith(services: Services, context: UseCaseContext, id: string): Promise<ListedMember | undefined> {
  return (await services.useCases.listMembers(context)).find((member) => member.id === id);
}

/** The member behind a Slack user who was chosen, made one on that occasion; undefined for nobody. */
async function memberIdOf(services: Services, slackUserId: string): Promise<string | undefined> {
  if (slackUserId === '') return undefined;
  const { profile } = await services.people.find(slackUserId);
  return (await services.useCases.recogniseMember(services.workspace.id, profile)).memberId ?? undefined;
}

/** The language that was chosen in place of Slack's; null where none was. */
function chosenLanguage({ locale, setByHand }: ListedMember): Language | null {
  return locale !== null && setByHand.includes('locale') ? languageOf(locale) : null;
}

function changeOf(member: ListedMember, fields: ReadonlyMap<string, string>, managerId: string | null): MemberChange {
  const given = (id: string): string => (fields.get(id) ?? '').trim();
  const unless = <T>(value: T, before: T): T | undefined => (value === before ? undefined : value);
  const role = (['rep', 'manager', 'admin'] as const).find((each) => each === given(MEMBER_FIELD.role));
  const language = given(MEMBER_FIELD.language) === AS_SLACK_SAYS ? null : given(MEMBER_FIELD.language);
  const minutes = given(MEMBER_FIELD.minutes);
  return {
    role: role === undefined ? undefined : unless(role, member.role),
    managerId: unless(managerId, member.managerId),
    locale: language === chosenLanguage(member) ? undefined : language,
    timeZone: unless(given(MEMBER_FIELD.timeZone) || null, member.timeZone),
    listAt: unless(given(MEMBER_FIELD.listAt), member.listAt),
    dayMinutes: unless(minutes === '' ? null : Number(minutes), member.dayMinutes),
    country: unless(given(MEMBER_FIELD.country) || null, member.country),
  };
}
