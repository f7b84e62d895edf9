import { type DestinationStream, destination, type Logger, pino } from 'pino';
import type { LogLevel } from './config.ts';

export type { Logger } from 'pino';

/**
 * The log: JSON lines on stderr, so that stdout stays the person's. Tokens, signing secrets in addresses and response
 * addresses are blotted out of every text and error; of an error only kind, code, message and stack are kept, because
 * the rest may hold what a person typed or what the database stores.
 */
export function createLog(level: LogLevel, stream: DestinationStream = destination(2)): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: loggedError },
      hooks: { streamWrite: withoutSecrets },
    },
    stream,
  );
}

/** Blots out Slack tokens, passwords in addresses, and the addresses that let anyone answer in Slack. */
export function withoutSecrets(text: string): string {
  return text
    .replace(/\b(xox[a-z]|xapp)-[\w-]+/g, '$1-…')
    .replace(/(:\/\/[^\s:/@"]*:)[^\s@"]*@/g, '$1…@')
    .replace(/(https?:\/\/[^\s/"]*\/(?:commands|actions|services|response)\/)[^\s"\\]+/g, '$1…')
    .replace(/([?&](?:ticket|token|secret)=)[^&\s"\\]+/g, '$1…');
}

function loggedError(error: unknown): unknown {
  if (!(error instanceof Error)) return { message: String(error) };
  const code: unknown = 'code' in error ? error.code : undefined;
  const cause = error.cause ?? ('original' in error ? error.original : undefined);
  return {
    type: error.name,
    ...(typeof code === 'string' && { code }),
    message: error.message,
    stack: error.stack ?? '',
    ...(cause instanceof Error && { cause: loggedError(cause) }),
  };
}
