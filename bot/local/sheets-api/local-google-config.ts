import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { GoogleConfig } from '../../config.ts';
import { isJsonObject, parseJson } from '../json-object.ts';

/** The key file of the bot's account at the local Google, in the folder of its data. */
export const LOCAL_KEY_FILE = 'local-google-key.json';

/** How any process reaches the Google of the local workspace that keeps its data in a folder; null: none was ever started there. */
export async function localGoogleConfig(dataDir: string): Promise<GoogleConfig | null> {
  const keyFile = path.join(dataDir, LOCAL_KEY_FILE);
  const key = await readKey(keyFile);
  const url = isJsonObject(key) && typeof key['token_uri'] === 'string' ? URL.parse('/', key['token_uri']) : null;
  return url === null ? null : { sheetsApiUrl: url.href, oauthUrl: url.href, keyFile };
}

/** The file's JSON; undefined: there is no file, or no JSON in it. */
export async function readKey(file: string): Promise<unknown> {
  return parseJson(await readFile(file, 'utf8').catch(() => ''));
}
