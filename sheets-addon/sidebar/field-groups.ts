import type { AnyScheme } from '../../core/grading/scheme-inputs.ts';
import { IDENTITY_FIELDS } from '../../core/table/identity-fields.ts';
import { PIPELINE_FIELDS } from '../../core/table/pipeline-fields.ts';
import { PROFILE_FIELDS } from '../../core/table/profile-fields.ts';
import { VALUE_FIELDS } from '../../core/table/value-fields.ts';
import { fieldTitle } from '../../core/text/field-titles.ts';
import { textIn } from '../../core/text/grading-text.ts';
import type { Language } from '../../core/text/language.ts';

/** What a column may be said to hold, as one group of a menu. */
export interface FieldGroup {
  readonly group: 'scheme' | 'customer' | 'value' | 'pipeline' | 'profile';
  readonly fields: readonly { readonly id: string; readonly title: string }[];
}

/**
 * The fields that a person can choose for a column: what the scheme goes by first, under its own titles, then who the
 * customer is, then the rest. Each stands once.
 *
 * @param scheme null while it is not known: then ours only
 */
export function fieldGroups(scheme: AnyScheme | null, language: Language): FieldGroup[] {
  const own = (scheme?.criteria ?? []).map(({ id, titles }) => ({ id, title: textIn(titles, language) }));
  const taken = new Set(own.map(({ id }) => id));
  const groups: FieldGroup[] = own.length === 0 ? [] : [{ group: 'scheme', fields: own }];
  for (const [group, fields] of OURS) {
    const left = fields.filter(({ id }) => !taken.has(id));
    if (left.length > 0)
      groups.push({ group, fields: left.map(({ id }) => ({ id, title: fieldTitle(id, language) })) });
  }
  return groups;
}

const OURS = [
  ['customer', IDENTITY_FIELDS],
  ['value', VALUE_FIELDS],
  ['pipeline', PIPELINE_FIELDS],
  ['profile', PROFILE_FIELDS],
] as const;
