import type { CustomerStage } from '../customer-stage.ts';
import { sumOf } from '../digest/grouped.ts';
import type { DigestWording, StageCount } from './digest-wording.ts';
import { formatDecimal } from './format.ts';

export const DIGEST_IN_SIMPLIFIED: DigestWording = {
  title: (edition, day) => `${day}${{ daily: '简报', weekly: '周报', monthly: '月报' }[edition]}`,
  customers: (customers, moment) => `共 ${number(customers)} 个客户和潜在客户，截至${moment}`,
  since: (moment) => `自${moment}以来的变化`,
  noBefore: '没有更早的记录，因此不显示变化',
  between: ' · ',
  comma: '、',
  colon: '：',
  inBrackets: (text) => `（${text}）`,
  space: '',

  fell: ({ of, tier, toCall }) => {
    const fell = `${people(of)}跌出${tier}`;
    if (toCall === 0) return `${fell}。`;
    if (sumOf(of, ({ customers }) => customers) === 1) return `${fell}，今天需要联系。`;
    return `${fell}，其中 ${number(toCall)} 个今天需要联系。`;
  },
  complaintsLate: (complaints) => `${number(complaints)} 起投诉已超时。`,
  overdue: (of, tier) => `${people(of, `${tier} 的`)}逾期未联系。`,
  overdueInAll: (customers) => `${number(customers)} 个客户逾期未联系。`,
  overCapacity: (reps) => `新增 ${number(reps)} 位同事超负荷。`,
  rose: (of, tier) => `${people(of)}升入${tier}。`,
  won: (prospects, amount) => `成交 ${number(prospects)} 个潜在客户${amount === null ? '' : `，金额 ${amount}`}。`,
  nothingUrgent: '没有紧急事项：没有客户跌出最高等级，也没有逾期。',
  quiet: {
    daily: '今天一切平静：没有变化，也没有逾期。',
    weekly: '本周一切平静：没有变化，也没有逾期。',
    monthly: '本月一切平静：没有变化，也没有逾期。',
  },

  tiers: { prospect: '潜在客户等级分布', customer: '客户等级分布' },
  without: (status) =>
    status === null
      ? '尚未分级'
      : { review: '待复核', 'out-of-market': '不在目标市场', unreadable: '数据无法读取' }[status],
  tierOf: (tier, stage) => `${tier}（${noun(stage)}）`,
  change: (difference) => (difference === 0 ? '' : `${difference > 0 ? '+' : '−'}${number(Math.abs(difference))}`),
  fallen: (customers, ofBest, value) =>
    `${ofBest === customers ? '跌出最高等级' : '降级'}：${number(customers)} 个${ofBest === 0 || ofBest === customers ? '' : `，其中 ${number(ofBest)} 个跌出最高等级`}${value === null ? '' : `（年销售额共 ${value}）`}`,
  risen: (customers, ofBest, value) =>
    `${ofBest === customers ? '升入最高等级' : '升级'}：${number(customers)} 个${ofBest === 0 || ofBest === customers ? '' : `，其中 ${number(ofBest)} 个升入最高等级`}${value === null ? '' : `（年销售额共 ${value}）`}`,
  aYear: (amount) => `年销售额 ${amount}`,
  expected: (amount) => `预计成交 ${amount}`,
  overdueTitle: (customers) => `逾期未联系：${number(customers)} 个客户`,
  debt: ({ customers, best, owed, made }) =>
    `逾期 ${number(customers)} 个${best === null ? '' : `（${best}）`}，欠 ${number(owed)} 次联系，近 30 天已联系 ${number(made)} 次`,
  complaintsTitle: (late, today) =>
    `投诉：${[...(late > 0 ? [`${number(late)} 起已超时`] : []), ...(today > 0 ? [`${number(today)} 起须今天答复`] : [])].join('，')}`,
  answerWasDue: (moment) => `应于${moment}前答复，已超时`,
  answerIsDue: (moment) => `须在${moment}前答复`,
  answered: '已答复',
  overBooks: (reps) => `超负荷：${number(reps)} 人`,
  overDays: (days, ofDays) => `每月需 ${days} 天，可用 ${ofDays} 天`,
  dormantTitle: (customers, fresh) =>
    `久未往来的重要客户：${number(customers)} 个${fresh === 0 ? '' : `（新增 ${number(fresh)} 个）`}`,
  silentSince: (day) => `自${day}起没有联系或购买`,
  neverHeardOf: '从未联系，也没有购买',
  signingsTitle: (prospects, amount) =>
    `三个月内预计成交：${number(prospects)} 个${amount === null ? '' : `，共 ${amount}`}`,
  signings: (prospects, amount) => `${number(prospects)} 个${amount === null ? '' : `，共 ${amount}`}`,
  ends: (outcome, ended, amount) =>
    `${outcome === 'won' ? '成交' : '失败'}：${number(ended)} 个${amount === null ? '' : `，共 ${amount}`}`,
  causesTitle: (complaints) => `新投诉（按原因）：${number(complaints)} 起`,
  noCause: '未注明原因',
  satisfaction: (average, results, before) =>
    `满意度：平均 ${average} 分（满分 5 分，${number(results)} 份${before === null ? '' : `；此前 90 天 ${before} 分`}）`,
  low: (results) => `${number(results)} 个客户给出 1 或 2 分`,
  lowLead: '低分',
  dataTitle: '有待完善的数据',
  problems: {
    review: '待人工复核',
    unreadable: '数据无法读取',
    'without-owner': '没有客户经理',
    'not-graded': '尚未分级',
    'overrides-expired': '人工设定的等级已到期',
  },
  counted: (customers) => `${number(customers)} 个客户`,
  more: (rest, of) => `另有 ${number(rest)} ${{ customers: '个', complaints: '起', reps: '位' }[of]}`,
  ofTier: (customers, tier, stage) => `${tier}${stage === null ? '' : ` 的${noun(stage)}`} ${number(customers)} 个`,
  nobody: '无客户经理',

  list: {
    title: {
      place: (place, total) => `${place}：${number(total)} 个`,
      moves: (direction, ofBest, total) =>
        `${direction === 'down' ? (ofBest ? '跌出最高等级' : '降级') : ofBest ? '升入最高等级' : '升级'}：${number(total)} 个`,
      tierMoves: (direction, { either, from, to }, total) => {
        const count = `：${number(total)} 个`;
        const moved = MOVED[direction ?? 'any'];
        if (from !== null && to !== null) return `${moved}（${from} → ${to}）${count}`;
        if (from !== null) return `${direction === 'down' ? '跌出' : `${moved}，原为`}${from}${count}`;
        if (to !== null) return `${TO[direction ?? 'any']}${to}${count}`;
        return `${moved}${either === null ? '' : `，${either}`}${count}`;
      },
      overdue: (tier, total) => `逾期未联系${tier === null ? '' : `，${tier}`}：${number(total)} 个`,
      complaints: (total) => `已超时或须今天答复的投诉：${number(total)} 起`,
      opened: (cause, total) => `新投诉${cause === null ? '' : `，${cause}`}：${number(total)} 起`,
      dormant: (total) => `久未往来的重要客户：${number(total)} 个`,
      signings: (month, total) => `${month === null ? '三个月内' : month}预计成交：${number(total)} 个`,
      ended: (outcome, total) => `${outcome === 'won' ? '成交' : '失败'}的潜在客户：${number(total)} 个`,
      satisfaction: (total) => `客户满意度：${number(total)} 份`,
      book: (total) => `全部客户：${number(total)} 个`,
      problem: (problem, total) => `${problem}：${number(total)} 个`,
    },
    empty: '这份清单中没有客户。',
    owedFor: (days, contacts) => `逾期 ${number(days)} 天${contacts > 1 ? `，欠 ${number(contacts)} 次联系` : ''}`,
    lastContact: (day) => `上次联系 ${day}`,
    neverContacted: '从未联系',
    score: (points) => `${points} 分`,
    satisfaction: (score, day) => `${day}：${score} 分（满分 5 分）`,
    ended: (outcome, day) => `${day}${outcome === 'won' ? '成交' : '失败'}`,
    opened: (day) => `${day}投诉`,
  },
};

function number(value: number): string {
  return formatDecimal(value, 0);
}

function noun(stage: CustomerStage): string {
  return stage === 'prospect' ? '潜在客户' : '客户';
}

/** “2 个客户和 1 个潜在客户”. */
function people(of: readonly StageCount[], tier = ''): string {
  return of.map(({ customers, stage }) => `${number(customers)} 个${tier}${noun(stage)}`).join('和 ');
}

const TO = { up: '升入', down: '跌到', any: '转到' } as const;
const MOVED = { up: '升级', down: '降级', any: '变动' } as const;
