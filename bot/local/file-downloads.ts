import type { IncomingMessage, ServerResponse } from 'node:http';
import { LOCAL_BOT } from './local-members.ts';
import type { LocalSlack } from './local-slack.ts';
import { downloadPath, mediaTypeOf } from './stored-files.ts';

/**
 * Answers `GET /files-pri/…` as Slack does: without a right token it leads to the sign-in page, without the scope
 * files:read it gives that page itself with status 200, and no error.
 */
export function answerDownload(slack: LocalSlack, request: IncomingMessage, response: ServerResponse): void {
  const [path = ''] = (request.url ?? '').split('?', 1);
  const bearer = /^Bearer\s+(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
  if (bearer !== slack.credentials.botToken) {
    response.writeHead(302, { location: `${slack.url()}${SIGN_IN_PATH}?redir=${encodeURIComponent(path)}` }).end();
    return;
  }
  if (!slack.scopes.includes('files:read')) return answerSignIn(response);
  const file = [...slack.state.files.values()].find((each) => downloadPath(each) === path);
  const isSeen = file && slack.state.channels.get(file.channel)?.members.includes(LOCAL_BOT.userId) === true;
  if (!isSeen || file.isDeleted || request.method !== 'GET') {
    response
      .writeHead(404, { 'content-type': 'text/html; charset=utf-8' })
      .end('<!DOCTYPE html><title>Not found</title>');
    return;
  }
  response
    .writeHead(200, {
      'content-type': mediaTypeOf(file),
      'content-length': file.content.length,
      'content-disposition': 'attachment',
    })
    .end(file.content);
}

/** Where those end up who may not download. */
export const SIGN_IN_PATH = '/signin';

/** The page that asks a person to sign in. */
export function answerSignIn(response: ServerResponse): void {
  response
    .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
    .end('<!DOCTYPE html><html lang="en"><head><title>Sign in | Slack</title></head><body>Sign in</body></html>');
}
