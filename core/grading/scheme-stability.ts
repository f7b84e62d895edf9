import { type Scheme, type Stability, stabilitySettings } from './scheme.ts';

/** What somebody changes of a scheme's stability; what is left out stays. */
export interface StabilityChange {
  /** `off`: nothing is held. `on`: what the document says, or the default where it says nothing. */
  readonly stability?: 'on' | 'off' | undefined;
  readonly buffer?: number | undefined;
  readonly downgradeAfter?: number | undefined;
  readonly holdDuringComplaint?: boolean | undefined;
}

/** A stability, or what is wrong with the change: the setting out of its range, or `off` beside a setting. */
export type StabilityChanged =
  | { readonly stability: Stability }
  | { readonly problem: 'buffer' | 'downgradeAfter' | 'off-with-settings' };

/**
 * The stability that a change leads to.
 *
 * @param document the scheme as its document says
 * @param inForce the stability so far
 * @param fallback what `on` means for a document without stability
 */
export function changeStability(
  document: Scheme,
  inForce: Stability | undefined,
  change: StabilityChange,
  fallback: Stability,
): StabilityChanged {
  const { stability, ...asked } = change;
  const settings = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined));
  if (stability === 'off') {
    const isContradiction = Object.values(settings).some((value) => value !== false);
    return isContradiction ? { problem: 'off-with-settings' } : { stability: {} };
  }
  const before = stability === 'on' ? (document.stability ?? fallback) : (inForce ?? {});
  const checked = stabilitySettings.safeParse({ ...before, ...settings });
  if (checked.success) return { stability: checked.data };
  const isBuffer = checked.error.issues.some(({ path }) => path[0] === 'buffer');
  return { problem: isBuffer ? 'buffer' : 'downgradeAfter' };
}

/** Whether a change asks for anything. */
export function isStabilityChange(change: StabilityChange): boolean {
  return Object.values(change).some((value) => value !== undefined);
}

/** The scheme with another stability than its document says; undefined leaves it as it is. */
export function withStability(scheme: Scheme, stability: Stability | undefined): Scheme {
  return stability === undefined ? scheme : { ...scheme, stability };
}

/** Whether the two hold the same, however they are written. */
export function isSameStability(one: Stability | undefined, other: Stability | undefined): boolean {
  const plain = ({ buffer = 0, downgradeAfter = 1, holdDuringComplaint = false }: Stability = {}) =>
    [buffer, downgradeAfter, holdDuringComplaint].join(' ');
  return plain(one) === plain(other);
}
