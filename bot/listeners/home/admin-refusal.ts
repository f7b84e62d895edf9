import { HOME_SCHEME_TEXT } from '../../../core/text/home-scheme-text.ts';
import type { Viewer } from '../../blocks/viewer.ts';
import { UseCaseError } from '../../use-cases/use-case-error.ts';
import { anyRefusalOf } from '../service-refusal.ts';

/** What a use case refused an admin, as a sentence without words of the command line; undefined for every other error. */
export function adminRefusalOf(
  error: unknown,
  viewer: Viewer,
): { readonly code: string; readonly sentence: string } | undefined {
  const refusal = anyRefusalOf(error, viewer);
  if (refusal !== undefined) return refusal;
  if (!(error instanceof UseCaseError)) return undefined;
  const { code, detail } = error;
  const text = HOME_SCHEME_TEXT[viewer.language];
  switch (code) {
    case 'scheme-built-in':
      return { code, sentence: text.builtInId(detail) };
    case 'scheme-exists':
      return { code, sentence: text.exists(detail) };
    case 'wrong-kind':
      return { code, sentence: text.wrongKind(detail) };
    case 'admins-only':
    case 'not-allowed':
      return { code, sentence: text.adminsOnly };
    default:
      return undefined;
  }
}
