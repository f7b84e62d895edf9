import { recordAuditEvent } from '../store/audit-events.ts';
import {
  findMemberRecords,
  findMembersById,
  lockMembers,
  type MemberRecord,
  type MemberSettings,
  saveSettings,
} from '../store/members.ts';
import type { UseCaseContext } from './context.ts';
import { memberName } from './member-name.ts';
import { countryCode } from './public-holidays.ts';
import { timeOfDay } from './time-of-day.ts';
import { UseCaseError } from './use-case-error.ts';

/** What may be set of a member; undefined stays as it is. */
export interface MemberChange extends Omit<MemberSettings, 'deactivatedAt'> {
  /** HH:MM (8:30 is 08:30), or `off`. */
  readonly listAt?: string | undefined;
}

/**
 * Sets what is known of a member: admins everything, managers all but roles, everybody their own time zone, locale, country
 * and hour of the list. A time zone and a locale that were set here are no longer changed by Slack's profile.
 *
 * Throws {@link UseCaseError} `no-such-member`, `admins-only`, `not-allowed`, `member-left`, `last-admin`, `own-manager`,
 * `manager-circle`, `unknown-time-zone`, `unknown-locale`, `unknown-country`, `list-time` or `day-minutes`.
 */
export async function setMember(context: UseCaseContext, id: string, change: MemberChange): Promise<MemberRecord> {
  const { actor, clock } = context;
  const { workspaceId, memberId } = actor;
  authorise(context, id, change);
  const settings = await checkedSettings(change);
  return context.db.transaction().execute(async (db) => {
    await lockMembers(db, workspaceId);
    const members = new Map((await findMemberRecords(db, workspaceId)).map((member) => [member.id, member]));
    const member = members.get(id);
    if (member === undefined) throw new UseCaseError('no-such-member', id);
    if (member.deactivatedAt !== null) throw new UseCaseError('member-left', memberName(member));
    if (settings.role !== undefined && settings.role !== 'admin') checkNotLastAdmin(member, members.values());
    if (typeof settings.managerId === 'string') checkManager(member, settings.managerId, members);
    await saveSettings(db, workspaceId, id, settings, clock.now());
    const fields = Object.entries(settings).flatMap(([field, value]) => (value === undefined ? [] : [field]));
    const detail = { fields, ...(settings.role !== undefined && { role: settings.role }) };
    await recordAuditEvent(db, { workspaceId, memberId, action: 'member-changed', subjectId: id, detail }, clock.now());
    const saved = (await findMembersById(db, workspaceId, [id])).get(id);
    if (saved === undefined) throw new Error('The member was not returned.');
    return saved;
  });
}

/** Refuses where the member is the only admin who is here. */
export function checkNotLastAdmin(member: MemberRecord, members: Iterable<MemberRecord>): void {
  if (member.role !== 'admin') return;
  const others = [...members].filter(
    ({ id, role, deactivatedAt }) => id !== member.id && role === 'admin' && deactivatedAt === null,
  );
  if (others.length === 0) throw new UseCaseError('last-admin', memberName(member));
}

function authorise({ actor }: UseCaseContext, id: string, change: MemberChange): void {
  if (actor.role === 'admin') return;
  if (change.role !== undefined) throw new UseCaseError('admins-only', id);
  if (actor.role === 'manager') return;
  const isOwn = actor.memberId === id && change.managerId === undefined && change.dayMinutes === undefined;
  if (!isOwn) throw new UseCaseError('not-allowed', id);
}

async function checkedSettings(change: MemberChange): Promise<MemberSettings> {
  const { timeZone, locale, country, listAt, dayMinutes } = change;
  if (typeof timeZone === 'string' && !isTimeZone(timeZone)) throw new UseCaseError('unknown-time-zone', timeZone);
  const code = typeof country !== 'string' ? country : await countryCode(country);
  if (typeof country === 'string' && code === undefined) throw new UseCaseError('unknown-country', country);
  if (typeof dayMinutes === 'number' && !(Number.isInteger(dayMinutes) && dayMinutes >= 30 && dayMinutes <= 960))
    throw new UseCaseError('day-minutes', String(dayMinutes));
  return {
    ...change,
    ...(typeof locale === 'string' && { locale: canonicalLocale(locale) }),
    ...(country !== undefined && { country: code }),
    ...(listAt !== undefined && { listAt: listTime(listAt) }),
  };
}

function isTimeZone(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone }).format();
    return true;
  } catch {
    return false;
  }
}

/** `zh-TW` from `zh_tw` too. */
function canonicalLocale(text: string): string {
  try {
    const [locale] = Intl.getCanonicalLocales(text.trim().replaceAll('_', '-'));
    // Any word of letters is a well-formed tag, so that only languages that have a name are taken.
    const language = locale === undefined ? undefined : new Intl.Locale(locale).language;
    const named = language && new Intl.DisplayNames('en', { type: 'language', fallback: 'none' }).of(language);
    if (locale !== undefined && named) return locale;
  } catch {
    // Told below.
  }
  throw new UseCaseError('unknown-locale', text);
}

function listTime(text: string): string {
  const time = timeOfDay(text);
  if (time === undefined) throw new UseCaseError('list-time', text);
  return time;
}

function checkManager(member: MemberRecord, managerId: string, members: ReadonlyMap<string, MemberRecord>): void {
  const manager = members.get(managerId);
  if (manager === undefined) throw new UseCaseError('no-such-member', managerId);
  if (manager.deactivatedAt !== null) throw new UseCaseError('member-left', memberName(manager));
  if (managerId === member.id) throw new UseCaseError('own-manager', memberName(member));
  // One that has got in all the same must not be walked for ever.
  const seen = new Set<string>();
  for (
    let above = manager.managerId;
    above !== null && !seen.has(above);
    above = members.get(above)?.managerId ?? null
  ) {
    if (above === member.id) throw new UseCaseError('manager-circle', memberName(manager));
    seen.add(above);
  }
}
