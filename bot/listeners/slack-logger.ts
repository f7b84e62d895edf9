import { LogLevel, type Logger as SlackLogger } from '@slack/bolt';
import type { Logger } from '../log.ts';

/**
 * Lets Slack's libraries write to our log. Their debug output holds whole payloads and is never written; their info is
 * our debug.
 */
export function slackLogger(log: Logger): SlackLogger {
  return {
    debug: () => undefined,
    info: (...parts) => log.debug({ from: 'slack' }, joined(parts)),
    warn: (...parts) => log.warn({ from: 'slack' }, joined(parts)),
    error: (...parts) => log.error({ from: 'slack' }, joined(parts)),
    setLevel: () => undefined,
    getLevel: () => LogLevel.INFO,
    setName: () => undefined,
  };
}

function joined(parts: readonly unknown[]): string {
  return parts.map((part) => (part instanceof Error ? part.message : String(part))).join(' ');
}
