import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

/** One import of a source file. */
export interface Import {
  /** A path from the project's root (`core/customer.ts`) for our own files, else the package's name (`zod/mini`). */
  readonly target: string;
  /** True for `import type`, which is gone when the program runs. */
  readonly typeOnly: boolean;
}

/** A TypeScript file of ours, without its comments. */
export interface SourceFile {
  /** From the project's root, with forward slashes. */
  readonly path: string;
  readonly code: string;
  readonly imports: readonly Import[];
}

/** Every `.ts` file under the folders given (from the project's root); folders that do not exist count as empty. */
export function sourceFiles(...folders: string[]): SourceFile[] {
  return folders.flatMap((folder) => filesUnder(folder).map(sourceFile));
}

function filesUnder(folder: string): string[] {
  let entries: string[];
  try {
    entries = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  } catch {
    return [];
  }
  return entries.filter((entry) => entry.endsWith('.ts')).map((entry) => join(folder, entry));
}

function sourceFile(path: string): SourceFile {
  const code = withoutComments(readFileSync(path, 'utf8'));
  const imports: Import[] = [];
  const statement = /(?:^|\n)\s*(import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^'\n]+)'|import\(\s*'([^'\n]+)'/g;
  for (const match of code.matchAll(statement)) {
    const name = match[3] ?? match[4] ?? '';
    const target = name.startsWith('.') ? normalize(join(dirname(path), name)) : name;
    imports.push({ target, typeOnly: match[2] !== undefined });
  }
  return { path, code, imports };
}

/** Comments may name what the code must not use; strings that look like comments do not occur in import lines. */
function withoutComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"`\\])\/\/.*$/gm, '$1');
}
