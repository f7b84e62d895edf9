/**
 * What a page of the add-on, in a frame, says to the page around it, and what comes back. The frame's origin is none that could
 * be named: each side knows the other by its window.
 */
export type FrameRequest =
  /** Answered by a `FrameAnswer` of the same `id`. */
  | { readonly kind: 'run'; readonly id: number; readonly functionName: string; readonly arguments: readonly unknown[] }
  | { readonly kind: 'close' }
  /** In pixels; only dialogs have one of their own. */
  | { readonly kind: 'set-height'; readonly height: number }
  | { readonly kind: 'set-width'; readonly width: number }
  /** The keyboard goes to the spreadsheet. */
  | { readonly kind: 'focus-editor' };

/** How a run that the frame asked for ended. */
export interface FrameAnswer {
  readonly kind: 'ran';
  readonly id: number;
  readonly result: RunResult;
}

export type RunResult =
  | { readonly kind: 'returned'; readonly value: unknown }
  | { readonly kind: 'threw'; readonly name: string; readonly message: string };
