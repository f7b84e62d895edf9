/** The locale that a terminal asks for through LC_ALL, LC_MESSAGES or LANG (`zh_CN.UTF-8`); undefined when none is set. */
export function terminalLocale(env: Readonly<Record<string, string | undefined>>): string | undefined {
  return env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || undefined;
}

/** Whether the terminal shows more than ASCII, by the encoding of its locale; where none is set, Windows' does. */
export function isUtf8Terminal(env: Readonly<Record<string, string | undefined>>): boolean {
  const locale = env['LC_ALL'] || env['LC_CTYPE'] || env['LANG'];
  return locale ? /utf-?8/i.test(locale) : env['WT_SESSION'] !== undefined;
}
