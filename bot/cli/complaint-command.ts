import { COMPLAINT_TEXT } from '../../core/text/complaint-text.ts';
import { formatDate } from '../../core/text/format.ts';
import type { Language } from '../../core/text/language.ts';
import { localDay } from '../clock.ts';
import {
  answerComplaint,
  type ComplaintsWanted,
  closeComplaint,
  type ListedComplaint,
  listComplaints,
  openComplaint,
} from '../use-cases/complaints.ts';
import type { UseCaseContext } from '../use-cases/context.ts';
import { findActor } from '../use-cases/members.ts';
import { CliError, type CliIo, print } from './cli-io.ts';
import { customerNamed } from './customer-named.ts';
import { inWorkspace } from './in-workspace.ts';
import { printable } from './printable.ts';

/** Where and in what language a command of complaints works. */
export interface ComplaintCommandOptions {
  readonly workspace: string | undefined;
  readonly language: Language;
}

/** `complaint open CUSTOMER --channel C --cause C [--note TEXT]`: logs a complaint and says by when it is to be answered. */
export async function openComplaintCommand(
  io: CliIo,
  customer: string,
  what: { readonly channel: string; readonly cause: string; readonly note: string | undefined },
  { workspace, language }: ComplaintCommandOptions,
): Promise<number> {
  return inWorkspace(io, workspace, async (context) => {
    const { id } = await customerNamed(context, customer, language);
    const { channel, cause, note } = what;
    const { complaint, name } = await openComplaint(context, { customerId: id, channel, cause, description: note });
    const when = momentText(complaint.answerBy, language);
    await print(io, `${COMPLAINT_TEXT[language].openedUntil(printable(name), when, complaint.id)}\n`);
    return 0;
  });
}

/** `complaint answer CUSTOMER or ID`: the customer has its answer. */
export async function answerComplaintCommand(
  io: CliIo,
  named: string,
  { workspace, language }: ComplaintCommandOptions,
): Promise<number> {
  return inWorkspace(io, workspace, async (context) => {
    const complaintId = await complaintIdFrom(context, named, language, ({ answeredAt }) => answeredAt === null);
    const { name } = await answerComplaint(context, { complaintId });
    await print(io, `${COMPLAINT_TEXT[language].answeredDone(printable(name))}\n`);
    return 0;
  });
}

/** `complaint close CUSTOMER or ID --resolution TEXT`: the matter is settled. */
export async function closeComplaintCommand(
  io: CliIo,
  named: string,
  resolution: string,
  { workspace, language }: ComplaintCommandOptions,
): Promise<number> {
  return inWorkspace(io, workspace, async (context) => {
    const complaintId = await complaintIdFrom(context, named, language, () => true);
    const { name } = await closeComplaint(context, { complaintId, resolution });
    await print(io, `${COMPLAINT_TEXT[language].closedDone(printable(name))}\n`);
    return 0;
  });
}

/** `complaint list [--state S] [--rep SLACK_ID] [--format text or json]`: one a line, tabs between; those to be answered first first. */
export async function listComplaintsCommand(
  io: CliIo,
  which: { readonly state: ComplaintsWanted; readonly rep: string | undefined; readonly format: 'text' | 'json' },
  { workspace, language }: ComplaintCommandOptions,
): Promise<number> {
  return inWorkspace(io, workspace, async (context) => {
    const owner = which.rep === undefined ? undefined : await ownerFrom(context, which.rep, language);
    const listed = await listComplaints(context, which.state, owner === undefined ? {} : { ownerId: owner });
    if (which.format === 'json') await print(io, `${JSON.stringify(listed.map(complaintObject), null, 2)}\n`);
    else if (listed.length === 0) await print(io, `${COMPLAINT_TEXT[language].none}\n`);
    else for (const complaint of listed) await print(io, `${lineOf(complaint, language)}\n`);
    return 0;
  });
}

/** The complaint with that id, or the only one of the customer with that key or name that is open and fits. */
async function complaintIdFrom(
  context: UseCaseContext,
  named: string,
  language: Language,
  fits: (complaint: ListedComplaint) => boolean,
): Promise<string> {
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(named)) return named;
  const { id, name } = await customerNamed(context, named, language);
  const [first, ...others] = (await listComplaints(context, 'open', { customerId: id })).filter(fits);
  const text = COMPLAINT_TEXT[language];
  if (first === undefined) throw new CliError(text.noneOpen(printable(name)));
  if (others.length === 0) return first.id;
  const ids = [first, ...others].map((complaint) => complaint.id).join(', ');
  throw new CliError(text.severalOpen(printable(name), ids));
}

async function ownerFrom({ db, actor }: UseCaseContext, slackId: string, language: Language): Promise<string> {
  const owner = await findActor(db, actor.workspaceId, slackId);
  if (owner?.memberId === undefined || owner.memberId === null)
    throw new CliError(COMPLAINT_TEXT[language].noSuchRep(printable(slackId)));
  return owner.memberId;
}

function lineOf({ id, name, state, cause, answerBy, description }: ListedComplaint, language: Language): string {
  const text = COMPLAINT_TEXT[language];
  const about = cause === null ? '' : (text.causes as Readonly<Record<string, string>>)[cause];
  const when = momentText(answerBy, language);
  return [text.states[state], when, name, about ?? '', description ?? '', id].map(printable).join('\t');
}

function complaintObject(complaint: ListedComplaint) {
  const { id, keptId, name, state, channel, cause, description, openedAt, answerBy } = complaint;
  const { answeredAt, closedAt, resolution } = complaint;
  const about = { id, customerId: keptId, customer: name, state, channel, cause, description };
  return { ...about, openedAt, answerBy, answeredAt, closedAt, resolution };
}

/** A moment in the zone of the machine, which is named: "5 Mar 2026 14:00 Europe/Berlin". */
function momentText(at: Date, language: Language): string {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  const time = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(at);
  return `${formatDate(localDay(at, timeZone), language)} ${time} ${timeZone}`;
}
