import type { FieldDefinition } from '../table/field-definition.ts';
import type { AnyScheme } from './scheme-inputs.ts';

/**
 * A document's criteria as fields that a table may hold, recognised by their headings and their titles. With these
 * `readTable` finds the columns of a company's own criteria.
 */
export function criterionFields(scheme: Pick<AnyScheme, 'criteria'>): FieldDefinition[] {
  return scheme.criteria.map(({ id, type, headings, titles, unit }) => ({
    id,
    type,
    headings: [...(headings ?? []), ...Object.values(titles).filter((title) => title !== undefined)],
    ...(unit === 'year' ? { bareUnit: 'years' as const } : {}),
  }));
}
