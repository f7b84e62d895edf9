import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import type { PageCommand } from '../../page-protocol.ts';
import { answerText } from '../answer-text.ts';
import { FileChooser } from '../file-chooser.tsx';
import { Icon } from '../icon.tsx';
import { usePage, usePageText } from '../page-context.ts';
import { type Edit, ghostHint, hintFor, readTyped, withCommand, withPerson } from './command-hints.ts';
import { draftKey, keepDraft, readDraft } from './drafts.ts';
import { HintList, hintLineId } from './hint-list.tsx';
import { NO_HISTORY, recalled, stepped, type TypedHistory, withTyped } from './typed-history.ts';

export interface ComposerProps {
  readonly channel: string;
  readonly threadTs: string | null;
  readonly placeholder: string;
  readonly commands: readonly PageCommand[];
  /** Whether files can be attached here. */
  readonly takesFiles: boolean;
  /** A text to put in from outside, each time with a new `id`; null when there is none. */
  readonly insertion: Insertion | null;
  /** Told as soon as something is sent: its answer is wanted in sight. */
  readonly onSend: () => void;
  /** Told of each command that went through. */
  readonly onCommand: (command: string, text: string) => void;
}

/** A text that a button elsewhere puts into the composer. */
export interface Insertion {
  readonly id: number;
  readonly text: string;
}

/** What was typed, for the arrow up; one for the whole page, as in a shell. */
let history: TypedHistory = NO_HISTORY;

