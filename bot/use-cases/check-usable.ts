import { isDeepStrictEqual } from 'node:util';
import type { AnyScheme } from '../../core/grading/scheme-inputs.ts';
import { builtInScheme, builtInSegmentScheme } from '../../core/schemes/built-in-schemes.ts';
import type { Database } from '../store/database.ts';
import { findOwnScheme } from '../store/schemes.ts';
import { UseCaseError } from './use-case-error.ts';

/** What a scheme is used for. */
export type SchemeUse = 'prospects' | 'customers' | 'segments';

/**
 * Whether a document can be used so: `built-in`, or `own` to be kept. Throws {@link UseCaseError} `wrong-kind` for segments
 * where tiers are wanted or the other way round, `scheme-built-in` for a document that takes a built-in one's id, and
 * `scheme-exists` for a changed document with an old version.
 */
export async function checkUsable(
  db: Database,
  workspaceId: string,
  scheme: AnyScheme,
  use: SchemeUse,
): Promise<'built-in' | 'own'> {
  if ('method' in scheme === (use === 'segments')) throw new UseCaseError('wrong-kind', scheme.id);
  const asKept: unknown = JSON.parse(JSON.stringify(scheme));
  const builtIn = builtInScheme(scheme.id) ?? builtInSegmentScheme(scheme.id);
  if (builtIn !== undefined) {
    if (isDeepStrictEqual(JSON.parse(JSON.stringify(builtIn)), asKept)) return 'built-in';
    throw new UseCaseError('scheme-built-in', scheme.id);
  }
  const own = await findOwnScheme(db, workspaceId, scheme.id);
  if (own !== undefined && own.version >= scheme.version && !isDeepStrictEqual(own, asKept)) {
    throw new UseCaseError('scheme-exists', `${scheme.id} ${own.version}`);
  }
  return 'own';
}
