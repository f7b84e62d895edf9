/** A node of a syntax tree. */
export interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [part: string]: unknown;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';
}

function childrenOf(node: Node): Node[] {
  return Object.values(node).flatMap((part) =>
    Array.isArray(part) ? part.filter(isNode) : isNode(part) ? [part] : [],
  );
}

/** A node and all that it holds. */
export function nodesOf(root: Node): Node[] {
  const found: Node[] = [];
  const left = [root];
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    found.push(node);
    left.push(...childrenOf(node));
  }
  return found;
}

const LATER = new Set([
  'PropertyDefinition',
  'AccessorProperty',
  'StaticBlock',
  'PrivateIdentifier',
  'PrivateInExpression',
  'Decorator',
  'ImportExpression',
  'ImportDeclaration',
  'ExportNamedDeclaration',
  'ExportDefaultDeclaration',
  'ExportAllDeclaration',
  'MetaProperty',
]);

/** Kinds of syntax that came after ES2021 or that need a module; each with where it stands. */
export function laterThanEs2021(root: Node): string[] {
  return nodesOf(root).flatMap((node) => {
    const flags = (node['regex'] as { flags?: string } | undefined)?.flags ?? '';
    if (LATER.has(node.type) && !isNewTarget(node)) return [`${node.type} at ${node.start}`];
    if (/[dv]/.test(flags)) return [`RegExp ${flags} at ${node.start}`];
    return node.type === 'VariableDeclaration' && /using/.test(String(node['kind'])) ? [`using at ${node.start}`] : [];
  });
}

function isNewTarget(node: Node): boolean {
  return node.type === 'MetaProperty' && (node['meta'] as { name?: string }).name === 'new';
}

/**
 * Names that are used and declared nowhere in the script: what it takes from outside. Those after which it asks by `typeof` it can
 * do without.
 */
export function freeNames(root: Node): string[] {
  const declared = new Set<string>();
  const used = new Set<string>();
  const askedFor = new Set<string>();
  for (const node of nodesOf(root)) {
    const asked = node['argument'];
    if (node['operator'] === 'typeof' && isNode(asked) && asked.type === 'Identifier')
      askedFor.add(asked['name'] as string);
    for (const pattern of declaredBy(node)) namesIn(pattern).forEach((name) => declared.add(name));
    for (const [part, value] of Object.entries(node))
      for (const child of Array.isArray(value) ? value : [value])
        if (isNode(child) && child.type === 'Identifier' && isUse(node, part)) used.add(child['name'] as string);
  }
  return [...used].filter((name) => !declared.has(name) && !askedFor.has(name));
}

function declaredBy(node: Node): Node[] {
  switch (node.type) {
    case 'VariableDeclarator':
    case 'ClassDeclaration':
    case 'ClassExpression':
      return [node['id']].filter(isNode);
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
      return [node['id'], ...(node['params'] as unknown[])].filter(isNode);
    case 'CatchClause':
      return [node['param']].filter(isNode);
    default:
      return [];
  }
}

/** The names that a pattern binds. */
function namesIn(pattern: Node): string[] {
  switch (pattern.type) {
    case 'Identifier':
      return [pattern['name'] as string];
    case 'AssignmentPattern':
      return namesIn(pattern['left'] as Node);
    case 'RestElement':
      return namesIn(pattern['argument'] as Node);
    case 'Property':
      return namesIn(pattern['value'] as Node);
    case 'ArrayPattern':
      return (pattern['elements'] as unknown[]).filter(isNode).flatMap(namesIn);
    case 'ObjectPattern':
      return (pattern['properties'] as Node[]).flatMap(namesIn);
    default:
      return [];
  }
}

/** Whether a name at this place of a node stands for a variable, not for a property or a label. */
function isUse(node: Node, part: string): boolean {
  if (part === 'label') return false;
  if (part === 'property') return node['computed'] === true;
  return part !== 'key' || node['computed'] === true;
}
