import { HOME_MEMBER_TEXT } from '../../../core/text/home-member-text.ts';
import { HOME_SCHEME_TEXT } from '../../../core/text/home-scheme-text.ts';
import { memberRefusals } from '../../../core/text/member-refusals.ts';
import { SHEETS_ERROR_TEXT } from '../../../core/text/sheets-error-text.ts';
import type { Viewer } from '../../blocks/viewer.ts';
import { SheetsError } from '../../use-cases/spreadsheets.ts';
import { UseCaseError } from '../../use-cases/use-case-error.ts';
import { anyRefusalOf } from '../service-refusal.ts';

/** What a use case refused an admin, as a sentence without words of the command line; undefined for every other error. */
export function adminRefusalOf(
  error: unknown,
  viewer: Viewer,
): { readonly code: string; readonly sentence: string } | undefined {
  const refusal = anyRefusalOf(error, viewer);
  if (refusal !== undefined) return refusal;
  if (error instanceof SheetsError)
    return { code: error.code, sentence: SHEETS_ERROR_TEXT[viewer.language][error.code](error.parts) };
  if (!(error instanceof UseCaseError)) return undefined;
  const { code, detail } = error;
  const schemes = HOME_SCHEME_TEXT[viewer.language];
  const members = HOME_MEMBER_TEXT[viewer.language];
  const sentences: Readonly<Record<string, string | undefined>> = {
    ...memberRefusals[viewer.language](detail),
    'scheme-built-in': schemes.builtInId(detail),
    'scheme-exists': schemes.exists(detail),
    'wrong-kind': schemes.wrongKind(detail),
    'stability-buffer': schemes.bufferWrong,
    'stability-downgrade-after': schemes.afterWrong,
    'not-allowed': schemes.adminsOnly,
    'no-such-member': members.noSuchMember(detail),
    'several-members': members.severalMembers(detail),
    'member-left': members.memberLeft(detail),
    'heirs-wanted': members.heirsWanted(detail),
  };
  const sentence = sentences[code];
  return sentence === undefined ? undefined : { code, sentence };
}
