import type { InputBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import { CAPACITY_TEXT } from '../../../core/text/capacity-text.ts';
import { formatDecimal } from '../../../core/text/format.ts';
import { HOME_MEMBER_TEXT } from '../../../core/text/home-member-text.ts';
import { LANGUAGES, type Language } from '../../../core/text/language.ts';
import { LANGUAGE_NAMES } from '../../../core/text/language-names.ts';
import { OVERRIDE_TEXT } from '../../../core/text/override-text.ts';
import type { CapacityProposal } from '../../use-cases/capacity.ts';
import type { HandOverProposal } from '../../use-cases/hand-over-book.ts';
import type { ListedMember } from '../../use-cases/list-members.ts';
import { ACTION } from '../action-ids.ts';
import { plainName } from '../plain-name.ts';
import { type Block, bulletList, context, header, paragraph, plainText } from '../rich-text.ts';
import { choiceField, dayField, personField, textField } from '../window-fields.ts';
import { actionButton } from './action-button.ts';
import { nameOfMember } from './member-name.ts';

/** The ids by which the windows and their fields come back. */
export const MEMBER_VIEW = {
  edit: 'home_member_edit',
  away: 'home_member_away',
  leave: 'home_member_leave',
  link: 'home_owner_link',
} as const;
export const MEMBER_FIELD = {
  role: 'role',
  manager: 'manager',
  managerNow: 'manager_now',
  timeZone: 'time_zone',
  language: 'language',
  listAt: 'list_at',
  minutes: 'minutes',
  country: 'country',
  from: 'from',
  to: 'to',
  cover: 'cover',
  heirs: 'heirs',
  who: 'who',
} as const;

/** The language that is taken from Slack. */
export const AS_SLACK_SAYS = 'slack';

/** In the field of a manager whom Slack does not know: the manager stays, unless another is chosen. */
export const MANAGER_STAYS = 'stays';

/** What one window is about. */
const ABOUT_MEMBER = z.uuid();

/** The member whom a window or a button is about; undefined for anything else. */
export function readMemberId(text: string): string | undefined {
  return ABOUT_MEMBER.safeParse(text).data;
}

/** What is set for a member. `language` is what was chosen by hand; null: Slack's. */
export function editMemberWindow(
  member: ListedMember,
  manager: ListedMember | undefined,
  chosen: Language | null,
  language: Language,
): ModalView {
  const text = HOME_MEMBER_TEXT[language];
  const { country, dayMinutes, id, listAt, role, timeZone } = member;
  return windowOf(MEMBER_VIEW.edit, nameOfMember(member), id, text.save, language, [
    choiceField(
      { id: MEMBER_FIELD.role, label: text.fieldRole },
      (['rep', 'manager', 'admin'] as const).map((each) => [each, text.role[each]] as const),
      role,
    ),
    ...(manager === undefined || manager.slackUserId !== null
      ? []
      : [
          choiceField(
            { id: MEMBER_FIELD.managerNow, label: text.fieldManagerNow },
            [
              [MANAGER_STAYS, nameOfMember(manager)],
              ['nobody', text.noManager],
            ],
            MANAGER_STAYS,
          ),
        ]),
    personField({ id: MEMBER_FIELD.manager, label: text.fieldManager, isOptional: true }, manager?.slackUserId ?? null),
    choiceField(
      { id: MEMBER_FIELD.language, label: text.fieldLanguage },
      [[AS_SLACK_SAYS, text.asSlackSays] as const, ...LANGUAGES.map((each) => [each, LANGUAGE_NAMES[each]] as const)],
      chosen ?? AS_SLACK_SAYS,
    ),
    textField(
      { id: MEMBER_FIELD.timeZone, label: text.fieldTimeZone, hint: text.asSlackSays, isOptional: true },
      { max: 60, text: timeZone ?? '' },
    ),
    textField({ id: MEMBER_FIELD.listAt, label: text.fieldList, hint: text.fieldListHint }, { max: 10, text: listAt }),
    textField(
      { id: MEMBER_FIELD.minutes, label: text.fieldMinutes, hint: text.fieldMinutesHint, isOptional: true },
      { max: 4, text: dayMinutes === null ? '' : String(dayMinutes) },
    ),
    textField(
      { id: MEMBER_FIELD.country, label: text.fieldCountry, hint: text.fieldCountryHint, isOptional: true },
      { max: 10, text: country ?? '' },
    ),
  ]);
}

/** When a member will be away, and who looks after the book. */
export function awayWindow(member: ListedMember, language: Language): ModalView {
  const text = HOME_MEMBER_TEXT[language];
  return windowOf(MEMBER_VIEW.away, nameOfMember(member), member.id, text.save, language, [
    dayField({ id: MEMBER_FIELD.from, label: text.from }, null),
    dayField({ id: MEMBER_FIELD.to, label: text.to, hint: text.toHint, isOptional: true }, null),
    personField({ id: MEMBER_FIELD.cover, label: text.cover, isOptional: true }, null),
  ]);
}

/** Who takes a member's customers over. */
export function leaveWindow({ customers, member }: HandOverProposal, language: Language): ModalView {
  const text = HOME_MEMBER_TEXT[language];
  const heirs: InputBlock = {
    type: 'input',
    block_id: MEMBER_FIELD.heirs,
    optional: true,
    label: plainText(text.heirs, 150),
    hint: plainText(customers === 0 ? text.noHeirsWanted : text.heirsHint(customers), 300),
    element: { type: 'multi_users_select', action_id: MEMBER_FIELD.heirs, max_selected_items: MOST_HEIRS },
  };
  return windowOf(MEMBER_VIEW.leave, nameOfMember(member), member.id, text.propose, language, [heirs]);
}

/** As many ids as fit into a button's value. */
const MOST_HEIRS = 20;

/** What leaving would come to, and the button that does it. */
export function handOverWindow(
  { member, shares }: HandOverProposal,
  heirIds: readonly string[],
  language: Language,
): ModalView {
  const text = HOME_MEMBER_TEXT[language];
  const name = nameOfMember(member);
  const lines = shares.map(({ customers, days, heir }) =>
    text.share(customers, nameOfMember(heir), formatDecimal(days, 1)),
  );
  return {
    type: 'modal',
    title: plainText(text.proposal, 24),
    close: plainText(text.cancel, 24),
    blocks: [
      header(plainName(name, 140)),
      lines.length === 0 ? paragraph(text.nothingToHandOver) : bulletList(text.proposal, lines),
      {
        type: 'actions',
        elements: [
          actionButton({
            actionId: ACTION.handOver,
            label: text.leaveNow,
            value: [member.id, ...heirIds].join(' '),
            style: 'danger',
            confirm: {
              title: text.leaveConfirmTitle(name),
              text: text.leaveConfirm,
              yes: text.leaveNow,
              no: text.cancel,
            },
          }),
        ],
      },
    ],
  };
}

/** Reads what the button of {@link handOverWindow} carries: the member, and the heirs. */
export function readHandOver(value: string): { readonly memberId: string; readonly heirIds: string[] } | undefined {
  const [memberId, ...heirIds] = value.split(' ').map(readMemberId);
  const known = heirIds.filter((id) => id !== undefined);
  return memberId === undefined || known.length < heirIds.length ? undefined : { memberId, heirIds: known };
}

/** Who is meant by an owner cell's text. */
export function linkOwnerWindow(owner: string, customers: number, language: Language): ModalView {
  const text = HOME_MEMBER_TEXT[language];
  return windowOf(MEMBER_VIEW.link, text.owners, owner, text.save, language, [
    personField(
      { id: MEMBER_FIELD.who, label: text.linkField(plainName(owner, 200)), hint: text.linkHint(customers) },
      null,
    ),
  ]);
}

const MOST_MOVES = 20;

/** What would balance the books, and the button that does it. */
export function balanceWindow({ isFewest, moves, stillOver }: CapacityProposal, language: Language): ModalView {
  const text = HOME_MEMBER_TEXT[language];
  const words = CAPACITY_TEXT[language];
  const lines = moves
    .slice(0, MOST_MOVES)
    .map(({ from, name, to }) => `${plainName(name, 80)}: ${nameOfMember(from)} → ${nameOfMember(to)}`);
  const more = moves.length - lines.length;
  const noneOver = stillOver.length === 0 ? [paragraph(words.noneOver)] : [];
  const button: Block = {
    type: 'actions',
    elements: [
      actionButton({
        actionId: ACTION.applyBalance,
        label: text.balanceNow,
        style: 'primary',
        confirm: { title: text.balanceTitle, text: text.balanceConfirm, yes: text.balanceNow, no: text.cancel },
      }),
    ],
  };
  return {
    type: 'modal',
    title: plainText(text.balanceTitle, 24),
    close: plainText(OVERRIDE_TEXT[language].close, 24),
    blocks: [
      ...(moves.length === 0
        ? noneOver
        : [
            bulletList(text.proposal, [...lines, ...(more > 0 ? [`+ ${more}`] : [])]),
            context(isFewest ? words.fewest : words.notFewest),
          ]),
      ...stillOver
        .slice(0, MOST_MOVES)
        .map(({ days, member }) => context(words.stillOver(nameOfMember(member), formatDecimal(days, 1)))),
      ...(moves.length === 0 ? [] : [button]),
    ],
  };
}

function windowOf(
  callbackId: string,
  title: string,
  metadata: string,
  submit: string,
  language: Language,
  blocks: Block[],
): ModalView {
  return {
    type: 'modal',
    callback_id: callbackId,
    private_metadata: metadata,
    title: plainText(title, 24),
    submit: plainText(submit, 24),
    close: plainText(HOME_MEMBER_TEXT[language].cancel, 24),
    blocks,
  };
}
