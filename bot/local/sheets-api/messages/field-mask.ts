import { type FieldType, fieldsOf, itemOf } from './message.ts';

/** Which fields of a message are meant: `true` the whole of it, else by name. */
export type FieldMask = true | ReadonlyMap<string, FieldMask>;

/** What was wrong with a mask: it is no mask, or the message has no such field. */
export class FieldMaskError extends Error {
  override readonly name = 'FieldMaskError';
  /** As it was written. */
  readonly path: string;

  constructor(path: string) {
    super(`Cannot find matching fields for path '${path}'.`);
    this.path = path;
  }
}

/**
 * Reads `sheets(properties,data.rowData/values),spreadsheetId`, `*`: names with commas, dots or slashes for what is inside,
 * brackets for several inside (documented). Throws a `FieldMaskError`.
 */
export function readMask(text: string, type: FieldType): FieldMask {
  const reader = { text, at: 0 };
  const mask = readList(reader, type, '');
  if (reader.at < text.length) throw new FieldMaskError(text);
  return mask;
}

/** What the mask means by a field of the message; undefined: not meant. */
export function inMask(mask: FieldMask, field: string): FieldMask | undefined {
  return mask === true ? true : mask.get(field);
}

/** The parts of a message that the mask means, in the message's order; the message itself where all of it is meant. */
export function picked(value: unknown, mask: FieldMask): unknown {
  if (mask === true) return value;
  if (Array.isArray(value)) return value.map((item: unknown) => picked(item, mask));
  if (typeof value !== 'object' || value === null) return value;
  const part: Record<string, unknown> = {};
  for (const [field, inner] of Object.entries(value)) {
    const inside = mask.get(field);
    if (inside !== undefined) part[field] = picked(inner, inside);
  }
  return part;
}

interface Reader {
  readonly text: string;
  at: number;
}

function readList(reader: Reader, type: FieldType, before: string): FieldMask {
  const fields = new Map<string, FieldMask>();
  let isAll = false;
  do {
    const path = readPath(reader, type, before);
    if (path === true) isAll = true;
    else for (const [name, mask] of path) fields.set(name, joined(fields.get(name), mask));
  } while (accept(reader, ','));
  return isAll ? true : fields;
}

function readPath(reader: Reader, type: FieldType, before: string): FieldMask {
  const name = /^(?:\*|\w+)/.exec(reader.text.slice(reader.at))?.[0];
  if (name === undefined) throw new FieldMaskError(reader.text);
  reader.at += name.length;
  if (name === '*') return true;
  const path = before === '' ? name : `${before}.${name}`;
  const inner = typeOfField(type, name);
  if (inner === undefined) throw new FieldMaskError(path);
  if (accept(reader, '.') || accept(reader, '/')) return new Map([[name, readPath(reader, inner, path)]]);
  if (!accept(reader, '(')) return new Map([[name, true]]);
  const inside = readList(reader, inner, path);
  if (!accept(reader, ')')) throw new FieldMaskError(reader.text);
  return new Map([[name, inside]]);
}

/** Undefined: no such field. What is inside of something that the local workbook does not hold is not known. */
function typeOfField(type: FieldType, name: string): FieldType | undefined {
  if (type === 'unheld') return type;
  const item = itemOf(type);
  if (item !== undefined) return typeOfField(item, name);
  if (typeof type === 'object' && 'mapOf' in type) return type.mapOf;
  const fields = fieldsOf(type);
  return fields !== undefined && Object.hasOwn(fields, name) ? fields[name] : undefined;
}

function accept(reader: Reader, mark: string): boolean {
  if (reader.text[reader.at] !== mark) return false;
  reader.at += 1;
  return true;
}

function joined(one: FieldMask | undefined, other: FieldMask): FieldMask {
  if (one === undefined) return other;
  if (one === true || other === true) return true;
  const both = new Map(one);
  for (const [name, mask] of other) both.set(name, joined(both.get(name), mask));
  return both;
}
