import type { PageChannel } from '../page-protocol.ts';

/**
 * Where one is at first: where one was last, else `#sales`, else a channel that the bot is in, else its direct message.
 * Undefined when there is no channel at all.
 */
export function firstChannel(channels: readonly PageChannel[], lastId: string | null): PageChannel | undefined {
  const open = channels.filter((each) => !each.isArchived);
  return (
    channels.find((each) => each.id === lastId) ??
    open.find((each) => each.kind === 'public' && each.name === 'sales') ??
    open.find((each) => each.kind === 'public' && each.hasBot) ??
    open.find((each) => each.kind === 'im') ??
    channels[0]
  );
}
