import { type Language, languageOf } from '../../core/text/language.ts';
import { findWorkspaceLocale } from '../store/workspaces.ts';
import type { UseCaseContext } from './context.ts';

/** The language of messages to channels; null while nobody has chosen one. */
export async function channelLanguage({ actor, db }: UseCaseContext): Promise<Language | null> {
  const locale = await findWorkspaceLocale(db, actor.workspaceId);
  return locale === null ? null : languageOf(locale);
}
