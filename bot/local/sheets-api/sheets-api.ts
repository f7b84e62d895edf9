import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { parseJson } from '../json-object.ts';
import { isOwnAddress } from '../own-address.ts';
import { readBody } from '../read-body.ts';
import { createGoogleAccounts, type GoogleAccounts, type Grant } from './accounts/google-accounts.ts';
import { answerConsent, answerRevoke, answerToken, type OAuthAnswer } from './accounts/oauth-endpoints.ts';
import { requireScope } from './accounts/require-scope.ts';
import { createServiceAccounts, type ServiceAccounts } from './accounts/service-accounts.ts';
import { CONSENT_PATH } from './api-paths.ts';
import { findOperation } from './find-operation.ts';
import {
  GoogleError,
  googleErrorOf,
  invalid,
  noPermission,
  noSuchSpreadsheet,
  unauthenticated,
} from './google-error.ts';
import { picked } from './messages/field-mask.ts';
import { readMessage } from './messages/read-message.ts';
import { OPERATIONS, type Operation } from './operations.ts';
import { createPlannedFaults, failureOf, type PlannedFaults, type SheetsFault } from './planned-faults.ts';
import { readAnswerMask, readQuery } from './read-query.ts';
import { createRequestQuota, type QuotaLimits } from './request-quota.ts';
import type { SharedWorkbook } from './shared-workbook.ts';
import { createSheetsTraffic, type SheetsTraffic } from './sheets-traffic.ts';

/** What a local Sheets API is made from. */
export interface SheetsApiParts {
  /** By the spreadsheet's id; undefined: no such file. */
  readonly workbooks: (id: string) => SharedWorkbook | undefined | Promise<SharedWorkbook | undefined>;
  /** E-mail addresses of those who may sign in; service accounts get theirs with their key. */
  readonly accounts: readonly string[];
  /** Milliseconds since 1970, for tokens and the quota; default: the machine's clock. */
  readonly now?: () => number;
  /** Default: Google's. */
  readonly quota?: QuotaLimits;
  /** Default 10,485,760 (observed). */
  readonly mostBodyBytes?: number;
  /** Hears of mistakes of the server itself. */
  readonly onError: (error: unknown) => void;
}

/** The Sheets API and Google's OAuth on this machine. */
export interface SheetsApi {
  /** Answers paths of `isSheetsApiPath`. */
  readonly handle: RequestListener;
  readonly accounts: GoogleAccounts;
  readonly services: ServiceAccounts;
  readonly faults: PlannedFaults;
  readonly traffic: SheetsTraffic;
}

const GOOGLES_BODY_BYTES = 10_485_760;

