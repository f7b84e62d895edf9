import type { ViewSubmitAction } from '@slack/bolt';
import { BOT_TEXT } from '../../../core/text/bot-text.ts';
import type { Language } from '../../../core/text/language.ts';
import { MORE_TEXT } from '../../../core/text/more-text.ts';
import { type CustomerWindow, readCustomerWindow } from '../../blocks/customer-window.ts';
import { noticeWindow } from '../../blocks/notice-window.ts';
import type { Viewer } from '../../blocks/viewer.ts';
import type { UseCaseContext } from '../../use-cases/context.ts';
import { putCard } from '../put-card.ts';
import { anyRefusalOf } from '../service-refusal.ts';
import type { Services } from '../services.ts';
import { type FileDone, saidChanged } from './said-changed.ts';
import { submitInTime, type WindowAnswer } from './submit-in-time.ts';

/** A window about a customer's file, as it was sent. */
export interface SentFile {
  readonly window: CustomerWindow;
  readonly viewer: Viewer;
  readonly context: UseCaseContext;
  /** What is the same when the same window is sent again. */
  readonly requestId: string;
  /** What stands in a field, by its id; empty for nothing. */
  readonly fields: ReadonlyMap<string, string>;
}

/** What a sent window came to: done, wrong fields with a sentence each, or a sentence in the window's place. */
export type FileAnswer = FileDone | { readonly errors: Record<string, string> } | { readonly notice: string };

/**
 * A listener for a window about a customer's file that was sent: says in its place what was done, with *Undo*, and puts
 * the card anew that it was opened from. What is refused is said beside its field.
 *
 * @param fieldOf the field to which each refusal's code belongs
 */
export function fileWindowSubmitted(
  services: Services,
  titleOf: (language: Language) => string,
  fieldOf: Readonly<Record<string, string | undefined>>,
  work: (sent: SentFile) => Promise<FileAnswer>,
) {
  return submitInTime(
    services,
    ({ language }) => ({ title: titleOf(language), failed: MORE_TEXT[language].failed }),
    async (body, viewer, context, afterwards): Promise<WindowAnswer> => {
      const { language } = viewer;
      const title = titleOf(language);
      const notice = (sentence: string): WindowAnswer => ({
        response_action: 'update',
        view: noticeWindow(title, sentence, language),
      });
      const window = readCustomerWindow(body.view.private_metadata);
      if (window === undefined) return notice(BOT_TEXT[language].customerGone);
      try {
        const answer = await work({ window, viewer, context, requestId: body.view.id, fields: fieldsOf(body) });
        if ('errors' in answer) return { response_action: 'errors', errors: answer.errors };
        if ('notice' in answer) return notice(answer.notice);
        const { customerId } = answer.changed;
        afterwards(() => putCard(services, context, viewer, { ...window, customerId }));
        return {
          response_action: 'update',
          view: await saidChanged(services, title, answer, { window, viewer, context }),
        };
      } catch (error) {
        const refusal = anyRefusalOf(error, viewer);
        if (refusal === undefined) throw error;
        const field = fieldOf[refusal.code];
        if (field === undefined || body.view.state.values[field] === undefined) return notice(refusal.sentence);
        return { response_action: 'errors', errors: { [field]: refusal.sentence } };
      }
    },
  );
}

/**
 * What stands in each field of a sent window: text, the value of what was chosen, a person, a channel, a day or a time; several
 * with a space between; empty for nothing.
 */
export function fieldsOf({ view }: Pick<ViewSubmitAction, 'view'>): ReadonlyMap<string, string> {
  const fields = Object.entries(view.state.values).map(([id, elements]): [string, string] => {
    const [state] = Object.values(elements);
    const one = state?.value ?? state?.selected_option?.value ?? state?.selected_user ?? state?.selected_date;
    const place = state?.selected_conversation ?? state?.selected_channel ?? state?.selected_time;
    const several = state?.selected_users ?? state?.selected_options?.map(({ value }) => value);
    return [id, one ?? place ?? several?.join(' ') ?? ''];
  });
  return new Map(fields);
}
