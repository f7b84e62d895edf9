import { setTimeout as delay } from 'node:timers/promises';
import type { UsersInfoResponse, WebClient } from '@slack/web-api';
import { type Language, languageOf } from '../../core/text/language.ts';
import type { Clock } from '../clock.ts';
import type { Logger } from '../log.ts';
import type { SlackProfile } from '../use-cases/members.ts';

/** What an answer needs to know of the person it is for. */
interface Person {
  readonly language: Language;
  /** IANA time zone. */
  readonly timeZone: string;
  /** All but the id is missing when Slack did not answer. */
  readonly profile: SlackProfile;
}

/**
 * Languages and time zones of Slack users, remembered for an hour or until Slack says that they changed; what is set by hand
 * for a minute, since it may be set on a command line.
 */
export interface People {
  /** Never fails: what is on file of the member, else English and UTC, when Slack does not say, or not within 2 s. */
  find(userId: string): Promise<Person>;
  /** What is remembered right now, without asking anybody. */
  remembered(userId: string): Person | undefined;
  /** Slack's `user_change` event, or a member's settings that changed. */
  forget(userId: string): void;
}

/** What is on file of a member's language and time zone. */
export interface LocaleOnFile {
  readonly locale: string | null;
  readonly timeZone: string | null;
  /** What goes before Slack's. */
  readonly setByHand: readonly ('time_zone' | 'locale')[];
}

/** Finds what is on file of the member behind a Slack id; undefined for nobody. */
export type FindLocaleOnFile = (userId: string) => Promise<LocaleOnFile | undefined>;

const REMEMBERED_MS = 3_600_000;
const ON_FILE_REMEMBERED_MS = 60_000;
/** After a failure Slack is asked again soon, but not at every message. */
const FAILURE_REMEMBERED_MS = 60_000;
const PATIENCE_MS = 2000;
const MAX_PEOPLE = 10_000;

interface Remembered<T> {
  readonly asked: Promise<T | undefined>;
  /** Milliseconds since the epoch. */
  until: number;
}

interface Entry {
  profile?: Remembered<SlackProfile>;
  onFile?: Remembered<LocaleOnFile>;
  known?: Person;
}

/**
 * Asks `users.info` with `include_locale` (the scope users:read; tier 4, 100 calls a minute and more). What is set by hand goes
 * before what Slack says, and what is on file takes its place when Slack says nothing.
 */
export function createPeople(client: WebClient, clock: Clock, log: Logger, findOnFile?: FindLocaleOnFile): People {
  const entries = new Map<string, Entry>();

  function entryOf(userId: string): Entry {
    const old = entries.get(userId);
    if (old !== undefined) return old;
    if (entries.size >= MAX_PEOPLE) entries.clear();
    const entry: Entry = {};
    entries.set(userId, entry);
    return entry;
  }

  function askSlack(userId: string, now: number): Remembered<SlackProfile> {
    const told = client.users.info({ user: userId, include_locale: true });
    const asked: Remembered<SlackProfile> = {
      until: now + REMEMBERED_MS,
      asked: told.then(
        ({ user }) => profileOf(userId, user),
        (error: unknown) => {
          asked.until = clock.now().getTime() + FAILURE_REMEMBERED_MS;
          log.warn({ err: error }, 'users.info failed: what is on file is used, else English and UTC');
          return undefined;
        },
      ),
    };
    return asked;
  }

  async function lookUp(userId: string): Promise<LocaleOnFile | undefined> {
    try {
      return await findOnFile?.(userId);
    } catch (error) {
      log.warn({ err: error }, 'the language on file was not found: the one in Slack is used');
      return undefined;
    }
  }

  return {
    async find(userId) {
      const entry = entryOf(userId);
      const now = clock.now().getTime();
      if (entry.profile === undefined || entry.profile.until <= now) entry.profile = askSlack(userId, now);
      if (entry.onFile === undefined || entry.onFile.until <= now)
        entry.onFile = { asked: lookUp(userId), until: now + ON_FILE_REMEMBERED_MS };
      const tooLate = delay(PATIENCE_MS, undefined, { ref: false });
      const [profile, onFile] = await Promise.all([
        Promise.race([entry.profile.asked, tooLate]),
        Promise.race([entry.onFile.asked, tooLate]),
      ]);
      const person = personOf(profile ?? { slackUserId: userId, isSlackAdmin: false }, onFile);
      if (profile !== undefined) entry.known = person;
      return person;
    },
    remembered: (userId) => entries.get(userId)?.known,
    forget: (userId) => {
      entries.delete(userId);
    },
  };
}

function personOf(profile: SlackProfile, onFile: LocaleOnFile | undefined): Person {
  const byHand = (what: 'time_zone' | 'locale') => onFile?.setByHand.includes(what) === true;
  const locale = byHand('locale') ? onFile?.locale : (profile.locale ?? onFile?.locale);
  const zoneOnFile = knownTimeZone(onFile?.timeZone ?? undefined);
  const timeZone = byHand('time_zone') ? (zoneOnFile ?? profile.timeZone) : (profile.timeZone ?? zoneOnFile);
  return { language: languageOf(locale), timeZone: timeZone ?? 'UTC', profile };
}

/** A user as `users.info` and `user_change` describe one; undefined where Slack does not answer. */
type DescribedUser = Pick<
  NonNullable<UsersInfoResponse['user']>,
  'tz' | 'locale' | 'real_name' | 'is_admin' | 'is_owner'
> & { readonly profile?: { readonly display_name?: string; readonly email?: string } };

/** What Slack says of a user; a time zone that this Node does not know is left out. */
export function profileOf(userId: string, user: DescribedUser | undefined): SlackProfile {
  const { locale, real_name: realName, profile } = user ?? {};
  const timeZone = knownTimeZone(user?.tz);
  return {
    slackUserId: userId,
    ...(profile?.display_name && { displayName: profile.display_name }),
    ...(realName && { realName }),
    ...(profile?.email && { email: profile.email }),
    ...(timeZone && { timeZone }),
    ...(locale && { locale }),
    isSlackAdmin: user?.is_admin === true || user?.is_owner === true,
  };
}

/** The zone; undefined when Slack names none or one that this Node does not know. */
function knownTimeZone(zone: string | undefined): string | undefined {
  if (zone === undefined) return undefined;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone }).format();
    return zone;
  } catch {
    return undefined;
  }
}
