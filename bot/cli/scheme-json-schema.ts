import * as z from 'zod/mini';
import { schemeDocument, segmentDocument } from '../../core/grading/scheme.ts';

/**
 * The JSON Schema (draft 2020-12) of a scheme document, with tiers or with segments only, so that an editor can complete
 * and check it. Generated from the same source as the check itself; what `checkDocument` holds beyond the shape is not in
 * it.
 */
export function schemeJsonSchema(): Record<string, unknown> {
  return {
    title: 'Tierbook scheme',
    ...z.toJSONSchema(z.union([schemeDocument, segmentDocument]), { reused: 'ref' }),
  };
}
