import { type ReactNode, useRef } from 'react';
import { PAGE_GUIDE_TEXT } from '../../../../core/text/page-guide-text.ts';
import { FileChooser } from '../file-chooser.tsx';
import { Icon } from '../icon.tsx';
import { usePage } from '../page-context.ts';
import { GUIDE_STEPS, type GuideStep } from './guide-state.ts';

export interface GuidePanelProps {
  readonly done: readonly GuideStep[];
  readonly onInsert: (text: string) => void;
  readonly onFiles: (files: FileList) => void;
  readonly onClose: () => void;
}

/** The steps for a newcomer; each ticks itself off when it is done. */
export function GuidePanel({ done, onInsert, onFiles, onClose }: GuidePanelProps) {
  const { language } = usePage();
  const text = PAGE_GUIDE_TEXT[language];
  const chooser = useRef<HTMLInputElement>(null);
  const next = GUIDE_STEPS.find((step) => !done.includes(step));
  const titles = { customer: text.customerStep, why: text.whyStep, day: text.dayStep, table: text.tableStep };
  const acts: Readonly<Record<GuideStep, ReactNode>> = {
    customer: (
      <button type="button" className="button" onClick={() => onInsert('/customer ACME')}>
        {text.customerButton}
      </button>
    ),
    why: <small>{text.whyHint}</small>,
    day: (
      <button type="button" className="button" onClick={() => onInsert('/followups')}>
        {text.dayButton}
      </button>
    ),
    table: (
      <button type="button" className="button" onClick={() => chooser.current?.click()}>
        {text.tableButton}
      </button>
    ),
  };
  return (
    <section className="guide" aria-label={text.guide}>
      <ol>
        {GUIDE_STEPS.map((step, index) => {
          const isDone = done.includes(step);
          const state = isDone ? 'is-done' : step === next ? 'is-next' : '';
          return (
            <li key={step} className={state}>
              <span className="guide-mark" aria-hidden="true">
                {isDone ? <Icon name="check" /> : index + 1}
              </span>
              <div>
                <strong>{titles[step]}</strong>
                {isDone ? <small>{text.done}</small> : acts[step]}
              </div>
            </li>
          );
        })}
      </ol>
      {next === undefined && <p role="status">{text.allDone}</p>}
      <button type="button" className="icon-button" aria-label={text.closeGuide} onClick={onClose}>
        <Icon name="close" />
      </button>
      <FileChooser ref={chooser} accept=".csv,.tsv,.txt,.xlsx" onFiles={onFiles} />
    </section>
  );
}
