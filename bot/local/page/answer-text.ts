import type { PageText } from '../../../core/text/page-text.ts';
import type { ActResult, Failure } from './page-server.ts';

/** What to tell the person about how an act ended; null when there is nothing to tell. */
export function answerText(result: ActResult, text: PageText): string | null {
  switch (result.kind) {
    case 'done':
    case 'options':
    case 'invalid':
      return null;
    case 'failed':
      return result.error === 'operation_timeout' ? text.timedOut : text.botAway;
    case 'refused':
    case 'unreachable':
      return failureText(result, text);
    default:
      return result satisfies never;
  }
}

/** Why something did not happen, and what to do. */
export function failureText(failure: Failure, text: PageText): string {
  if (failure.kind === 'unreachable') return text.serverAway;
  switch (failure.reason) {
    case 'not-there':
      return text.notThere;
    case 'bad-request':
    case 'unknown-command':
      return text.badRequest;
    case 'table-gone':
      return text.tableGone;
    case 'too-large':
      return text.tooLarge;
    case 'broken':
      return text.broken;
    default:
      return failure.reason satisfies never;
  }
}
