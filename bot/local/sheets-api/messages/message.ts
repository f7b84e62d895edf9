import { CELL_MESSAGES } from './cell-messages.ts';
import { CHART_MESSAGES } from './chart-messages.ts';
import { REQUEST_MESSAGES } from './request-messages.ts';
import { SHEET_MESSAGES } from './sheet-messages.ts';
import { VALUE_MESSAGES } from './value-messages.ts';

/**
 * Every message of the Sheets API v4 that the local server reads or writes, and each of its fields, as Google's reference lists
 * them (documented). Fields that the local workbook cannot hold are `unheld`: a mask may name them, a request may not set them.
 */
export const MESSAGES = {
  ...CELL_MESSAGES,
  ...CHART_MESSAGES,
  ...REQUEST_MESSAGES,
  ...SHEET_MESSAGES,
  ...VALUE_MESSAGES,
};

export type MessageName = keyof typeof MESSAGES;

/** What a field holds: a plain value, another message by name, a list of such, or one of some words. */
export type FieldType =
  | PlainType
  | MessageName
  | readonly [PlainType | MessageName]
  | { readonly words: readonly string[] }
  | { readonly mapOf: MessageName };

/** `int`: 32 bits; `mask`: names of fields with commas between; `any`: a list, number, text, yes, no or null; `unheld`: see above. */
type PlainType = 'string' | 'bool' | 'int' | 'double' | 'mask' | 'any' | 'unheld';

type ValueOf<Type> = Type extends 'string' | 'mask'
  ? string
  : Type extends 'bool'
    ? boolean
    : Type extends 'int' | 'double'
      ? number
      : Type extends 'any'
        ? unknown
        : Type extends 'unheld'
          ? never
          : Type extends MessageName
            ? Message<Type>
            : Type extends readonly [infer Item]
              ? readonly ValueOf<Item>[]
              : Type extends { readonly words: readonly (infer Word)[] }
                ? Word
                : Type extends { readonly mapOf: infer Item extends MessageName }
                  ? { readonly [name: string]: Message<Item> }
                  : never;

/** A message as JSON has it; a field that is not there has its default. */
export type Message<Name extends MessageName> = {
  readonly [Field in keyof (typeof MESSAGES)[Name]]?: ValueOf<(typeof MESSAGES)[Name][Field]>;
};

/** What a list holds; undefined for what is no list. */
export function itemOf(type: FieldType): FieldType | undefined {
  return Array.isArray(type) ? (type as readonly FieldType[])[0] : undefined;
}

/** The fields of a message; undefined for what is none. */
export function fieldsOf(type: FieldType): { readonly [field: string]: FieldType } | undefined {
  return typeof type === 'string' && Object.hasOwn(MESSAGES, type) ? MESSAGES[type as MessageName] : undefined;
}
