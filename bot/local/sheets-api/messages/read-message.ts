import { isJsonObject } from '../../json-object.ts';
import { badField, notHeld } from '../google-error.ts';
import { type FieldType, fieldsOf, itemOf, type Message, type MessageName } from './message.ts';

/**
 * JSON as a message, as strictly as Google reads it: a field that the message has not, or of another type, is refused by
 * name and place (observed words); null is as if it were not there, and numbers and whole numbers may be written as texts (documented:
 * ProtoJSON). The value itself is brought into order, not a copy of it. Throws INVALID_ARGUMENT, and UNIMPLEMENTED for
 * fields that the local workbook cannot hold.
 */
export function readMessage<Name extends MessageName>(name: Name, json: unknown): Message<Name> {
  messageReader(name)(json, []);
  return json as Message<Name>;
}

type Path = (string | number)[];

/** Reads a value that stands at a path; returns it as it is to be. */
type Reader = (value: unknown, path: Path) => unknown;

/** Made of each message once: a request may hold a million of them. */
const MESSAGE_READERS = new Map<MessageName, Reader>();

function messageReader(name: MessageName): Reader {
  const known = MESSAGE_READERS.get(name);
  if (known !== undefined) return known;
  const fields = new Map<string, Reader>();
  const reader: Reader = (json, path) => {
    if (!isJsonObject(json)) throw badValue(path, name, json);
    readFields(fields, json, path);
    return json;
  };
  // before its fields, which may hold the like of it
  MESSAGE_READERS.set(name, reader);
  for (const [field, type] of Object.entries(fieldsOf(name) ?? {})) fields.set(field, readerOf(type));
  return reader;
}

function readFields(fields: ReadonlyMap<string, Reader>, message: Record<string, unknown>, path: Path): void {
  for (const field in message) {
    const reader = fields.get(field);
    if (reader === undefined) throw unknownName(path, field);
    const value = message[field];
    if (value === null) {
      delete message[field];
      continue;
    }
    path.push(field);
    const read = reader(value, path);
    if (read !== value) message[field] = read;
    path.pop();
  }
}

function readerOf(type: FieldType): Reader {
  if (type === 'string' || type === 'mask') return readString;
  if (type === 'bool') return readBoolean;
  if (type === 'int' || type === 'double') return (value, path) => readNumber(type, value, path);
  if (type === 'any') return (value) => value;
  if (type === 'unheld')
    return (_, path) => {
      throw notHeld(`place for ${shown(path)}`);
    };
  if (typeof type === 'string') return messageReader(type);
  const item = itemOf(type);
  if (item !== undefined) return listReader(readerOf(item));
  if ('words' in type) return (value, path) => readWord(type.words, value, path);
  return mapReader(messageReader((type as { readonly mapOf: MessageName }).mapOf));
}

function readString(value: unknown, path: Path): unknown {
  if (typeof value !== 'string') throw badValue(path, 'TYPE_STRING', value);
  return value;
}

function readBoolean(value: unknown, path: Path): unknown {
  if (typeof value !== 'boolean') throw badValue(path, 'TYPE_BOOL', value);
  return value;
}

function readWord(words: readonly string[], value: unknown, path: Path): unknown {
  if (typeof value !== 'string' || !words.includes(value)) throw badValue(path, 'TYPE_ENUM', value);
  return value;
}

function listReader(reader: Reader): Reader {
  return (value, path) => {
    if (!Array.isArray(value)) throw badValue(path, 'TYPE_LIST', value);
    const list = value as unknown[];
    const last = path.push(0) - 1;
    for (let at = 0; at < list.length; at++) {
      path[last] = at;
      const read = reader(list[at], path);
      if (read !== list[at]) list[at] = read;
    }
    path.pop();
    return value;
  };
}

function mapReader(reader: Reader): Reader {
  return (value, path) => {
    if (!isJsonObject(value)) throw badValue(path, 'TYPE_MESSAGE', value);
    for (const key of Object.keys(value)) {
      path.push(key);
      reader(value[key], path);
      path.pop();
    }
    return value;
  };
}

function readNumber(type: 'int' | 'double', value: unknown, path: Path): number {
  const typeName = type === 'int' ? 'TYPE_INT32' : 'TYPE_DOUBLE';
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof number !== 'number' || Number.isNaN(number)) throw badValue(path, typeName, value);
  if (type === 'int' && (!Number.isInteger(number) || Math.abs(number) > LARGEST_INT))
    throw badValue(path, typeName, value);
  return number;
}

const LARGEST_INT = 2 ** 31 - 1;

function unknownName(path: Path, field: string) {
  const at = path.length === 0 ? '' : ` at '${shown(path)}'`;
  return badField(
    shown(path),
    `Invalid JSON payload received. Unknown name ${JSON.stringify(field)}${at}: Cannot find field.`,
  );
}

function badValue(path: Path, type: string, value: unknown) {
  const given = typeof value === 'object' && value !== null ? 'Starting an object' : JSON.stringify(value);
  return badField(shown(path), `Invalid value at '${shown(path)}' (${type}), ${given}`);
}

/** `requests[0].add_sheet.properties`, in the names of Google's own definitions (observed). */
function shown(path: Path): string {
  let text = '';
  for (const step of path)
    text += typeof step === 'number' ? `[${step}]` : `${text === '' ? '' : '.'}${snakeCase(step)}`;
  return text;
}

/** `userEnteredValue` as `user_entered_value`. */
export function snakeCase(name: string): string {
  return name.replaceAll(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`);
}
