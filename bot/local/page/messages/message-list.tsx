import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { PageMessage } from '../../page-protocol.ts';
import { Icon } from '../icon.tsx';
import { usePage, usePageText } from '../page-context.ts';
import { DayDivider } from './day-divider.tsx';
import { MessageItem } from './message-item.tsx';
import { timeline } from './timeline.ts';

/** So many are drawn at first; the earlier ones when asked for. */
const DRAWN = 150;
/** This near to the end counts as being there. */
const NEAR_END_PX = 60;

export interface MessageListProps {
  readonly messages: readonly PageMessage[];
  /** The accessible name of the list. */
  readonly label: string;
  /** The ts of the first message that had not been seen when the list was opened; null when all had. */
  readonly newFrom: string | null;
  readonly replies: ReadonlyMap<string, number>;
  /** Counts what the person has sent: whoever sends something wants to see the answer, and so goes to the end. */
  readonly sent: number;
  readonly onOpenThread?: ((ts: string) => void) | undefined;
  /** What stands above the first message. */
  readonly children?: React.ReactNode;
}

/** Messages with day dividers. It stays at the newest, unless one has scrolled up: then it keeps its place and says so. */
export function MessageList({ messages, label, newFrom, replies, sent, onOpenThread, children }: MessageListProps) {
  const { me } = usePage();
  const text = usePageText();
  const [drawn, setDrawn] = useState(DRAWN);
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const isAtEnd = useRef(true);
  const lastTop = useRef(0);
  const [hasNewBelow, setNewBelow] = useState(false);
  const shown = messages.slice(-drawn);
  const rows = useMemo(() => timeline(shown, me.timeZone, newFrom), [shown, me.timeZone, newFrom]);
  const last = messages.at(-1);
  const lastId = last === undefined ? '' : `${last.channel} ${last.ts}`;
  const isMine = last?.userId === me.id;

  const toEnd = () => {
    const element = scroller.current;
    const newest = content.current?.lastElementChild;
    if (element && newest) {
      const newestTop = element.scrollTop + newest.getBoundingClientRect().top - element.getBoundingClientRect().top;
      // Of a message taller than the window the beginning is wanted: a card's name and tier.
      element.scrollTop = Math.min(newestTop, element.scrollHeight - element.clientHeight);
    }
    isAtEnd.current = true;
    setNewBelow(false);
  };

  useLayoutEffect(() => {
    if (isAtEnd.current || isMine) toEnd();
    else if (lastId !== '') setNewBelow(true);
  }, [lastId, isMine]);

  useLayoutEffect(() => {
    if (sent > 0) toEnd();
  }, [sent]);

  // What loads late, such as a chart, makes the list longer after it was drawn.
  useEffect(() => {
    if (!content.current || !scroller.current) return undefined;
    const observer = new ResizeObserver(() => {
      if (isAtEnd.current) toEnd();
    });
    observer.observe(content.current);
    observer.observe(scroller.current);
    return () => observer.disconnect();
  }, []);

  return (
    <div className="message-list-frame">
      <div
        className="message-list"
        ref={scroller}
        tabIndex={0}
        role="log"
        aria-live="polite"
        aria-label={label}
        onScroll={({ currentTarget: element }) => {
          const isNear = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR_END_PX;
          // Only who scrolls up leaves the end; what grows above or below scrolls down by itself.
          if (isNear || element.scrollTop < lastTop.current) isAtEnd.current = isNear;
          lastTop.current = element.scrollTop;
          if (isNear) setNewBelow(false);
        }}
      >
        <div ref={content}>
          {messages.length > drawn ? (
            <button type="button" className="button earlier" onClick={() => setDrawn(drawn + DRAWN)}>
              {text.earlier}
            </button>
          ) : (
            children
          )}
          {rows.map(({ message, day, isFirstNew, isContinued }) => (
            <div key={message.ts}>
              {day !== null && <DayDivider ts={message.ts} />}
              {isFirstNew && <p className="new-line">{text.newMessages}</p>}
              <MessageItem
                message={message}
                isContinued={isContinued}
                replies={replies.get(message.ts) ?? 0}
                onOpenThread={onOpenThread}
              />
            </div>
          ))}
        </div>
      </div>
      {hasNewBelow && (
        <button type="button" className="button primary to-new" onClick={toEnd}>
          <Icon name="down" />
          {text.jumpToNew}
        </button>
      )}
    </div>
  );
}
