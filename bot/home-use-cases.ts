import type { HomeUseCases } from './listeners/home-use-cases.ts';
import type { Spreadsheets } from './use-cases/spreadsheets.ts';

/** Google's spreadsheets as the account that is signed in sees them. Throws `SheetsError` when nobody is. */
export type OpenSheets = () => Promise<Spreadsheets>;

/** What the pages of the Home tab ask of the product; loaded when somebody first asks, since few do. */
export function homeUseCases(openSheets: OpenSheets): HomeUseCases {
  return { ...HOME_USE_CASES, ...sheetUseCases(openSheets) };
}

type SheetUseCases = 'listSheets' | 'previewSheet' | 'connectSheet' | 'pullSheet' | 'disconnectSheet';

function sheetUseCases(openSheets: OpenSheets): Pick<HomeUseCases, SheetUseCases> {
  return {
    listSheets: async (context) => (await loadSheets()).listConnectedSheets(context),
    previewSheet: async (context, request) => (await loadSheets()).previewSheet(context, await openSheets(), request),
    connectSheet: async (context, request) => (await loadSheets()).connectSheet(context, await openSheets(), request),
    pullSheet: async (context, sheetId, language) => {
      const { pullSheet } = await import('./use-cases/pull-sheet.ts');
      return pullSheet(context, await openSheets(), sheetId, { language });
    },
    disconnectSheet: async (...asked) => (await loadSheets()).disconnectSheet(...asked),
  };
}

const HOME_USE_CASES: Omit<HomeUseCases, SheetUseCases> = {
  repBook: async (...asked) => (await import('./use-cases/rep-book.ts')).repBook(...asked),
  teamBoard: async (...asked) => (await import('./use-cases/team-board.ts')).teamBoard(...asked),
  schemesOverview: async (...asked) => (await loadOverview()).schemesOverview(...asked),
  schemesToChoose: async (...asked) => (await loadOverview()).schemesToChoose(...asked),
  schemeBefore: async (...asked) => (await loadOverview()).schemeBefore(...asked),
  simulatePublication: async (...asked) => (await loadPublishing()).simulatePublication(...asked),
  simulateAgain: async (...asked) => (await loadPublishing()).simulateAgain(...asked),
  publishScheme: async (...asked) => (await loadPublishing()).publishScheme(...asked),
  dropSegmentScheme: async (...asked) => (await import('./use-cases/use-scheme.ts')).dropSegmentScheme(...asked),
  setStability: async (...asked) => (await import('./use-cases/use-scheme.ts')).setStability(...asked),
  gradeCustomers: async (context) => (await import('./use-cases/grade-customers.ts')).gradeCustomers(context),
  listMembers: async (...asked) => (await import('./use-cases/list-members.ts')).listMembers(...asked),
  setMember: async (...asked) => (await import('./use-cases/set-member.ts')).setMember(...asked),
  setAbsence: async (...asked) => (await loadAbsences()).setAbsence(...asked),
  endAbsence: async (...asked) => (await loadAbsences()).endAbsence(...asked),
  proposeHandOver: async (...asked) => (await loadBooks()).proposeHandOver(...asked),
  leaveTeam: async (...asked) => (await loadBooks()).leaveTeam(...asked),
  bringBack: async (...asked) => (await loadBooks()).bringBack(...asked),
  unknownOwners: async (...asked) => (await loadLinks()).unknownOwners(...asked),
  linkOwner: async (...asked) => (await loadLinks()).linkOwner(...asked),
  proposeBalance: async (...asked) => (await loadCapacity()).proposeBalance(...asked),
  applyBalance: async (...asked) => (await loadCapacity()).applyBalance(...asked),
  calendarOverview: async (...asked) => (await import('./use-cases/calendar-overview.ts')).calendarOverview(...asked),
  setWorkWeek: async (...asked) => (await loadWeek()).setWorkWeek(...asked),
  setOwnDays: async (...asked) => (await loadWeek()).setOwnDays(...asked),
  clearOwnDays: async (...asked) => (await loadWeek()).clearOwnDays(...asked),
  workspaceOverview: async (...asked) => (await loadWorkspace()).workspaceOverview(...asked),
  setWorkspaceLanguage: async (...asked) => (await loadWorkspace()).setWorkspaceLanguage(...asked),
  tryDeliveryAgain: async (...asked) => (await loadWorkspace()).tryDeliveryAgain(...asked),
  removeSamples: async (...asked) => (await import('./use-cases/remove-samples.ts')).removeSamples(...asked),
};

function loadSheets() {
  return import('./use-cases/connect-sheet.ts');
}

function loadWeek() {
  return import('./use-cases/work-week.ts');
}

function loadWorkspace() {
  return import('./use-cases/workspace-overview.ts');
}

function loadAbsences() {
  return import('./use-cases/absences.ts');
}

function loadBooks() {
  return import('./use-cases/hand-over-book.ts');
}

function loadCapacity() {
  return import('./use-cases/capacity.ts');
}

function loadLinks() {
  return import('./use-cases/link-owner.ts');
}

function loadOverview() {
  return import('./use-cases/schemes-overview.ts');
}

function loadPublishing() {
  return import('./use-cases/publish-scheme.ts');
}
