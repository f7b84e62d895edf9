import { HOME_TABS, type HomeTab } from '../../blocks/home/home-frame.ts';
import type { HomePage, HomePageKind, HomePageOf } from '../../blocks/home/home-page.ts';
import type { Block } from '../../blocks/rich-text.ts';
import type { Viewer } from '../../blocks/viewer.ts';
import type { Role, UseCaseContext } from '../../use-cases/context.ts';
import type { Services } from '../services.ts';
import { bookPage } from './book-page.ts';
import { calendarPage } from './calendar.ts';
import { dayPage } from './day-page.ts';
import { digestPage } from './digest-page.ts';
import { memberPage, membersPage, ownersPage } from './members.ts';
import { schemesPage } from './schemes.ts';
import { sheetsPage } from './sheets.ts';
import { overridesPage, repPage, teamPage } from './team-pages.ts';
import { workspacePage } from './workspace.ts';

/** Puts a page together for its reader, whose role allows it. At most 98 blocks: two rows of buttons stand above them. */
export type ShowPage<Kind extends HomePageKind> = (
  services: Services,
  context: UseCaseContext,
  viewer: Viewer,
  page: HomePageOf<Kind>,
) => Promise<Block[]>;

interface HomePageDefinition<Kind extends HomePageKind> {
  /** Who may see it. */
  readonly roles: readonly Role[];
  /** The button on top that it stands under. */
  readonly tab: HomeTab;
  readonly show: ShowPage<Kind>;
}

const EVERYBODY: readonly Role[] = ['rep', 'manager', 'admin'];
const MANAGERS: readonly Role[] = ['manager', 'admin'];
const ADMINS: readonly Role[] = ['admin'];

/** What shows each page of the Home tab, and to whom. */
const HOME_PAGES: { readonly [Kind in HomePageKind]: HomePageDefinition<Kind> } = {
  day: { roles: EVERYBODY, tab: 'day', show: dayPage },
  book: { roles: EVERYBODY, tab: 'book', show: bookPage },
  team: { roles: MANAGERS, tab: 'team', show: teamPage },
  rep: { roles: MANAGERS, tab: 'team', show: repPage },
  overrides: { roles: MANAGERS, tab: 'team', show: overridesPage },
  digest: { roles: EVERYBODY, tab: 'digest', show: digestPage },
  schemes: { roles: ADMINS, tab: 'schemes', show: schemesPage },
  members: { roles: ADMINS, tab: 'members', show: membersPage },
  member: { roles: ADMINS, tab: 'members', show: memberPage },
  owners: { roles: ADMINS, tab: 'members', show: ownersPage },
  calendar: { roles: ADMINS, tab: 'calendar', show: calendarPage },
  sheets: { roles: MANAGERS, tab: 'sheets', show: sheetsPage },
  workspace: { roles: ADMINS, tab: 'workspace', show: workspacePage },
};

/** Whether a person of that role may see a page. */
export function maySee(role: Role, { kind }: HomePage): boolean {
  return HOME_PAGES[kind].roles.includes(role);
}

/** The pages that have a button for a person of that role. */
export function tabsFor(role: Role): HomeTab[] {
  return HOME_TABS.filter((kind) => maySee(role, { kind }));
}

/** The button on top that a page stands under. */
export function tabOf({ kind }: HomePage): HomeTab {
  return HOME_PAGES[kind].tab;
}

/** The page's blocks. */
export function showPage<Kind extends HomePageKind>(
  services: Services,
  context: UseCaseContext,
  viewer: Viewer,
  page: HomePageOf<Kind>,
): Promise<Block[]> {
  const kind: Kind = page.kind;
  return HOME_PAGES[kind].show(services, context, viewer, page);
}
