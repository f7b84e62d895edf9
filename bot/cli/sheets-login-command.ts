import type { Language } from '../../core/text/language.ts';
import { SHEETS_SIGN_IN_TEXT } from '../../core/text/sheets-sign-in-text.ts';
import { readConfig } from '../config.ts';
import { readClientFile } from '../sheets/client-file.ts';
import { loadGoogle } from '../sheets/load-google.ts';
import { openAccount } from '../sheets/open-account.ts';
import { signIn } from '../sheets/sign-in.ts';
import { readSignIn, saveSignIn } from '../sheets/token-file.ts';
import { CliError, type CliIo, print, tell } from './cli-io.ts';
import { openInBrowser } from './open-in-browser.ts';

/** How long a person may take to agree. */
const PATIENCE_MS = 300_000;

/**
 * `sheets login`: lets a person sign in to Google with their browser and keeps the sign-in. Returns the exit code.
 *
 * @param clientFile the JSON file of an OAuth client; undefined: the client of the last sign-in
 */
export async function sheetsLoginCommand(
  io: CliIo,
  clientFile: string | undefined,
  { language, openBrowser }: { readonly language: Language; readonly openBrowser: boolean },
): Promise<number> {
  const text = SHEETS_SIGN_IN_TEXT[language];
  const { dataDir, google } = readConfig(io.env);
  if (google.keyFile !== null) {
    const { email } = await openAccount(await loadGoogle(), google, dataDir);
    throw new CliError(text.serviceAccountSet(email));
  }
  const client = clientFile === undefined ? await readSignIn(dataDir) : await readClientFile(clientFile);
  if (client === undefined) throw new CliError(text.noClient);
  if (typeof client === 'string') throw new CliError(text.clientFile[client](clientFile ?? ''));
  const answer = await signIn({
    client: { clientId: client.clientId, clientSecret: client.clientSecret },
    oauthUrl: google.oauthUrl,
    page: { language, done: text.pageDone, failed: text.pageFailed },
    signal: AbortSignal.timeout(PATIENCE_MS),
    onAddress(address) {
      tell(io, text.open);
      tell(io, address);
      if (openBrowser) openInBrowser(address);
    },
  });
  switch (answer.kind) {
    case 'signed-in':
      await saveSignIn(dataDir, answer.signIn);
      await print(io, `${text.signedIn(answer.signIn.account)}\n`);
      return 0;
    case 'declined':
      throw new CliError(text.declined);
    case 'no-answer':
      throw new CliError(text.noAnswer);
    case 'refused':
      throw new CliError(text.refused(answer.detail));
    case 'unreachable':
      throw new CliError(text.unreachable);
    default:
      throw answer satisfies never;
  }
}
