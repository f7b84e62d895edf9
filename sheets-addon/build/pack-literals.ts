import { parseSync } from 'rolldown/utils';
import { packedValue } from './pack-values.ts';

/** Literals shorter than this stay: reading them back would take as much. */
const LEAST_BYTES = 14;
/** The same for texts that are read each time anew. */
const LEAST_TEXT_BYTES = 7;
/** What is used as often has a name of its own, which is shorter than its place. */
const NAMED_USES = 5;
/** The same for regular expressions. */
const LEAST_PATTERN_BYTES = 32;

/**
 * Takes long literals (texts, lists, documents, regular expressions) out of what a bundle declares at its top and packs them, since they are most
 * of its bytes and repeat much. They come back when the bundle is loaded.
 *
 * @param code a bundle without imports, in which what unpacks stands before all else
 * @throws Error for one that does not unpack
 */
export function packLiterals(code: string): string {
  const { program } = parseSync('bundle.js', code);
  const cuts: Cut[] = [];
  // what unpacks must have been declared before
  const first = program.body.find((statement) => declares(statement, LAST_OF_UNPACKING))?.end;
  if (first === undefined) throw new Error(`The script declares no ${LAST_OF_UNPACKING}, behind which it can unpack.`);
  for (const statement of program.body) {
    if (statement.start < first || statement.type.startsWith('Export')) continue;
    collect(statement, code, cuts);
  }
  cuts.sort((one, other) => one.start - other.start);
  let left = code.slice(0, first);
  let from = first;
  const uses = new Map<unknown, number>();
  for (const { value } of cuts) uses.set(value, (uses.get(value) ?? 0) + 1);
  const values = orderedValues(uses);
  const places = new Map(values.map((value, place) => [value, place]));
  const named = values.filter((value) => (uses.get(value) ?? 0) >= NAMED_USES);
  for (const { start, end, value, around = ['', ''] } of cuts) {
    const place = places.get(value);
    const shown = named.includes(value) ? `packedLiteral${place}` : `/* @__PURE__ */ packedLiteral(${place})`;
    left += `${code.slice(from, start)}${around[0]}${shown}${around[1]}`;
    from = end;
  }
  const names = named
    .map((value) => places.get(value))
    .map((place) => `packedLiteral${place} = packedLiterals[${place}]`);
  const head = `\nconst packedLiterals = unpacked(${JSON.stringify(packedValue(values))});
const packedLiteral = (place) => packedLiterals[place];\n${names.length > 0 ? `const ${names.join()};\n` : ''}`;
  return `${left.slice(0, first)}${head}${left.slice(first)}${code.slice(from)}`.replace(
    /,\s*unpacked(?=\s*\}\s*;?\s*$)|\bunpacked,\s*(?=[^{}]*\}\s*;?\s*$)/,
    '',
  );
}

/** Each once, what is alike together: texts in English, those that are used most in front, texts in Chinese, and what is no text. */
function orderedValues(uses: ReadonlyMap<unknown, number>): unknown[] {
  const kind = (value: unknown): number => (typeof value !== 'string' ? 2 : /^[ -~“”’…–]*$/.test(value) ? 0 : 1);
  return [...uses]
    .toSorted(([one, often], [other, seldom]) => kind(one) - kind(other) || seldom - often)
    .map(([value]) => value);
}

/** What is declared last of what `unpacked` consists of. */
const LAST_OF_UNPACKING = 'SHORT_FORM';

