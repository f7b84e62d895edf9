import { daysText } from '../../../core/text/calendar-text.ts';
import { HOME_MEMBER_TEXT } from '../../../core/text/home-member-text.ts';
import { HOME_TEAM_TEXT } from '../../../core/text/home-team-text.ts';
import { HOME_TEXT } from '../../../core/text/home-text.ts';
import { languageOf } from '../../../core/text/language.ts';
import { LANGUAGE_NAMES } from '../../../core/text/language-names.ts';
import { MEMBERS_TEXT } from '../../../core/text/members-text.ts';
import type { ListedMember } from '../../use-cases/list-members.ts';
import { ACTION } from '../action-ids.ts';
import { plainName } from '../plain-name.ts';
import { type Block, context, header, paragraph, plainText } from '../rich-text.ts';
import type { Viewer } from '../viewer.ts';
import { actionButton } from './action-button.ts';
import { nameOfMember } from './member-name.ts';
import { pageButton } from './page-button.ts';
import { pageOf, pagesRow } from './pages-row.ts';

/** One block each. */
const MEMBERS_A_PAGE = 20;
const OWNERS_A_PAGE = 20;

/** How a table named an owner whom nobody knows. */
export interface UnknownOwnerShown {
  readonly text: string;
  readonly customers: number;
}

/** The page with everybody, and the ways to what is done with them. */
export function membersBlocks(
  members: readonly ListedMember[],
  unknownOwners: number,
  page: number,
  { language }: Viewer,
): Block[] {
  const text = HOME_MEMBER_TEXT[language];
  const left = members.filter(({ deactivatedAt }) => deactivatedAt !== null).length;
  const shown = pageOf(members, page, MEMBERS_A_PAGE);
  return [
    header(text.title),
    context(text.count(members.length - left, left)),
    {
      type: 'actions',
      elements: [
        pageButton(text.ownersButton(unknownOwners), { kind: 'owners' }, { id: 'owners' }),
        actionButton({ actionId: ACTION.balanceBooks, label: text.balance }),
      ],
    },
    ...shown.items.map((member): Block => {
      const name = nameOfMember(member);
      return {
        type: 'section',
        text: plainText(memberLine(member, members, language), 500),
        accessory: pageButton(text.open, { kind: 'member', id: member.id }, { accessible: text.openLabel(name) }),
      };
    }),
    ...pagesRow(shown, (each) => ({ kind: 'members', page: each }), language),
  ];
}

function memberLine(member: ListedMember, members: readonly ListedMember[], language: Viewer['language']): string {
  const text = HOME_MEMBER_TEXT[language];
  const manager = members.find(({ id }) => id === member.managerId);
  const [next] = member.absences;
  return [
    nameOfMember(member),
    text.role[member.role],
    text.customers(member.customers),
    ...(manager === undefined ? [] : [text.managedBy(nameOfMember(manager))]),
    ...(member.deactivatedAt === null ? [] : [text.hasLeft]),
    ...(next === undefined ? [] : [absenceLine(next, members, language)]),
  ].join(' · ');
}

function absenceLine(
  { coverId, fromOn, toOn }: ListedMember['absences'][number],
  members: readonly ListedMember[],
  language: Viewer['language'],
): string {
  const cover = members.find(({ id }) => id === coverId);
  return MEMBERS_TEXT[language].away(
    daysText(fromOn, toOn, language),
    cover === undefined ? null : nameOfMember(cover),
  );
}

/** The page about one member: all that is set, and the windows in which it is changed. */
export function memberBlocks(member: ListedMember, members: readonly ListedMember[], { language }: Viewer): Block[] {
  const text = HOME_MEMBER_TEXT[language];
  const { absences, country, dayMinutes, deactivatedAt, id, listAt, locale, managerId, timeZone } = member;
  const manager = members.find((each) => each.id === managerId);
  const name = nameOfMember(member);
  const lines = [
    `${text.role[member.role]} · ${text.customers(member.customers)}${deactivatedAt === null ? '' : ` · ${text.hasLeft}`}`,
    manager === undefined ? text.noManager : text.managedBy(nameOfMember(manager)),
    text.timeZone(timeZone),
    text.language(locale === null ? null : LANGUAGE_NAMES[languageOf(locale)]),
    text.list(listAt === 'off' ? null : listAt),
    text.day(dayMinutes),
    text.country(country),
    ...absences.map((absence) => absenceLine(absence, members, language)),
  ];
  const [next] = absences;
  const button = (actionId: string, label: string) =>
    actionButton({ actionId, label, accessible: `${label} ${name}`, value: id });
  const here = [
    button(ACTION.editMember, text.edit),
    button(ACTION.memberAway, text.away),
    ...(next === undefined
      ? []
      : [
          actionButton({
            actionId: ACTION.endAbsence,
            label: text.endAway,
            value: id,
            confirm: {
              title: name,
              text: text.endAwayText(daysText(next.fromOn, next.toOn, language)),
              yes: text.endAway,
              no: text.cancel,
            },
          }),
        ]),
    button(ACTION.memberLeave, text.leave),
    ...(member.role === 'rep'
      ? []
      : [
          pageButton(
            HOME_TEAM_TEXT[language].digestOf(plainName(name, 40)),
            { kind: 'digest', id },
            { id: 'digest_of' },
          ),
          button(ACTION.digestSettings, HOME_TEAM_TEXT[language].settings),
        ]),
  ];
  const gone = [
    button(ACTION.bringBackMember, text.bringBack),
    ...(member.customers === 0 ? [] : [button(ACTION.memberLeave, text.leave)]),
  ];
  return [
    header(plainName(name, 140)),
    paragraph(...lines),
    { type: 'actions', elements: deactivatedAt === null ? here : gone },
    { type: 'actions', elements: [pageButton(HOME_TEXT[language].back, { kind: 'members' }, { id: 'back' })] },
  ];
}

/** The page with the owners of tables that nobody here is. */
export function ownersBlocks(owners: readonly UnknownOwnerShown[], page: number, { language }: Viewer): Block[] {
  const text = HOME_MEMBER_TEXT[language];
  const shown = pageOf(owners, page, OWNERS_A_PAGE);
  const customers = owners.reduce((sum, owner) => sum + owner.customers, 0);
  return [
    header(text.owners),
    context(owners.length === 0 ? text.noOwners : text.ownersCount(owners.length, customers)),
    ...shown.items.map((owner, index): Block => {
      const name = plainName(owner.text, 200) || '–';
      return {
        type: 'section',
        text: plainText(`${name} · ${text.customers(owner.customers)}`, 300),
        accessory: actionButton({
          actionId: `${ACTION.linkOwner}_${index + 1}`,
          label: text.link,
          accessible: text.linkLabel(plainName(owner.text, 50)),
          value: owner.text.slice(0, 2000),
        }),
      };
    }),
    ...pagesRow(shown, (each) => ({ kind: 'owners', page: each }), language),
    { type: 'actions', elements: [pageButton(HOME_TEXT[language].back, { kind: 'members' }, { id: 'back' })] },
  ];
}
