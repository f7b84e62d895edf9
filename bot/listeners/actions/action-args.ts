import type { AllMiddlewareArgs, BlockAction, SlackActionMiddlewareArgs } from '@slack/bolt';

/** What Bolt hands a listener for a button or a menu in a message or view. */
export type BlockActionArgs = SlackActionMiddlewareArgs<BlockAction> & AllMiddlewareArgs;

/** What a pressed button carries as its value; empty when there is none. */
export function buttonValueOf(action: BlockActionArgs['action']): string {
  return action.type === 'button' ? (action.value ?? '') : '';
}

/** The customer's id that a button carries as its value or a menu as the chosen option's; empty when there is none. */
export function customerIdOf(action: BlockActionArgs['action']): string {
  if (action.type === 'button') return action.value ?? '';
  if (action.type === 'static_select' || action.type === 'external_select') return action.selected_option?.value ?? '';
  return '';
}

/** The message in which a button stands, where others see it or it stays; undefined in views and in answers to one person alone. */
export function postedMessageOf({
  container,
}: BlockAction): { readonly channel: string; readonly ts: string } | undefined {
  const { channel_id: channel, is_ephemeral: isEphemeral, message_ts: ts } = container;
  return typeof channel === 'string' && typeof ts === 'string' && isEphemeral !== true ? { channel, ts } : undefined;
}
