import { fileURLToPath } from 'node:url';

let built: Promise<string> | undefined;

/**
 * The services that go into the context of each execution, as one script whose value is the object with `start`. Built out of
 * `apps-script/` when first asked for; the bundler is loaded then and not before.
 */
export function guestServices(): Promise<string> {
  built ??= bundledScript(fileURLToPath(new URL('./apps-script/main.ts', import.meta.url)), 'services').then(
    (code) => `(function () {\n'use strict';\n${code}\nreturn services;\n})()`,
  );
  return built;
}

/** A module with all that it imports as one script that declares `name` with its exports. */
export async function bundledScript(file: string, name: string): Promise<string> {
  const { rolldown } = await import('rolldown');
  const bundle = await rolldown({ input: file, treeshake: { moduleSideEffects: false } });
  try {
    const { output } = await bundle.generate({ format: 'iife', name, minify: false });
    return output[0].code;
  } finally {
    await bundle.close();
  }
}
