import type { Language } from '../../core/text/language.ts';
import { SHEETS_SIGN_IN_TEXT } from '../../core/text/sheets-sign-in-text.ts';
import { readConfig } from '../config.ts';
import { googleOf } from '../google-of.ts';
import { loadGoogle } from '../sheets/load-google.ts';
import { openAccount } from '../sheets/open-account.ts';
import { signOut } from '../sheets/sign-out.ts';
import { readSignIn } from '../sheets/token-file.ts';
import { type CliIo, print } from './cli-io.ts';

/** `sheets logout`: takes the sign-in back at Google and forgets it here. Returns the exit code. */
export async function sheetsLogoutCommand(io: CliIo, language: Language): Promise<number> {
  const text = SHEETS_SIGN_IN_TEXT[language];
  const { dataDir, google } = readConfig(io.env);
  const said = { 'signed-out': text.signedOut, 'no-sign-in': text.noSignIn, 'kept-at-google': text.keptAtGoogle };
  await print(io, `${said[await signOut(dataDir, google.oauthUrl)]}\n`);
  return 0;
}

/** `sheets status`: says who acts at Google, and asks Google nothing. Returns the exit code. Throws a ConfigError for a key file that is none. */
export async function sheetsStatusCommand(io: CliIo, language: Language): Promise<number> {
  await print(io, `${await sheetsAccountLine(io, language)}\n`);
  return 0;
}

async function sheetsAccountLine(io: CliIo, language: Language): Promise<string> {
  const text = SHEETS_SIGN_IN_TEXT[language];
  const config = readConfig(io.env);
  const { dataDir } = config;
  const google = await googleOf(config);
  if (google.keyFile !== null) {
    return text.isServiceAccount((await openAccount(await loadGoogle(), google, dataDir)).email);
  }
  const signIn = await readSignIn(dataDir);
  return signIn === undefined ? text.noSignIn : text.isPerson(signIn.account);
}
