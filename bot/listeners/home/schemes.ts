import type { ModalView } from '@slack/types';
import { checkDocument } from '../../../core/grading/check-scheme.ts';
import type { AnyScheme } from '../../../core/grading/scheme-inputs.ts';
import { textIn, tierText } from '../../../core/text/grading-text.ts';
import { HOME_SCHEME_TEXT } from '../../../core/text/home-scheme-text.ts';
import type { Language } from '../../../core/text/language.ts';
import { schemeProblemText } from '../../../core/text/scheme-problem-text.ts';
import { causesText, WORKSPACE_COMMAND_TEXT } from '../../../core/text/workspace-command-text.ts';
import {
  choosePublishWindow,
  documentText,
  documentWindow,
  PUBLISH_FIELD,
  readUse,
  STABILITY_FIELD,
  stabilityWindow,
} from '../../blocks/home/publish-windows.ts';
import { schemesBlocks } from '../../blocks/home/schemes-blocks.ts';
import { notPublishedWindow, readToPublish, simulationWindow } from '../../blocks/home/simulation-window.ts';
import { plainName } from '../../blocks/plain-name.ts';
import type { GradingSummary } from '../../use-cases/grade-stage.ts';
import type { Published, SchemeToPublish } from '../../use-cases/publish-scheme.ts';
import type { Services } from '../services.ts';
import type { ShowPage } from './home-pages.ts';
import { type HomeWindowWords, homeWindowAction, homeWindowSubmitted } from './home-window.ts';

/** What a workspace grades by. */
export const schemesPage: ShowPage<'schemes'> = async (services, context, viewer) =>
  schemesBlocks(await services.useCases.schemesOverview(context), viewer);

/** *Publish another…*: which, and whether its document is adjusted first. */
export function publishAction(services: Services) {
  return homeWindowAction(services, publishWords, async ({ context, value, viewer }) => {
    const { builtIn, own } = await services.useCases.schemesToChoose(context);
    return choosePublishWindow(own, builtIn, readUse(value), viewer.language);
  });
}

/** A scheme was chosen: it is simulated, or its document shown to be adjusted. */
export function publishChosen(services: Services) {
  return homeWindowSubmitted(services, publishWords, REFUSED_SCHEME, async ({ context, fields, metadata, viewer }) => {
    const { language } = viewer;
    const use = readUse(metadata);
    const id = fields.get(PUBLISH_FIELD.scheme);
    const { builtIn, own } = await services.useCases.schemesToChoose(context);
    const document = [...own, ...builtIn].find((each) => each.id === id);
    if (document === undefined) return HOME_SCHEME_TEXT[language].gone;
    if (fields.get(PUBLISH_FIELD.how) === 'adjust') {
      const window = documentWindow(toBeAdjusted(document, own), use, language);
      return window ?? { errors: { [PUBLISH_FIELD.how]: HOME_SCHEME_TEXT[language].tooLarge(document.id) } };
    }
    return simulationWindow(await services.useCases.simulatePublication(context, document, use), language);
  });
}

/** A document was sent: what is wrong with it, as `schemes check` says it, or what would come of it. */
export function documentSent(services: Services) {
  const first = `${PUBLISH_FIELD.part}0`;
  const refused = { 'scheme-built-in': first, 'scheme-exists': first, 'wrong-kind': first };
  return homeWindowSubmitted(services, publishWords, refused, async ({ context, fields, metadata, viewer }) => {
    const { language } = viewer;
    const read = readDocument(documentText(fields), language);
    if ('problem' in read) return { errors: { [first]: read.problem } };
    const simulated = await services.useCases.simulatePublication(context, read.scheme, readUse(metadata));
    return simulationWindow(simulated, language);
  });
}

/** *Roll back*: what would come of it. */
export function rollBackAction(services: Services) {
  return homeWindowAction(
    services,
    simulationWords,
    async ({ context, value, viewer }) => {
      const { language } = viewer;
      const use = readUse(value);
      const before = use === 'segments' ? undefined : await services.useCases.schemeBefore(context, use);
      if (before === undefined) return HOME_SCHEME_TEXT[language].nothingBefore;
      const simulated = await services.useCases.simulatePublication(context, before, use);
      return simulationWindow(simulated, language, { rollsBack: true });
    },
    (language) => HOME_SCHEME_TEXT[language].simulating,
  );
}

