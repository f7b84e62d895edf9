import type { Button, ModalView } from '@slack/types';
import { formatDate, formatMoney } from '../../core/text/format.ts';
import type { Language } from '../../core/text/language.ts';
import { PURCHASE_FILE_TEXT } from '../../core/text/purchase-file-text.ts';
import type { Purchase } from '../use-cases/purchases.ts';
import { ACTION } from './action-ids.ts';
import type { CustomerWindow } from './customer-window.ts';
import { fileWindow } from './file-window.ts';
import { followUpValue } from './follow-up-button.ts';
import { plainName } from './plain-name.ts';
import { type Block, paragraph, plainText, richText, run, section } from './rich-text.ts';
import type { Viewer } from './viewer.ts';
import { dayField, textField } from './window-fields.ts';

/** The ids by which the window and its fields come back. */
export const PURCHASE_VIEW = 'purchase_add';
export const PURCHASE_FIELD = {
  day: 'day',
  amount: 'amount',
  product: 'product',
  channel: 'channel',
  order: 'order',
} as const;

/** How many of the latest purchases are shown. */
export const SHOWN_PURCHASES = 10;

const LONGEST_WORDS = 200;
const LONGEST_AMOUNT = 60;

/** The window with what a customer bought last, each with *Remove*. */
export function purchasesWindow(
  customerName: string,
  purchases: readonly Purchase[],
  { language }: Viewer,
  window: CustomerWindow,
): ModalView {
  const text = PURCHASE_FILE_TEXT[language];
  const { customerId, seenAt } = window;
  const blocks: Block[] = [
    paragraph(purchases.length === 0 ? text.none : text.latest(purchases.length)),
    ...purchases.slice(0, SHOWN_PURCHASES).flatMap((purchase, place): Block[] => {
      const line = purchaseLine(purchase, language);
      const remove: Button = {
        ...button(`${ACTION.removePurchase}_${place + 1}`, text.remove, text.removeLabel(plainName(line, 50))),
        value: followUpValue({ customerId, seenAt, subject: purchase.id }),
        confirm: {
          title: plainText(text.remove, 100),
          text: plainText(text.confirmRemove(plainName(line, 150)), 300),
          confirm: plainText(text.remove, 30),
          deny: plainText(text.keep, 30),
        },
      };
      return [richText(section(run(line))), { type: 'actions', elements: [remove] }];
    }),
    {
      type: 'actions',
      elements: [
        {
          ...button(ACTION.addPurchase, text.add, text.addLabel(plainName(customerName, 40))),
          value: followUpValue({ customerId, seenAt }),
          style: 'primary',
        },
      ],
    },
  ];
  return fileWindow({ customerName, title: text.title, blocks }, window, language);
}

/** The window in which a purchase is added; `currency` is that of the purchases on file. */
export function purchaseWindow(
  customerName: string,
  currency: string | null,
  { language, today }: Viewer,
  window: CustomerWindow,
): ModalView {
  const text = PURCHASE_FILE_TEXT[language];
  const optional = (id: string, label: string) => ({ id, label, isOptional: true });
  const blocks: Block[] = [
    dayField({ id: PURCHASE_FIELD.day, label: text.day }, today),
    textField(
      { id: PURCHASE_FIELD.amount, label: text.amount(currency), hint: text.amountHint },
      { max: LONGEST_AMOUNT },
    ),
    textField(optional(PURCHASE_FIELD.product, text.product), { max: LONGEST_WORDS }),
    textField(optional(PURCHASE_FIELD.channel, text.channel), { max: LONGEST_WORDS }),
    textField(optional(PURCHASE_FIELD.order, text.order), { max: LONGEST_WORDS }),
  ];
  const shown = { customerName, callbackId: PURCHASE_VIEW, title: text.addTitle, submit: text.save, blocks };
  return fileWindow(shown, window, language);
}

/** A purchase in one line: day, amount, product, channel and order number. */
export function purchaseLine(purchase: Purchase, language: Language): string {
  const { amount, boughtOn, channel, currency, orderNumber, product } = purchase;
  const words = [product, channel, orderNumber].flatMap((word) => (word === null ? [] : [plainName(word, 60)]));
  return [formatDate(boughtOn, language), formatMoney(amount, language, { currency }), ...words].join(' · ');
}

function button(actionId: string, label: string, accessible: string): Button {
  return {
    type: 'button',
    action_id: actionId,
    text: plainText(label, 75),
    accessibility_label: plainName(accessible, 75),
  };
}
