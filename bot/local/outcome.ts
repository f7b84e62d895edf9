import type { AckOutcome } from './envelope.ts';
import { isJsonObject, type JsonObject, jsonObjects } from './json-object.ts';
import type { LocalSlack } from './local-slack.ts';
import { checkedView, closeModals, modalsOf, pushModal, updateView } from './view-stack.ts';
import { ApiError } from './web-api/api-method.ts';
import type { StoredView } from './workspace-state.ts';

/** How an act ended, as the person sees it. */
export type Outcome =
  | { readonly kind: 'done' }
  /** Slack tells the person so: the bot did not answer in time, or could not be reached. */
  | { readonly kind: 'failed'; readonly error: 'operation_timeout' | 'dispatch_failed' }
  /** The modal stays open with a sentence under each of these blocks. */
  | { readonly kind: 'invalid'; readonly errors: Readonly<Record<string, string>> };

/** An outcome without a word about what the bot answered. */
export function outcomeOf(outcome: AckOutcome): Outcome {
  return outcome.kind === 'acked' ? { kind: 'done' } : { kind: 'failed', error: outcome.error };
}

/** Does what an acknowledgement asks for; an answer that Slack refuses is to the person as good as none. */
export function takeAnswer(outcome: AckOutcome, take: (answer: JsonObject) => Outcome | void): Outcome {
  if (outcome.kind === 'failed') return outcomeOf(outcome);
  try {
    return take(isJsonObject(outcome.payload) ? outcome.payload : {}) ?? { kind: 'done' };
  } catch (error) {
    if (error instanceof ApiError) return { kind: 'failed', error: 'dispatch_failed' };
    throw error;
  }
}

/** Does what the acknowledgement of a submission says (Slack: "Modals", response_action). */
export function afterSubmission(slack: LocalSlack, view: StoredView, answer: JsonObject): Outcome {
  const { userId } = view;
  switch (answer['response_action']) {
    case 'errors': {
      const { errors } = answer;
      const inputs = jsonObjects(view.content['blocks']).filter((block) => block['type'] === 'input');
      const known = new Set(inputs.map((block) => block['block_id']));
      const entries = isJsonObject(errors) ? Object.entries(errors) : [];
      if (entries.length === 0 || entries.some(([blockId]) => !known.has(blockId))) {
        return { kind: 'failed', error: 'dispatch_failed' };
      }
      return { kind: 'invalid', errors: Object.fromEntries(entries.map(([id, text]) => [id, String(text)])) };
    }
    case 'update':
      updateView(slack, view, checkedView(answer['view'], 'modal'), '');
      return { kind: 'done' };
    case 'push':
      pushModal(slack, userId, checkedView(answer['view'], 'modal'));
      return { kind: 'done' };
    case 'clear':
      closeModals(slack, userId, 'all');
      return { kind: 'done' };
    default:
      // Anything but an empty answer or one of the above is an error to Slack, and the modal stays.
      if (Object.keys(answer).length > 0) return { kind: 'failed', error: 'dispatch_failed' };
      if (modalsOf(slack, userId).at(-1)?.id === view.id) closeModals(slack, userId, 'top');
      return { kind: 'done' };
  }
}
