import type { ModalView } from '@slack/types';
import { HOME_WORKSPACE_TEXT } from '../../../core/text/home-workspace-text.ts';
import { UNDO_IMPORT } from '../../../core/text/import-undo-text.ts';
import { LANGUAGES, type Language } from '../../../core/text/language.ts';
import { LANGUAGE_NAMES } from '../../../core/text/language-names.ts';
import { shortDay } from '../../../core/text/short-day.ts';
import type { WorkspaceOverview } from '../../use-cases/workspace-overview.ts';
import { ACTION } from '../action-ids.ts';
import { plainName } from '../plain-name.ts';
import { type Block, bulletList, header, paragraph, plainText } from '../rich-text.ts';
import type { Viewer } from '../viewer.ts';
import { choiceField } from '../window-fields.ts';
import { actionButton } from './action-button.ts';
import { digestTroubleBlock } from './digest-trouble.ts';
import { nameOfMember } from './member-name.ts';

/** The ids by which the window and its field come back. */
export const WORKSPACE_VIEW = { language: 'home_workspace_language' } as const;
export const WORKSPACE_FIELD = { language: 'language' } as const;

const MOST_DIGESTS = 20;
const MOST_TROUBLES = 10;

/** Whether the parts of the service work right now. */
export type Health = Readonly<Partial<Record<'database' | 'slack' | 'queue', boolean>>>;

/** What is known of the service. */
export interface ServiceShown {
  readonly health: Health;
  readonly version: string;
  /** Whether tables that are posted to the bot are read. */
  readonly takesFiles: boolean;
}

/** The page about the workspace itself: how it is set up, whether all is well, and what wants looking after. */
export function workspaceBlocks(overview: WorkspaceOverview, service: ServiceShown, viewer: Viewer): Block[] {
  const text = HOME_WORKSPACE_TEXT[viewer.language];
  return [
    header(text.title),
    paragraph(text.customers(overview.customers), text.language(LANGUAGE_NAMES[overview.language])),
    {
      type: 'actions',
      elements: [actionButton({ actionId: ACTION.workspaceLanguage, label: text.languageButton })],
    },
    ...healthBlocks(overview, service, viewer),
    ...troubleBlocks(overview, viewer),
    ...parkedBlocks(overview, viewer),
    ...digestBlocks(overview, viewer),
    ...importBlocks(overview, service, viewer),
    ...sampleBlocks(overview, viewer),
  ];
}

/** In which language messages to channels are. */
export function workspaceLanguageWindow(chosen: Language, language: Language): ModalView {
  const text = HOME_WORKSPACE_TEXT[language];
  return {
    type: 'modal',
    callback_id: WORKSPACE_VIEW.language,
    title: plainText(text.languageTitle, 24),
    submit: plainText(text.save, 24),
    close: plainText(text.cancel, 24),
    blocks: [
      choiceField(
        { id: WORKSPACE_FIELD.language, label: text.languageField },
        LANGUAGES.map((each) => [each, LANGUAGE_NAMES[each]] as const),
        chosen,
      ),
    ],
  };
}

function healthBlocks({ gradedAt }: WorkspaceOverview, { health, version }: ServiceShown, viewer: Viewer): Block[] {
  const text = HOME_WORKSPACE_TEXT[viewer.language];
  const colon = viewer.language === 'en' ? ': ' : '：';
  const parts = (['database', 'slack', 'queue'] as const).flatMap((part) =>
    health[part] === undefined ? [] : [`${text.parts[part]}${colon}${health[part] ? text.works : text.worksNot}`],
  );
  const graded = gradedAt === undefined ? text.neverGraded : text.graded(dayAt(gradedAt, viewer));
  return [bulletList(text.health, [...parts, graded, text.version(version)])];
}

/** Whose digest does not arrive; the others of them are in the list of messages. */
function troubleBlocks({ digestTroubles }: WorkspaceOverview, viewer: Viewer): Block[] {
  return digestTroubles
    .slice(0, MOST_TROUBLES)
    .map((trouble, index) =>
      digestTroubleBlock(trouble, { name: nameOfMember(trouble.member), place: index + 1 }, viewer),
    );
}

function parkedBlocks({ parked }: WorkspaceOverview, viewer: Viewer): Block[] {
  const { language, today } = viewer;
  const text = HOME_WORKSPACE_TEXT[language];
  if (parked.count === 0) return [paragraph(text.noParked)];
  return [
    header(text.parked(parked.count)),
    ...parked.latest.map((message, index): Block => {
      const where = plainName(message.name ?? message.target, 80);
      const line = text.parkedLine(where, shortDay(message.on, today, language), plainName(message.problem, 80));
      return {
        type: 'section',
        text: plainText(line, 300),
        accessory: actionButton({
          actionId: `${ACTION.tryDeliveryAgain}_${index + 1}`,
          label: text.tryAgain,
          accessible: text.tryAgainLabel(where),
          value: message.id,
        }),
      };
    }),
  ];
}

function digestBlocks({ digests }: WorkspaceOverview, { language }: Viewer): Block[] {
  const text = HOME_WORKSPACE_TEXT[language];
  const lines = digests.slice(0, MOST_DIGESTS).map(({ at, channel, member }) => {
    const name = nameOfMember(member);
    return text.digestLine(name, at, channel === null);
  });
  const more = digests.length - lines.length;
  return [
    bulletList(text.digests, lines.length === 0 ? [text.noDigests] : [...lines, ...(more > 0 ? [`+ ${more}`] : [])]),
  ];
}

function importBlocks({ lastImport }: WorkspaceOverview, { takesFiles }: ServiceShown, viewer: Viewer): Block[] {
  const { language } = viewer;
  const text = HOME_WORKSPACE_TEXT[language];
  if (lastImport === null) return [bulletList(text.lastImport, [text.noImport, text.howToImport(takesFiles)])];
  const { added, at, canBeUndone, id } = lastImport;
  const undo = actionButton({
    actionId: ACTION.undoLastImport,
    label: UNDO_IMPORT[language],
    value: id,
    style: 'danger',
    confirm: {
      title: text.undoImportTitle,
      text: text.undoImportText,
      yes: UNDO_IMPORT[language],
      no: text.cancel,
    },
  });
  return [
    bulletList(text.lastImport, [text.importLine(dayAt(at, viewer), added), text.howToImport(takesFiles)]),
    ...(canBeUndone ? [{ type: 'actions' as const, elements: [undo] }] : []),
  ];
}

function sampleBlocks({ samples }: WorkspaceOverview, { language }: Viewer): Block[] {
  const text = HOME_WORKSPACE_TEXT[language];
  if (samples === 0) return [bulletList(text.samples, [text.noSamples])];
  const remove = actionButton({
    actionId: ACTION.removeSamples,
    label: text.removeSamples,
    style: 'danger',
    confirm: {
      title: text.removeSamples,
      text: text.removeSamplesText(samples),
      yes: text.removeSamples,
      no: text.cancel,
    },
  });
  return [bulletList(text.samples, [text.samplesLine(samples)]), { type: 'actions', elements: [remove] }];
}

function dayAt(moment: Date, { dayOf, language, today }: Viewer): string {
  return shortDay(dayOf(moment), today, language);
}
