import { randomUUID } from 'node:crypto';
import { chmod, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

const schema = z.object({
  /** Who signed in, an e-mail address; '' when Google has not said. */
  account: z.string(),
  clientId: z.string().min(1),
  clientSecret: z.string(),
  refreshToken: z.string().min(1),
  /** The last token for requests, and until when it holds, in ms since 1970. */
  accessToken: z.string().nullable(),
  expiresAtMs: z.number().nullable(),
});

/** What signing in has left: enough to get tokens for requests without asking again. */
export type SignIn = z.infer<typeof schema>;

/** The file in the data folder in which a sign-in is kept. */
export function tokenFile(dataDir: string): string {
  return path.join(dataDir, 'google-token.json');
}

/** The sign-in that is kept; undefined when there is none, or none that can be read. A file that others may read is closed to them. */
export async function readSignIn(dataDir: string): Promise<SignIn | undefined> {
  const file = tokenFile(dataDir);
  try {
    const { mode } = await stat(file);
    if ((mode & 0o077) !== 0) await chmod(file, 0o600);
    return schema.safeParse(JSON.parse(await readFile(file, 'utf8'))).data;
  } catch (error) {
    if (error instanceof SyntaxError || codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** Keeps a sign-in: whole or not at all, and for this user of the machine alone. */
export async function saveSignIn(dataDir: string, signIn: SignIn): Promise<void> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const file = tokenFile(dataDir);
  const next = `${file}.${randomUUID()}`;
  try {
    const handle = await open(next, 'wx', 0o600);
    try {
      await handle.writeFile(`${JSON.stringify(signIn, null, 2)}\n`);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(next, file);
  } catch (error) {
    await rm(next, { force: true });
    throw error;
  }
}

/** Forgets the sign-in. */
export async function forgetSignIn(dataDir: string): Promise<void> {
  await rm(tokenFile(dataDir), { force: true });
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
