import { useState } from 'react';
import type { PageChannel, Screen } from '../../page-protocol.ts';
import { channelTitle } from '../channel-title.ts';
import { Composer } from '../composer/composer.tsx';
import { Icon } from '../icon.tsx';
import { usePageText } from '../page-context.ts';
import { MessageList } from './message-list.tsx';
import { threadMessages } from './timeline.ts';

export interface ThreadPaneProps {
  readonly channel: PageChannel;
  /** The ts of the message with which the thread begins. */
  readonly ts: string;
  readonly screen: Screen;
  readonly onClose: () => void;
}

/** A message with its replies, beside the channel. */
export function ThreadPane({ channel, ts, screen, onClose }: ThreadPaneProps) {
  const text = usePageText();
  const [sent, setSent] = useState(0);
  return (
    <aside
      className="pane thread"
      aria-label={text.thread}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) onClose();
      }}
    >
      <header className="pane-header">
        <h2>
          {text.thread} <small>{channelTitle(channel)}</small>
        </h2>
        <button type="button" className="icon-button" aria-label={text.close} onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      <MessageList
        messages={threadMessages(screen.messages, channel.id, ts)}
        label={text.thread}
        newFrom={null}
        replies={NO_REPLIES}
        sent={sent}
      />
      {!channel.isArchived && (
        <Composer
          channel={channel.id}
          threadTs={ts}
          placeholder={text.replyPlaceholder}
          commands={screen.commands}
          takesFiles={false}
          insertion={null}
          onSend={() => setSent(sent + 1)}
          onCommand={() => undefined}
        />
      )}
    </aside>
  );
}

const NO_REPLIES: ReadonlyMap<string, number> = new Map();
