import type { HomeView } from '@slack/types';
import { BOT_TEXT } from '../../../core/text/bot-text.ts';
import { HOME_TEXT } from '../../../core/text/home-text.ts';
import { digestTroubleBlock } from '../../blocks/home/digest-trouble.ts';
import { homeNotice, homeView } from '../../blocks/home/home-frame.ts';
import { FIRST_PAGE, type HomePage } from '../../blocks/home/home-page.ts';
import { type Block, context as contextBlock } from '../../blocks/rich-text.ts';
import { takeTurns } from '../../take-turns.ts';
import type { Role } from '../../use-cases/context.ts';
import { type Asker, belongsHere, contextOf, viewerOf } from '../asker.ts';
import type { Services } from '../services.ts';
import { slackErrorOf } from '../slack-error.ts';
import { maySee, showPage, tabOf, tabsFor } from './home-pages.ts';

/**
 * Shows the Home tab to one person (Slack's `views.publish`, which replaces what was there) and gives its hash. With the hash
 * of another view Slack refuses it where that one does not stand there any more.
 */
export type PublishHome = (userId: string, view: HomeView, hash: string | undefined) => Promise<string | undefined>;

/** Home tabs as they were last opened, kept as things are while their people work with them. */
export interface HomeTabs {
  /** Shows a page; `from` is the hash of the view in which it was asked for. */
  show(asker: Asker, page: HomePage, from?: string): Promise<void>;
  /** Learns from what the person pressed which page is open, as after a restart; nothing where that is known. */
  remember(asker: Asker, page: HomePage, hash: string): void;
  /** The person did something; never fails, and does nothing for who has not opened the tab. */
  refresh(userId: string): Promise<void>;
}

interface OpenTab {
  /** As whom the person asked last. */
  asker: Asker;
  page: HomePage;
  /** Of what was published last; undefined when Slack did not say. */
  hash: string | undefined;
  /** What is shown last is what was found out last. */
  readonly inTurn: ReturnType<typeof takeTurns>;
}

/** Of so many people it is remembered that they opened the tab; whoever is forgotten sees news on opening it again. */
const MOST_REMEMBERED = 10_000;

/** Home tabs that are shown by `publish`. */
export function homeTabs(services: Services, publish: PublishHome): HomeTabs {
  const opened = new Map<string, OpenTab>();

  function tabFor(asker: Asker, page: HomePage): OpenTab {
    if (opened.size >= MOST_REMEMBERED) opened.clear();
    const tab = opened.get(asker.userId) ?? { asker, page, hash: undefined, inTurn: takeTurns(1) };
    opened.set(asker.userId, tab);
    return tab;
  }

  async function put(tab: OpenTab, hash: string | undefined): Promise<void> {
    const { page, view } = await viewFor(tab.asker, tab.page, services);
    tab.hash = await publish(tab.asker.userId, view, hash);
    tab.page = page;
  }

  return {
    async show(asker, page, from) {
      const tab = tabFor(asker, page);
      await tab.inTurn(async () => {
        tab.asker = asker;
        tab.page = page;
        try {
          await put(tab, from);
        } catch (error) {
          // something else stands there by now, and the person wants this
          if (slackErrorOf(error) !== 'hash_conflict') throw error;
          await put(tab, undefined);
        }
      });
    },
    remember(asker, page, hash) {
      if (!opened.has(asker.userId)) tabFor(asker, page).hash = hash;
    },
    async refresh(userId) {
      const tab = opened.get(userId);
      if (tab === undefined) return;
      try {
        await tab.inTurn(() => put(tab, tab.hash));
      } catch (error) {
        // another process has shown the person something since, maybe another page
        if (slackErrorOf(error) === 'hash_conflict') opened.delete(userId);
        else services.log.info({ err: error }, 'a Home tab could not be brought up to date');
      }
    },
  };
}

/** The pages on which it stands that the reader's digest did not arrive: where a manager begins, and those about it. */
const TELLS_TROUBLE: ReadonlySet<HomePage['kind']> = new Set(['day', 'team', 'digest']);

interface ShownPage {
  /** What is shown, which is the first page for who may not see the one that was asked for. */
  readonly page: HomePage;
  readonly view: HomeView;
}

async function viewFor(asker: Asker, asked: HomePage, services: Services): Promise<ShownPage> {
  const viewer = await viewerOf(asker, services);
  const { language } = viewer;
  if (!belongsHere(asker, services.workspace)) {
    return { page: FIRST_PAGE, view: homeNotice(BOT_TEXT[language].otherWorkspace) };
  }
  let role: Role = 'rep';
  let page = asked;
  let blocks: Block[];
  try {
    const context = await contextOf(asker, services);
    role = context.actor.role;
    page = maySee(role, asked) ? asked : FIRST_PAGE;
    const trouble = TELLS_TROUBLE.has(page.kind) ? await services.useCases.findDigestTrouble(context) : undefined;
    blocks = [
      ...(trouble === undefined ? [] : [digestTroubleBlock(trouble, 'own', viewer)]),
      ...(await showPage(services, context, viewer, page)),
    ];
  } catch (error) {
    services.log.error({ err: error, page: page.kind }, 'a page of the Home tab failed');
    blocks = [contextBlock(HOME_TEXT[language].failed)];
  }
  const frame = { language, page, tab: tabOf(page), tabs: tabsFor(role) };
  return { page, view: homeView(blocks, frame) };
}
