import { setTimeout as delay } from 'node:timers/promises';
import type { WebClient } from '@slack/web-api';
import { type Language, languageOf } from '../../core/text/language.ts';
import type { Clock } from '../clock.ts';
import type { Logger } from '../log.ts';

/** What an answer needs to know of the person it is for. */
export interface Person {
  readonly language: Language;
  /** IANA time zone. */
  readonly timeZone: string;
}

/** Languages and time zones of Slack users, remembered for an hour or until Slack says that they changed. */
export interface People {
  /** Never fails: English and UTC when Slack does not say, or not within 2 s. */
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

const ANYONE: Person = { language: 'en', timeZone: 'UTC' };

interface Entry {
  asked?: Promise<Person>;
  known?: Person;
  /** Milliseconds since the epoch. */
  until: number;
}

/** Asks `users.info` with `include_locale` (the scope users:read; tier 4, 100 calls a minute and more). */
export function createPeople(client: WebClient, clock: Clock, log: Logger): People {
  const entries = new Map<string, Entry>();

  async function ask(userId: string, entry: Entry): Promise<Person> {
    try {
      const { user } = await client.users.info({ user: userId, include_locale: true });
      entry.known = { language: languageOf(user?.locale), timeZone: timeZoneOf(user?.tz) };
      return entry.known;
    } catch (error) {
      entry.until = clock.now().getTime() + FAILURE_REMEMBERED_MS;
      log.warn({ err: error }, 'users.info failed: English and UTC are assumed');
      return ANYONE;
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
      return Promise.race([entryFor(userId).asked ?? ANYONE, delay(PATIENCE_MS, ANYONE, { ref: false })]);
    },
    remembered: (userId) => entries.get(userId)?.known,
    forget: (userId) => {
      entries.delete(userId);
    },
  };
}

/** The zone, or UTC when Slack names none or one that this Node does not know. */
function timeZoneOf(zone: string | undefined): string {
  if (zone === undefined) return ANYONE.timeZone;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return ANYONE.timeZone;
  }
}
