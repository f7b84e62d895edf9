import { badField, invalid } from './google-error.ts';
import { type FieldMask, FieldMaskError, readMask } from './messages/field-mask.ts';
import { type FieldType, fieldsOf, itemOf, type Message, type MessageName } from './messages/message.ts';
import { readMessage } from './messages/read-message.ts';

/** Parameters that every operation takes, of which only `fields` and `alt` matter here (documented). */
const EVERYWHERE: ReadonlySet<string> = new Set(['alt', 'fields', 'key', 'prettyPrint', 'quotaUser', '$.xgafv']);

/** A query as a message. Throws INVALID_ARGUMENT for what the message has not (observed words), or a value that does not fit. */
export function readQuery<Name extends MessageName>(name: Name, query: URLSearchParams): Message<Name> {
  const fields = fieldsOf(name) ?? {};
  const json: Record<string, unknown> = {};
  for (const key of new Set(query.keys())) {
    if (EVERYWHERE.has(key)) continue;
    const type = Object.hasOwn(fields, key) ? fields[key] : undefined;
    if (type === undefined)
      throw badField(
        '',
        `Invalid JSON payload received. Unknown name ${JSON.stringify(key)}: Cannot bind query parameter. Field '${key}' could not be found in request message.`,
      );
    const texts = query.getAll(key);
    json[key] = itemOf(type) === undefined ? valueOf(type, texts.at(-1) ?? '') : texts;
  }
  const alt = query.get('alt');
  if (alt !== null && alt !== 'json') throw invalid(`Unsupported output format: ${alt}`);
  return readMessage(name, json);
}

/** What of an answer is wanted; null: all. Throws INVALID_ARGUMENT (observed words) for fields that the answer has not. */
export function readAnswerMask(query: URLSearchParams, answer: MessageName): FieldMask | null {
  const fields = query.get('fields');
  if (fields === null || fields === '') return null;
  try {
    return readMask(fields, answer);
  } catch (error) {
    if (!(error instanceof FieldMaskError)) throw error;
    const violation = { field: error.path, description: `Error expanding 'fields' parameter. ${error.message}` };
    throw invalid('Request contains an invalid argument.', [
      { '@type': 'type.googleapis.com/google.rpc.BadRequest', fieldViolations: [violation] },
    ]);
  }
}

function valueOf(type: FieldType, text: string): unknown {
  if (type === 'bool' && (text === 'true' || text === 'false')) return text === 'true';
  return text;
}