function declares(statement: object, name: string): boolean {
  const { id, declarations } = statement as {
    readonly id?: { readonly name?: string } | null;
    readonly declarations?: readonly { readonly id: { readonly name?: string } }[];
  };
  return [id, ...(declarations ?? []).map((one) => one.id)].some((one) => one?.name === name);
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

/** A piece of the code that is packed. */
interface Cut {
  readonly start: number;
  readonly end: number;
  readonly value: unknown;
  /** What stands before and behind it in its place. */
  readonly around?: readonly [string, string];
}

/** The largest literals; in a function, which would make all others anew each time, only texts. */
function collect(node: Node, code: string, cuts: Cut[], isInFunction = false): void {
  const isOne = isInFunction || /Function|Class/.test(node.type);
  const found = literal(node);
  if (found !== undefined && (!isOne || typeof found.value === 'string')) {
    const { start, end } = node;
    const bytes = Buffer.byteLength(code.slice(start, end));
    if (bytes >= (isOne ? LEAST_TEXT_BYTES : LEAST_BYTES)) cuts.push({ start, end, value: found.value });
    return;
  }
  if (node.type === 'TaggedTemplateExpression' || isTypeTest(node)) return;
  if (node.type === 'TemplateElement') {
    const { start, end } = node;
    const { cooked } = (node as unknown as { value: { cooked: string } }).value;
    // between the expressions of a template
    if (Buffer.byteLength(cooked) >= LEAST_TEXT_BYTES) cuts.push({ start, end, value: cooked, around: ['${', '}'] });
    return;
  }
  const { regex } = node as unknown as { readonly regex?: { readonly pattern: string; readonly flags: string } };
  if (regex !== undefined) {
    const { start, end } = node;
    const around = ['/* @__PURE__ */ new RegExp(', `, "${regex.flags}")`] as const;
    // one in a function is made each time anew
    if (!isOne && Buffer.byteLength(regex.pattern) >= LEAST_PATTERN_BYTES)
      cuts.push({ start, end, value: regex.pattern, around });
    return;
  }
  const { key, value, computed } = node as unknown as { key: Node; value: unknown; computed?: boolean };
  const parts = key !== undefined && computed !== true ? [value] : Object.values(node);
  for (const part of parts.flat() as unknown[]) if (isNode(part)) collect(part, code, cuts, isOne);
}

/** Whether it asks of what type a variable is, which V8 does at once where the type stands there as a text. */
function isTypeTest(node: Node): boolean {
  const { left, right } = node as unknown as Readonly<Record<string, Node | undefined>>;
  return [left, right].some((side) => {
    const { operator, argument } = (side ?? {}) as { readonly operator?: string; readonly argument?: Node };
    return operator === 'typeof' && argument?.type === 'Identifier';
  });
}

/** What a literal is worth as JSON; undefined for any other expression. */
function literal(node: Node): { readonly value: unknown } | undefined {
  const parts = node as unknown as Record<string, unknown>;
  switch (node.type) {
    case 'Literal':
      return parts['regex'] === undefined && parts['bigint'] === undefined ? { value: parts['value'] } : undefined;
    case 'TemplateLiteral': {
      const quasis = parts['quasis'] as readonly { value: { cooked: string } }[];
      return quasis.length === 1 ? { value: quasis[0]?.value.cooked } : undefined;
    }
    case 'UnaryExpression': {
      const { operator } = parts;
      const { value } = literal(parts['argument'] as Node) ?? {};
      if (operator === '-' && typeof value === 'number' && value !== 0) return { value: -value };
      return operator === '!' && typeof value === 'number' ? { value: value === 0 } : undefined;
    }
    case 'ArrayExpression': {
      const values = (parts['elements'] as readonly (Node | null)[]).map((one) =>
        one === null ? undefined : literal(one),
      );
      return values.includes(undefined) ? undefined : { value: values.map((one) => one?.value) };
    }
    case 'ObjectExpression': {
      const entries = (parts['properties'] as readonly Node[]).map(entryOf);
      return entries.includes(undefined)
        ? undefined
        : { value: Object.fromEntries(entries.map((one) => one ?? ['', null])) };
    }
    default:
      return undefined;
  }
}

function entryOf(property: Node): readonly [string, unknown] | undefined {
  const { key, value, computed, kind, method } = property as unknown as Record<string, unknown>;
  if (property.type !== 'Property' || computed === true || kind !== 'init' || method === true) return undefined;
  const { name, value: text } = key as { readonly name?: string; readonly value?: unknown };
  const found = literal(value as Node);
  const own = name ?? String(text);
  return found === undefined || own === '__proto__' ? undefined : [own, found.value];
}

function isNode(part: unknown): part is Node {
  return typeof part === 'object' && part !== null && typeof (part as { type?: unknown }).type === 'string';
}
