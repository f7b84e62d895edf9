import type { VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { AnyScheme } from '../../core/grading/scheme-inputs.ts';
import { SHEETS_SCHEMES_TEXT } from '../../core/text/sheets-schemes-text.ts';
import { ScreenHeading } from './screen-heading.tsx';
import { useSidebarContext } from './sidebar-context.ts';

/** A scheme as its JSON document, to be saved as a file or copied. */
export function SchemeExport({
  document: scheme,
  onClose,
}: {
  readonly document: AnyScheme;
  readonly onClose: () => void;
}): VNode {
  const text = SHEETS_SCHEMES_TEXT[useSidebarContext().language];
  const area = useRef<HTMLTextAreaElement>(null);
  const [said, setSaid] = useState('');
  const json = `${JSON.stringify(scheme, null, 2)}\n`;
  const file = `${scheme.id}.json`;
  const copy = (): void => {
    area.current?.select();
    // a page within a page may not be allowed to
    const put = async (): Promise<void> => {
      try {
        await navigator.clipboard.writeText(json);
        setSaid(text.copied);
      } catch {
        setSaid(text.notCopied);
        area.current?.focus();
      }
    };
    void put();
  };
  return (
    <>
      <ScreenHeading>{text.exported}</ScreenHeading>
      <p>{text.exportedHint(file)}</p>
      <textarea ref={area} class="json" readOnly rows={14} value={json} aria-label={text.exported} spellcheck={false} />
      <p role="status">{said}</p>
      <div class="bar-below">
        <button type="button" onClick={onClose}>
          {text.close}
        </button>
        <button type="button" onClick={copy}>
          {text.copy}
        </button>
        <button
          type="button"
          class="primary"
          onClick={() => {
            download(file, json);
          }}
        >
          {text.download}
        </button>
      </div>
    </>
  );
}

function download(file: string, json: string): void {
  const address = URL.createObjectURL(new Blob([json], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = file;
  link.click();
  URL.revokeObjectURL(address);
}
