import { type ReactNode, useEffect, useMemo, useState } from 'react';
import type { PageChannel, Screen } from '../../page-protocol.ts';
import { channelTitle } from '../channel-title.ts';
import { Composer, type Insertion } from '../composer/composer.tsx';
import { Icon } from '../icon.tsx';
import { usePage, usePageText } from '../page-context.ts';
import { HomeTab } from './home-tab.tsx';
import { MessageList } from './message-list.tsx';
import { firstUnread, replyCounts, rootMessages } from './timeline.ts';

export interface ConversationProps {
  readonly channel: PageChannel;
  readonly screen: Screen;
  readonly insertion: Insertion | null;
  /** The newcomer's first steps; null when they are closed. */
  readonly guide: ReactNode;
  readonly onInsert: (text: string) => void;
  readonly onCommand: (command: string, text: string) => void;
  readonly onOpenThread: (ts: string) => void;
}

/** A channel or the direct message with the bot: heading, messages, and where one writes. */
export function Conversation(props: ConversationProps) {
  const { channel, screen, onOpenThread } = props;
  const { me, server } = usePage();
  const text = usePageText();
  const [tab, setTab] = useState<'messages' | 'home'>('messages');
  const messages = useMemo(() => rootMessages(screen.messages, channel.id), [screen.messages, channel.id]);
  const replies = useMemo(() => replyCounts(screen.messages, channel.id), [screen.messages, channel.id]);
  // What was unread when the channel was opened; later messages are read as they come.
  const [newFrom] = useState(() => firstUnread(messages, channel.unread, me.id));
  const [sent, setSent] = useState(0);
  const title = channelTitle(channel);
  const isIm = channel.kind === 'im';

  useEffect(() => {
    const read = () => {
      if (channel.unread > 0 && document.visibilityState === 'visible' && tab === 'messages')
        void server.act({ kind: 'read', channel: channel.id });
    };
    read();
    document.addEventListener('visibilitychange', read);
    return () => document.removeEventListener('visibilitychange', read);
  }, [channel.id, channel.unread, server, tab]);

  const openHome = () => {
    setTab('home');
    void server.act({ kind: 'open-home' });
  };
  const tabs = isIm && (
    <div className="tabs" role="tablist" aria-label={title}>
      {(['messages', 'home'] as const).map((each) => (
        <button
          key={each}
          type="button"
          role="tab"
          id={`tab-${each}`}
          aria-selected={tab === each}
          aria-controls="conversation-panel"
          onClick={each === 'home' ? openHome : () => setTab('messages')}
        >
          {each === 'home' ? text.homeTab : text.messagesTab}
        </button>
      ))}
    </div>
  );

  return (
    <section className="conversation" aria-label={title}>
      <header className="conversation-header">
        <h1>
          {!isIm && <Icon name={channel.kind === 'private' ? 'lock' : 'hash'} />}
          {isIm ? title : channel.name}
        </h1>
        {isIm && <p>{text.botDescription}</p>}
        {!isIm && !channel.hasBot && <p className="not-invited">{text.notInvited}</p>}
        {tabs}
      </header>
      <div
        id="conversation-panel"
        className="conversation-panel"
        role={isIm ? 'tabpanel' : undefined}
        aria-labelledby={isIm ? `tab-${tab}` : undefined}
      >
        {tab === 'home' ? (
          <HomeTab home={screen.home} />
        ) : (
          <>
            {props.guide}
            <MessageList
              messages={messages}
              label={text.messagesIn(title)}
              newFrom={newFrom}
              replies={replies}
              sent={sent}
              onOpenThread={onOpenThread}
            >
              {messages.length === 0 && props.guide === null && <Empty onInsert={props.onInsert} />}
            </MessageList>
            {channel.isArchived ? (
              <p className="archived-notice">{text.archivedNotice}</p>
            ) : (
              <Composer
                channel={channel.id}
                threadTs={null}
                placeholder={text.writeTo(title)}
                commands={screen.commands}
                takesFiles={isIm && screen.takesFiles}
                insertion={props.insertion}
                onSend={() => setSent(sent + 1)}
                onCommand={props.onCommand}
              />
            )}
          </>
        )}
      </div>
    </section>
  );
}

function Empty({ onInsert }: { readonly onInsert: (text: string) => void }) {
  const text = usePageText();
  return (
    <div className="empty">
      <h2>{text.emptyTitle}</h2>
      <p>{text.emptyHint}</p>
      <button type="button" className="button" onClick={() => onInsert('/customer ACME')}>
        {text.tryCustomer}
      </button>
    </div>
  );
}
