/** What a newcomer is led to, in this order. */
export const GUIDE_STEPS = ['customer', 'why', 'day', 'table'] as const;

export type GuideStep = (typeof GUIDE_STEPS)[number];

/** How far a visitor has come. */
export interface GuideState {
  readonly done: readonly GuideStep[];
  readonly isClosed: boolean;
}

/** Nothing done yet. */
export const NEW_VISITOR: GuideState = { done: [], isClosed: false };

/** With one more step done; the same state when it was done before. */
export function withStep(state: GuideState, step: GuideStep): GuideState {
  return state.done.includes(step) ? state : { ...state, done: [...state.done, step] };
}

/** The state as it was stored; a new visitor's when there is none or it cannot be read. */
export function readGuide(stored: string | null): GuideState {
  try {
    const value = JSON.parse(stored ?? '') as Partial<GuideState> | null;
    if (value === null || !Array.isArray(value.done)) return NEW_VISITOR;
    const done = value.done;
    return { done: GUIDE_STEPS.filter((step) => done.includes(step)), isClosed: value.isClosed === true };
  } catch {
    return NEW_VISITOR;
  }
}
