import type { PageChannel } from '../../page-protocol.ts';
import { Avatar } from '../avatar.tsx';
import { channelTitle } from '../channel-title.ts';
import { Icon } from '../icon.tsx';
import { usePageText } from '../page-context.ts';
import { Badge } from './badge.tsx';

export interface ChannelButtonProps {
  readonly channel: PageChannel;
  readonly isCurrent: boolean;
  readonly onOpen: () => void;
}

/** One channel of the sidebar, bold and with a number while there is something unread. */
export function ChannelButton({ channel, isCurrent, onOpen }: ChannelButtonProps) {
  const text = usePageText();
  const classes = ['channel', channel.isArchived ? 'is-archived' : '', channel.unread > 0 ? 'is-unread' : ''];
  return (
    <button type="button" className={classes.join(' ')} aria-current={isCurrent ? 'page' : undefined} onClick={onOpen}>
      {channel.kind === 'im' ? (
        <Avatar name="Tierbook" id="bot" isBot />
      ) : (
        <Icon name={channel.kind === 'private' ? 'lock' : 'hash'} />
      )}
      <span className="channel-name">{channel.kind === 'im' ? channelTitle(channel) : channel.name}</span>
      {channel.kind === 'private' && <span className="for-screen-readers">, {text.privateChannel}</span>}
      {channel.isArchived && <small>{text.archived}</small>}
      <Badge count={channel.unread} />
    </button>
  );
}
