import type { Config, GoogleConfig } from './config.ts';
import { localGoogleConfig } from './local/sheets-api/local-google-config.ts';
import { readSignIn } from './sheets/token-file.ts';

/**
 * How Google Sheets is reached, and as whom. In the local workspace that is its own Google, whose one spreadsheet is the page *Sheet*,
 * unless the settings say another or somebody has signed in with `sheets login`.
 */
export async function googleOf({ dataDir, google, slack }: Config): Promise<GoogleConfig> {
  const isSet = google.keyFile !== null || google.oauthUrl !== null;
  if (slack.mode !== 'local' || isSet || (await readSignIn(dataDir)) !== undefined) return google;
  return (await localGoogleConfig(dataDir)) ?? google;
}
