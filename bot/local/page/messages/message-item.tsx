import { memo, useMemo, useState } from 'react';
import type { PageMessage } from '../../page-protocol.ts';
import { answerText } from '../answer-text.ts';
import { Avatar } from '../avatar.tsx';
import { Blocks } from '../blocks/blocks.tsx';
import { mrkdwnAsRichText } from '../blocks/mrkdwn.ts';
import { RichText } from '../blocks/rich-text.tsx';
import { Boundary } from '../boundary.tsx';
import type { FieldValue } from '../elements/field-value.ts';
import { type Surface, SurfaceContext } from '../elements/surface.ts';
import { Icon } from '../icon.tsx';
import { fieldKey } from '../modals/filled-fields.ts';
import { usePage, usePageText } from '../page-context.ts';
import { formatMoment, timeOfDay, tsMs } from '../zoned-time.ts';
import { MessageActs } from './message-acts.tsx';

export interface MessageItemProps {
  readonly message: PageMessage;
  readonly isContinued: boolean;
  readonly replies: number;
  /** Undefined in a thread, from which no other opens. */
  readonly onOpenThread?: ((ts: string) => void) | undefined;
}

/** One message: who, when, what, and what can be done with it. */
export const MessageItem = memo(function MessageItem(props: MessageItemProps) {
  const { message, isContinued, replies, onOpenThread } = props;
  const { me, people } = usePage();
  const text = usePageText();
  const [failure, setFailure] = useState<string | null>(null);
  const author = people.find((each) => each.id === message.userId);
  const name = author?.realName ?? (message.userId === 'USLACKBOT' ? 'Slackbot' : message.userId);
  const sent = tsMs(message.ts);
  const time = (
    <time
      dateTime={new Date(sent).toISOString()}
      title={formatMoment(sent, me, { dateStyle: 'full', timeStyle: 'medium' })}
    >
      {timeOfDay(sent, me)}
    </time>
  );
  return (
    <article className={`message ${isContinued ? 'is-continued' : ''} ${message.isEphemeral ? 'is-ephemeral' : ''}`}>
      <div className="message-side">
        {isContinued ? time : <Avatar name={name} id={message.userId} isBot={author?.isBot ?? false} />}
      </div>
      <div className="message-main">
        {message.isEphemeral && !isContinued && (
          <p className="only-you">
            <Icon name="eye" />
            {text.onlyYou}
          </p>
        )}
        <header className={isContinued ? 'message-head for-screen-readers' : 'message-head'}>
          <strong>{name}</strong>
          {author?.isBot && <span className="app-mark">{text.app}</span>}
          {!isContinued && time}
        </header>
        <MessageContent message={message} failure={failure} onFailure={setFailure} />
        {message.isEdited && <span className="edited">{text.edited}</span>}
        {replies > 0 && onOpenThread && (
          <button type="button" className="replies" onClick={() => onOpenThread(message.ts)}>
            <Icon name="thread" />
            {text.replies(replies)}
          </button>
        )}
      </div>
      {!message.isEphemeral && <MessageActs message={message} onOpenThread={onOpenThread} onFailure={setFailure} />}
    </article>
  );
});

interface MessageContentProps {
  readonly message: PageMessage;
  /** Why the last thing that was tried here did not happen; null when there is nothing to tell. */
  readonly failure: string | null;
  readonly onFailure: (failure: string | null) => void;
}

function MessageContent({ message, failure, onFailure }: MessageContentProps) {
  const text = usePageText();
  const [chosen, setChosen] = useState<Readonly<Record<string, FieldValue>>>({});
  const { channel, ts } = message;
  const surface = useMemo<Surface>(
    () => ({
      place: { channel, ts },
      channel,
      errors: {},
      valueOf: (blockId, actionId) => chosen[fieldKey(blockId, actionId)],
      change: (blockId, actionId, value) =>
        setChosen((before) => ({ ...before, [fieldKey(blockId, actionId)]: value })),
      report: (result) => onFailure(answerText(result, text)),
    }),
    [channel, ts, chosen, text, onFailure],
  );
  return (
    <div className="message-content">
      <Boundary
        fallback={
          <p className="unknown">
            {text.brokenMessage} {message.text}
          </p>
        }
      >
        <SurfaceContext value={surface}>
          {message.blocks.length > 0 ? (
            <Blocks blocks={message.blocks} />
          ) : (
            <RichText elements={mrkdwnAsRichText(message.text)} />
          )}
        </SurfaceContext>
      </Boundary>
      {message.files.length > 0 && (
        <ul className="files">
          {message.files.map((file) => (
            <li key={file.id} className="file">
              <Icon name="file" />
              <span>{file.name}</span>
              <small>{text.fileSize(file.bytes)}</small>
            </li>
          ))}
        </ul>
      )}
      <div role="alert">{failure !== null && <p className="failure">{failure}</p>}</div>
    </div>
  );
}
