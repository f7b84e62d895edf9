import { type ActionRefusal, actionRefusals } from '../../core/text/acted-text.ts';
import { type ConnectedSheetRefusal, connectedSheetRefusals } from '../../core/text/connected-sheet-refusals.ts';
import { type CustomerFileRefusal, customerFileRefusals } from '../../core/text/customer-file-refusals.ts';
import { type DigestRefusal, digestRefusals } from '../../core/text/digest-refusals.ts';
import type { Language } from '../../core/text/language.ts';
import { type OverrideRefusal, refusals } from '../../core/text/override-text.ts';
import { type ServiceRefusal, serviceRefusals } from '../../core/text/service-refusals.ts';
import { UseCaseError } from '../use-cases/use-case-error.ts';

/** What a use case refused, as a sentence for the person. */
export interface Refused {
  readonly code:
    | OverrideRefusal
    | CustomerFileRefusal
    | ConnectedSheetRefusal
    | ServiceRefusal
    | ActionRefusal
    | DigestRefusal;
  readonly sentence: string;
}

/** What a use case refused; undefined for every other error. Who was quicker is told by `action-refusal.ts`. */
export function refusalOf(error: unknown, language: Language): Refused | undefined {
  if (!(error instanceof UseCaseError)) return undefined;
  const { code, detail } = error;
  switch (code) {
    case 'ungraded':
    case 'no-such-tier':
    case 'override-reason':
    case 'override-expiry':
    case 'no-override':
    case 'not-yours':
      return { code, sentence: refusals[language](detail)[code] };
    case 'customer-name':
    case 'customer-key':
    case 'key-taken':
    case 'owner-unknown':
    case 'owner-by-managers':
    case 'text-too-long':
    case 'archived':
    case 'is-active':
    case 'archive-reason':
    case 'contact-empty':
    case 'contact-phone':
    case 'contact-email':
    case 'contact-birthday':
    case 'no-such-contact':
    case 'purchase-day':
    case 'purchase-amount':
    case 'no-such-purchase':
    case 'no-import-to-undo':
    case 'import-undo-late':
    case 'changed-since':
      return { code, sentence: customerFileRefusals[language](detail)[code] };
    case 'sheet-address':
    case 'sheet-no-such-tab':
    case 'sheet-which-tab':
    case 'sheet-tab-gone':
    case 'sheet-elsewhere':
    case 'sheet-own-tab':
    case 'sheet-empty':
    case 'sheet-several-tables':
    case 'sheet-unusable':
    case 'sheet-restless':
    case 'sheet-busy':
    case 'no-such-sheet':
    case 'which-sheet':
    case 'export-where':
    case 'export-tab-taken':
    case 'export-tab-name':
    case 'export-nobody':
      return { code, sentence: connectedSheetRefusals(detail, language)[code] };
    case 'before-history':
    case 'digest-day':
    case 'others-digest':
    case 'own-digest':
    case 'digest-readers':
    case 'digest-hour':
    case 'digest-channel':
    case 'digest-parts':
    case 'digest-reps':
      return { code, sentence: digestRefusals[language](detail)[code] };
    case 'no-such-complaint':
    case 'complaint-channel':
    case 'complaint-cause':
    case 'complaint-text':
    case 'complaint-answered':
    case 'complaint-closed':
    case 'survey-score':
    case 'survey-day':
    case 'not-a-prospect':
    case 'end-day':
    case 'end-amount':
    case 'end-currency':
    case 'lost-reason':
    case 'expected-day':
      return { code, sentence: serviceRefusals[language](detail)[code] };
    case 'already-done':
    case 'acted-since':
    case 'not-followed-up':
    case 'contact-day':
    case 'next-day':
    case 'until-day':
    case 'note-length':
    case 'skip-reason':
    case 'not-paused':
    case 'managers-only':
    case 'member-gone':
    case 'same-owner':
    case 'no-such-action':
    case 'undo-too-late':
    case 'undo-not-yours':
      return { code, sentence: actionRefusals[language](detail)[code] };
    case 'no-such-customer':
    case 'cannot-merge':
    case 'no-such-merge':
    case 'merged-again':
    case 'no-such-change':
    case 'not-replayable':
    case 'not-allowed':
    case 'scheme-exists':
    case 'scheme-built-in':
    case 'wrong-kind':
    case 'stability-of-segments':
    case 'stability-buffer':
    case 'stability-downgrade-after':
    case 'stability-off':
    case 'no-such-member':
    case 'several-members':
    case 'admins-only':
    case 'member-left':
    case 'member-here':
    case 'last-admin':
    case 'own-manager':
    case 'manager-circle':
    case 'unknown-time-zone':
    case 'unknown-locale':
    case 'unknown-country':
    case 'list-time':
    case 'day-minutes':
    case 'owner-text':
    case 'day-order':
    case 'absence-past':
    case 'too-many-days':
    case 'absence-overlap':
    case 'cover-oneself':
    case 'cover-away':
    case 'covers-then':
    case 'no-absence':
    case 'weekend':
    case 'heirs-wanted':
    case 'own-heir':
    case 'no-such-workspace':
    case 'which-workspace':
    case 'others-list':
      return undefined;
    default:
      return code satisfies never;
  }
}
