import { languageOf } from '../../core/text/language.ts';
import { sheetProblemText } from '../../core/text/sheet-problem-text.ts';
import { SHEET_TROUBLE_TEXT } from '../../core/text/sheet-trouble-text.ts';
import { plainName } from '../blocks/plain-name.ts';
import { plainMessage } from '../blocks/rich-text.ts';
import { localDay } from '../clock.ts';
import { knownZone } from '../known-zone.ts';
import { type ConnectedSheet, findConnectedSheet, findConnectedSheets } from '../store/connected-sheets.ts';
import { findMemberRecords, findMembersById } from '../store/members.ts';
import { sheetTitle } from '../use-cases/connect-sheet.ts';
import type { DeliveryKind } from './delivery-kind.ts';
import { isReachable } from './reachable.ts';

const ID = 'sheet-trouble';

/** What mends itself is told only when it has failed so often in a row. */
const MOST_FAILURES = 4;
const PASSING: ReadonlySet<string> = new Set(['unreachable', 'quota', 'timed-out', 'sheet-restless']);

/**
 * Tells who connected a Google sheet, else an admin or manager, that it can no longer be brought up to date, and what to do. Once for
 * each kind of problem; what mends itself only when it lasts.
 */
export const sheetTrouble: DeliveryKind = {
  id: ID,
  catchUpMs: null,
  async findDue(db, workspaceId) {
    const sheets = (await findConnectedSheets(db, workspaceId)).filter(isTold);
    if (sheets.length === 0) return [];
    const here = (await findMemberRecords(db, workspaceId)).filter(isReachable);
    return sheets.flatMap(({ id, connectedBy, problem, problemSince: dueAt }) => {
      const told =
        here.find((member) => member.id === connectedBy) ??
        here.find(({ role }) => role === 'admin') ??
        here.find(({ role }) => role === 'manager');
      if (told === undefined || dueAt === null || problem === null) return [];
      const localDate = localDay(dueAt, knownZone(told.timeZone));
      const subject = `${id} ${problem.code}`;
      return [{ workspaceId, kind: ID, target: told.slackUserId, localDate, subject, memberId: told.id, dueAt }];
    });
  },
  async compose({ db }, { memberId, subject, workspaceId }) {
    const [id = '', code] = subject.split(' ');
    const sheet = await findConnectedSheet(db, workspaceId, id);
    if (sheet === undefined || sheet.problem?.code !== code || sheet.problem === null) return { skip: 'mended' };
    const members = await findMembersById(db, workspaceId, memberId === null ? [] : [memberId]);
    const language = languageOf(members.get(memberId ?? '')?.locale);
    const text = SHEET_TROUBLE_TEXT[language];
    const lines = [sheetProblemText(sheet.problem, language), text.triedAgain] as const;
    return { message: plainMessage(text.cannotSync(plainName(sheetTitle(sheet), 120)), ...lines) };
  },
};

function isTold({ problem, failures }: ConnectedSheet): boolean {
  return problem !== null && (!PASSING.has(problem.code) || failures >= MOST_FAILURES);
}
