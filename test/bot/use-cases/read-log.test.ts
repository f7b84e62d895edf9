import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readLog } from '../../../bot/use-cases/read-log.ts';
import { addDays, parseIsoDate } from '../../../core/calendar-date.ts';
import { CONTACT_METHODS, type ContactMethod } from '../../../core/grading/contact-methods.ts';
import { LANGUAGES } from '../../../core/text/language.ts';
import { logSummary } from '../../support/log-summary.ts';

/** A Thursday. */
const today = day('2026-11-26');

/** Everyday words in English, simplified Chinese and Taiwan's Chinese. */
const WORDS: Readonly<Record<ContactMethod, readonly string[]>> = {
  phone: [
    'called',
    'phone call',
    'rang her',
    'voicemail',
    'video call',
    '打了电话',
    '致电',
    '打電話',
    '電訪',
    '视频会议',
  ],
  visit: ['visited', 'dropped by', 'on site', 'lunch with Ann', '上门拜访', '见了面', '登門拜訪', '當面談'],
  gift: ['gave a gift', 'sent flowers', '送了礼品', '送月饼', '送了伴手禮', '送禮盒'],
  article: ['sent an article', 'shared a white paper', '发了文章', '转了一篇白皮书', '寄了文章', '分享新知識'],
  course: [
    'training',
    'held a workshop',
    'invited him, he came to the webinar',
    '上了培训课程',
    '讲座',
    '教育訓練',
    '課程',
  ],
  'seasonal-card': ['Christmas card', 'birthday wishes', '贺卡', '中秋祝福', '寄賀年卡', '祝客戶生日快樂'],
  event: ['trade fair', 'seminar', 'met at the expo', '展会', '研讨会', '參加商展', '尾牙'],
  launch: ['product launch', 'launch event', '新品发布会', '上市会', '新品發表會', '產品發表會'],
  'special-offer': ['sent a special offer', 'discount', 'promo code', '发了优惠券', '促销', '寄折價券', '特價優惠'],
  email: ['emailed', 'sent an e-mail', 'mailed him', '发了邮件', '回了邮件', '寄了email', '寄電子郵件', '電郵'],
  sms: ['texted', 'text message', 'SMS', '发短信', '短信', '傳簡訊', '簡訊'],
  chat: ['wechat', 'WhatsApp', 'chatted online', "dm'd", '微信', '在线聊天', '钉钉', '傳LINE', 'LINE', '用賴傳了訊息'],
  'direct-mail': ['direct mail', 'sent a letter', 'sent a brochure by post', '直邮', '寄了样本', '寄DM', '寄了型錄'],
  'customer-news': ['congratulated them', 'news about the customer', '恭喜客户', '客户动态', '恭喜客戶', '客戶的喜訊'],
  'company-news': ['company news', 'news about us', 'press release', '公司新闻', '我司动态', '公司消息', '新聞稿'],
  'rep-news': ['news about me', 'introduced myself', '我的近况', '自我介绍', '業務員近況', '個人動態'],
  'problem-solving': ['solved a problem', 'fixed the printer', '解决了问题', '处理故障', '解決問題', '處理客訴'],
  'industry-signings': [
    'news of a signing in the same industry',
    'industry signings',
    '同行签约',
    '行业签约消息',
    '同業簽約消息',
  ],
  'pass-on-promotions': [
    "passed on our customers' launch",
    'forwarded a promotion',
    '转发客户促销',
    '转发优惠活动',
    '轉寄客戶的優惠',
  ],
  'referral-reward': ['referral bonus', 'reward for the referral', '推荐奖励', '介绍费', '轉介紹獎金', '推薦獎金'],
  recommendation: [
    'recommended by ABC',
    'testimonial',
    'third-party recommendation',
    '朋友推荐',
    '第三方推荐',
    '老客戶推薦',
    '推薦信',
  ],
  'market-information': ['market report', 'industry news', '行业报告', '市场信息', '市場資訊', '產業報告'],
  'advertise-customer': [
    'featured them in our magazine',
    'ad in our newsletter',
    '在内刊上宣传客户',
    '给客户做广告',
    '幫客戶做廣告',
    '刊登廣告',
  ],
  'refer-business': [
    'referred a client to them',
    'passed them a lead',
    '介绍生意',
    '给客户介绍订单',
    '介紹生意給客戶',
    '轉介客戶',
  ],
  'introduce-partner': [
    'introduced a consultant',
    'introduced them to a supplier',
    '介绍供应商',
    '引荐顾问',
    '介紹供應商',
    '介紹顧問',
  ],
  'online-service': [
    'remote support',
    'online service',
    'customer portal',
    '在线客服',
    '远程协助',
    '線上客服',
    '遠端協助',
  ],
};

