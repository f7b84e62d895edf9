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
