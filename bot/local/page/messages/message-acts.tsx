import type { PageMessage } from '../../page-protocol.ts';
import { answerText } from '../answer-text.ts';
import { Icon } from '../icon.tsx';
import { MenuButton } from '../menu-button.tsx';
import { useFormText, usePage, usePageText } from '../page-context.ts';

interface MessageActsProps {
  readonly message: PageMessage;
  /** Undefined in a thread, from which no other opens. */
  readonly onOpenThread: ((ts: string) => void) | undefined;
  readonly onFailure: (failure: string | null) => void;
}

/** What can be done with a whole message: a reply in a thread, and the app's shortcuts behind three dots. */
export function MessageActs({ message, onOpenThread, onFailure }: MessageActsProps) {
  const { people, server, shortcuts } = usePage();
  const text = usePageText();
  const { more } = useFormText();
  const { channel, ts } = message;
  const bot = people.find((each) => each.isBot)?.realName ?? '';
  const take = async (callbackId: string) => {
    onFailure(answerText(await server.act({ kind: 'shortcut', channel, ts, callbackId }), text));
  };
  if (onOpenThread === undefined && shortcuts.length === 0) return null;
  return (
    <div className="message-acts">
      {onOpenThread && (
        <button
          type="button"
          className="icon-button"
          aria-label={text.replyInThread}
          title={text.replyInThread}
          onClick={() => onOpenThread(ts)}
        >
          <Icon name="thread" />
        </button>
      )}
      {shortcuts.length > 0 && (
        <MenuButton
          label={more}
          className="icon-button"
          button={<Icon name="more" />}
          items={shortcuts.map(({ callbackId, name }) => ({
            id: callbackId,
            content: (
              <>
                {name} <small>{bot}</small>
              </>
            ),
            onChoose: () => void take(callbackId),
          }))}
        />
      )}
    </div>
  );
}
