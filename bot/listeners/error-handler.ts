import { randomUUID } from 'node:crypto';
import { MultipleListenerError } from '@slack/bolt';
import { BOT_TEXT } from '../../core/text/bot-text.ts';
import { plainMessage } from '../blocks/rich-text.ts';
import type { Services } from './services.ts';

/** What went wrong while something of Slack's was being dealt with. */
export interface Failure {
  readonly error: unknown;
  /** The command, action or event that was being answered. */
  readonly body: object;
}

/**
 * Where every error of a listener ends: it is logged under a short id, and the person who waits for an answer gets a
 * sentence that shows the id. Never throws.
 */
export function errorHandler(services: Services, postTo: (responseUrl: string, message: object) => Promise<void>) {
  return async ({ error, body }: Failure): Promise<void> => {
    const id = randomUUID().slice(0, 8);
    const errors: unknown[] = error instanceof MultipleListenerError ? error.originals : [error];
    for (const each of errors) services.log.error({ id, err: each }, 'a listener failed');
    const responseUrl = 'response_url' in body ? body.response_url : undefined;
    if (typeof responseUrl !== 'string' || responseUrl === '') return;
    try {
      const { language } = await services.people.find(userIdOf(body));
      const text = BOT_TEXT[language];
      const answer = plainMessage(errors.some(isDatabaseAway) ? text.databaseAway : text.failed(id));
      await postTo(responseUrl, { ...answer, response_type: 'ephemeral', replace_original: false });
    } catch (failure) {
      services.log.error({ id, err: failure }, 'the person could not be told');
    }
  };
}

function userIdOf(body: object): string {
  if ('user_id' in body && typeof body.user_id === 'string') return body.user_id;
  if ('user' in body && typeof body.user === 'object' && body.user !== null && 'id' in body.user)
    return String(body.user.id);
  return '';
}

/** Whether the database could not be reached: Node's codes, and PostgreSQL's classes 08 (connection) and 57P (shutdown). */
function isDatabaseAway(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = 'original' in at ? at.original : at.cause) {
    const code: unknown = 'code' in at ? at.code : undefined;
    if (typeof code === 'string' && /^(ECONNREFUSED|ECONNRESET|ETIMEDOUT|EPIPE|ENOTFOUND|08\d{3}|57P0\d)$/.test(code))
      return true;
  }
  return false;
}