describe('how a customer was in touch', () => {
  test.each(CONTACT_METHODS.flatMap((method) => WORDS[method].map((words) => [words, method] as const)))(
    '%j is %s',
    async (words, method) => {
      expect(await readLog(words, { today })).toMatchObject({ method, unsure: [] });
    },
  );

  test('every method is said in each script', () => {
    for (const method of CONTACT_METHODS) {
      const words = WORDS[method];
      expect(words.some((word) => /^[\p{ASCII}]+$/u.test(word))).toBe(true);
      expect(words.filter((word) => /\p{Script=Han}/u.test(word)).length).toBeGreaterThan(1);
    }
  });
});

describe('what a log leaves open', () => {
  const unsure = async (text: string) => (await readLog(text, { today })).unsure;

  test('two days that could both be the next one are told, and the earlier one is taken', async () => {
    const reading = await readLog('called, wants a quote by Friday, next call 10 Dec', { today });
    expect(reading.nextOn).toBe('2026-11-27');
    expect(reading.unsure).toEqual([{ code: 'two-dates', days: ['2026-11-27', '2026-12-10'] }]);
  });

  test('a day in digits has two orders in English and one in Chinese', async () => {
    expect(await unsure('called, next 3/12')).toEqual([{ code: 'day-order', days: ['2026-12-03', '2027-03-12'] }]);
    expect(await unsure('called, next 3/12/2027')).toEqual([{ code: 'day-order', days: ['2027-03-12', '2027-12-03'] }]);
    expect(await readLog('called, next 12/3', { today, languageHint: 'zh-CN' })).toMatchObject({
      nextOn: '2026-12-03',
      unsure: [],
    });
  });

  test('a day that has passed where one to come is meant is told and not taken', async () => {
    for (const text of ['called, next meeting 20 Nov', '电话，11月20号再约']) {
      const reading = await readLog(text, { today });
      expect(reading).toMatchObject({ nextOn: null, unsure: [{ code: 'past-date', day: '2026-11-20' }] });
    }
  });

  test('a day that may be of the contact or of the next one sets neither', async () => {
    expect(await readLog('visit Monday', { today })).toMatchObject({
      nextOn: null,
      happenedOn: null,
      unsure: [{ code: 'past-or-next', past: '2026-11-23', next: '2026-11-30' }],
    });
  });

  test('some day of a week or month is its first, and the span is told', async () => {
    expect(await unsure('called, again next week')).toEqual([
      { code: 'vague-date', from: '2026-11-30', to: '2026-12-04' },
    ]);
    expect(await unsure('电话，下月初再联系')).toEqual([{ code: 'vague-date', from: '2026-12-01', to: '2026-12-10' }]);
  });

  test('a time of which no day can be made is told in the words of the text', async () => {
    expect(await unsure('called, again after the holidays')).toEqual([
      { code: 'unread-date', text: 'after the holidays' },
    ]);
    expect(await unsure('电话，春节后再联系')).toEqual([{ code: 'unread-date', text: '春节后' }]);
  });

  test('a day on which something ends is told and not taken, unless a next contact is spoken of', async () => {
    for (const text of ['called, contract ends 31 March 2027', '电话，合同明年3月31日到期']) {
      const reading = await readLog(text, { today });
      expect(reading).toMatchObject({ nextOn: null, unsure: [{ code: 'end-date', day: '2027-03-31' }] });
    }
    expect(await unsure('called, contract ends 31 March 2027, next call on Monday')).toEqual([]);
  });

  test('two methods, none, or one that is only to come', async () => {
    expect(await unsure('called and emailed')).toEqual([{ code: 'two-methods', methods: ['phone', 'email'] }]);
    expect(await unsure('wants a quote')).toEqual([{ code: 'no-method' }]);
    expect(await unsure('')).toEqual([{ code: 'no-method' }]);
    expect(await unsure('call tomorrow')).toEqual([{ code: 'only-planned' }]);
  });

  test('ends that exclude each other', async () => {
    expect(await unsure('called, not interested now, wants a quote by March')).toContainEqual({
      code: 'two-outcomes',
      outcomes: ['next-step', 'not-now'],
    });
  });

  test('a satisfaction on another scale', async () => {
    expect(await readLog('visited, csat 8', { today })).toMatchObject({
      satisfaction: null,
      unsure: [{ code: 'satisfaction-scale', text: 'csat 8' }],
    });
  });
});

