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
  readFields(name, json, []);
  return json as Message<Name>;
}

type Path = (string | number)[];

function readFields(name: MessageName, json: unknown, path: Path): void {
  if (!isJsonObject(json)) throw badValue(path, name, json);
  const message = json as Record<string, unknown>;
  const fields = fieldsOf(name) ?? {};
  for (const field in message) {
    const type = Object.hasOwn(fields, field) ? fields[field] : undefined;
    if (type === undefined) throw unknownName(path, field);
    const value = message[field];
    if (value === null) {
      delete message[field];
      continue;
    }
    path.push(field);
    const read = readField(type, value, path);
    if (read !== value) message[field] = read;
    path.pop();
  }
}

function readField(type: FieldType, value: unknown, path: Path): unknown {
  if (type === 'string' || type === 'mask') {
    if (typeof value !== 'string') throw badValue(path, 'TYPE_STRING', value);
    return value;
  }
  if (type === 'bool') {
    if (typeof value !== 'boolean') throw badValue(path, 'TYPE_BOOL', value);
    return value;
  }
  if (type === 'int' || type === 'double') return readNumber(type, value, path);
  if (type === 'any') return value;
  if (type === 'unheld') throw notHeld(`place for ${shown(path)}`);
  return readComposed(type, value, path);
}

function readComposed(type: FieldType, value: unknown, path: Path): unknown {
  if (typeof type === 'string') {
    readFields(type as MessageName, value, path);
    return value;
  }
  const item = itemOf(type);
  if (item !== undefined) {
    if (!Array.isArray(value)) throw badValue(path, 'TYPE_LIST', value);
    const list = value as unknown[];
    for (let at = 0; at < list.length; at++) {
      path.push(at);
      const read = readField(item, list[at], path);
      if (read !== list[at]) list[at] = read;
      path.pop();
    }
    return value;
  }
  if (typeof type === 'object' && 'words' in type) {
    if (typeof value !== 'string' || !type.words.includes(value)) throw badValue(path, 'TYPE_ENUM', value);
    return value;
  }
  if (!isJsonObject(value) || typeof type !== 'object' || !('mapOf' in type))
    throw badValue(path, 'TYPE_MESSAGE', value);
  for (const key of Object.keys(value)) {
    path.push(key);
    readFields(type.mapOf, value[key], path);
    path.pop();
  }
  return value;
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
