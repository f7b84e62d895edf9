import { createContext, type ReactNode, useCallback, useContext, useState } from 'react';
import { TextObject } from '../blocks/text-object.tsx';
import { isObject, type JsonObject, plainTextIn } from '../json-value.ts';
import { useFormText } from '../page-context.ts';
import { Dialog } from './dialog.tsx';

type Confirm = (question: unknown) => Promise<boolean>;

const ConfirmContext = createContext<Confirm>(() => Promise.resolve(true));

/** Asks an element's `confirm` dialog; true at once when the element has none. */
export function useConfirm(): Confirm {
  return useContext(ConfirmContext);
}

interface Question {
  readonly content: JsonObject;
  readonly answer: (yes: boolean) => void;
}

/** Lets everything inside ask "are you sure". */
export function ConfirmProvider({ children }: { readonly children: ReactNode }) {
  const [question, setQuestion] = useState<Question | null>(null);
  const confirm = useCallback<Confirm>((content) => {
    if (!isObject(content)) return Promise.resolve(true);
    return new Promise((resolve) => {
      const answer = (yes: boolean) => {
        setQuestion(null);
        resolve(yes);
      };
      setQuestion({ content, answer });
    });
  }, []);
  return (
    <ConfirmContext value={confirm}>
      {children}
      {question && <ConfirmDialog question={question} />}
    </ConfirmContext>
  );
}

function ConfirmDialog({ question: { content, answer } }: { readonly question: Question }) {
  const text = useFormText();
  const isDanger = content['style'] === 'danger';
  return (
    <Dialog
      title={plainTextIn(content['title']) || text.confirmTitle}
      onCancel={() => answer(false)}
      className="confirm"
    >
      <div className="dialog-body">
        <TextObject value={content['text']} />
      </div>
      <footer className="dialog-footer">
        <button type="button" className="button" onClick={() => answer(false)}>
          {plainTextIn(content['deny']) || text.cancel}
        </button>
        <button type="button" className={isDanger ? 'button danger' : 'button primary'} onClick={() => answer(true)}>
          {plainTextIn(content['confirm']) || text.confirm}
        </button>
      </footer>
    </Dialog>
  );
}
