import type { DigestNumber } from '../../core/digest/digest-number.ts';

/** What `--list` may say. */
export const NAMED_NUMBERS =
  'tiers:customer:A, tiers:prospect:A, moves:up, moves:down, overdue, overdue:customer:A, complaints, dormant, capacity, signings, signings:2026-11, ends:won, ends:lost, causes, satisfaction, data:review, data:unreadable, data:without-owner, data:not-graded, data:overrides-expired';

/**
 * The number that words such as `overdue:customer:A` name; undefined where they name none. `repId`: only that rep's; `capacity` needs
 * one.
 */
export function digestNumberNamed(typed: string, repId?: string): DigestNumber | undefined {
  const [part = '', first, ...more] = typed.split(':');
  const rest = more.join(':');
  const rep = { ...(repId !== undefined && { repId }) };
  const isBare = first === undefined;
  const stage = first === 'prospect' || first === 'customer' ? first : undefined;
  switch (part) {
    case 'tiers':
      if (stage === undefined || rest === '') return undefined;
      return isStatus(rest)
        ? { part, stage, tier: null, status: rest, ...rep }
        : { part, stage, tier: rest, status: 'graded', ...rep };
    case 'moves':
      return first === 'up' || first === 'down' ? { part, direction: first, ...rep } : undefined;
    case 'overdue':
      if (isBare) return { part, ...rep };
      return stage === undefined || rest === '' ? undefined : { part, stage, tier: rest, ...rep };
    case 'complaints':
    case 'dormant':
    case 'satisfaction':
      return isBare ? { part, ...rep } : undefined;
    case 'capacity':
      return isBare && repId !== undefined ? { part, repId } : undefined;
    case 'signings':
      if (isBare) return { part, ...rep };
      return /^\d{4}-\d{2}$/.test(first) ? { part, month: first, ...rep } : undefined;
    case 'causes':
      return isBare ? { part, ...rep } : { part, cause: first, ...rep };
    case 'ends':
      return first === 'won' || first === 'lost' ? { part, outcome: first, ...rep } : undefined;
    case 'data':
      return isDataCode(first) ? { part, code: first, ...rep } : undefined;
    default:
      return undefined;
  }
}

const STATUSES = ['review', 'out-of-market', 'unreadable'] as const;
const DATA_CODES = ['review', 'unreadable', 'without-owner', 'not-graded', 'overrides-expired'] as const;

function isStatus(word: string): word is (typeof STATUSES)[number] {
  return STATUSES.some((status) => status === word);
}

function isDataCode(word: string | undefined): word is (typeof DATA_CODES)[number] {
  return DATA_CODES.some((code) => code === word);
}
