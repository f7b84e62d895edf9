import { GoogleError } from './google-error.ts';

/** How many requests a minute (documented: 60 a user, 300 a project, of each kind). */
export interface QuotaLimits {
  readonly perUser: number;
  readonly perProject: number;
}

/** Google's own limits. */
export const GOOGLE_LIMITS: QuotaLimits = { perUser: 60, perProject: 300 };

/** Counts requests. */
export interface RequestQuota {
  /** Counts one more. Throws RESOURCE_EXHAUSTED, and does not count it, when there have been too many in the last minute. */
  take(kind: 'read' | 'write', user: string): void;
}

const MINUTE_MS = 60_000;

/**
 * No requests yet. At no time more than the limit within a minute: Google only says that its quota is filled up every minute, so that this
 * is the strictest reading (assumed). `now` in milliseconds.
 */
export function createRequestQuota(
  now: () => number,
  { perProject, perUser }: QuotaLimits = GOOGLE_LIMITS,
): RequestQuota {
  const counts = new Map<string, number[]>();
  const recent = (key: string) => {
    const times = (counts.get(key) ?? []).filter((time) => time > now() - MINUTE_MS && time <= now());
    counts.set(key, times);
    return times;
  };
  return {
    take(kind, user) {
      const ofUser = recent(`${kind} user ${user}`);
      const ofProject = recent(`${kind} project`);
      if (ofUser.length >= perUser) throw exhausted(kind, 'per user', perUser);
      if (ofProject.length >= perProject) throw exhausted(kind, 'of the project', perProject);
      ofUser.push(now());
      ofProject.push(now());
    },
  };
}

/** Google's words (observed). */
export function exhausted(kind: 'read' | 'write', whose: 'per user' | 'of the project', limit: number): GoogleError {
  const metric = kind === 'read' ? 'Read requests' : 'Write requests';
  const name = whose === 'per user' ? `${metric} per minute per user` : `${metric} per minute`;
  const short = `${kind === 'read' ? 'Read' : 'Write'}RequestsPerMinutePer${whose === 'per user' ? 'User' : 'Project'}`;
  return new GoogleError(
    'RESOURCE_EXHAUSTED',
    `Quota exceeded for quota metric '${metric}' and limit '${name}' of service 'sheets.googleapis.com' for consumer 'project_number:1'.`,
    [
      {
        '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
        reason: 'RATE_LIMIT_EXCEEDED',
        domain: 'googleapis.com',
        metadata: {
          service: 'sheets.googleapis.com',
          consumer: 'projects/1',
          quota_metric: `sheets.googleapis.com/${kind}_requests`,
          quota_limit: short,
          quota_limit_value: String(limit),
          quota_location: 'global',
        },
      },
    ],
  );
}
