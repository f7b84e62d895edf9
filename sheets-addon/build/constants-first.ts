import { parseSync } from 'rolldown/utils';

/** A module with its constant numbers in front, so that what follows them can have the numbers themselves. */
export function withConstantsFirst(code: string): string {
  const { program } = parseSync('module.js', code);
  let first = '';
  let others = '';
  let from = 0;
  for (const { type, start, end, ...statement } of program.body) {
    if (type !== 'VariableDeclaration' || !('kind' in statement) || statement.kind !== 'const') continue;
    const areNumbers = statement.declarations.every(
      ({ init }) => init?.type === 'Literal' && typeof init.value === 'number',
    );
    if (!areNumbers) continue;
    first += `${code.slice(start, end)}\n`;
    others += code.slice(from, start);
    from = end;
  }
  return `${first}${others}${code.slice(from)}`;
}