/** Where one writes: messages, commands with hints as one types, files. What could not be sent stays. */
export function Composer(props: ComposerProps) {
  const { channel, threadTs, commands, insertion } = props;
  const { me, people, server } = usePage();
  const text = usePageText();
  const key = draftKey(me.id, channel, threadTs);
  const field = useRef<HTMLTextAreaElement>(null);
  const chooser = useRef<HTMLInputElement>(null);
  /** Where the caret is to go once the text is there; null to leave it where it is. */
  const wantedCaret = useRef<number | null>(null);
  const listId = useId();
  const [edit, setEdit] = useState<Edit>(() => atEnd(readDraft(sessionStorage, key)));
  const [active, setActive] = useState(0);
  const [isHintClosed, setHintClosed] = useState(false);
  const [waiting, setWaiting] = useState(0);
  const [notice, setNotice] = useState<string | null>(null);
  const hint =
    isHintClosed || (threadTs !== null && edit.text.startsWith('/')) ? null : hintFor(edit, commands, people);
  const ghost = threadTs === null ? ghostHint(edit.text, commands) : '';
  const isOpen = hint !== null;

  const change = (next: Edit, moveCaret = true) => {
    setEdit(next);
    setActive(0);
    setHintClosed(false);
    keepDraft(sessionStorage, key, next.text);
    if (moveCaret) wantedCaret.current = next.caret;
  };

  // Together with the text: a frame later, the next letters may have been typed, and the caret would jump back before them.
  useLayoutEffect(() => {
    const caret = wantedCaret.current;
    if (caret === null) return;
    wantedCaret.current = null;
    field.current?.focus();
    field.current?.setSelectionRange(caret, caret);
  }, [edit]);

  // Before anything is drawn: whoever presses Enter at once sends what the button put in.
  useLayoutEffect(() => {
    if (insertion !== null) change(atEnd(insertion.text));
    // Only a new insertion is put in, not every new drawing.
  }, [insertion?.id]);

  useEffect(() => {
    // One can type at once; where the keyboard is on the screen it would cover the channel.
    if (matchMedia('(pointer: fine)').matches) field.current?.focus({ preventScroll: true });
  }, []);

  useLayoutEffect(() => {
    const element = field.current;
    if (!element) return;
    element.style.height = 'auto';
    element.style.height = `${Math.min(element.scrollHeight, 200)}px`;
  }, [edit.text]);

  const take = (index: number) => {
    if (hint?.kind === 'commands') {
      const command = hint.matches[index];
      if (command) change(withCommand(edit, command));
    } else if (hint?.kind === 'people') {
      const person = hint.matches[index];
      if (person) change(withPerson(edit, hint.from, person));
    }
  };

  const send = async () => {
    const typed = readTyped(edit.text);
    if (typed.kind === 'nothing') return;
    if (typed.kind === 'command' && threadTs !== null) return setNotice(text.noCommandInThread);
    const sent = edit.text;
    setNotice(null);
    setWaiting((count) => count + 1);
    change(atEnd(''));
    props.onSend();
    const result = await server.act(typed.kind === 'command' ? { ...typed, channel } : { ...typed, channel, threadTs });
    setWaiting((count) => count - 1);
    const problem =
      result.kind === 'refused' && result.reason === 'unknown-command' && typed.kind === 'command'
        ? text.noCommand(typed.command)
        : answerText(result, text);
    if (problem === null) {
      history = withTyped(history, sent.trim());
      if (typed.kind === 'command') props.onCommand(typed.command, typed.text);
      return;
    }
    setNotice(problem);
    // What one has begun to type since then comes first.
    if ((field.current?.value ?? '') === '') change(atEnd(sent));
  };

  const share = async (files: FileList) => {
    const file = files[0];
    if (!file) return;
    setWaiting((count) => count + 1);
    setNotice(answerText(await server.shareFile(channel, file), text));
    setWaiting((count) => count - 1);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    // While an input method is at work, every key is its own. Safari says so by the code 229 alone.
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    const count = hint?.matches.length ?? 0;
    const isTypedOut = hint?.kind === 'commands' && hint.matches.some((each) => each.command === edit.text.trim());
    if (isOpen && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      setActive((active + (event.key === 'ArrowDown' ? 1 : count - 1)) % count);
    } else if (
      isOpen &&
      (event.key === 'Tab' || (event.key === 'Enter' && !event.shiftKey && !(isTypedOut && active === 0)))
    ) {
      event.preventDefault();
      take(active);
    } else if (isOpen && event.key === 'Escape') {
      event.preventDefault();
      setHintClosed(true);
    } else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      void send();
    } else if ((event.key === 'ArrowUp' || event.key === 'ArrowDown') && edit.text === recalled(history)) {
      const next = stepped(history, event.key === 'ArrowUp' ? 1 : -1);
      if (next.back === history.back) return;
      event.preventDefault();
      history = next;
      change(atEnd(recalled(history)));
      setHintClosed(true);
    }
  };

  return (
    <div className="composer-frame">
      {hint && <HintList id={listId} hint={hint} active={active} onTake={take} />}
      <div role="alert">
        {notice !== null && (
          <p className="composer-notice">
            <Icon name="eye" />
            <span>{notice}</span>
            <button type="button" className="icon-button" aria-label={text.close} onClick={() => setNotice(null)}>
              <Icon name="close" />
            </button>
          </p>
        )}
      </div>
      <form
        className="composer"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <div className="composer-text">
          {ghost !== '' && (
            <p className="ghost" aria-hidden="true">
              <span>{edit.text.trimEnd()} </span>
              {ghost}
            </p>
          )}
          <textarea
            ref={field}
            rows={1}
            value={edit.text}
            placeholder={props.placeholder}
            aria-label={text.composer}
            role="combobox"
            aria-expanded={isOpen}
            aria-autocomplete="list"
            aria-controls={isOpen ? listId : undefined}
            aria-activedescendant={isOpen ? hintLineId(listId, active) : undefined}
            onChange={({ target }) => change({ text: target.value, caret: target.selectionStart }, false)}
            onSelect={({ currentTarget: { value, selectionStart } }) =>
              // It may come with the key that has just sent the text.
              setEdit((before) => (before.text === value ? { text: value, caret: selectionStart } : before))
            }
            onBlur={() => setHintClosed(true)}
            onKeyDown={onKeyDown}
          />
        </div>
        <div className="composer-bar">
          {props.takesFiles && (
            <>
              <FileChooser ref={chooser} onFiles={(files) => void share(files)} />
              <button
                type="button"
                className="icon-button"
                aria-label={text.attach}
                title={text.attach}
                onClick={() => chooser.current?.click()}
              >
                <Icon name="clip" />
              </button>
            </>
          )}
          <span className="waiting" role="status">
            {waiting > 0 && text.sending}
          </span>
          <button
            type="submit"
            className="send"
            aria-label={text.send}
            title={text.send}
            disabled={edit.text.trim() === ''}
          >
            <Icon name="send" />
          </button>
        </div>
      </form>
    </div>
  );
}

function atEnd(text: string): Edit {
  return { text, caret: text.length };
}
