/** Work in steps, so that whoever does it may let others in between; it comes back when all are done. */
export type Steps<T> = Generator<undefined, T, undefined>;

/** Rows of a table in a step: some hundredths of a second. */
export const ROWS_A_STEP = 5_000;

/** Does all steps one after the other. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}
