import { useRef } from 'react';
import type { PageChannel } from '../../page-protocol.ts';
import { Icon } from '../icon.tsx';
import { usePage, usePageText } from '../page-context.ts';
import { ChannelButton } from './channel-button.tsx';
import { LanguageMenu } from './language-menu.tsx';
import { PersonMenu } from './person-menu.tsx';

export interface SidebarProps {
  readonly channelId: string | null;
  readonly onChannel: (id: string) => void;
  readonly onPerson: (id: string) => void;
  readonly onTable: (file: File) => void;
}

/** Who one is, where one is, and what else there is. */
export function Sidebar({ channelId, onChannel, onPerson, onTable }: SidebarProps) {
  const { channels } = usePage();
  const text = usePageText();
  const chooser = useRef<HTMLInputElement>(null);
  const rooms = inOrder(channels.filter((each) => each.kind !== 'im'));
  const direct = channels.filter((each) => each.kind === 'im');
  const list = (some: readonly PageChannel[]) => (
    <ul>
      {some.map((channel) => (
        <li key={channel.id}>
          <ChannelButton channel={channel} isCurrent={channel.id === channelId} onOpen={() => onChannel(channel.id)} />
        </li>
      ))}
    </ul>
  );
  return (
    <nav className="sidebar" aria-label={text.sidebar}>
      <PersonMenu onPerson={onPerson} />
      <LanguageMenu />
      <div className="sidebar-lists">
        <h2>{text.directMessages}</h2>
        {list(direct)}
        <h2>{text.channels}</h2>
        {list(rooms)}
      </div>
      <input
        ref={chooser}
        type="file"
        accept=".csv,.tsv,.txt,.xlsx"
        className="for-screen-readers"
        tabIndex={-1}
        aria-hidden="true"
        onChange={({ target }) => {
          const file = target.files?.[0];
          if (file) onTable(file);
          target.value = '';
        }}
      />
      <button type="button" className="sidebar-button" onClick={() => chooser.current?.click()}>
        <Icon name="upload" />
        {text.uploadTable}
      </button>
    </nav>
  );
}

/** As the server gives them, the archived ones last. */
function inOrder(channels: readonly PageChannel[]): readonly PageChannel[] {
  return channels.toSorted((left, right) => Number(left.isArchived) - Number(right.isArchived));
}
