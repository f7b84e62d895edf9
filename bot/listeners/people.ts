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

/** Languages and time zones of Slack users, remembered for an hour or until Slack says that they changed. */
export interface People {
  /** Never fails: English, UTC and no profile when Slack does not say, or not within 2 s. */
  find(userId: string): Promise<Person>;
  /** What is remembered right now, without asking Slack. */
  remembered(userId: string): Person | undefined;
  /** Slack's `user_change` event. */
  forget(userId: string): void;
}

const REMEMBERED_MS = 3_600_000;
/** After a failure Slack is asked again soon, but not at every message. */
const FAILURE_REMEMBERED_MS = 60_000;
const PATIENCE_MS = 2000;
const MAX_PEOPLE = 10_000;

function stranger(userId: string): Person {
  return { language: 'en', timeZone: 'UTC', profile: { slackUserId: userId, isSlackAdmin: false } };
}

interface Entry {
  asked?: Promise<Person>;
  known?: Person;
  /** Milliseconds since the epoch. */
  until: number;
}

/** Finds the locale that somebody chose in place of Slack's; undefined for nobody. */
export type FindChosenLocale = (userId: string) => Promise<string | undefined>;

/**
 * Asks `users.info` with `include_locale` (the scope users:read; tier 4, 100 calls a minute and more). What is chosen here goes
 * before what Slack says.
 */
export function createPeople(client: WebClient, clock: Clock, log: Logger, chosen?: FindChosenLocale): People {
  const entries = new Map<string, Entry>();

  async function chosenLocale(userId: string): Promise<string | undefined> {
    try {
      return await chosen?.(userId);
    } catch (error) {
      log.warn({ err: error }, 'the chosen language was not found: the one in Slack is used');
      return undefined;
    }
  }

  async function ask(userId: string, entry: Entry): Promise<Person> {
    try {
      const { user } = await client.users.info({ user: userId, include_locale: true });
      const person = personFrom(userId, user);
      const locale = await chosenLocale(userId);
      entry.known = locale === undefined ? person : { ...person, language: languageOf(locale) };
      return entry.known;
    } catch (error) {
      entry.until = clock.now().getTime() + FAILURE_REMEMBERED_MS;
      log.warn({ err: error }, 'users.info failed: English and UTC are assumed');
      return stranger(userId);
    }
  }

  function entryFor(userId: string): Entry {
    const now = clock.now().getTime();
    const old = entries.get(userId);
    if (old !== undefined && old.until > now) return old;
    if (entries.size >= MAX_PEOPLE) entries.clear();
    const entry: Entry = { until: now + REMEMBERED_MS };
    entry.asked = ask(userId, entry);
    entries.set(userId, entry);
    return entry;
  }

  return {
    find(userId) {
      const anyone = stranger(userId);
      return Promise.race([entryFor(userId).asked ?? anyone, delay(PATIENCE_MS, anyone, { ref: false })]);
    },
    remembered: (userId) => entries.get(userId)?.known,
    forget: (userId) => {
      entries.delete(userId);
    },
  };
}

function personFrom(userId: string, user: UsersInfoResponse['user']): Person {
  const profile = profileOf(userId, user);
  return { language: languageOf(profile.locale), timeZone: profile.timeZone ?? 'UTC', profile };
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
