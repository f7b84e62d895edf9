import type { ActionsBlock, ModalView } from '@slack/types';
import { MORE_TEXT } from '../../core/text/more-text.ts';
import { OVERRIDE_TEXT } from '../../core/text/override-text.ts';
import type { CustomerCard } from '../use-cases/customer-card.ts';
import { type CustomerWindow, customerWindowMetadata } from './customer-window.ts';
import { fileGroup } from './file-entries.ts';
import { followUpValue } from './follow-up-button.ts';
import { followUpEntries } from './follow-up-entries.ts';
import { plainName } from './plain-name.ts';
import { type Block, bold, header, plainText, richText, section } from './rich-text.ts';
import { prospectGroup, serviceGroup } from './service-blocks.ts';
import type { Viewer } from './viewer.ts';
import { whatIfGroup } from './what-if-window.ts';

/** One thing that can be done with a customer from the *More* window. Its button's value is as `follow-up-button.ts` writes it. */
export interface MoreEntry {
  readonly actionId: string;
  readonly label: string;
  /** What a screen reader says; begins with the label. Default: the label. */
  readonly accessible?: string;
  readonly style?: 'danger';
}

/** Entries that belong together, under a heading; left out when it has none. */
export interface MoreGroup {
  readonly heading: string;
  readonly entries: readonly MoreEntry[];
}

/** What each part of the product offers for a customer, in the order of the window. Add a function for entries of a new kind. */
const GROUPS: readonly ((card: CustomerCard, viewer: Viewer) => MoreGroup)[] = [
  followUpEntries,
  serviceGroup,
  prospectGroup,
  whatIfGroup,
  fileGroup,
];

/** Whether the *More* window has anything to offer for the customer. */
export function hasMore(card: CustomerCard, viewer: Viewer): boolean {
  return groupsOf(card, viewer).length > 0;
}

/**
 * The window behind *More…*: everything that is done less often than calling and logging, in groups of buttons. What a
 * button opens takes the window's place.
 */
export function moreWindow(card: CustomerCard, viewer: Viewer, window: CustomerWindow): ModalView {
  const text = MORE_TEXT[viewer.language];
  return {
    type: 'modal',
    private_metadata: customerWindowMetadata(window),
    title: plainText(text.title, 24),
    close: plainText(OVERRIDE_TEXT[viewer.language].close, 24),
    blocks: [
      header(plainName(card.name, 140)),
      ...groupsOf(card, viewer).flatMap((group) => groupBlocks(group, { customerId: card.id, seenAt: window.seenAt })),
    ],
  };
}

function groupsOf(card: CustomerCard, viewer: Viewer): MoreGroup[] {
  return GROUPS.map((groupOf) => groupOf(card, viewer)).filter(({ entries }) => entries.length > 0);
}

function groupBlocks({ heading, entries }: MoreGroup, of: { customerId: string; seenAt: Date }): Block[] {
  const buttons: ActionsBlock = {
    type: 'actions',
    elements: entries.map(({ actionId, label, accessible, style }) => ({
      type: 'button',
      action_id: actionId,
      text: plainText(label, 75),
      value: followUpValue(of),
      accessibility_label: plainName(accessible ?? label, 75),
      ...(style && { style }),
    })),
  };
  return [richText(section(bold(plainName(heading, 100)))), buttons];
}
