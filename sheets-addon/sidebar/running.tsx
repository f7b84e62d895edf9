import type { VNode } from 'preact';
import { SHEETS_OUTCOME_TEXT } from '../../core/text/sheets-outcome-text.ts';
import type { Progress } from '../protocol.ts';
import { ScreenHeading } from './screen-heading.tsx';
import { useSidebarContext } from './sidebar-context.ts';

/** What runs, with how far it has come where that is known. */
export function Running({
  title,
  hint,
  progress,
}: {
  readonly title: string;
  readonly hint?: string;
  readonly progress?: Progress | null;
}): VNode {
  const text = SHEETS_OUTCOME_TEXT[useSidebarContext().language];
  const percent = progress === null || progress === undefined ? null : Math.round(progress.done * 100);
  const step = progress === null || progress === undefined ? '' : text.steps[progress.step];
  return (
    <>
      <ScreenHeading>{title}</ScreenHeading>
      <div
        class="progress"
        role="progressbar"
        aria-label={text.progress}
        aria-valuemin={0}
        aria-valuemax={100}
        {...(percent !== null && { 'aria-valuenow': percent, 'aria-valuetext': `${step} ${percent} %` })}
      >
        <span class={percent === null ? 'unknown' : ''} style={{ width: percent === null ? '30%' : `${percent}%` }} />
      </div>
      <p>{step}</p>
      {hint !== undefined && <p class="quiet">{hint}</p>}
    </>
  );
}
