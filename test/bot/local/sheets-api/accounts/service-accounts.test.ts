import { createSign, generateKeyPairSync } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  createServiceAccounts,
  type ServiceAccountKey,
} from '../../../../../bot/local/sheets-api/accounts/service-accounts.ts';

const NOW = Date.UTC(2026, 2, 2, 8);
const AUD = 'https://oauth2.googleapis.com/token';
const services = createServiceAccounts(() => NOW);
let key: ServiceAccountKey;

beforeAll(async () => {
  key = await services.createKey('bot@local');
});

const claims = () => ({ iss: 'bot@local', scope: 'a b', aud: AUD, iat: NOW / 1000, exp: NOW / 1000 + 3600 });

function assertion(said: object, privateKey = key.private_key, alg = 'RS256'): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = `${part({ alg, typ: 'JWT' })}.${part(said)}`;
  return `${signed}.${createSign('RSA-SHA256').update(signed).sign(privateKey, 'base64url')}`;
}

describe('an assertion', () => {
  test('that the key has signed lets the account in', () => {
    expect(services.grantFor(assertion(claims()), [AUD])).toEqual({ email: 'bot@local', scopes: ['a', 'b'] });
  });

  test('is known by a key that was made before', () => {
    const later = createServiceAccounts(() => NOW);
    expect(later.takeUp(JSON.parse(JSON.stringify(key)))).toBe(true);
    expect(later.grantFor(assertion(claims()), [AUD])).toMatchObject({ email: 'bot@local' });
    expect([null, {}, { ...key, private_key: 'x' }, { ...key, type: 'other' }].map((one) => later.takeUp(one))).toEqual(
      [false, false, false, false],
    );
  });

  test.each<[string, () => string]>([
    ['of another key', () => assertion(claims(), otherKey())],
    ['of another account', () => assertion({ ...claims(), iss: 'other@local' })],
    ['for another address', () => assertion({ ...claims(), aud: 'https://example.com/token' })],
    ['that is over', () => assertion({ ...claims(), iat: NOW / 1000 - 7200, exp: NOW / 1000 - 3600 })],
    ['that is good for a day', () => assertion({ ...claims(), exp: NOW / 1000 + 86_400 })],
    ['of the future', () => assertion({ ...claims(), iat: NOW / 1000 + 900, exp: NOW / 1000 + 1800 })],
    ['without a scope', () => assertion({ ...claims(), scope: '' })],
    ['that says it is not signed', () => assertion(claims(), key.private_key, 'none')],
    ['that was changed', () => changed(assertion(claims()))],
    ['that is none', () => 'a.b.c'],
  ])('%s lets nobody in', (_title, made) => {
    expect(services.grantFor(made(), [AUD])).toEqual(expect.any(String));
  });
});

function otherKey(): string {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

function changed(made: string): string {
  const [head, , signature] = made.split('.');
  return `${head}.${Buffer.from(JSON.stringify({ ...claims(), scope: 'everything' })).toString('base64url')}.${signature}`;
}
