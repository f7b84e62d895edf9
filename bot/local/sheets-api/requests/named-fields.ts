import { invalid } from '../google-error.ts';
import { type FieldMask, FieldMaskError, readMask } from '../messages/field-mask.ts';
import type { MessageName } from '../messages/message.ts';

/** What `fields` of a request means. Throws INVALID_ARGUMENT when it is empty (observed words) or names what the message has not (assumed words). */
export function namedFields(fields: string | undefined, of: MessageName): FieldMask {
  if (fields === undefined || fields.trim() === '')
    throw invalid("At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)");
  try {
    return readMask(fields.replaceAll(/\s/g, ''), of);
  } catch (error) {
    if (error instanceof FieldMaskError) throw invalid(`Invalid field: ${error.path}`);
    throw error;
  }
}
