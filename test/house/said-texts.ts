import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'vite';

/** A piece of text in a source file that a person may come to read. */
export interface SaidText {
  /** The file, from the project's root. */
  readonly path: string;
  readonly line: number;
  /** As written, with … where a value is put in. */
  readonly text: string;
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly [key: string]: unknown;
}

/** Every text in the `.ts` and `.tsx` files under a folder that reads like speech, but for what only developers see. */
export function saidTexts(folder: string): SaidText[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((entry) => /\.tsx?$/.test(entry))
    .map((entry) => join(folder, entry))
    .flatMap((path) => saidIn(path, readFileSync(path, 'utf8')));
}

/** The same of one file's code; the path's ending says whether it may hold JSX. Throws for what cannot be parsed. */
export function saidIn(path: string, code: string): SaidText[] {
  const { errors, program } = parseSync(path, code);
  if (errors[0] !== undefined) throw new Error(`${path} cannot be parsed: ${errors[0].message}`);
  const found: SaidText[] = [];
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(visit);
    if (!isNode(node) || isUnread(node)) return;
    const text = textOf(node);
    if (text !== undefined && readsLikeSpeech(text)) {
      found.push({ path, line: code.slice(0, node.start).split('\n').length, text: text.trim() });
    }
    Object.values(node).forEach(visit);
  };
  visit(program);
  return found;
}

/** Chinese at all; or two words and more that begin like a title or a sentence, or end like a sentence. */
export function readsLikeSpeech(text: string): boolean {
  const said = text.trim();
  if (/\p{Script=Han}/u.test(said)) return true;
  const words = said.split(/\s+/).filter((word) => /^[“"'(]*([A-Za-z][a-z’']+|A|I|…)[”"'),.:;?!…]*$/.test(word));
  if (words.length < 2 || !/[a-z]{2}/.test(said)) return false;
  return /^[“"(]?[A-Z][a-z’']*[\s,:]/.test(said) || /[a-z…”)][.?!]$/.test(said);
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';
}

/** Types, module names, SQL, log lines, what a document's field is for, and messages of errors, which are faults of the program. */
function isUnread(node: Node): boolean {
  switch (node.type) {
    case 'TSLiteralType':
    case 'ImportDeclaration':
      return true;
    case 'TaggedTemplateExpression':
      return nameOf(node['tag']) === 'sql';
    case 'NewExpression':
      return nameOf(node['callee']).endsWith('Error');
    case 'CallExpression':
      if (isNode(node['callee']) && node['callee'].type === 'Super') return true;
      return /(^|\.)log\.(debug|info|warn|error)$|\.describe$/.test(nameOf(node['callee']));
    default:
      return false;
  }
}

/** `log.child.info` for such a chain of names. */
function nameOf(node: unknown): string {
  if (!isNode(node)) return '';
  if (node.type === 'MemberExpression') return `${nameOf(node['object'])}.${nameOf(node['property'])}`;
  return typeof node['name'] === 'string' ? node['name'] : '';
}

function textOf(node: Node): string | undefined {
  const { quasis, type, value } = node;
  if ((type === 'Literal' || type === 'JSXText') && typeof value === 'string') return value;
  if (type !== 'TemplateLiteral' || !Array.isArray(quasis)) return undefined;
  return quasis.map((part: { readonly value: { readonly cooked: string | null } }) => part.value.cooked).join('…');
}
