/** The locale that a terminal asks for through LC_ALL, LC_MESSAGES or LANG (`zh_CN.UTF-8`); undefined when none is set. */
export function terminalLocale(env: Readonly<Record<string, string | undefined>>): string | undefined {
  return env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || undefined;
}
