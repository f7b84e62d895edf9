import type { ActionsBlock, HomeView } from '@slack/types';
import { HOME_BOOK_TEXT } from '../../../core/text/home-book-text.ts';
import { HOME_TEXT } from '../../../core/text/home-text.ts';
import type { Language } from '../../../core/text/language.ts';
import { ACTION } from '../action-ids.ts';
import { type Block, context, plainText } from '../rich-text.ts';
import { actionButton } from './action-button.ts';
import { type HomePage, homePageText } from './home-page.ts';
import { pageButton } from './page-button.ts';

/** Slack's limit for the blocks of the Home tab. */
const MOST_BLOCKS = 100;

/** The pages that have a button on top, in its order. */
export const HOME_TABS = [
  'day',
  'book',
  'team',
  'digest',
  'schemes',
  'members',
  'calendar',
  'sheets',
  'workspace',
] as const;

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

/** The Home tab: buttons for the reader's pages, the way to every customer, and the page. Whoever has one page alone needs no button. */
export function homeView(blocks: readonly Block[], frame: HomeFrame): HomeView {
  const all = [...(frame.tabs.length > 1 ? [tabRow(frame)] : []), customerRow(frame), ...blocks];
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

/** On every page: any customer's card, and a new customer. */
function customerRow({ language }: HomeFrame): ActionsBlock {
  const text = HOME_BOOK_TEXT[language];
  return {
    type: 'actions',
    elements: [
      {
        type: 'external_select',
        action_id: ACTION.findCustomer,
        placeholder: plainText(text.findCustomer, 150),
        min_query_length: 1,
      },
      actionButton({ actionId: ACTION.addCustomer, label: text.addCustomer }),
    ],
  };
}
