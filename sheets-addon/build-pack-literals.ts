import { parseSync } from 'rolldown/utils';
import { packedText } from './build-pack-text.ts';

/** Literals shorter than this stay: reading them back would take as much. */
const LEAST_BYTES = 16;

/**
 * Takes long literals (texts, lists, documents) out of what a bundle declares at its top and packs them, since they are most
 * of its bytes and repeat much. They come back when the bundle is loaded.
 *
 * @param code a bundle without imports
 */
export function packLiterals(code: string): string {
  const { program } = parseSync('bundle.js', code);
  const cuts: { start: number; end: number; value: unknown }[] = [];
  // what unpacks must have been declared before
  const first = Math.max(...program.body.flatMap((statement) => (declares(statement, UNPACKING) ? statement.end : [])));
  for (const statement of program.body) {
    if (statement.type !== 'VariableDeclaration' || statement.start < first) continue;
    for (const { init } of statement.declarations) if (init !== null) collect(init, code, cuts);
  }
  let left = code.slice(0, first);
  let from = first;
  for (const [place, { start, end }] of cuts.entries()) {
    left += `${code.slice(from, start)}packedLiteral(${place})`;
    from = end;
  }
  const packed = packedText(JSON.stringify(cuts.map(({ value }) => value)));
  const head = `\nconst packedLiterals = unpacked(${JSON.stringify(packed)});
const packedLiteral = (place) => packedLiterals[place];\n`;
  return `${left.slice(0, first)}${head}${left.slice(first)}${code.slice(from)}`.replace(
    /,\s*unpacked(?=\s*\}\s*;?\s*$)|\bunpacked,\s*(?=[^{}]*\}\s*;?\s*$)/,
    '',
  );
}

/** What `unpacked` consists of. */
const UNPACKING = new Set([
  'unpacked',
  'unpackedText',
  'WORDS_BY_OUTCOME',
  'PACKED_DIGITS',
  'SHORTEST',
  'LENGTH_BITS',
  'DISTANCE_SLOTS',
]);

function declares(statement: object, names: ReadonlySet<string>): boolean {
  const { id, declarations } = statement as {
    readonly id?: { readonly name?: string } | null;
    readonly declarations?: readonly { readonly id: { readonly name?: string } }[];
  };
  return [id, ...(declarations ?? []).map((one) => one.id)].some((one) => names.has(one?.name ?? ''));
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

/** The largest literals in an expression, but none in a function, which would make a new one each time. */
function collect(node: Node, code: string, cuts: { start: number; end: number; value: unknown }[]): void {
  if (/Function|Class/.test(node.type)) return;
  const found = literal(node);
  if (found !== undefined) {
    const { start, end } = node;
    const bytes = Buffer.byteLength(code.slice(start, end));
    if (bytes >= LEAST_BYTES) cuts.push({ start, end, value: found.value });
    return;
  }
  const parts = node.type === 'Property' ? [(node as unknown as { value: unknown }).value] : Object.values(node);
  for (const part of parts.flat() as unknown[]) if (isNode(part)) collect(part, code, cuts);
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
