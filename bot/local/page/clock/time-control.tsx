import { useEffect, useId, useRef, useState } from 'react';
import { PAGE_GUIDE_TEXT } from '../../../../core/text/page-guide-text.ts';
import type { ClockAct, ClockState } from '../../page-protocol.ts';
import { failureText } from '../answer-text.ts';
import { Icon } from '../icon.tsx';
import { usePage, usePageText } from '../page-context.ts';
import { isFailure } from '../page-server.ts';
import { useDismiss } from '../use-dismiss.ts';
import { formatMoment, hourAndMinute, isoDay, isoTime } from '../zoned-time.ts';
import { workspaceNow } from './workspace-now.ts';

const TICK_MS = 1000;
const PLAYING_TICK_MS = 100;

/** The workspace's time in the top bar, and behind it the ways to move it. */
export function TimeControl({ clock }: { readonly clock: ClockState }) {
  const { me, language, server } = usePage();
  const page = usePageText();
  const text = PAGE_GUIDE_TEXT[language];
  const [isOpen, setOpen] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const root = useRef<HTMLDivElement>(null);
  const panelId = useId();
  const nowMs = useTicking(clock);
  useDismiss(isOpen, root, () => setOpen(false));

  const isPlaying = clock.playsUntilMs !== null;
  const mark = isPlaying ? text.playing : text.notReal;
  const shown = formatMoment(nowMs, me, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    ...hourAndMinute(me),
    // Only where it is another than one would think.
    ...(new Date(nowMs).getFullYear() === new Date().getFullYear() ? {} : { year: 'numeric' }),
  });
  const move = async (act: ClockAct) => {
    const answer = await server.setClock(act);
    setProblem(isFailure(answer) ? failureText(answer, page) : null);
  };

  return (
    <div className="time-control" ref={root}>
      <button
        type="button"
        className={clock.isReal ? 'time-button' : 'time-button is-moved'}
        aria-expanded={isOpen}
        aria-controls={isOpen ? panelId : undefined}
        aria-label={text.time(clock.isReal ? shown : `${shown} ${mark}`)}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon name="clock" />
        <span>
          {shown} {!clock.isReal && <small>{mark}</small>}
        </span>
      </button>
      {isPlaying ? (
        <button type="button" className="top-button" onClick={() => void move({ kind: 'stop' })}>
          <Icon name="stop" />
          {text.stop}
        </button>
      ) : (
        !clock.isReal && (
          <button type="button" className="top-button is-wide-only" onClick={() => void move({ kind: 'reset' })}>
            {text.backToNow}
          </button>
        )
      )}
      {isOpen && (
        <section id={panelId} className="time-panel" aria-label={text.timeTitle}>
          <h2>{text.timeTitle}</h2>
          <p>{text.timeHint}</p>
          <div className="time-jumps">
            <button type="button" className="button" onClick={() => void move({ kind: 'jump', to: 'tomorrow' })}>
              {text.tomorrow}
            </button>
            <button type="button" className="button" onClick={() => void move({ kind: 'jump', to: 'next-monday' })}>
              {text.nextMonday}
            </button>
            {!isPlaying && (
              <button type="button" className="button" onClick={() => void move({ kind: 'play' })}>
                <Icon name="play" />
                {text.play}
              </button>
            )}
            {!clock.isReal && (
              <button type="button" className="button primary" onClick={() => void move({ kind: 'reset' })}>
                {text.backToNow}
              </button>
            )}
          </div>
          <TimeForm nowMs={nowMs} onSet={move} onProblem={setProblem} />
          <div role="alert">{problem !== null && <p className="failure">{problem}</p>}</div>
        </section>
      )}
    </div>
  );
}

interface TimeFormProps {
  readonly nowMs: number;
  readonly onSet: (act: ClockAct) => Promise<void>;
  readonly onProblem: (problem: string) => void;
}

function TimeForm({ nowMs, onSet, onProblem }: TimeFormProps) {
  const { me, language } = usePage();
  const text = PAGE_GUIDE_TEXT[language];
  const id = useId();
  // Begins with the time there is; from then on it is the person's.
  const [typed, setTyped] = useState(() => `${isoDay(nowMs, me.timeZone)}T${isoTime(nowMs, me.timeZone)}`);
  return (
    <form
      className="time-form"
      onSubmit={(event) => {
        event.preventDefault();
        const [day = '', time = ''] = typed.split('T');
        if (day === '' || time === '') onProblem(text.notAMoment);
        else void onSet({ kind: 'set', day, time: time.slice(0, 5) });
      }}
    >
      <label htmlFor={id}>{text.setTo}</label>
      <div>
        <input
          id={id}
          type="datetime-local"
          className="field"
          min="1980-01-01T00:00"
          max="2199-12-31T23:59"
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
        <button type="submit" className="button">
          {text.set}
        </button>
      </div>
    </form>
  );
}

function useTicking(clock: ClockState): number {
  const [nowMs, setNowMs] = useState(() => workspaceNow(clock, Date.now()));
  useEffect(() => {
    const tick = () => setNowMs(workspaceNow(clock, Date.now()));
    tick();
    const timer = setInterval(tick, clock.speed > 1 ? PLAYING_TICK_MS : TICK_MS);
    return () => clearInterval(timer);
  }, [clock]);
  return nowMs;
}
