import type { ViewSubmitAction } from '@slack/bolt';
import { BOT_TEXT } from '../../../core/text/bot-text.ts';
import { changeText } from '../../../core/text/change-text.ts';
import type { Language } from '../../../core/text/language.ts';
import { MORE_TEXT } from '../../../core/text/more-text.ts';
import { type CustomerWindow, readCustomerWindow } from '../../blocks/customer-window.ts';
import { doneWindow } from '../../blocks/done-answer.ts';
import { noticeWindow } from '../../blocks/notice-window.ts';
import type { Block } from '../../blocks/rich-text.ts';
import type { Viewer } from '../../blocks/viewer.ts';
import type { CustomerChanged } from '../../use-cases/change-customer.ts';
import type { UseCaseContext } from '../../use-cases/context.ts';
import { putCard } from '../put-card.ts';
import { anyRefusalOf } from '../service-refusal.ts';
import type { Services } from '../services.ts';
import { submitInTime, type WindowAnswer } from './submit-in-time.ts';

/** A window about a customer, as it was sent. */
export interface SentWindow {
  readonly window: CustomerWindow;
  readonly viewer: Viewer;
  readonly context: UseCaseContext;
  /** What is the same when the same window is sent again. */
  readonly requestId: string;
  /** What was filled in: text, the value of what was chosen, or a day; empty for nothing. */
  readonly value: (field: string) => string;
}

/** What was done, and what the window says of it. */
export interface WindowDone {
  readonly changed: CustomerChanged;
  readonly lines: readonly string[];
  /** Stands above what is said. */
  readonly blocks?: readonly Block[];
}

/**
 * A listener for a window about a customer that was sent: does one thing, says what was done and what it changed in the
 * window's place, with *Undo*, and puts the card anew that it was opened from. What is refused is said beside its field.
 *
 * @param titleOf the title of the answer, at most 24 characters
 * @param fieldOf the field to which each refusal's code belongs
 */
export function customerWindowSubmitted(
  services: Services,
  titleOf: (language: Language) => string,
  fieldOf: Readonly<Record<string, string | undefined>>,
  work: (sent: SentWindow) => Promise<WindowDone>,
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
        const done = await work({
          window,
          viewer,
          context,
          requestId: body.view.id,
          value: (field) => valueIn(body, field),
        });
        afterwards(() => putCard(services, context, viewer, window));
        return { response_action: 'update', view: await saidDone(services, title, done, { window, viewer, context }) };
      } catch (error) {
        const refusal = anyRefusalOf(error, viewer);
        if (refusal === undefined) throw error;
        const field = fieldOf[refusal.code];
        if (field === undefined) return notice(refusal.sentence);
        return { response_action: 'errors', errors: { [field]: refusal.sentence } };
      }
    },
  );
}

/** The window that says what was done and what became of the customer's tier, with *Undo*. */
export async function saidDone(
  services: Services,
  title: string,
  { changed, lines, blocks = [] }: WindowDone,
  { window, viewer, context }: Pick<SentWindow, 'window' | 'viewer' | 'context'>,
) {
  const { language, today } = viewer;
  const hasMoved = changed.grade !== null && changed.grade.from !== changed.grade.to;
  const card = hasMoved ? await services.useCases.showCustomer(context, changed.customerId) : undefined;
  const [latest] = card?.changes ?? [];
  const said = [...lines, ...(latest === undefined ? [] : [changeText(latest, today, language)])];
  const done = { actionId: changed.actionId, customerName: changed.name, lines: said };
  const view = doneWindow(title, done, language, window);
  return { ...view, blocks: [...blocks, ...view.blocks] };
}

function valueIn({ view }: ViewSubmitAction, field: string): string {
  const state = view.state.values[field]?.[field];
  return state?.value ?? state?.selected_option?.value ?? state?.selected_date ?? '';
}
