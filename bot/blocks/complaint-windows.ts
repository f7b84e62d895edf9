import type { ModalView } from '@slack/types';
import { COMPLAINT_CAUSES, COMPLAINT_CHANNELS } from '../../core/follow-ups/complaint.ts';
import { COMPLAINT_TEXT } from '../../core/text/complaint-text.ts';
import { OVERRIDE_TEXT } from '../../core/text/override-text.ts';
import type { CustomerCard } from '../use-cases/customer-card.ts';
import { type CustomerWindow, customerWindowMetadata } from './customer-window.ts';
import { plainName } from './plain-name.ts';
import { header, paragraph, plainText } from './rich-text.ts';
import type { Viewer } from './viewer.ts';
import { choiceField, textField } from './window-fields.ts';

/** The ids by which the windows and their fields come back. */
export const COMPLAINT_VIEW = 'complaint';
export const COMPLAINT_FIELD = { channel: 'channel', cause: 'cause', description: 'description' } as const;
export const CLOSE_COMPLAINT_VIEW = 'complaint_close';
export const CLOSE_COMPLAINT_FIELD = { resolution: 'resolution' } as const;

/** The most characters of a text field, which are fewer than Slack's 3,000. */
const LONGEST = 2000;

/** The window in which a complaint of a customer is logged. */
export function complaintWindow(card: CustomerCard, { language }: Viewer, window: CustomerWindow): ModalView {
  const text = COMPLAINT_TEXT[language];
  return {
    type: 'modal',
    callback_id: COMPLAINT_VIEW,
    private_metadata: customerWindowMetadata(window),
    title: plainText(text.title, 24),
    submit: plainText(text.save, 24),
    close: plainText(OVERRIDE_TEXT[language].cancel, 24),
    blocks: [
      header(plainName(card.name, 140)),
      choiceField(
        { id: COMPLAINT_FIELD.channel, label: text.channel },
        COMPLAINT_CHANNELS.map((channel) => [channel, text.channels[channel]]),
      ),
      choiceField(
        { id: COMPLAINT_FIELD.cause, label: text.cause },
        COMPLAINT_CAUSES.map((cause) => [cause, text.causes[cause]]),
      ),
      textField(
        {
          id: COMPLAINT_FIELD.description,
          label: text.description,
          hint: text.descriptionHint,
          isOptional: true,
        },
        { max: LONGEST, lines: true },
      ),
    ],
  };
}

/** The window in which a complaint, the window's subject, is closed; undefined when it is closed already. */
export function closeComplaintWindow(
  card: CustomerCard,
  { language }: Viewer,
  window: CustomerWindow,
): ModalView | undefined {
  const text = COMPLAINT_TEXT[language];
  const complaint = card.service.complaints.find(({ id }) => id === window.subject);
  if (complaint === undefined) return undefined;
  const what = plainName(complaint.description ?? '', 600);
  return {
    type: 'modal',
    callback_id: CLOSE_COMPLAINT_VIEW,
    private_metadata: customerWindowMetadata(window),
    title: plainText(text.closeTitle, 24),
    submit: plainText(text.save, 24),
    close: plainText(OVERRIDE_TEXT[language].cancel, 24),
    blocks: [
      header(plainName(card.name, 140)),
      ...(what === '' ? [] : [paragraph(what)]),
      textField(
        { id: CLOSE_COMPLAINT_FIELD.resolution, label: text.resolution, hint: text.resolutionHint },
        { max: LONGEST, lines: true },
      ),
    ],
  };
}
