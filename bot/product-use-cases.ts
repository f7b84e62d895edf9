import type { Clock } from './clock.ts';
import { FILE_USE_CASES } from './file-use-cases.ts';
import { homeUseCases, type OpenSheets } from './home-use-cases.ts';
import type { DigestUseCases } from './listeners/digest-use-cases.ts';
import type { FollowUpUseCases } from './listeners/follow-up-use-cases.ts';
import type { ServiceUseCases } from './listeners/service-use-cases.ts';
import type { UseCases } from './listeners/services.ts';
import type { Database } from './store/database.ts';
import { actedSince } from './use-cases/act-on-customer.ts';
import { changeContact } from './use-cases/change-contact.ts';
import { channelLanguage } from './use-cases/channel-language.ts';
import { claimAnswer } from './use-cases/claim-answer.ts';
import { answerComplaint, closeComplaint, openComplaint } from './use-cases/complaints.ts';
import { proposeContact } from './use-cases/contact-proposal.ts';
import { cardCustomer, exampleCustomer, rememberCards, tierWords } from './use-cases/conversation.ts';
import { expectSigning } from './use-cases/expect-signing.ts';
import { logContact } from './use-cases/log-contact.ts';
import { loggedContact } from './use-cases/logged-contact.ts';
import { ensureMember } from './use-cases/members.ts';
import { setOverride, withdrawOverride } from './use-cases/override-tier.ts';
import { pauseFollowUp, resumeFollowUp } from './use-cases/pause-follow-up.ts';
import { postedLists } from './use-cases/posted-lists.ts';
import { profileChanged } from './use-cases/profile-changed.ts';
import { loseProspect, winProspect } from './use-cases/prospect-ends.ts';
import { reassignCustomer } from './use-cases/reassign-customer.ts';
import { recordSurvey } from './use-cases/record-survey.ts';
import { showCustomer } from './use-cases/show-customer.ts';
import { skipFollowUp } from './use-cases/skip-follow-up.ts';
import { snoozeDays } from './use-cases/snooze-days.ts';
import { snoozeFollowUp } from './use-cases/snooze-follow-up.ts';
import { SheetsError } from './use-cases/spreadsheets.ts';
import { suppose } from './use-cases/suppose.ts';
import { teamMembers } from './use-cases/team-members.ts';
import { undoAction } from './use-cases/undo-action.ts';

const FOLLOW_UP_USE_CASES: FollowUpUseCases = {
  proposeContact,
  actedSince,
  logContact,
  changeContact,
  // Its dictionaries of Chinese and days are loaded when somebody first writes something.
  readLog: async (...text) => (await import('./use-cases/read-log.ts')).readLog(...text),
  loggedContact,
  loggedContacts: async (...asked) => (await import('./use-cases/logged-contacts.ts')).loggedContacts(...asked),
  readUntil: async (...text) => (await import('./use-cases/read-until.ts')).readUntil(...text),
  snoozeDays,
  snoozeFollowUp,
  skipFollowUp,
  pauseFollowUp,
  resumeFollowUp,
  reassignCustomer,
  teamMembers,
  undoAction,
};

const SERVICE_USE_CASES: ServiceUseCases = {
  openComplaint,
  answerComplaint,
  closeComplaint,
  recordSurvey,
  winProspect,
  loseProspect,
  expectSigning,
};

/** Loaded when the first digest is asked for: a start does not wait for them. */
const DIGEST_USE_CASES: DigestUseCases = {
  askDigest: async (...asked) => (await import('./use-cases/ask-digest.ts')).askDigest(...asked),
  openDigestNumber: async (...asked) => (await import('./use-cases/open-digest-number.ts')).openDigestNumber(...asked),
  findDigestSettings: async (...asked) => (await loadDigestSettings()).findDigestSettings(...asked),
  findDigestTrouble: async (...asked) => (await loadDigestSettings()).findDigestTrouble(...asked),
  setDigest: async (...asked) => (await loadDigestSettings()).setDigest(...asked),
  readAskedDays: async (...text) => (await import('./use-cases/read-asked-days.ts')).readAskedDays(...text),
};

/** The use cases as the listeners call them. `admins` are the Slack ids that start as admin; by default nobody is signed in to Google. */
export function productUseCases(
  db: Database,
  clock: Clock,
  admins: readonly string[],
  openSheets: OpenSheets = () => Promise.reject(new SheetsError('signed-out')),
): UseCases {
  return {
    findCustomers: async (...search) => (await loadSearch()).findCustomers(...search),
    showCustomer,
    suppose,
    planRepDay: async (...asked) => (await loadPlanning()).planRepDay(...asked),
    postedLists,
    findRep: async (...asked) => (await import('./use-cases/find-rep.ts')).findRep(...asked),
    setOverride,
    withdrawOverride,
    previewTable: async (...table) => (await loadTables()).previewUpload(...table),
    importTable: async (...table) => (await loadTables()).importUpload(...table),
    countSamples: async (context) => (await import('./use-cases/remove-samples.ts')).countSamples(context),
    cardCustomer,
    channelLanguage,
    rememberCards,
    claimAnswer: (...answer) => claimAnswer({ db, clock }, ...answer),
    exampleCustomer,
    tierWords,
    ...FOLLOW_UP_USE_CASES,
    ...SERVICE_USE_CASES,
    ...FILE_USE_CASES,
    ...homeUseCases(openSheets),
    ...DIGEST_USE_CASES,
    recogniseMember: (workspaceId, profile) => ensureMember({ db, clock }, workspaceId, profile, admins),
    profileChanged: (...change) => profileChanged({ db, clock }, ...change),
  };
}

/** Loads what finding customers needs, dictionaries of Chinese among it: a start does not wait for it. */
export function loadSearch() {
  return import('./use-cases/find-customers.ts');
}

/** Loads what planning days needs, public holidays among it. */
function loadPlanning() {
  return import('./use-cases/plan-rep-day.ts');
}

/** Loads what reading tables needs. */
function loadTables() {
  return import('./table-upload.ts');
}

function loadDigestSettings() {
  return import('./use-cases/digest-settings.ts');
}
