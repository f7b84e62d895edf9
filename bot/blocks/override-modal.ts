import type { ModalView } from '@slack/types';
import { addDays } from '../../core/calendar-date.ts';
import { tierTitle } from '../../core/text/grading-text.ts';
import { OVERRIDE_TEXT } from '../../core/text/override-text.ts';
import type { CustomerCard } from '../use-cases/customer-card.ts';
import { plainName } from './plain-name.ts';
import { header, plainText } from './rich-text.ts';
import type { Viewer } from './viewer.ts';

/** The ids by which the submitted modal and its fields come back. */
export const OVERRIDE_VIEW = 'override_tier';
export const OVERRIDE_FIELD = { tier: 'tier', reason: 'reason', until: 'until' } as const;

/** The days that the date picker proposes (default), and the longest reason. */
const PROPOSED_DAYS = 90;
const LONGEST_REASON = 500;

/** The window in which a person sets a graded customer's tier; `private_metadata` is the customer's id. */
export function overrideModal(card: CustomerCard, viewer: Viewer): ModalView {
  const { language } = viewer;
  const text = OVERRIDE_TEXT[language];
  const scheme = card.grading?.fitted.scheme;
  const options = (scheme?.tiers ?? []).map(({ id }) => ({
    text: plainText(scheme === undefined ? id : plainName(tierTitle(id, scheme, language), 75), 75),
    value: id,
  }));
  const now = options.find(({ value }) => value === card.grading?.standing.tier);
  return {
    type: 'modal',
    callback_id: OVERRIDE_VIEW,
    private_metadata: card.id,
    title: plainText(text.title, 24),
    submit: plainText(text.save, 24),
    close: plainText(text.cancel, 24),
    blocks: [
      header(plainName(card.name, 140)),
      {
        type: 'input',
        block_id: OVERRIDE_FIELD.tier,
        label: plainText(text.tier, 2000),
        element: {
          type: 'static_select',
          action_id: OVERRIDE_FIELD.tier,
          options,
          ...(now && { initial_option: now }),
        },
      },
      {
        type: 'input',
        block_id: OVERRIDE_FIELD.reason,
        label: plainText(text.reason, 2000),
        hint: plainText(text.reasonHint, 2000),
        element: { type: 'plain_text_input', action_id: OVERRIDE_FIELD.reason, max_length: LONGEST_REASON },
      },
      {
        type: 'input',
        block_id: OVERRIDE_FIELD.until,
        label: plainText(text.until, 2000),
        element: {
          type: 'datepicker',
          action_id: OVERRIDE_FIELD.until,
          initial_date: addDays(viewer.today, PROPOSED_DAYS),
        },
      },
    ],
  };
}
