import { z } from 'zod';
import { parseIsoDate } from '../../core/calendar-date.ts';
import type { Digest } from '../../core/digest/digest.ts';
import type { DigestNumber } from '../../core/digest/digest-number.ts';
import type { DigestScope } from '../use-cases/digest-asked.ts';

/** Whose customers a digest counts. */
export interface DigestWhose {
  /** The member whose digest it is: a manager, an admin or a rep. */
  readonly memberId: string;
  /** Of the manager's team only these; undefined: all of it. */
  readonly repIds?: readonly string[] | undefined;
}

/** What a button of a digest carries: the list that it opens. It may come from anybody, so it gives no right to anything. */
export interface DigestButton extends Omit<DigestScope, 'repIds'> {
  readonly whose: DigestWhose;
  readonly number: DigestNumber;
}

/** More are left out, so that the value stays below Slack's 2,000 characters: the list is then the whole team's. */
export const MOST_REPS = 60;

/** The button's value, at most 2,000 characters. */
export function digestButtonValue({ asOf, date, edition, number, since, timeZone, whose }: DigestButton): string {
  const { memberId, repIds } = whose;
  const reps = repIds === undefined || repIds.length > MOST_REPS ? undefined : repIds.map(shortId).join('');
  // what is undefined is left out
  return JSON.stringify({
    w: shortId(memberId),
    r: reps,
    z: timeZone,
    d: date,
    a: asOf.getTime(),
    s: since === null ? null : since.getTime(),
    e: edition,
    n: number.repId === undefined ? number : { ...number, repId: shortId(number.repId) },
  });
}

/** Reads {@link digestButtonValue}; undefined for anything else. */
export function readDigestButton(value: string): DigestButton | undefined {
  const read = VALUE.safeParse(jsonOf(value));
  if (!read.success) return undefined;
  const { a, d, e, n, r, s, w, z: timeZone } = read.data;
  const date = parseIsoDate(d);
  if (date === undefined || !isTimeZone(timeZone)) return undefined;
  return {
    whose: { memberId: w, ...(r !== undefined && { repIds: r }) },
    timeZone,
    date,
    asOf: new Date(a),
    since: s === null ? null : new Date(s),
    edition: e,
    number: n,
  };
}

/** The scope of a digest that is shown, for its buttons. */
export function digestButtonOf(digest: Digest, whose: DigestWhose, number: DigestNumber): DigestButton {
  const { asOf, date, edition, since, timeZone } = digest;
  return {
    whose,
    number,
    timeZone,
    date,
    edition,
    asOf: new Date(asOf),
    since: since === null ? null : new Date(since),
  };
}

/** A UUID in 22 characters. */
function shortId(id: string): string {
  return Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url');
}

function fullId(short: string): string {
  const hex = Buffer.from(short, 'base64url').toString('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

function isTimeZone(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).format(0) !== '';
  } catch {
    return false;
  }
}

function jsonOf(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}

const SHORT = /^[\w-]{21}[AQgw]$/;
const shortIdRead = z.string().regex(SHORT).transform(fullId);
const moment = z.number().int().min(0).max(8.64e15);
const stage = z.enum(['prospect', 'customer']);
const tier = z.string().min(1).max(64);
const repId = shortIdRead.optional();
/** Null: not graded yet. */
const status = z.enum(['graded', 'review', 'out-of-market', 'unreadable']).nullable();

const NUMBER = z.union([
  z.object({ part: z.literal('tiers'), stage, tier: tier.nullable(), status, repId }),
  z.object({ part: z.literal('moves'), direction: z.enum(['up', 'down']), ofBest: z.boolean().optional(), repId }),
  z.object({
    part: z.literal('tier-moves'),
    direction: z.enum(['up', 'down']).optional(),
    from: tier.optional(),
    to: tier.optional(),
    either: tier.optional(),
    repId,
  }),
  z.object({ part: z.literal('overdue'), stage: stage.optional(), tier: tier.optional(), repId }),
  z.object({ part: z.enum(['complaints', 'dormant', 'satisfaction']), repId }),
  z.object({ part: z.literal('capacity'), repId: shortIdRead }),
  z.object({
    part: z.literal('signings'),
    month: z
      .string()
      .regex(/^\d{4}-\d{2}$/)
      .optional(),
    repId,
  }),
  z.object({ part: z.literal('causes'), cause: z.string().min(1).max(64).nullable().optional(), repId }),
  z.object({ part: z.literal('ends'), outcome: z.enum(['won', 'lost']), repId }),
  z.object({
    part: z.literal('data'),
    code: z.enum(['review', 'unreadable', 'without-owner', 'not-graded', 'overrides-expired']),
    repId,
  }),
]);

const VALUE = z.object({
  w: shortIdRead,
  r: z
    .string()
    .max(22 * MOST_REPS)
    .regex(/^(?:[\w-]{22})+$/)
    .transform((ids) => (ids.match(/.{22}/g) ?? []).map(fullId))
    .optional(),
  z: z.string().min(1).max(64),
  d: z.string(),
  a: moment,
  s: moment.nullable(),
  e: z.enum(['daily', 'weekly', 'monthly']),
  n: NUMBER,
});
