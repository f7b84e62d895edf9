import { useCallback, useState } from 'react';
import { type GuideState, type GuideStep, readGuide, withStep } from './guide-state.ts';

/** Where the browser remembers how far one has come. */
const KEY = 'tierbook.guide';

/** The first steps, which stay done. */
export interface Guide extends GuideState {
  readonly tick: (step: GuideStep) => void;
  readonly setClosed: (isClosed: boolean) => void;
}

/** How far this visitor has come. */
export function useGuide(): Guide {
  const [state, setState] = useState(() => readGuide(localStorage.getItem(KEY)));
  const change = useCallback((next: (before: GuideState) => GuideState) => {
    setState((before) => {
      const after = next(before);
      localStorage.setItem(KEY, JSON.stringify(after));
      return after;
    });
  }, []);
  const tick = useCallback((step: GuideStep) => change((before) => withStep(before, step)), [change]);
  const setClosed = useCallback((isClosed: boolean) => change((before) => ({ ...before, isClosed })), [change]);
  return { ...state, tick, setClosed };
}
