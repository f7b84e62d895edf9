import { parseSync } from 'rolldown/utils';

/**
 * The module with its functions as arrows in one `var` in front of all else: shorter, and what calls them need not look whether they are declared
 * yet, as it would with `let`. Generators stay as they are, and functions that know what they are called on or with.
 */
export function withArrowFunctions(code: string): string {
  const { program } = parseSync('module.js', code);
  const arrows: string[] = [];
  let others = '';
  let from = 0;
  for (const statement of program.body) {
    if (statement.type !== 'FunctionDeclaration') continue;
    const { id, params, body, generator, async } = statement;
    if (id === null || body === null || generator || async || knowsItsCall([params, body])) continue;
    const [only, ...more] = body.body;
    const result = only?.type === 'ReturnStatement' && more.length === 0 ? only.argument : null;
    const given = code.slice(params[0]?.start, params.at(-1)?.end);
    arrows.push(
      `${id.name}=(${params.length === 0 ? '' : given})=>${result === null ? code.slice(body.start, body.end) : `(${code.slice(result.start, result.end)})`}`,
    );
    others += code.slice(from, statement.start);
    from = statement.end;
  }
  return arrows.length === 0 ? code : `var ${arrows.join()};${others}${code.slice(from)}`;
}

/** Whether something has `this`, `super`, `new.target` or `arguments` that an arrow does not have. */
function knowsItsCall(part: unknown): boolean {
  if (Array.isArray(part)) return part.some(knowsItsCall);
  if (typeof part !== 'object' || part === null) return false;
  const { type, name } = part as { readonly type?: string; readonly name?: string };
  if (type === 'ThisExpression' || type === 'Super' || type === 'MetaProperty') return true;
  if (type === 'Identifier' && name === 'arguments') return true;
  // these have their own
  return type !== 'FunctionDeclaration' && type !== 'FunctionExpression' && Object.values(part).some(knowsItsCall);
}
