import { HOME_WORKSPACE_TEXT } from '../../../core/text/home-workspace-text.ts';
import { importUndoneLines } from '../../../core/text/import-undo-text.ts';
import { type Language, languageOf } from '../../../core/text/language.ts';
import { LANGUAGE_NAMES } from '../../../core/text/language-names.ts';
import { WORKSPACE_FIELD, workspaceBlocks, workspaceLanguageWindow } from '../../blocks/home/workspace-blocks.ts';
import type { Services } from '../services.ts';
import type { ShowPage } from './home-pages.ts';
import { type HomeWindowWords, homeWindowAction, homeWindowSubmitted } from './home-window.ts';

/** How the workspace is set up and whether all is well. */
export const workspacePage: ShowPage<'workspace'> = async (services, context, viewer) => {
  const overview = await services.useCases.workspaceOverview(context);
  const { takesFiles, version } = services;
  return workspaceBlocks(overview, { health: await services.health(), version, takesFiles }, viewer);
};

/** *Language…*: of messages to channels. */
export function workspaceLanguageAction(services: Services) {
  return homeWindowAction(services, workspaceWords, async ({ context, viewer }) => {
    const { language } = await services.useCases.workspaceOverview(context);
    return workspaceLanguageWindow(language, viewer.language);
  });
}

/** The language of messages to channels was sent. */
export function workspaceLanguageSent(services: Services) {
  const refused = { 'unknown-locale': WORKSPACE_FIELD.language };
  return homeWindowSubmitted(services, workspaceWords, refused, async ({ context, fields, viewer }) => {
    const locale = fields.get(WORKSPACE_FIELD.language) ?? '';
    await services.useCases.setWorkspaceLanguage(context, locale);
    return HOME_WORKSPACE_TEXT[viewer.language].languageSaved(LANGUAGE_NAMES[languageOf(locale)]);
  });
}

/** *Try again*: a message that did not get through. */
export function tryDeliveryAgainAction(services: Services) {
  return homeWindowAction(services, workspaceWords, async ({ context, value, viewer }) => {
    const text = HOME_WORKSPACE_TEXT[viewer.language];
    return (await services.useCases.tryDeliveryAgain(context, value)) ? text.triesAgain : text.notParked;
  });
}

/** *Undo import*: the latest. */
export function undoLastImportAction(services: Services) {
  return homeWindowAction(
    services,
    workspaceWords,
    async ({ context, value, viewer }) => {
      const undone = await services.useCases.undoImport(context, value);
      return importUndoneLines(undone, viewer.language).join(viewer.language === 'en' ? ' ' : '');
    },
    (language) => HOME_WORKSPACE_TEXT[language].removing,
  );
}

/** *Remove samples*. */
export function removeSamplesAction(services: Services) {
  return homeWindowAction(
    services,
    workspaceWords,
    async ({ context, viewer }) =>
      HOME_WORKSPACE_TEXT[viewer.language].removed(await services.useCases.removeSamples(context)),
    (language) => HOME_WORKSPACE_TEXT[language].removing,
  );
}

function workspaceWords(language: Language): HomeWindowWords {
  const { adminsOnly, failed, title } = HOME_WORKSPACE_TEXT[language];
  return { title, failed, adminsOnly };
}
