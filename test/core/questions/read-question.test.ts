import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Question } from '../../../core/questions/question.ts';
import { readQuestion } from '../../../core/questions/read-question.ts';

const inside = (sentence: string) => readQuestion(sentence, { hasCustomer: false });

/** Names of customers that have a question's words in them; each could stand on file. */
const NAMES = [
  'Call Center Ltd',
  'Today Foods',
  'Tomorrow Labs',
  'Why Not Bakery',
  'Met Office',
  'Saw Mill GmbH',
  'Log Cabin Homes',
  'Prolog Ltd',
  'Upgrade Systems AG',
  'Overdue Records',
  'Report Media AG',
  'Moving Castle Ltd',
  'Sign Makers Inc',
  'Complaint Solutions GmbH',
  'Capacity Partners LLP',
  'Weekly Planet',
  'Digest Foods',
  'Helpful Hands Ltd',
  'Thanksgiving Farms',
  'Hello Kitty Stores',
  'A. Customer & Sons',
  'Drop Shipping Co',
  'Fall River Mills',
  'Rise Bakery',
  'Whom & Which Partners',
  'Next Retail',
  'Visit Bergen AS',
  'Plan B Logistics',
  'How Stuff Works Ltd',
  'Contact Lens Factory',
  'Morning Star Co',
  'Signa Sports',
  'Cole Today Ltd',
  'Reach Out Media',
  'Team Seven',
  '为什么科技',
  '今天食品',
  '明天教育集团',
  '升级软件',
  '谁是谁工作室',
  '记录仪器厂',
  '记忆科技',
  '联系人通讯',
  '拜访者旅行社',
  '蓝调酒吧',
  '你好漫画',
  '请客餐饮',
  '日报印刷厂',
  '升达电子',
  '降龙机械',
  '签名笔业',
  '打通物流',
  '和平饭店',
  '与众设计',
  '对外贸易公司',
  '同仁堂',
  '跟上时代传媒',
  '電話王有限公司',
  '為什麼科技',
  '簽證中心',
  '聯絡人通訊',
  '怎麼辦顧問',
  '謝謝鍋物',
  '逾期保險經紀',
  '客訴處理股份有限公司',
  'OK Tire',
  'Okay Foods',
  'Perfect Pizza Ltd',
  'Great Wall Motors',
  'Super Bad Movies',
  'Nice Guys Plumbing',
  'Thank You Cards Inc',
  'Trash & Co',
  'Stupid Cupid Stores',
  'Postpone Records',
  'Delay Systems AG',
  'Push Fitness',
  'Put Off Paints',
  'Logged Timber Ltd',
  'Logan Today Media',
  'Out of A Box',
  '100',
  '3M',
  '好的科技',
  '可以教育',
  '不错餐饮',
  '垃圾处理公司',
  '干杯酒业',
  '操作系统公司',
  '推迟科技',
  '延期咨询公司',
  '从容科技',
  '再联系咨询',
  '明天再来餐厅',
  '记录今天传媒',
  '廢物利用工作室',
  '沒問題顧問',
  '順延物流',
  '記錄片工作室',
] as const;

describe('a name that has a question’s words in it is a name', () => {
  test.each(NAMES)('%s', (name) => {
    const question = inside(name);
    expect(question.kind).toBe('name');
    expect('names' in question && question.names[0]).toBe(name);
  });
});

describe('what is no question of ours is not taken for one', () => {
  test.each([
    'the weather in Hamburg will be lovely for our summer party next week I think',
    'can somebody bring the projector to the meeting room on the second floor?',
    '请大家把下周的会议室预订情况发到群里，另外别忘了带上笔记本电脑和名片',
    'lorem ipsum dolor sit amet consectetur adipiscing elit sed do',
    'please write a poem about autumn leaves falling on wet pavement',
    '帮我写一首关于秋天落叶和咖啡的诗好不好，再配一张漂亮的图片，发给张三李四王五他们',
  ])('%s', (sentence) => {
    expect(inside(sentence)).toEqual({ kind: 'unknown' });
  });

  test.each(['call ACME today', 'ACME today', 'tell me about ACME', 'give me the card of ACME', '联系ACME'])(
    '“%s” is about the customer',
    (sentence) => {
      const question = inside(sentence);
      expect(question.kind).toBe('name');
      expect('names' in question && question.names).toContain('ACME');
    },
  );

  test.each(['给华东精密打电话', '联系华东精密', 'call ACME', 'visit ACME tomorrow'])(
    '“%s” logs nothing',
    (sentence) => {
      expect(inside(sentence).kind).not.toBe('log');
    },
  );
});

