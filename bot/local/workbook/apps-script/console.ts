import type { Host } from './host.ts';
import type { LogLevel } from './script-questions.ts';

/** `console`: what is logged goes to the execution's log; other methods are not there. documented */
export function createConsole(host: Host): Readonly<Record<string, (...values: readonly unknown[]) => void>> {
  const writer =
    (level: LogLevel) =>
    (...values: readonly unknown[]): void => {
      host.ask('log', level, values.map(inText).join(' '));
    };
  return Object.freeze({
    log: writer('info'),
    info: writer('info'),
    warn: writer('warning'),
    error: writer('error'),
  });
}

function inText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value instanceof Error) return value.stack ?? value.message;
  return JSON.stringify(value) ?? String(value);
}
