import { type SubmitEvent, useEffect, useRef, useState } from 'react';
import type { PageView } from '../../page-protocol.ts';
import { answerText } from '../answer-text.ts';
import { Blocks } from '../blocks/blocks.tsx';
import { type Surface, SurfaceContext } from '../elements/surface.ts';
import { Icon } from '../icon.tsx';
import { objectsIn, plainTextIn } from '../json-value.ts';
import { useFormText, usePage, usePageText } from '../page-context.ts';
import type { ActResult } from '../page-server.ts';
import { Dialog } from './dialog.tsx';
import { fieldKey, fieldProblems, filledFields, type Touched, valueInView } from './filled-fields.ts';

export interface ModalWindowProps {
  readonly view: PageView;
  /** 0 for the lowest of the stack. */
  readonly depth: number;
  readonly isTop: boolean;
}

/** One modal of the bot. What is typed stays through updates as long as block_id and action_id stay. */
export function ModalWindow({ view, depth, isTop }: ModalWindowProps) {
  const { server } = usePage();
  const text = usePageText();
  const form = useFormText();
  const body = useRef<HTMLFormElement>(null);
  const [touched, setTouched] = useState<Touched>({});
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [failure, setFailure] = useState<string | null>(null);
  const [isSending, setSending] = useState(false);
  const { content } = view;
  const submit = plainTextIn(content['submit']);

  useEffect(() => {
    const first = Object.keys(errors)[0];
    if (first === undefined) return;
    const block = [...(body.current?.querySelectorAll<HTMLElement>('[data-block-id]') ?? [])].find(
      (each) => errors[each.dataset['blockId'] ?? ''] !== undefined,
    );
    block?.querySelector<HTMLElement>('input, textarea, select, button')?.focus();
  }, [errors]);

  const report = (result: ActResult) => setFailure(answerText(result, text));
  const surface: Surface = {
    place: 'modal',
    channel: null,
    errors,
    report,
    valueOf: (blockId, actionId) => valueInView(view, touched, blockId, actionId),
    change(blockId, actionId, value) {
      setTouched((before) => ({ ...before, [fieldKey(blockId, actionId)]: value }));
      setErrors(({ [blockId]: _mended, ...others }) => others);
    },
  };
  const close = async (which: 'top' | 'all') => report(await server.act({ kind: 'close', which }));
  const send = async (event: SubmitEvent) => {
    event.preventDefault();
    if (isSending || submit === '') return;
    const problems = fieldProblems(view, touched, form);
    setErrors(problems);
    if (Object.keys(problems).length > 0) return;
    setSending(true);
    const result = await server.act({ kind: 'submit', inputs: filledFields(view, touched) });
    setSending(false);
    report(result);
    if (result.kind === 'invalid') setErrors(result.errors);
  };

  const back = (
    <button type="button" className="icon-button" aria-label={form.back} onClick={() => void close('top')}>
      <Icon name="back" />
    </button>
  );
  return (
    <Dialog
      title={plainTextIn(content['title'])}
      onCancel={() => void close('top')}
      onClose={() => void close(depth > 0 ? 'all' : 'top')}
      before={depth > 0 && back}
      className={isTop ? `modal depth-${depth}` : `modal is-below depth-${depth}`}
    >
      <form ref={body} className="modal-form" noValidate onSubmit={(event) => void send(event)}>
        {/* where nothing can be filled in, the text itself is what keys reach and scroll */}
        <div className="dialog-body" tabIndex={submit === '' ? 0 : -1}>
          <SurfaceContext value={surface}>
            <Blocks blocks={objectsIn(content['blocks'])} />
          </SurfaceContext>
        </div>
        <div className="dialog-failure" role="alert">
          {failure !== null && <p className="failure">{failure}</p>}
        </div>
        <footer className="dialog-footer">
          <button type="button" className="button" onClick={() => void close('top')}>
            {plainTextIn(content['close']) || form.cancel}
          </button>
          {submit !== '' && (
            <button
              type="submit"
              className={isSending ? 'button primary is-busy' : 'button primary'}
              aria-disabled={isSending}
            >
              {isSending ? form.submitting : submit}
            </button>
          )}
        </footer>
      </form>
    </Dialog>
  );
}
