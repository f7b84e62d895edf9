import { holdsProspects } from '../table/stage-of-table.ts';
import type { AnyScheme } from './scheme-inputs.ts';

/** What a document is made for. */
export type SchemePurpose = 'prospects' | 'customers' | 'segments';

/** Segments, or tiers: of prospects where it asks what only prospects are asked, else of customers. */
export function schemePurpose(document: AnyScheme): SchemePurpose {
  if (!('method' in document)) return 'segments';
  return holdsProspects(document.criteria.map(({ id }) => id)) ? 'prospects' : 'customers';
}
