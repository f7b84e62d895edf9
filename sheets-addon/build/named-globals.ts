import { parseSync } from 'rolldown/utils';

/** Globals whose functions need not be called on them. */
const HOLDERS = new Set(['Array', 'JSON', 'Math', 'Number', 'Object', 'String']);
/** Globals that are named often on their own. */
const ALONE = new Set(['Map', 'Number', 'Set']);
/** Bytes of the name that a mangler gives, at most. */
const SHORT = 2;

/**
 * A function that looks up globals such as `Math.max` once, in front of all else, where a name of its own is shorter than all its uses. Where the
 * script runs, a global is looked up slowly too. So are undefined and null named, but where something is compared with them: V8 does that at once
 * where they stand as themselves.
 *
 * @param script nothing but a function that begins with `"use strict";`, in which nothing of its own has the name of a global
 */
export function withNamedGlobals(script: string): string {
  const uses = usesOf(parseSync('load.js', script, { sourceType: 'script' }).program);
  const counts = new Map<string, number>();
  for (const { name } of uses) counts.set(name, (counts.get(name) ?? 0) + 1);
  const pays = ([name, count]: [string, number]): boolean => count * (name.length - SHORT) > name.length + SHORT + 2;
  const named = new Set([...counts].filter(pays).map(([name]) => name));
  const own = (name: string): string => `global_${name.replace(/\W/, '_')}`;
  let from = script.indexOf(STRICT) + STRICT.length;
  const declared = [...named].map((name) => `${own(name)}=${name}`).join();
  let code = script.slice(0, from) + (declared === '' ? '' : `var ${declared};`);
  for (const { name, start, end } of uses.toSorted((one, other) => one.start - other.start)) {
    if (!named.has(name)) continue;
    code += script.slice(from, start) + own(name);
    from = end;
  }
  return code + script.slice(from);
}

const STRICT = '"use strict";';

interface Use {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

function usesOf(part: unknown): Use[] {
  if (Array.isArray(part)) return part.flatMap(usesOf);
  if (typeof part !== 'object' || part === null) return [];
  const { type, start, end, ...parts } = part as Node;
  const nothing = nothingIn(part);
  if (nothing !== undefined) return [{ name: nothing, start, end }];
  if (type === 'BinaryExpression' && /^[!=]==?$/.test(parts.operator ?? ''))
    return [parts.left, parts.right].filter((side) => nothingIn(side) === undefined).flatMap(usesOf);
  if (type === 'Identifier') return ALONE.has(parts.name) ? [{ name: parts.name, start, end }] : [];
  const { object, property, key, computed, shorthand, ...others } = parts;
  // its name is that of a property too
  if (shorthand === true) return [];
  if (computed === false && object?.type === 'Identifier' && HOLDERS.has(object.name) && property !== undefined)
    return [{ name: `${object.name}.${property.name}`, start, end }];
  // a property may have the name of a global
  return [object, ...(computed === false ? [] : [property, key]), ...Object.values(others)].flatMap(usesOf);
}

/** Undefined or null as a minifier writes it; undefined for anything else. */
function nothingIn(part: unknown): string | undefined {
  const { type, operator, argument, raw } = (part ?? {}) as Partial<Node>;
  if (type === 'UnaryExpression' && operator === 'void' && argument?.raw === '0') return 'void 0';
  return type === 'Literal' && raw === 'null' ? raw : undefined;
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly object?: Node;
  readonly property?: Node;
  readonly key?: Node;
  readonly computed?: boolean;
  readonly shorthand?: boolean;
  readonly operator?: string;
  readonly argument?: Partial<Node>;
  readonly left?: unknown;
  readonly right?: unknown;
  readonly raw?: string;
}
