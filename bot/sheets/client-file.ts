import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { SignIn } from './token-file.ts';

/** By what Tierbook is known when it asks a person to sign in. */
export type OAuthClientKeys = Pick<SignIn, 'clientId' | 'clientSecret'>;

/** Why a file is no client's: it cannot be read, it is none, or its client is not one for a program on a desktop. */
export type ClientFileProblem = 'unreadable' | 'no-client' | 'web-client';

const schema = z.object({
  installed: z.object({ client_id: z.string().min(1), client_secret: z.string() }).optional(),
  web: z.object({}).optional(),
});

/** Reads the file that the Google Cloud console gives for an OAuth client of the type *Desktop app*. */
export async function readClientFile(file: string): Promise<OAuthClientKeys | ClientFileProblem> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return 'unreadable';
  const parsed = schema.safeParse(parsedJson(text)).data;
  if (parsed?.installed !== undefined) {
    return { clientId: parsed.installed.client_id, clientSecret: parsed.installed.client_secret };
  }
  return parsed?.web === undefined ? 'no-client' : 'web-client';
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