describe('days in a log', () => {
  test.each([
    // Sunday, Monday, Friday before the year's end, a leap year's February, the 31st.
    ['2026-11-29', 'called, call back Friday', '2026-12-04'],
    ['2026-11-30', 'called, call back Monday', '2026-11-30'],
    ['2026-11-29', '电话，下周三再联系', '2026-12-02'],
    ['2026-11-30', '电话，下周三再联系', '2026-12-09'],
    ['2026-12-31', 'called, again tomorrow', '2027-01-01'],
    ['2026-12-30', '电话，月底前签', '2026-12-31'],
    ['2026-12-31', '電話，下個月5號再聯絡', '2027-01-05'],
    ['2028-02-10', 'called, again end of month', '2028-02-29'],
    ['2027-01-31', 'called, again in one month', '2027-02-28'],
    ['2027-01-31', '电话，一个月后再联系', '2027-02-28'],
    ['2026-11-26', '电话，2月29号再约', '2028-02-29'],
    ['2027-03-05', '电话，12月3号再约', '2027-12-03'],
    ['2026-11-28', 'called, quote by end of week', '2026-11-28'],
  ])('on %s %j is to be followed up on %s', async (on, text, nextOn) => {
    expect((await readLog(text, { today: day(on) })).nextOn).toBe(nextOn);
  });
});

describe('reading a log', () => {
  /** Words that logs are made of, so that what is put together at random often means something. */
  const word = fc.constantFrom(
    ...'called|visit|emailed|no answer|Friday|next|3/12|3 Dec|20 Nov|yesterday|in|two weeks|5/5|wants|a quote|by|last'.split(
      '|',
    ),
    ...'month|31|and|2026-11-20|29 Feb|99999 weeks|year 9999|打电话|昨天|到期|ends|下周三|前|再约|月底|三天后|十二月三号|民國115年'.split(
      '|',
    ),
    ...'拜訪|了|滿意|5分|要报价|99年后|,|，|。| |\n|-|(|）|１２月３号|<@U1>|\u0000|\u202e|🏭'.split('|'),
  );
  const log = fc.oneof(
    fc.array(word, { maxLength: 14 }).map((words) => words.join('')),
    fc.array(word, { maxLength: 14 }).map((words) => words.join(' ')),
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.string({ unit: 'grapheme', maxLength: 80 }),
  );
  const anyDay = fc.integer({ min: -400, max: 4000 }).map((days) => addDays(today, days));

  test('never fails, keeps the whole text, and never sets a next day that has passed or a contact to come', async () => {
    await fc.assert(
      fc.asyncProperty(log, anyDay, fc.constantFrom(undefined, ...LANGUAGES), async (text, on, languageHint) => {
        const reading = await readLog(text, { today: on, languageHint });
        expect(reading.note).toBe(text);
        if (reading.nextOn !== null) expect(reading.nextOn >= on).toBe(true);
        if (reading.happenedOn !== null) expect(reading.happenedOn <= on).toBe(true);
        expect([null, 1, 2, 3, 4, 5]).toContain(reading.satisfaction);
        if (reading.method === null) expect(reading.unsure).toContainEqual({ code: 'no-method' });
      }),
      { numRuns: 400 },
    );
  });

  test('does not depend on spaces around and between words, on width or on case', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(word, { maxLength: 10 }),
        fc.constantFrom(' ', '  ', '\t', '\u3000', ' \u00a0'),
        async (words, gap) => {
          const plain = await readLog(words.join(' '), { today });
          const wide = words
            .join(gap)
            .replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
          for (const text of [`${gap}${words.join(gap)}${gap}`, words.join(gap).toUpperCase(), wide]) {
            const { note, ...reading } = await readLog(text, { today });
            expect(note).toBe(text);
            expect(reading).toEqual({ ...plain, note: undefined });
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  test('does not depend on the time zone of the machine', async () => {
    const zone = process.env['TZ'];
    try {
      for (const name of ['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'America/Sao_Paulo']) {
        process.env['TZ'] = name;
        const reading = await readLog('called yesterday, wants a quote in two weeks', { today });
        expect(logSummary(reading)).toBe('phone next-step →2026-12-10 ←2026-11-25');
      }
    } finally {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    }
  });

  test('a letter of 40,000 characters is kept whole and read at its beginning', async () => {
    const text = `called, wants a quote by Friday. ${'lorem ipsum 12/3 次日 '.repeat(3000)}`;
    expect(await readLog(text, { today })).toMatchObject({ method: 'phone', note: text });
  });
});

function day(text: string) {
  return parseIsoDate(text) ?? expect.fail(text);
}
