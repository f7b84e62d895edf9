import type { ActionsBlock, HomeView } from '@slack/types';
import { HOME_TEXT } from '../../../core/text/home-text.ts';
import type { Language } from '../../../core/text/language.ts';
import { type Block, context } from '../rich-text.ts';
import { type HomePage, homePageText } from './home-page.ts';
import { pageButton } from './page-button.ts';

/** Slack's limit for the blocks of the Home tab. */
const MOST_BLOCKS = 100;

/** The pages that have a button on top, in its order. */
export const HOME_TABS = ['day', 'schemes', 'members', 'calendar', 'workspace'] as const;

/** The name of a page with a button on top. */
export type HomeTab = (typeof HOME_TABS)[number];

/** What stands around a page. */
export interface HomeFrame {
  readonly language: Language;
  /** The page that is shown; kept in the view, so that it is known which page a button was pressed on. */
  readonly page: HomePage;
  /** The button it stands under. */
  readonly tab: HomeTab;
  /** The pages that its reader may open. */
  readonly tabs: readonly HomeTab[];
}

/** The Home tab: buttons for the reader's pages, and the page. Whoever has one page alone needs no button. */
export function homeView(blocks: readonly Block[], frame: HomeFrame): HomeView {
  const all = [...(frame.tabs.length > 1 ? [tabRow(frame)] : []), ...blocks];
  return { type: 'home', private_metadata: homePageText(frame.page), blocks: all.slice(0, MOST_BLOCKS) };
}

/** The Home tab with one sentence and nothing else. */
export function homeNotice(sentence: string): HomeView {
  return { type: 'home', blocks: [context(sentence)] };
}

function tabRow({ language, tab, tabs }: HomeFrame): ActionsBlock {
  const text = HOME_TEXT[language];
  const buttons = tabs.map((kind) => {
    const label = text.tabs[kind];
    const here = { style: 'primary' as const, accessible: text.isHere(label) };
    return pageButton(label, { kind }, { id: kind, ...(kind === tab && here) });
  });
  return { type: 'actions', elements: buttons };
}