const QUESTIONS = [
  'who should I call today',
  'which A customers are overdue',
  'who fell this week',
  'why is ACME B',
  'how does ACME get to A',
  'open complaints',
  'what will be signed this month',
  'whose book is too full',
  'how are we doing',
  'ACME',
  'is ACME overdue',
  '今天该联系谁',
  'A客户哪些逾期了',
  '谁掉级了',
  'ACME 为什么是B',
  'ACME怎么升到A',
  '有哪些投诉',
  '昨天的日报',
  '今天該聯絡誰',
  '誰的客戶太多',
  '華東精密',
];

const BEFORE = [
  'please ',
  'Hi, ',
  'hello! ',
  'Could you tell me ',
  'Good morning Tierbook, ',
  '请问',
  '请问，',
  '麻烦您',
  '你好，',
  '請問',
  '麻煩你',
  '',
];
const AFTER = [', please', '?', '？', ' thanks', ', thank you!', '。', '，谢谢', '吗？', '謝謝', '！', ' pls', ''];

/** A question apart from how much of the courtesy around a name is taken for a part of it. */
function meant(question: Question): unknown {
  return 'names' in question && question.kind === 'name' ? { kind: 'name', name: question.names.at(-1) } : question;
}

describe('whatever is written', () => {
  test('courtesies change nothing', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...QUESTIONS),
        fc.constantFrom(...BEFORE),
        fc.constantFrom(...AFTER),
        (question, before, after) => {
          expect(meant(inside(`${before}${question}${after}`))).toEqual(meant(inside(question)));
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('case, width and further spaces change nothing that is meant', () => {
    const kinds = (sentence: string) => inside(sentence).kind;
    const wide = (text: string) =>
      text.replaceAll(/[!-~]/g, (each) => String.fromCharCode(each.charCodeAt(0) + 0xfee0));
    fc.assert(
      fc.property(
        fc.constantFrom(...QUESTIONS),
        fc.constantFrom(
          wide,
          (text: string) => text.toUpperCase(),
          (text: string) => `  ${text.replaceAll(' ', ' \u3000 ')}  `,
        ),
        (question, change) => {
          expect(kinds(change(question))).toBe(kinds(question));
        },
      ),
    );
  });

  test('nothing throws, and every answer is one of ours', () => {
    const bits = [
      ...QUESTIONS,
      ...NAMES,
      'why',
      '为什么',
      'log',
      '记录',
      'called',
      '给',
      '打了电话',
      "'s",
      '的',
      '\ud800',
      '<!channel>',
      '\u202e',
    ];
    const sentences = fc.array(fc.oneof(fc.constantFrom(...bits), fc.string({ unit: 'binary' }), fc.string()), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(sentences, fc.constantFrom('', ' ', '，'), fc.boolean(), (parts, gap, hasCustomer) => {
        const question = readQuestion(parts.join(gap), { hasCustomer });
        expect(question.kind).toMatch(/^[a-z-]+$/);
        if ('names' in question) for (const name of question.names) expect(name.trim()).not.toBe('');
      }),
      { numRuns: 500 },
    );
  });

  test('a long text is read quickly', () => {
    for (const part of ['why is ', '给', 'log called ', '请问', 'who,', '升到', 'a']) {
      expect(inside(part.repeat(4000)).kind).toMatch(/./);
    }
  });

  test('a wrong letter is forgiven in a key word', () => {
    expect(inside('wich customers are ovedue').kind).toBe('overdue');
    expect(inside('who should I call tomorow')).toEqual({ kind: 'my-day', day: 'tomorrow' });
    expect(inside('open complains').kind).toBe('complaints');
    expect(inside('open compliants').kind).toBe('complaints');
    expect(inside('who movd this week').kind).toBe('movers');
    expect(inside('weekly diggest').kind).toBe('digest');
  });

  test.each([
    'I called ACME?',
    'called ACME, right?',
    'called?',
    'visited ACME yesterday ?',
    '给ACME打了电话吗',
    '给ACME打了电话没有？',
    '跟ACME聊過沒',
    '拜访了ACME，对吧？',
  ])('“%s” asks, and notes nothing', (sentence) => {
    expect(readQuestion(sentence, { hasCustomer: true }).kind).not.toBe('log');
    expect(inside(sentence).kind).not.toBe('log');
  });

  test('a contact that asks for something itself is noted when that is said', () => {
    expect(inside('log ACME: called, can they pay later?').kind).toBe('log');
    expect(inside('刚跟ACME开完会，对方想看样品')).toMatchObject({ kind: 'log', splits: [{ name: 'ACME' }] });
  });

  test.each(['undo', 'undo that', 'Undo the last one!', '撤销', '撤銷上一條', '删除刚才的'])(
    '“%s” takes back',
    (sentence) => {
      expect(inside(sentence)).toEqual({ kind: 'undo' });
    },
  );

  test('a name that begins with such a word is a name', () => {
    expect(inside('Undo Studios').kind).toBe('name');
    expect(inside('撤销科技').kind).toBe('name');
  });
});
