import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { BOT_TEXT } from '../../core/text/bot-text.ts';
import { DIGEST_SETTINGS_TEXT, type DigestSettingsText } from '../../core/text/digest-settings-text.ts';
import { DIGEST_FIELD, digestSettingsWindow } from '../blocks/digest-settings-window.ts';
import { noticeWindow } from '../blocks/notice-window.ts';
import { plainMessage } from '../blocks/rich-text.ts';
import type { Viewer } from '../blocks/viewer.ts';
import type { UseCaseContext } from '../use-cases/context.ts';
import type { DigestChange } from '../use-cases/digest-settings.ts';
import { UseCaseError } from '../use-cases/use-case-error.ts';
import { type BlockActionArgs, buttonValueOf } from './actions/action-args.ts';
import { showInTime } from './actions/window-in-time.ts';
import { answerOnlyTo } from './answer.ts';
import { type Asker, actionAsker, belongsHere, contextOf, viewerOf } from './asker.ts';
import { adminRefusalOf } from './home/admin-refusal.ts';
import type { Services } from './services.ts';
import { slackErrorOf } from './slack-error.ts';
import { fieldsOf } from './views/file-window.ts';
import { submitInTime, type ViewArgs, type WindowAnswer } from './views/submit-in-time.ts';

/** *Settings* under a digest or on the Home tab: the window about one's own digest, or that of the member whom the button names. */
export function digestSettingsAction(services: Services) {
  return async ({ ack, action, body, client, respond }: BlockActionArgs): Promise<void> => {
    await ack();
    const asker = actionAsker(body);
    const how = body.view?.type === 'modal' ? 'push' : 'open';
    const which = { triggerId: body.trigger_id, how, who: buttonValueOf(action) } as const;
    const shown = await openDigestSettings(client, services, asker, which);
    if (shown === 'too-late' && body.view === undefined) {
      const { language } = await viewerOf(asker, services);
      await answerOnlyTo(respond, plainMessage(DIGEST_SETTINGS_TEXT[language].notOpened));
    }
  };
}

/** Opens the window; `who` is a member's id, or empty for the asker. */
export async function openDigestSettings(
  client: WebClient,
  services: Services,
  asker: Asker,
  { how, triggerId, who }: { readonly how: 'open' | 'push'; readonly triggerId: string; readonly who: string },
): Promise<'shown' | 'too-late'> {
  const language = () => services.people.remembered(asker.userId)?.language ?? 'en';
  const notice = (sentence: string): ModalView =>
    noticeWindow(DIGEST_SETTINGS_TEXT[language()].title, sentence, language());
  return showInTime(client, services, {
    triggerId,
    how,
    content: settingsView(services, asker, who),
    loading: () => notice(BOT_TEXT[language()].oneMoment),
    failed: () => notice(DIGEST_SETTINGS_TEXT[language()].notOpened),
  });
}

async function settingsView(services: Services, asker: Asker, who: string): Promise<ModalView> {
  const viewer = await viewerOf(asker, services);
  const { language } = viewer;
  const { title } = DIGEST_SETTINGS_TEXT[language];
  if (!belongsHere(asker, services.workspace)) return noticeWindow(title, BOT_TEXT[language].otherWorkspace, language);
  const context = await contextOf(asker, services);
  try {
    const settings = await services.useCases.findDigestSettings(context, who || (context.actor.memberId ?? ''));
    return digestSettingsWindow(settings, language);
  } catch (error) {
    const refusal = adminRefusalOf(error, viewer);
    if (refusal === undefined) throw error;
    return noticeWindow(title, refusal.sentence, language);
  }
}

const FIELD_OF: Readonly<Record<string, string | undefined>> = {
  'digest-hour': DIGEST_FIELD.when,
  'digest-channel': DIGEST_FIELD.where,
  'digest-parts': DIGEST_FIELD.parts,
  'digest-reps': DIGEST_FIELD.reps,
};

/** The window was sent: saves it, and says at once where digests cannot come to the channel. */
export function digestSettingsSent(services: Services) {
  return async (args: ViewArgs): Promise<void> => {
    const listener = submitInTime(
      services,
      ({ language }) => DIGEST_SETTINGS_TEXT[language],
      async (body, viewer, context): Promise<WindowAnswer> => {
        const text = DIGEST_SETTINGS_TEXT[viewer.language];
        try {
          const change = await changeOf(services, context, fieldsOf(body));
          if (change === undefined) return errorAt(DIGEST_FIELD.reps, text.notMembers);
          const { at, channel } = await services.useCases.setDigest(context, body.view.private_metadata, change);
          const trouble = channel === null || at === 'off' ? undefined : await troubleWith(args.client, channel, text);
          const sentence = at === 'off' ? text.savedOff : text.saved;
          return said(viewer, trouble === undefined ? [sentence] : [sentence, trouble]);
        } catch (error) {
          const refusal = adminRefusalOf(error, viewer);
          if (refusal === undefined) throw error;
          const field = error instanceof UseCaseError ? FIELD_OF[error.code] : undefined;
          return field === undefined ? said(viewer, [refusal.sentence]) : errorAt(field, refusal.sentence);
        }
      },
    );
    await listener(args);
  };
}

/** Undefined where somebody who was chosen is no member. */
async function changeOf(
  { useCases }: Services,
  context: UseCaseContext,
  fields: ReadonlyMap<string, string>,
): Promise<DigestChange | undefined> {
  const of = (id: string) => fields.get(id) ?? '';
  const userIds = of(DIGEST_FIELD.reps)
    .split(' ')
    .filter((id) => id !== '');
  const repIds: string[] = [];
  for (const userId of userIds) {
    const rep = await useCases.findRep(context, userId);
    if (rep === undefined) return undefined;
    repIds.push(rep.id);
  }
  return {
    channel: of(DIGEST_FIELD.where) || null,
    at: of(DIGEST_FIELD.when) || 'off',
    parts: of(DIGEST_FIELD.parts)
      .split(' ')
      .filter((part) => part !== ''),
    repIds: repIds.length === 0 ? null : repIds,
  };
}

/**
 * What keeps digests from the channel; undefined for nothing. Asked by the call that also finds out whether a message arrived
 * (`conversations.history`), so that it needs no right beyond those that digests in channels need.
 */
async function troubleWith(client: WebClient, channel: string, text: DigestSettingsText): Promise<string | undefined> {
  try {
    await client.conversations.history({ channel, limit: 1 });
    return undefined;
  } catch (error) {
    const problem = slackErrorOf(error);
    // Slack says of a private channel that there is none
    if (problem === 'not_in_channel' || problem === 'channel_not_found') return text.notInChannel;
    if (problem === 'missing_scope') return text.noScope;
    return problem === 'is_archived' ? text.archived : undefined;
  }
}

function said({ language }: Viewer, sentences: readonly string[]): WindowAnswer {
  const { title } = DIGEST_SETTINGS_TEXT[language];
  const sentence = sentences.join(language === 'en' ? ' ' : '');
  return { response_action: 'update', view: noticeWindow(title, sentence, language) };
}

function errorAt(field: string, sentence: string): WindowAnswer {
  return { response_action: 'errors', errors: { [field]: sentence } };
}
