import type { InputBlock, ModalView } from '@slack/types';
import { DIGEST_PARTS } from '../../core/digest/digest.ts';
import { DELIVERY_TEXT } from '../../core/text/delivery-text.ts';
import { DIGEST_SETTINGS_TEXT } from '../../core/text/digest-settings-text.ts';
import type { Language } from '../../core/text/language.ts';
import type { DigestSettings } from '../use-cases/digest-settings.ts';
import { nameOfMember } from './home/member-name.ts';
import { plainName } from './plain-name.ts';
import { type Block, context, plainText } from './rich-text.ts';

/** The window's `callback_id`. Its `private_metadata` is the member's id. */
export const DIGEST_SETTINGS_VIEW = 'digest_settings_view';

/** Its fields. */
export const DIGEST_FIELD = { where: 'where', when: 'when', parts: 'parts', reps: 'reps' } as const;

const MOST_REPS = 100;

/** *Digest settings*: where, when and of what somebody gets digests. */
export function digestSettingsWindow(settings: DigestSettings, language: Language): ModalView {
  const text = DIGEST_SETTINGS_TEXT[language];
  const { at, channel, isOwn, isSet, member, parts, problem, repIds, reps } = settings;
  const delivery = DELIVERY_TEXT[language];
  const told = [
    ...(isOwn ? [] : [text.of(nameOfMember(member))]),
    ...(!isSet && member.role !== 'manager' ? [text.noneYet] : []),
    ...(problem === null ? [] : [text.notReached(plainName(problem, 60)), delivery.remedy(problem)]),
    ...(repIds !== null && reps?.length === 0 ? [text.noReps] : []),
  ];
  const options = DIGEST_PARTS.map((part) => ({ text: plainText(text.part[part], 75), value: part }));
  const chosenReps = (reps ?? []).flatMap(({ slackUserId }) => (slackUserId === null ? [] : [slackUserId]));
  return {
    type: 'modal',
    callback_id: DIGEST_SETTINGS_VIEW,
    private_metadata: member.id,
    title: plainText(text.title, 24),
    submit: plainText(text.save, 24),
    close: plainText(text.cancel, 24),
    blocks: [
      ...told.map((line): Block => context(line)),
      field(DIGEST_FIELD.where, text.where, text.whereHint, {
        type: 'conversations_select',
        action_id: DIGEST_FIELD.where,
        filter: { include: ['public', 'private'], exclude_bot_users: true },
        ...(channel !== null && { initial_conversation: channel }),
      }),
      field(DIGEST_FIELD.when, text.when, text.whenHint(plainName(member.timeZone ?? 'UTC', 60)), {
        type: 'timepicker',
        action_id: DIGEST_FIELD.when,
        ...(at !== 'off' && { initial_time: at }),
      }),
      field(DIGEST_FIELD.parts, text.parts, undefined, {
        type: 'multi_static_select',
        action_id: DIGEST_FIELD.parts,
        options,
        initial_options: options.filter(({ value }) => parts.includes(value)),
      }),
      field(DIGEST_FIELD.reps, text.reps, text.repsHint, {
        type: 'multi_users_select',
        action_id: DIGEST_FIELD.reps,
        max_selected_items: MOST_REPS,
        ...(chosenReps.length > 0 && { initial_users: chosenReps.slice(0, MOST_REPS) }),
      }),
    ],
  };
}

/** What has a hint may be left empty. */
function field(id: string, label: string, hint: string | undefined, element: InputBlock['element']): InputBlock {
  return {
    type: 'input',
    block_id: id,
    label: plainText(label, 2000),
    element,
    ...(hint !== undefined && { hint: plainText(hint, 2000), optional: true }),
  };
}
