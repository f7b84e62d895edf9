import { existsSync } from 'node:fs';
import { loadEnvFile } from 'node:process';
import { z } from 'zod';

/** How Slack reaches the bot: through the stand-in in this process, a WebSocket, or signed requests to `/slack/events`. */
export type SlackConfig =
  | { readonly mode: 'local' }
  | { readonly mode: 'socket'; readonly botToken: string; readonly appToken: string; readonly apiUrl: string }
  | { readonly mode: 'http'; readonly botToken: string; readonly signingSecret: string; readonly apiUrl: string };

/** How Google Sheets is reached, and as whom. */
export interface GoogleConfig {
  readonly sheetsApiUrl: string;
  /** Where people sign in and tokens are given out and taken back; null: Google's own addresses. */
  readonly oauthUrl: string | null;
  /** The key file of a service account; null: the account that `sheets login` has signed in. */
  readonly keyFile: string | null;
}

/** Everything that is set from outside. */
export interface Config {
  readonly slack: SlackConfig;
  /** PostgreSQL's address; null means PGlite in `dataDir`. */
  readonly databaseUrl: string | null;
  readonly dataDir: string;
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** Slack user ids that start as admin. */
  readonly admins: readonly string[];
  /** Whether tables that people post to the bot are read; wants the scope files:read and the event file_shared. */
  readonly fileUploads: boolean;
  /** The time of day (HH:MM, by this machine's time zone) at which everybody is graded again; null for never. */
  readonly regradeAt: string | null;
  /** Minutes between two looks at a connected Google sheet; null for never. */
  readonly sheetsEveryMinutes: number | null;
  readonly google: GoogleConfig;
  readonly logLevel: LogLevel;
}

const LOG_LEVELS = ['silent', 'error', 'warn', 'info', 'debug'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** A setting that is missing or wrong. The message is one line that names the variable and never holds its value if that is secret. */
export class ConfigError extends Error {
  readonly variable: string;

  constructor(variable: string, problem: string) {
    super(`${variable} ${problem}`);
    this.name = 'ConfigError';
    this.variable = variable;
  }
}

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '::1']);

const SLACK_API_URL = 'https://slack.com/api/';
const GOOGLE_SHEETS_API_URL = 'https://sheets.googleapis.com/';

const schema = z.object({
  SLACK_BOT_TOKEN: token('xoxb-', 'a bot token', 'OAuth & Permissions'),
  SLACK_APP_TOKEN: token('xapp-', 'an app-level token', 'Basic Information, App-Level Tokens'),
  SLACK_SIGNING_SECRET: z
    .string()
    .refine((text) => !/^xox|^xapp-/.test(text), 'holds a token, not the signing secret: see Basic Information')
    .regex(/^[\w-]{8,}$/, 'does not look like a signing secret: see Basic Information in your Slack app')
    .optional(),
  SLACK_API_URL: httpAddress(SLACK_API_URL).default(SLACK_API_URL),
  DATABASE_URL: z
    .url({
      protocol: /^postgres(ql)?$/,
      hostname: /.*/,
      error: 'must be an address such as postgres://user:password@host:5432/tierbook',
    })
    .optional(),
  TIERBOOK_DATA_DIR: z.string().default('./.tierbook'),
  HOST: z
    .string()
    .regex(/^[\w.:%-]+$/, 'must be a host name or address, such as 127.0.0.1')
    .default('127.0.0.1'),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'must be a port from 0 to 65535')
    .transform(Number)
    .refine((port) => port <= 65_535, 'must be a port from 0 to 65535')
    .default(3000),
  TIERBOOK_ADMINS: z
    .string()
    .transform((text) => text.split(/[\s,;，、]+/).filter((id) => id !== ''))
    .pipe(
      z.array(
        z.string().regex(/^[UW][A-Z0-9]{2,}$/, 'must list Slack user ids such as U012AB3CD, with commas between'),
      ),
    )
    .default([]),
  TIERBOOK_FILE_UPLOADS: z.enum(['on', 'off'], { error: 'must be on or off' }).optional(),
  TIERBOOK_REGRADE_AT: z
    .string()
    .regex(/^(([01]?\d|2[0-3]):[0-5]\d|off)$/, 'must be a time of day from 00:00 to 23:59, such as 03:00, or off')
    .transform((text) => (text === 'off' ? null : text.padStart(5, '0')))
    .default('03:00'),
  TIERBOOK_SHEETS_EVERY: z
    .string()
    .regex(/^([1-9]\d{0,3}|off)$/, 'must be a number of minutes, such as 5, or off')
    .transform((text) => (text === 'off' ? null : Number(text)))
    .default(5),
  GOOGLE_APPLICATION_CREDENTIALS: z.string().optional(),
  GOOGLE_SHEETS_API_URL: httpAddress(GOOGLE_SHEETS_API_URL).default(GOOGLE_SHEETS_API_URL),
  GOOGLE_OAUTH_URL: httpAddress('https://proxy.example.com/').optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS, { error: `must be one of ${LOG_LEVELS.join(', ')}` }).optional(),
});

