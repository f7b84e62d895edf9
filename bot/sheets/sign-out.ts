import { loadGoogle } from './load-google.ts';
import { oauthEndpoints } from './oauth-endpoints.ts';
import { personClient } from './open-account.ts';
import { endingOf } from './request-ending.ts';
import { forgetSignIn, readSignIn } from './token-file.ts';

/**
 * Takes a sign-in back at Google and forgets it here. `no-sign-in`: there was none; `kept-at-google`: it is forgotten here, but Google
 * could not be told.
 */
export async function signOut(
  dataDir: string,
  oauthUrl: string | null,
): Promise<'signed-out' | 'no-sign-in' | 'kept-at-google'> {
  const signIn = await readSignIn(dataDir);
  if (signIn === undefined) {
    await forgetSignIn(dataDir);
    return 'no-sign-in';
  }
  const client = personClient(await loadGoogle(), signIn, oauthUrl);
  const told = await client.transporter
    .request({
      method: 'POST',
      url: oauthEndpoints(oauthUrl).oauth2RevokeUrl,
      // in the body, since addresses are written into logs on the way
      data: new URLSearchParams({ token: signIn.refreshToken }),
    })
    .then(
      () => true,
      // taken back already
      (error: unknown) => endingOf(error, new Date()).failure.word === 'invalid_token',
    );
  await forgetSignIn(dataDir);
  return told ? 'signed-out' : 'kept-at-google';
}
