import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseSync } from 'vite';
import { LANGUAGES, type Language } from '../../core/text/language.ts';

/** The same text, list of texts or function in every language. */
export interface SpokenText {
  /** Where: the file from the project's root, the line of its English and the keys that lead to it. */
  readonly place: string;
  readonly said: Readonly<Record<Language, Spoken>>;
}

/** What one language says. */
export interface Spoken {
  /** Every piece of text in it, as written, with … where a value is put in. */
  readonly pieces: readonly string[];
  /** The names of the parameters, those of an object one by one; undefined for what is no function. */
  readonly takes: readonly string[] | undefined;
  /** Those that the function does nothing with. */
  readonly leavesOut: readonly string[];
}

/** What the tables by language under the folders hold. */
export interface SpokenTables {
  readonly texts: readonly SpokenText[];
  /** Keys that one language has and another lacks. */
  readonly gaps: readonly string[];
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly [key: string]: unknown;
}

/** A parsed file. */
interface Parsed {
  readonly path: string;
  readonly code: string;
  readonly program: Node;
}

/** All tables by language in the `.ts` files under the folders. */
export function spokenTables(...folders: string[]): SpokenTables {
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((entry) => /\.tsx?$/.test(entry))
      .map((entry): [string, string] => [join(folder, entry), readFileSync(join(folder, entry), 'utf8')]),
  );
  return spokenIn(Object.fromEntries(files));
}

/** The same of files given as code by their paths. Throws for what cannot be parsed. */
export function spokenIn(codeByPath: Readonly<Record<string, string>>): SpokenTables {
  const files = Object.entries(codeByPath).map(([path, code]) => parsed(path, code));
  const named = files.map((file) => ({ file, constants: constantsOf(file.program) }));
  // what other files export is written in capitals; anything else of that name is a parameter
  const exported = new Map(named.flatMap(({ constants }) => [...constants].filter(([name]) => /^[A-Z_]+$/.test(name))));
  const texts: SpokenText[] = [];
  const gaps: string[] = [];

  for (const { constants, file } of named) {
    const resolve = (node: Node): Node => {
      if (node.type !== 'Identifier') return unwrapped(node);
      const name = String(node['name']);
      const found = constants.get(name) ?? exported.get(name);
      return found === undefined ? node : unwrapped(found);
    };
    const compare = (place: string, nodes: Readonly<Record<Language, Node>>): void => {
      const resolved = byLanguage((language) => resolve(nodes[language]));
      if (LANGUAGES.some((language) => resolved[language].type !== 'ObjectExpression')) {
        texts.push({ place, said: byLanguage((language) => spoken(resolved[language])) });
        return;
      }
      const entries = byLanguage((language) => entriesOf(resolved[language]));
      for (const key of new Set(LANGUAGES.flatMap((language) => [...entries[language].keys()]))) {
        const lacking = LANGUAGES.filter((language) => !entries[language].has(key));
        if (lacking.length > 0) gaps.push(`${place}.${key} is missing in ${lacking.join(' and ')}`);
        else
          compare(
            `${place}.${key}`,
            byLanguage((language) => entries[language].get(key) as Node),
          );
      }
    };
    each(file.program, (node) => {
      if (node.type !== 'ObjectExpression') return;
      const entries = entriesOf(node);
      const [english, ...others] = LANGUAGES.filter((language) => entries.has(language));
      if (english !== 'en' || others.length === 0) return;
      const place = `${file.path}:${file.code.slice(0, node.start).split('\n').length}`;
      const lacking = LANGUAGES.filter((language) => !entries.has(language));
      if (lacking.length > 0) gaps.push(`${place} is missing in ${lacking.join(' and ')}`);
      else
        compare(
          place,
          byLanguage((language) => entries.get(language) as Node),
        );
    });
  }
  return { texts, gaps };
}

function parsed(path: string, code: string): Parsed {
  const { errors, program } = parseSync(basename(path), code);
  if (errors[0] !== undefined) throw new Error(`${path} cannot be parsed: ${errors[0].message}`);
  return { path, code, program: program as unknown as Node };
}

function byLanguage<T>(of: (language: Language) => T): Record<Language, T> {
  return { en: of('en'), 'zh-CN': of('zh-CN'), 'zh-TW': of('zh-TW') };
}

/** The constants at the top of a file, by name. */
function constantsOf(program: Node): ReadonlyMap<string, Node> {
  const constants = new Map<string, Node>();
  for (const statement of program['body'] as Node[]) {
    const declared = (statement['declaration'] as Node | null | undefined) ?? statement;
    if (declared.type !== 'VariableDeclaration') continue;
    for (const { id, init } of declared['declarations'] as { id: Node; init: Node | null }[]) {
      if (id.type === 'Identifier' && init !== null) constants.set(String(id['name']), init);
    }
  }
  return constants;
}

/** What a type assertion or brackets are put around. */
function unwrapped(node: Node): Node {
  return /^(TSAsExpression|TSSatisfiesExpression|ParenthesizedExpression)$/.test(node.type)
    ? unwrapped(node['expression'] as Node)
    : node;
}

function entriesOf(node: Node): ReadonlyMap<string, Node> {
  const entries = new Map<string, Node>();
  if (node.type !== 'ObjectExpression') return entries;
  for (const property of node['properties'] as Node[]) {
    const key = property['key'] as Node | undefined;
    if (property.type !== 'Property' || key === undefined || property['computed'] === true) continue;
    entries.set(String(key['name'] ?? key['value']), property['value'] as Node);
  }
  return entries;
}

function spoken(node: Node): Spoken {
  const pieces: string[] = [];
  each(node, (inner) => {
    const { quasis, type, value } = inner;
    if (type === 'Literal' && typeof value === 'string') pieces.push(value);
    if (type === 'TemplateLiteral' && Array.isArray(quasis)) {
      pieces.push(quasis.map((part: { value: { cooked: string | null } }) => part.value.cooked).join('…'));
    }
  });
  if (!/^(ArrowFunctionExpression|FunctionExpression)$/.test(node.type))
    return { pieces, takes: undefined, leavesOut: [] };
  const takes = (node['params'] as Node[]).flatMap(namesIn);
  const used = new Set<unknown>();
  each(node['body'], (inner) => used.add(inner.type === 'Identifier' && inner['name']));
  return { pieces, takes, leavesOut: takes.filter((name) => !used.has(name)) };
}

function namesIn(parameter: Node): string[] {
  if (parameter.type === 'AssignmentPattern') return namesIn(parameter['left'] as Node);
  if (parameter.type !== 'ObjectPattern') return [String(parameter['name'])];
  return (parameter['properties'] as Node[]).flatMap((property) => namesIn(property['value'] as Node));
}

/** Visits a node and all within it, but for types. */
function each(node: unknown, visit: (node: Node) => void): void {
  if (Array.isArray(node)) {
    for (const inner of node) each(inner, visit);
  } else if (typeof node === 'object' && node !== null && 'type' in node) {
    if (String(node.type).startsWith('TSType')) return;
    visit(node as Node);
    for (const inner of Object.values(node)) each(inner, visit);
  }
}
