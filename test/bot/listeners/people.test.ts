import { WebClient } from '@slack/web-api';
import { expect, test } from 'vitest';
import { createPeople } from '../../../bot/listeners/people.ts';
import { createLog } from '../../../bot/log.ts';

const silent = createLog('silent');

/** A client whose users.info answers what `answer` gives, and how often it was asked. */
function clientOf(answer: () => object): { client: WebClient; asked: () => number } {
  let asked = 0;
  const client = new WebClient('xoxb-test', {
    retryConfig: { retries: 0 },
    fetch: async () => {
      asked += 1;
      return Response.json(answer());
    },
  });
  return { client, asked: () => asked };
}

const LEI = {
  ok: true,
  user: {
    id: 'U0LEI',
    locale: 'zh-CN',
    tz: 'Asia/Shanghai',
    real_name: '陈磊',
    is_owner: true,
    profile: { display_name: 'lei' },
  },
};

/** What is on file of a member, set by hand or not. */
const onFile = (locale: string, timeZone: string, ...setByHand: ('time_zone' | 'locale')[]) => ({
  locale,
  timeZone,
  setByHand,
});

test('a language and a time zone that were set by hand go before Slack’s, and Slack’s before what it said earlier', async () => {
  const { client } = clientOf(() => LEI);
  const clock = { now: () => new Date(0) };
  const found = (...asked: Parameters<typeof onFile>) =>
    createPeople(client, clock, silent, async () => onFile(...asked)).find('U0LEI');
  expect(await found('en-GB', 'Europe/Berlin')).toMatchObject({ language: 'zh-CN', timeZone: 'Asia/Shanghai' });
  expect(await found('zh-TW', 'Europe/Berlin', 'locale')).toMatchObject({
    language: 'zh-TW',
    timeZone: 'Asia/Shanghai',
    profile: { locale: 'zh-CN' },
  });
  expect(await found('en-GB', 'Europe/Berlin', 'time_zone')).toMatchObject({
    language: 'zh-CN',
    timeZone: 'Europe/Berlin',
  });
  const away = createPeople(client, clock, silent, () => Promise.reject(new Error('no database')));
  expect(await away.find('U0LEI')).toMatchObject({ language: 'zh-CN', timeZone: 'Asia/Shanghai' });
});

test('what is on file is used while Slack does not answer', async () => {
  const { client } = clientOf(() => ({ ok: false, error: 'missing_scope' }));
  const people = createPeople(client, { now: () => new Date(0) }, silent, async () => onFile('zh-TW', 'Asia/Taipei'));
  expect(await people.find('U1')).toMatchObject({ language: 'zh-TW', timeZone: 'Asia/Taipei' });
});

test('what is set by hand, on a command line too, holds after a minute at most', async () => {
  let nowMs = 0;
  let set = onFile('zh-CN', 'Asia/Shanghai');
  const { client, asked } = clientOf(() => LEI);
  const people = createPeople(client, { now: () => new Date(nowMs) }, silent, async () => set);
  await people.find('U0LEI');
  set = onFile('en-GB', 'Asia/Shanghai', 'locale');
  nowMs = 60_000;
  expect(await people.find('U0LEI')).toMatchObject({ language: 'en' });
  expect(people.remembered('U0LEI')).toMatchObject({ language: 'en' });
  expect(asked()).toBe(1);
});

test('asks Slack once for a person and remembers language, zone and profile', async () => {
  const { client, asked } = clientOf(() => LEI);
  const people = createPeople(client, { now: () => new Date(0) }, silent);
  expect(people.remembered('U0LEI')).toBeUndefined();
  const [person] = await Promise.all([people.find('U0LEI'), people.find('U0LEI')]);
  expect(person).toEqual({
    language: 'zh-CN',
    timeZone: 'Asia/Shanghai',
    profile: {
      slackUserId: 'U0LEI',
      displayName: 'lei',
      realName: '陈磊',
      timeZone: 'Asia/Shanghai',
      locale: 'zh-CN',
      isSlackAdmin: true,
    },
  });
  expect(people.remembered('U0LEI')).toEqual(person);
  expect(asked()).toBe(1);
});

test('asks again after an hour, and at once when Slack says that the person changed', async () => {
  let nowMs = 0;
  const { client, asked } = clientOf(() => LEI);
  const people = createPeople(client, { now: () => new Date(nowMs) }, silent);
  await people.find('U0LEI');
  nowMs = 3_599_999;
  await people.find('U0LEI');
  expect(asked()).toBe(1);
  nowMs = 3_600_000;
  await people.find('U0LEI');
  expect(asked()).toBe(2);
  people.forget('U0LEI');
  await people.find('U0LEI');
  expect(asked()).toBe(3);
});

test('a refusal gives English and UTC, and Slack is asked again after a minute only', async () => {
  let nowMs = 0;
  const { client, asked } = clientOf(() => ({ ok: false, error: 'missing_scope' }));
  const people = createPeople(client, { now: () => new Date(nowMs) }, silent);
  const nobody = { language: 'en', timeZone: 'UTC', profile: { slackUserId: 'U1', isSlackAdmin: false } };
  expect(await people.find('U1')).toEqual(nobody);
  await people.find('U1');
  expect(asked()).toBe(1);
  nowMs = 60_000;
  await people.find('U1');
  expect(asked()).toBe(2);
});

test('a time zone that this machine does not know counts as UTC', async () => {
  const { client } = clientOf(() => ({ ok: true, user: { id: 'U1', locale: 'en-GB', tz: 'Mars/Olympus' } }));
  expect(await createPeople(client, { now: () => new Date(0) }, silent).find('U1')).toMatchObject({ timeZone: 'UTC' });
});
