import type { UseCases } from '../../bot/listeners/services.ts';

const unexpected = (): Promise<never> => Promise.reject(new Error('Nobody expected this use case.'));

/** Use cases of a workspace with no customers, in which everybody is a rep; those of tables fail. */
export const IDLE_USE_CASES: UseCases = {
  findCustomers: async () => ({ exact: [], others: [] }),
  showCustomer: async () => undefined,
  suppose: async () => undefined,
  planRepDay: unexpected,
  postedLists: async () => [],
  findRep: async () => undefined,
  setOverride: unexpected,
  withdrawOverride: unexpected,
  previewTable: unexpected,
  importTable: unexpected,
  proposeContact: async () => null,
  actedSince: async () => undefined,
  logContact: unexpected,
  changeContact: unexpected,
  readLog: unexpected,
  loggedContact: async () => undefined,
  snoozeFollowUp: unexpected,
  skipFollowUp: unexpected,
  pauseFollowUp: unexpected,
  resumeFollowUp: unexpected,
  reassignCustomer: unexpected,
  teamMembers: async () => [],
  undoAction: unexpected,
  openComplaint: unexpected,
  answerComplaint: unexpected,
  closeComplaint: unexpected,
  recordSurvey: unexpected,
  winProspect: unexpected,
  loseProspect: unexpected,
  expectSigning: unexpected,
  countSamples: async () => 0,
  recogniseMember: async (workspaceId) => ({ workspaceId, memberId: null, role: 'rep' }),
};