/** *Simulate again*: the same document on the customers of now. */
export function simulateAgainAction(services: Services) {
  return homeWindowAction(
    services,
    simulationWords,
    async ({ context, value, viewer }) => {
      const toPublish = readToPublish(value);
      const simulated = toPublish && (await services.useCases.simulateAgain(context, toPublish));
      return simulated === undefined
        ? HOME_SCHEME_TEXT[viewer.language].gone
        : simulationWindow(simulated, viewer.language);
    },
    (language) => HOME_SCHEME_TEXT[language].simulating,
  );
}

/** *Publish*, and *Publish all the same*: exactly what was simulated. */
export function publishSimulatedAction(services: Services, { anyway }: { readonly anyway: boolean }) {
  return homeWindowAction(
    services,
    simulationWords,
    async ({ context, value, viewer }) => {
      const { language } = viewer;
      const toPublish = readToPublish(value);
      if (toPublish === undefined) return HOME_SCHEME_TEXT[language].gone;
      return publishedAnswer(
        await services.useCases.publishScheme(context, toPublish, { anyway }),
        toPublish,
        language,
      );
    },
    (language) => HOME_SCHEME_TEXT[language].publishing,
  );
}

/** *Stability…*: how steadily tiers are kept. */
export function stabilityAction(services: Services) {
  return homeWindowAction(services, stabilityWords, async ({ context, value, viewer }) => {
    const use = readUse(value);
    const { stages } = await services.useCases.schemesOverview(context);
    const scheme = stages.find((stage) => stage.use === use)?.scheme;
    if (scheme === undefined) return HOME_SCHEME_TEXT[viewer.language].none;
    return stabilityWindow(scheme.stability ?? {}, use, viewer.language);
  });
}

/** A stability was sent: everybody is graded again by it. */
export function stabilitySent(services: Services) {
  const refused = { 'stability-buffer': STABILITY_FIELD.buffer, 'stability-downgrade-after': STABILITY_FIELD.after };
  return homeWindowSubmitted(services, stabilityWords, refused, async ({ context, fields, metadata, viewer }) => {
    const text = HOME_SCHEME_TEXT[viewer.language];
    const use = readUse(metadata);
    if (use === 'segments') return text.none;
    await services.useCases.setStability(context, use, {
      buffer: numberIn(fields.get(STABILITY_FIELD.buffer)) / 100,
      downgradeAfter: numberIn(fields.get(STABILITY_FIELD.after)),
      holdDuringComplaint: fields.get(STABILITY_FIELD.complaint) === 'keep',
    });
    return text.stabilitySaved;
  });
}

/** What somebody typed as a number, in wide digits too and with a percent sign; NaN for anything else. */
function numberIn(typed = ''): number {
  const text = typed.normalize('NFKC').replace('%', '').trim();
  return text === '' ? Number.NaN : Number(text);
}

/** *Grade everybody now*. */
export function gradeNowAction(services: Services) {
  return homeWindowAction(
    services,
    gradeNowWords,
    async ({ context, viewer }) => {
      const { language } = viewer;
      const text = WORKSPACE_COMMAND_TEXT[language];
      const summaries = await services.useCases.gradeCustomers(context);
      const outcomes = summaries
        .filter(({ changed }) => changed > 0)
        .map(({ causes, changed }) => text.changed(changed, causesText(movesAmong(causes), language)));
      const told = outcomes.length === 0 ? [text.unchanged] : outcomes;
      return [HOME_SCHEME_TEXT[language].gradedNow, ...told].join(language === 'en' ? ' ' : '');
    },
    (language) => HOME_SCHEME_TEXT[language].publishing,
  );
}

/** *Stop using*: customers have no labels by that document of segments any more. */
export function stopSegmentsAction(services: Services) {
  return homeWindowAction(
    services,
    stopWords,
    async ({ context, value, viewer }) => {
      const { segments } = await services.useCases.schemesOverview(context);
      const stopped = segments.find(({ id }) => id === value);
      await services.useCases.dropSegmentScheme(context, value);
      const title = stopped === undefined ? value : textIn(stopped.titles, viewer.language);
      return HOME_SCHEME_TEXT[viewer.language].stopped(plainName(title, 100));
    },
    (language) => HOME_SCHEME_TEXT[language].publishing,
  );
}

