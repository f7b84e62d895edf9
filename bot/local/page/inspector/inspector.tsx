import { useDeferredValue, useId, useMemo, useState } from 'react';
import { PAGE_TRAFFIC_TEXT } from '../../../../core/text/page-traffic-text.ts';
import type { PageTraffic } from '../../page-protocol.ts';
import { Icon } from '../icon.tsx';
import { usePage } from '../page-context.ts';
import './inspector.css';
import { TrafficItem } from './traffic-item.tsx';
import { trafficLines, wantedLines } from './traffic-lines.ts';

export interface InspectorProps {
  readonly traffic: readonly PageTraffic[];
  readonly onClose: () => void;
}

/** What goes between Slack and the bot, the newest first, for whoever works on the bot. */
export function Inspector({ traffic, onClose }: InspectorProps) {
  const { language } = usePage();
  const text = PAGE_TRAFFIC_TEXT[language];
  const filterId = useId();
  const [typed, setTyped] = useState('');
  const [errorsOnly, setErrorsOnly] = useState(false);
  /** What there was when one pressed pause; null while it runs. */
  const [paused, setPaused] = useState<readonly PageTraffic[] | null>(null);
  const [clearedUpTo, setClearedUpTo] = useState(0);
  const wanted = useDeferredValue(typed);

  const shown = paused ?? traffic;
  const lines = useMemo(() => trafficLines(shown.filter((each) => each.number > clearedUpTo)), [shown, clearedUpTo]);
  const found = useMemo(() => wantedLines(lines, { errorsOnly, text: wanted }), [lines, errorsOnly, wanted]);
  const newest = traffic.at(-1)?.number ?? 0;
  const clear = () => {
    setClearedUpTo(newest);
    if (paused !== null) setPaused(traffic);
  };

  return (
    <aside className="pane inspector" aria-label={text.title}>
      <header className="pane-header">
        <h2>{text.title}</h2>
        <button type="button" className="icon-button" aria-label={text.close} onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      <div className="inspector-tools">
        <label className="for-screen-readers" htmlFor={filterId}>
          {text.filter}
        </label>
        <input
          id={filterId}
          type="search"
          className="field"
          placeholder={text.filter}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
        <label className="check">
          <input type="checkbox" checked={errorsOnly} onChange={({ target }) => setErrorsOnly(target.checked)} />
          <span>{text.errorsOnly}</span>
        </label>
        <button type="button" className="button" onClick={() => setPaused(paused === null ? traffic : null)}>
          <Icon name={paused === null ? 'stop' : 'play'} />
          {paused === null ? text.pause : text.resume}
        </button>
        <button type="button" className="button" onClick={clear}>
          {text.clear}
        </button>
      </div>
      {paused !== null && (
        <p className="inspector-paused" role="status">
          {text.paused(newest - Math.max(paused.at(-1)?.number ?? 0, clearedUpTo))}
        </p>
      )}
      {found.length === 0 ? (
        <p className="inspector-empty">{lines.length === 0 ? text.empty : text.noMatch}</p>
      ) : (
        <ol className="traffic">
          {found.map((line) => (
            <TrafficItem key={line.number} line={line} />
          ))}
        </ol>
      )}
    </aside>
  );
}