/** A server with nobody signed in. It refuses any `Host` but its own address and any foreign `Origin`. */
export function createSheetsApi(parts: SheetsApiParts): SheetsApi {
  const now = parts.now ?? Date.now;
  const accounts = createGoogleAccounts(parts.accounts, now);
  const services = createServiceAccounts(now);
  const faults = createPlannedFaults();
  const traffic = createSheetsTraffic();
  const quota = createRequestQuota(now, parts.quota);
  const mostBodyBytes = parts.mostBodyBytes ?? GOOGLES_BODY_BYTES;

  const answerCall = async (
    request: IncomingMessage,
    response: ServerResponse,
    path: string,
    query: URLSearchParams,
  ) => {
    const { name, rest, spreadsheetId } = findOperation(request.method ?? '', path);
    const operation: Operation = OPERATIONS[name];
    const fault = faults.take(name);
    const raw = await readBody(request, mostBodyBytes);
    await fault?.waitFor;
    const find = async () => {
      const shared = await parts.workbooks(spreadsheetId);
      if (shared !== undefined) fault?.before?.(shared.workbook);
      return shared;
    };
    const carryOut = async (): Promise<unknown> => {
      const { email } = requireScope(grantOf(accounts, request), operation.kind);
      quota.take(operation.kind, email);
      if (raw === undefined) throw invalid(`Request payload size exceeds the limit: ${mostBodyBytes} bytes.`);
      const given = { query: readQuery(operation.query, query), mask: readAnswerMask(query, operation.answer) };
      const body = operation.request === null ? undefined : readMessage(operation.request, jsonOf(raw));
      const shared = await find();
      if (shared === undefined) throw noSuchSpreadsheet();
      const role = shared.roleOf(email);
      if (role === null || (role === 'reader' && operation.kind === 'write')) throw noPermission();
      try {
        const answer = operation.carryOut({ workbook: shared.workbook, user: email, rest, body, ...given });
        fault?.after?.(shared.workbook);
        const isPicked = given.mask === null || operation.answer === 'Spreadsheet';
        return isPicked ? answer : picked(answer, given.mask ?? true);
      } finally {
        if (operation.kind === 'write' || fault !== undefined) shared.changed?.();
      }
    };
    const fails = fault !== undefined && (fault.status !== undefined || fault.cut === true || fault.hang === true);
    let [status, body]: [number, unknown] = [200, undefined];
    try {
      if (!fails || fault.applied === true) body = await carryOut();
      else if (fault.before !== undefined) (await find())?.changed?.();
      if (fault?.status !== undefined) throw failureOf(fault.status, operation.kind);
    } catch (error) {
      const googles = googleErrorOf(error);
      if (!(googles instanceof GoogleError)) throw error;
      [status, body] = [googles.code, googles.body];
    }
    traffic.add({ operation: name, path, status: fails && fault.status === undefined ? null : status });
    await fault?.answerAfter;
    finish(response, status, body, fault);
  };

  const answerOAuth = async (
    request: IncomingMessage,
    response: ServerResponse,
    path: string,
    query: URLSearchParams,
  ) => {
    const raw = (await readBody(request, mostBodyBytes)) ?? Buffer.alloc(0);
    const form = new URLSearchParams(raw.toString('utf8'));
    const fault = path === CONSENT_PATH ? undefined : faults.take(path === '/token' ? 'token' : 'revoke');
    await fault?.waitFor;
    const carryOut = (): OAuthAnswer => {
      if (path === CONSENT_PATH && request.method === 'GET') return answerConsent(accounts, query);
      if (request.method !== 'POST') return { status: 405, body: { error: 'invalid_request' } };
      if (path === '/revoke') return answerRevoke(accounts, query.get('token') ?? form.get('token') ?? '');
      return answerToken(accounts, services, form, `http://${request.headers.host}`);
    };
    const fails = fault !== undefined && (fault.status !== undefined || fault.cut === true || fault.hang === true);
    const given = fails && fault.applied !== true ? undefined : carryOut();
    const answer: OAuthAnswer =
      fault?.status === undefined
        ? (given ?? { status: 200 })
        : { status: fault.status, body: { error: 'server_error' } };
    const operation = path === CONSENT_PATH ? 'consent' : path === '/token' ? 'token' : 'revoke';
    traffic.add({ operation, path, status: fails && fault.status === undefined ? null : answer.status });
    await fault?.answerAfter;
    if (answer.location !== undefined) response.setHeader('location', answer.location);
    finish(response, answer.status, answer.body, fault);
  };

  return {
    accounts,
    services,
    faults,
    traffic,
    handle(request, response) {
      const { pathname, searchParams } = new URL(request.url ?? '/', 'http://google');
      const answer = pathname.startsWith('/v4/') ? answerCall : answerOAuth;
      const work = isOwnAddress(request)
        ? answer(request, response, pathname, searchParams)
        : Promise.reject(noPermission());
      work.catch((error: unknown) => {
        if (!(error instanceof GoogleError)) parts.onError(error);
        const shown = error instanceof GoogleError ? error : failureOf(500, 'read');
        if (response.headersSent || response.destroyed) response.destroy();
        else finish(response, shown.code, shown.body, undefined);
      });
    },
  };
}

/** Throws when a request says nothing of who it is (observed words), or with a token that is none. */
function grantOf(accounts: GoogleAccounts, { headers }: IncomingMessage): Grant {
  const { authorization } = headers;
  if (authorization === undefined)
    throw new GoogleError(
      'PERMISSION_DENIED',
      "Method doesn't allow unregistered callers (callers without established identity). Please use API Key or other form of API consumer identity to call this API.",
    );
  const token = /^Bearer (\S+)$/i.exec(authorization)?.[1];
  const grant = token === undefined ? undefined : accounts.grantOf(token);
  if (grant === undefined) throw unauthenticated();
  return grant;
}

function jsonOf(raw: Buffer): unknown {
  if (raw.length === 0) return {};
  const json = parseJson(raw.toString('utf8'));
  if (json === undefined) throw invalid('Invalid JSON payload received. Unexpected token.');
  return json;
}

function finish(response: ServerResponse, status: number, body: unknown, fault: SheetsFault | undefined): void {
  if (fault?.hang === true) return;
  if (fault?.cut === true) {
    response.socket?.destroy();
    return;
  }
  if (fault?.retryAfterSeconds !== undefined) response.setHeader('retry-after', String(fault.retryAfterSeconds));
  response.writeHead(status, { 'content-type': 'application/json; charset=UTF-8', 'cache-control': 'private' });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}
