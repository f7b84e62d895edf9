import type { FieldDefinition } from './field-definition.ts';
import { IDENTITY_FIELDS } from './identity-fields.ts';
import { PIPELINE_FIELDS } from './pipeline-fields.ts';
import { PROFILE_FIELDS } from './profile-fields.ts';
import { VALUE_FIELDS } from './value-fields.ts';

/** Every field that Tierbook knows by itself (titles: `core/text/field-titles.ts`). */
export const FIELDS: readonly FieldDefinition[] = [
  ...IDENTITY_FIELDS,
  ...VALUE_FIELDS,
  ...PIPELINE_FIELDS,
  ...PROFILE_FIELDS,
];