const REFUSED_SCHEME = {
  'scheme-built-in': PUBLISH_FIELD.scheme,
  'scheme-exists': PUBLISH_FIELD.scheme,
  'wrong-kind': PUBLISH_FIELD.scheme,
};

function publishWords(language: Language): HomeWindowWords {
  const { adminsOnly, failed, publishTitle } = HOME_SCHEME_TEXT[language];
  return { title: publishTitle, failed, adminsOnly };
}

function gradeNowWords(language: Language): HomeWindowWords {
  return { ...publishWords(language), title: HOME_SCHEME_TEXT[language].gradeNow };
}

function stopWords(language: Language): HomeWindowWords {
  return { ...publishWords(language), title: HOME_SCHEME_TEXT[language].stopSegments };
}

function stabilityWords(language: Language): HomeWindowWords {
  return { ...publishWords(language), title: HOME_SCHEME_TEXT[language].stabilityTitle };
}

function simulationWords(language: Language): HomeWindowWords {
  return { ...publishWords(language), title: HOME_SCHEME_TEXT[language].simulationTitle };
}

/** A document under an id and a version that can be used: one that comes with Tierbook keeps its own for itself. */
function toBeAdjusted(document: AnyScheme, own: readonly AnyScheme[]): AnyScheme {
  if (own.includes(document)) return { ...document, version: document.version + 1 };
  const id = `own-${document.id}`;
  const latest = own.find((each) => each.id === id)?.version ?? 0;
  return { ...document, id, version: latest + 1 };
}

const MOST_PROBLEMS = 5;

function readDocument(text: string, language: Language): { readonly scheme: AnyScheme } | { readonly problem: string } {
  const words = HOME_SCHEME_TEXT[language];
  let document: unknown;
  try {
    document = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return { problem: words.notJson(plainName(error instanceof Error ? error.message : String(error), 200)) };
  }
  const checked = checkDocument(document);
  if (!('problems' in checked)) return checked;
  const shown = checked.problems
    .slice(0, MOST_PROBLEMS)
    .map((problem) => plainName(schemeProblemText(problem, language), 300));
  const more = checked.problems.length - shown.length;
  return { problem: [...shown, ...(more > 0 ? [words.moreProblems(more)] : [])].join('\n') };
}

function publishedAnswer(published: Published, toPublish: SchemeToPublish, language: Language): ModalView | string {
  const text = HOME_SCHEME_TEXT[language];
  const notPublished = (sentence: string, mayInsist = false) =>
    notPublishedWindow(sentence, toPublish, language, { mayInsist });
  switch (published.kind) {
    case 'published':
      return publishedText(published, toPublish, language);
    case 'book-changed':
      return notPublished(text.bookChanged(published.changed, published.customers), true);
    case 'other-in-use':
      return notPublished(text.otherInUse);
    case 'gone':
      return text.gone;
    default:
      return published satisfies never;
  }
}

/** The causes of those who were graded before: a first grading moves nobody. */
function movesAmong(causes: GradingSummary['causes']): GradingSummary['causes'] {
  const { first: _, ...moves } = causes;
  return moves;
}

/** What is used now, and what grading everybody by it came to. */
function publishedText(
  { scheme, summaries }: Extract<Published, { kind: 'published' }>,
  { use }: SchemeToPublish,
  language: Language,
): string {
  const text = WORKSPACE_COMMAND_TEXT[language];
  const title = plainName(textIn(scheme.titles, language), 100);
  const stage = use === 'prospects' ? 'prospect' : 'customer';
  const graded = use === 'segments' ? undefined : summaries.find((summary) => summary.stage === stage);
  if (graded === undefined || !('method' in scheme)) return text.chosen(title, scheme.version, use);
  const tiers = scheme.tiers.map(({ id }) => `${tierText(id, scheme, language)} ${graded.counts.tiers[id] ?? 0}`);
  const joint = language === 'en' ? ' ' : '';
  return [
    text.chosen(title, scheme.version, use),
    `${tiers.join(' · ')}.`,
    graded.changed === 0
      ? text.unchanged
      : text.changed(graded.changed, causesText(movesAmong(graded.causes), language)),
  ].join(joint);
}
