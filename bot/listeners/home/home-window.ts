import { setTimeout as delay } from 'node:timers/promises';
import type { ViewSubmitAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { BOT_TEXT } from '../../../core/text/bot-text.ts';
import type { Language } from '../../../core/text/language.ts';
import { noticeWindow } from '../../blocks/notice-window.ts';
import type { Viewer } from '../../blocks/viewer.ts';
import type { Role, UseCaseContext } from '../../use-cases/context.ts';
import { type BlockActionArgs, buttonValueOf } from '../actions/action-args.ts';
import { actionAsker, belongsHere, contextOf, viewerOf } from '../asker.ts';
import type { Services } from '../services.ts';
import { updateWindow } from '../update-window.ts';
import { fieldsOf } from '../views/file-window.ts';
import { submitInTime, type WindowAnswer } from '../views/submit-in-time.ts';
import { adminRefusalOf } from './admin-refusal.ts';

/** What is told around a window of the Home tab. */
export interface HomeWindowWords {
  /** At most 24 characters. */
  readonly title: string;
  readonly failed: string;
  /** To who may not do this (any more). */
  readonly adminsOnly: string;
  /** Default: admins. */
  readonly roles?: readonly Role[];
}

const ADMINS: readonly Role[] = ['admin'];

/** A button for admins that was pressed. */
export interface HomePress {
  readonly value: string;
  readonly viewer: Viewer;
  readonly context: UseCaseContext;
}

/** Puts together what a pressed button opens: a window, or a sentence in place of one. */
type BuildHomeWindow = (press: HomePress) => Promise<ModalView | string>;

/**
 * A listener for a button that opens a window for admins, or whom its words name, from the Home tab or from another window, whose place it takes.
 * Slack gives three seconds to open one: what takes longer is shown when it is found out, in place of a sentence that says so.
 * `wait` is that sentence where it is known beforehand, and the window is then opened with it at once.
 */
export function homeWindowAction(
  services: Services,
  words: (language: Language) => HomeWindowWords,
  build: BuildHomeWindow,
  wait?: (language: Language) => string,
) {
  return async ({ ack, action, body, client }: BlockActionArgs): Promise<void> => {
    await ack();
    const asker = actionAsker(body);
    const viewer = await viewerOf(asker, services);
    const { language } = viewer;
    const { adminsOnly, failed, roles = ADMINS, title } = words(language);
    let viewId = body.view?.type === 'modal' ? body.view.id : undefined;
    const show = async (what: ModalView | string): Promise<void> => {
      const view = typeof what === 'string' ? noticeWindow(title, what, language) : what;
      if (viewId === undefined) viewId = (await client.views.open({ trigger_id: body.trigger_id, view })).view?.id;
      else await updateWindow(client, viewId, view);
    };
    const find = async (): Promise<ModalView | string> => {
      try {
        const context = await contextOf(asker, services);
        if (!roles.includes(context.actor.role)) return adminsOnly;
        return await build({ value: buttonValueOf(action), viewer, context });
      } catch (error) {
        const refusal = adminRefusalOf(error, viewer);
        if (refusal === undefined) services.log.error({ err: error }, 'a window of the Home tab failed');
        return refusal?.sentence ?? failed;
      }
    };
    if (!belongsHere(asker, services.workspace)) return show(BOT_TEXT[language].otherWorkspace);
    if (wait !== undefined) await show(wait(language));
    const found = find();
    const inTime = await Promise.race([found, delay(services.loadingAfterMs, undefined, { ref: false })]);
    if (inTime === undefined && wait === undefined) await show(BOT_TEXT[language].oneMoment);
    return show(await found);
  };
}

/** A window for admins that was sent. */
export interface HomeSent {
  /** What stands in each field, by its id; empty for nothing. */
  readonly fields: ReadonlyMap<string, string>;
  /** The window's `private_metadata`. */
  readonly metadata: string;
  readonly viewer: Viewer;
  readonly context: UseCaseContext;
}

/** What a window that was sent comes to: another in its place, a sentence, or what is wrong with fields. */
export type HomeAnswer = ModalView | string | { readonly errors: Record<string, string> };

/**
 * A listener for a window for admins that was sent. What is refused is said beside its field.
 *
 * @param fieldOf the field to which each refusal's code belongs
 */
export function homeWindowSubmitted(
  services: Services,
  words: (language: Language) => HomeWindowWords,
  fieldOf: Readonly<Record<string, string | undefined>>,
  work: (sent: HomeSent) => Promise<HomeAnswer>,
) {
  return submitInTime(
    services,
    ({ language }) => words(language),
    async (body, viewer, context): Promise<WindowAnswer> => {
      const { adminsOnly, roles = ADMINS, title } = words(viewer.language);
      const notice = (sentence: string): WindowAnswer => ({
        response_action: 'update',
        view: noticeWindow(title, sentence, viewer.language),
      });
      if (!roles.includes(context.actor.role)) return notice(adminsOnly);
      try {
        const answer = await work({
          fields: fieldsOf(body),
          metadata: body.view.private_metadata,
          viewer,
          context,
        });
        if (typeof answer === 'string') return notice(answer);
        if ('errors' in answer) return { response_action: 'errors', errors: answer.errors };
        return { response_action: 'update', view: answer };
      } catch (error) {
        const refusal = adminRefusalOf(error, viewer);
        if (refusal === undefined) throw error;
        const field = fieldOf[refusal.code];
        return field !== undefined && hasField(body, field)
          ? { response_action: 'errors', errors: { [field]: refusal.sentence } }
          : notice(refusal.sentence);
      }
    },
  );
}

function hasField({ view }: ViewSubmitAction, id: string): boolean {
  return view.state.values[id] !== undefined;
}