/** Every variable that {@link readConfig} knows; `.env.example` explains each. */
export const CONFIG_VARIABLES: readonly string[] = Object.keys(schema.shape);

/**
 * Reads the settings from environment variables; blank ones count as unset. Both kinds of Slack tokens: Socket Mode.
 * Throws a {@link ConfigError} for the first that is missing or wrong.
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const set = CONFIG_VARIABLES.map((name) => [name, environment[name]?.trim()] as const);
  const result = schema.safeParse(Object.fromEntries(set.filter(([, value]) => value !== undefined && value !== '')));
  if (!result.success) {
    const issue = result.error.issues[0];
    throw new ConfigError(String(issue?.path[0] ?? 'The environment'), issue?.message ?? 'is wrong');
  }
  const values = result.data;
  const slack = slackConfig(values);
  return {
    slack,
    databaseUrl: values.DATABASE_URL ?? null,
    dataDir: values.TIERBOOK_DATA_DIR,
    host: values.HOST,
    port: values.PORT,
    admins: values.TIERBOOK_ADMINS,
    fileUploads:
      values.TIERBOOK_FILE_UPLOADS === undefined ? slack.mode === 'local' : values.TIERBOOK_FILE_UPLOADS === 'on',
    regradeAt: values.TIERBOOK_REGRADE_AT,
    sheetsEveryMinutes: values.TIERBOOK_SHEETS_EVERY,
    google: {
      sheetsApiUrl: values.GOOGLE_SHEETS_API_URL,
      oauthUrl: values.GOOGLE_OAUTH_URL ?? null,
      keyFile: values.GOOGLE_APPLICATION_CREDENTIALS ?? null,
    },
    logLevel: values.LOG_LEVEL ?? (slack.mode === 'local' ? 'error' : 'info'),
  };
}

/** Throws a {@link ConfigError} when the local workspace, which asks nobody who they are, would listen beyond this machine. */
export function refuseOpenLocalWorkspace({ host, slack }: Config): void {
  if (slack.mode !== 'local' || LOOPBACK.has(host)) return;
  throw new ConfigError(
    'HOST',
    'must be 127.0.0.1 for the local workspace, which asks nobody who they are: set it so, or set Slack tokens.',
  );
}

/** Adds the variables of `.env` in the working folder, where it exists, to `process.env`; what is set already stays. */
export function loadDotEnv(path = '.env'): void {
  if (existsSync(path)) loadEnvFile(path);
}

function slackConfig(values: z.infer<typeof schema>): SlackConfig {
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret } = values;
  const apiUrl = values.SLACK_API_URL;
  if (botToken === undefined) {
    const beside =
      appToken !== undefined ? 'SLACK_APP_TOKEN' : signingSecret !== undefined ? 'SLACK_SIGNING_SECRET' : null;
    if (beside === null) return { mode: 'local' };
    throw new ConfigError(
      'SLACK_BOT_TOKEN',
      `is missing: ${beside} is set and needs it (or unset both for the local workspace).`,
    );
  }
  if (appToken !== undefined) return { mode: 'socket', botToken, appToken, apiUrl };
  if (signingSecret !== undefined) return { mode: 'http', botToken, signingSecret, apiUrl };
  throw new ConfigError(
    'SLACK_APP_TOKEN',
    'is missing: SLACK_BOT_TOKEN needs it for Socket Mode, or SLACK_SIGNING_SECRET for HTTP.',
  );
}

/** With a slash at its end. */
function httpAddress(example: string) {
  return z
    .url({ protocol: /^https?$/, error: `must be an http or https address, such as ${example}` })
    .transform((url) => (url.endsWith('/') ? url : `${url}/`));
}

function token(prefix: string, what: string, where: string) {
  return z
    .string()
    .superRefine((text, context) => {
      if (text.startsWith(prefix) && /^[\w-]{9,}$/.test(text)) return;
      const found = /^(xox[a-z]-|xapp-)/.exec(text)?.[0];
      const instead = found === undefined || found === prefix ? '' : `, not with ${found}`;
      context.addIssue(`must be ${what} that begins with ${prefix}${instead}: see ${where} in your Slack app.`);
    })
    .optional();
}
