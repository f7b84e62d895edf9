import type { CustomerStage } from '../customer-stage.ts';
import { sumOf } from '../digest/grouped.ts';
import type { DigestWording, StageCount } from './digest-wording.ts';
import { formatDecimal } from './format.ts';

export const DIGEST_IN_TRADITIONAL: DigestWording = {
  title: (edition, day) => `${day}${{ daily: '簡報', weekly: '週報', monthly: '月報' }[edition]}`,
  customers: (customers, moment) => `共 ${number(customers)} 位客戶和潛在客戶，截至${moment}`,
  since: (moment) => `自${moment}以來的變化`,
  noBefore: '沒有更早的記錄，因此不顯示變化',
  between: ' · ',
  comma: '、',
  colon: '：',
  inBrackets: (text) => `（${text}）`,
  space: '',

  fell: ({ of, tier, toCall }) => {
    const fell = `${people(of)}跌出${tier}`;
    if (toCall === 0) return `${fell}。`;
    if (sumOf(of, ({ customers }) => customers) === 1) return `${fell}，今天需要聯絡。`;
    return `${fell}，其中 ${number(toCall)} 位今天需要聯絡。`;
  },
  complaintsLate: (complaints) => `${number(complaints)} 件客訴已逾時。`,
  overdue: (of, tier) => `${people(of, `${tier} 的`)}逾期未聯絡。`,
  overdueInAll: (customers) => `${number(customers)} 位客戶逾期未聯絡。`,
  overCapacity: (reps) => `新增 ${number(reps)} 位同事超出負荷。`,
  rose: (of, tier) => `${people(of)}升入${tier}。`,
  won: (prospects, amount) => `成交 ${number(prospects)} 位潛在客戶${amount === null ? '' : `，金額 ${amount}`}。`,
  nothingUrgent: '沒有緊急事項：沒有客戶跌出最高等級，也沒有逾期。',
  quiet: {
    daily: '今天一切平靜：沒有變化，也沒有逾期。',
    weekly: '本週一切平靜：沒有變化，也沒有逾期。',
    monthly: '本月一切平靜：沒有變化，也沒有逾期。',
  },

  tiers: { prospect: '潛在客戶等級分布', customer: '客戶等級分布' },
  without: (status) =>
    status === null
      ? '尚未分級'
      : { review: '待複核', 'out-of-market': '不在目標市場', unreadable: '資料無法讀取' }[status],
  tierOf: (tier, stage) => `${tier}（${noun(stage)}）`,
  change: (difference) => (difference === 0 ? '' : `${difference > 0 ? '+' : '−'}${number(Math.abs(difference))}`),
  fallen: (customers, ofBest, value) =>
    `${ofBest === customers ? '跌出最高等級' : '降級'}：${number(customers)} 位${ofBest === 0 || ofBest === customers ? '' : `，其中 ${number(ofBest)} 位跌出最高等級`}${value === null ? '' : `（年銷售額共 ${value}）`}`,
  risen: (customers, ofBest, value) =>
    `${ofBest === customers ? '升入最高等級' : '升級'}：${number(customers)} 位${ofBest === 0 || ofBest === customers ? '' : `，其中 ${number(ofBest)} 位升入最高等級`}${value === null ? '' : `（年銷售額共 ${value}）`}`,
  aYear: (amount) => `年銷售額 ${amount}`,
  expected: (amount) => `預計成交 ${amount}`,
  overdueTitle: (customers) => `逾期未聯絡：${number(customers)} 位客戶`,
  debt: ({ customers, best, owed, made }) =>
    `逾期 ${number(customers)} 位${best === null ? '' : `（${best}）`}，欠 ${number(owed)} 次聯絡，近 30 天已聯絡 ${number(made)} 次`,
  complaintsTitle: (late, today) =>
    `客訴：${[...(late > 0 ? [`${number(late)} 件已逾時`] : []), ...(today > 0 ? [`${number(today)} 件須今天回覆`] : [])].join('，')}`,
  answerWasDue: (moment) => `應於${moment}前回覆，已逾時`,
  answerIsDue: (moment) => `須在${moment}前回覆`,
  answered: '已回覆',
  overBooks: (reps) => `超出負荷：${number(reps)} 人`,
  overDays: (days, ofDays) => `每月需 ${days} 天，可用 ${ofDays} 天`,
  dormantTitle: (customers, fresh) =>
    `久未往來的重要客戶：${number(customers)} 位${fresh === 0 ? '' : `（新增 ${number(fresh)} 位）`}`,
  silentSince: (day) => `自${day}起沒有聯絡或購買`,
  neverHeardOf: '從未聯絡，也沒有購買',
  signingsTitle: (prospects, amount) =>
    `三個月內預計成交：${number(prospects)} 位${amount === null ? '' : `，共 ${amount}`}`,
  signings: (prospects, amount) => `${number(prospects)} 位${amount === null ? '' : `，共 ${amount}`}`,
  ends: (outcome, ended, amount) =>
    `${outcome === 'won' ? '成交' : '失敗'}：${number(ended)} 位${amount === null ? '' : `，共 ${amount}`}`,
  causesTitle: (complaints) => `新客訴（依原因）：${number(complaints)} 件`,
  noCause: '未註明原因',
  satisfaction: (average, results, before) =>
    `滿意度：平均 ${average} 分（滿分 5 分，${number(results)} 份${before === null ? '' : `；此前 90 天 ${before} 分`}）`,
  low: (results) => `${number(results)} 位客戶給出 1 或 2 分`,
  lowLead: '低分',
  dataTitle: '有待補正的資料',
  problems: {
    review: '待人工複核',
    unreadable: '資料無法讀取',
    'without-owner': '沒有客戶經理',
    'not-graded': '尚未分級',
    'overrides-expired': '人工設定的等級已到期',
  },
  counted: (customers) => `${number(customers)} 位客戶`,
  more: (rest, of) => `另有 ${number(rest)} ${of === 'complaints' ? '件' : '位'}`,
  ofTier: (customers, tier, stage) => `${tier}${stage === null ? '' : ` 的${noun(stage)}`} ${number(customers)} 位`,
  nobody: '無客戶經理',

  list: {
    title: {
      place: (place, total) => `${place}：${number(total)} 位`,
      moves: (direction, ofBest, total) =>
        `${direction === 'down' ? (ofBest ? '跌出最高等級' : '降級') : ofBest ? '升入最高等級' : '升級'}：${number(total)} 位`,
      tierMoves: (direction, { either, from, to }, total) => {
        const count = `：${number(total)} 位`;
        const moved = MOVED[direction ?? 'any'];
        if (from !== null && to !== null) return `${moved}（${from} → ${to}）${count}`;
        if (from !== null) return `${direction === 'down' ? '跌出' : `${moved}，原為`}${from}${count}`;
        if (to !== null) return `${TO[direction ?? 'any']}${to}${count}`;
        return `${moved}${either === null ? '' : `，${either}`}${count}`;
      },
      overdue: (tier, total) => `逾期未聯絡${tier === null ? '' : `，${tier}`}：${number(total)} 位`,
      complaints: (total) => `已逾時或須今天回覆的客訴：${number(total)} 件`,
      opened: (cause, total) => `新客訴${cause === null ? '' : `，${cause}`}：${number(total)} 件`,
      dormant: (total) => `久未往來的重要客戶：${number(total)} 位`,
      signings: (month, total) => `${month === null ? '三個月內' : month}預計成交：${number(total)} 位`,
      ended: (outcome, total) => `${outcome === 'won' ? '成交' : '失敗'}的潛在客戶：${number(total)} 位`,
      satisfaction: (total) => `客戶滿意度：${number(total)} 份`,
      book: (total) => `全部客戶：${number(total)} 位`,
      problem: (problem, total) => `${problem}：${number(total)} 位`,
    },
    empty: '這份清單中沒有客戶。',
    owedFor: (days, contacts) => `逾期 ${number(days)} 天${contacts > 1 ? `，欠 ${number(contacts)} 次聯絡` : ''}`,
    lastContact: (day) => `上次聯絡 ${day}`,
    neverContacted: '從未聯絡',
    score: (points) => `${points} 分`,
    satisfaction: (score, day) => `${day}：${score} 分（滿分 5 分）`,
    ended: (outcome, day) => `${day}${outcome === 'won' ? '成交' : '失敗'}`,
    opened: (day) => `${day}提出`,
  },
};

function number(value: number): string {
  return formatDecimal(value, 0);
}

function noun(stage: CustomerStage): string {
  return stage === 'prospect' ? '潛在客戶' : '客戶';
}

/** “2 位客戶和 1 位潛在客戶”. */
function people(of: readonly StageCount[], tier = ''): string {
  return of.map(({ customers, stage }) => `${number(customers)} 位${tier}${noun(stage)}`).join('和 ');
}

const TO = { up: '升入', down: '跌到', any: '轉到' } as const;
const MOVED = { up: '升級', down: '降級', any: '變動' } as const;
