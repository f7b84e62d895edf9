import type { ModalView } from '@slack/types';
import type { Language } from '../../core/text/language.ts';
import { OVERRIDE_TEXT } from '../../core/text/override-text.ts';
import { PROSPECT_TEXT } from '../../core/text/prospect-text.ts';
import type { CustomerCard } from '../use-cases/customer-card.ts';
import { type CustomerWindow, customerWindowMetadata } from './customer-window.ts';
import { plainName } from './plain-name.ts';
import { type Block, header, plainText } from './rich-text.ts';
import type { Viewer } from './viewer.ts';
import { dayField, textField } from './window-fields.ts';

/** The ids by which the windows and their fields come back. */
export const WON_VIEW = 'prospect_won';
export const LOST_VIEW = 'prospect_lost';
export const EXPECTED_VIEW = 'prospect_expected';
export const PROSPECT_FIELD = { amount: 'amount', currency: 'currency', day: 'day', reason: 'reason' } as const;

const LONGEST_AMOUNT = 40;
const LONGEST_REASON = 500;

/** The window in which a prospect is put down as won. Amount and currency are those that were expected, if any. */
export function wonWindow(card: CustomerCard, { language, today }: Viewer, window: CustomerWindow): ModalView {
  const text = PROSPECT_TEXT[language];
  const { amount = null, currency = null } = card.service.signing ?? {};
  return prospectWindow(WON_VIEW, text.wonTitle, card, language, window, [
    textField(
      { id: PROSPECT_FIELD.amount, label: text.amount, hint: text.amountHint },
      { max: LONGEST_AMOUNT, text: amountInField(amount) },
    ),
    textField(
      { id: PROSPECT_FIELD.currency, label: text.currency, hint: text.currencyHint, isOptional: true },
      { max: 3, text: currency ?? '' },
    ),
    dayField({ id: PROSPECT_FIELD.day, label: text.wonOn }, today),
  ]);
}

/** The window in which a prospect is put down as lost. */
export function lostWindow(card: CustomerCard, { language, today }: Viewer, window: CustomerWindow): ModalView {
  const text = PROSPECT_TEXT[language];
  return prospectWindow(LOST_VIEW, text.lostTitle, card, language, window, [
    textField(
      { id: PROSPECT_FIELD.reason, label: text.reason, hint: text.reasonHint },
      { max: LONGEST_REASON, lines: true },
    ),
    dayField({ id: PROSPECT_FIELD.day, label: text.lostOn }, today),
  ]);
}

/** The window for what a prospect is expected to sign for, and when. */
export function expectedWindow(card: CustomerCard, { language }: Viewer, window: CustomerWindow): ModalView {
  const text = PROSPECT_TEXT[language];
  const { amount = null, currency = null, on = null } = card.service.signing ?? {};
  return prospectWindow(EXPECTED_VIEW, text.expectedTitle, card, language, window, [
    textField(
      {
        id: PROSPECT_FIELD.amount,
        label: text.expectedAmount(currency),
        hint: text.amountHint,
        isOptional: true,
      },
      { max: LONGEST_AMOUNT, text: amountInField(amount) },
    ),
    dayField({ id: PROSPECT_FIELD.day, label: text.expectedOn, isOptional: true }, on),
  ]);
}

function prospectWindow(
  callbackId: string,
  title: string,
  card: CustomerCard,
  language: Language,
  window: CustomerWindow,
  fields: readonly Block[],
): ModalView {
  return {
    type: 'modal',
    callback_id: callbackId,
    private_metadata: customerWindowMetadata(window),
    title: plainText(title, 24),
    submit: plainText(PROSPECT_TEXT[language].save, 24),
    close: plainText(OVERRIDE_TEXT[language].cancel, 24),
    blocks: [header(plainName(card.name, 140)), ...fields],
  };
}

/** An amount as it can be read again, in digits. */
function amountInField(amount: number | null): string {
  return amount === null ? '' : new Intl.NumberFormat('en', { maximumFractionDigits: 2 }).format(amount);
}
