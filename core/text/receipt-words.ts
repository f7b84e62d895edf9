import { pluralOf } from './counted.ts';
import { spaced } from './criterion-sentences.ts';
import { formatDecimal } from './format.ts';
import type { ByLanguage } from './language.ts';

/** The headings of a receipt and what stands in it beside reasons. */
export interface ReceiptWords {
  readonly review: string;
  readonly warnings: string;
  readonly deciding: string;
  /** Heads what is known of a customer that nothing was decided about. */
  readonly answers: string;
  readonly favour: string;
  readonly against: string;
  readonly leftOut: string;
  readonly missing: string;
  readonly sparedBy: string;
  readonly cutPoints: string;
  readonly comma: string;
  /** Stands before the conditions of the rule that fitted. */
  ruleFits(tier: string): string;
  readonly outOfMarket: string;
  noRuleFits(tier: string): string;
  /** The cell of a matrix: both axes as "Size medium", and what it holds. */
  cell(row: string, column: string, outcome: string): string;
  axis(title: string, label: string): string;
  nextTier(tier: string): string;
  readonly lift: string;
  drop(tier: string): string;
  readonly noSingleDrop: string;
  from(tier: string, value: string): string;
  upTo(tier: string, value: string): string;
  rest(tier: string): string;
  /** The labels of a derived result. */
  labels(title: string, starts: string): string;
  /** @param short points that are missing to a better tier; @param above points more than the own tier begins at */
  score(
    score: string,
    short: { readonly points: string; readonly tier: string } | undefined,
    above: { readonly points: string; readonly tier: string } | undefined,
  ): string;
  brings(tier: string, share: string): string;
  source(title: string, version: number, day: string, population: number): string;
}

export const RECEIPT_WORDS: ByLanguage<ReceiptWords> = {
  en: {
    review: 'Please check',
    warnings: 'Good to know',
    deciding: 'What decided',
    answers: 'What is known so far',
    favour: 'In its favour',
    against: 'What holds it back',
    leftOut: 'Not counted',
    missing: 'Not known of this customer',
    sparedBy: 'Knock-outs that do not apply',
    cutPoints: 'Where the tiers begin',
    comma: ', ',
    ruleFits: (tier) => `It gives all the answers that make ${tier}:`,
    outOfMarket: 'It gives an answer that puts it outside the target market:',
    noRuleFits: (tier) => `No rule fits these answers. The scheme then gives ${tier}.`,
    cell: (row, column, outcome) => `${row} and ${column} together make ${outcome}`,
    axis: (title, label) => `${title} “${label}”`,
    nextTier: (tier) => `What would lift it to ${tier}`,
    lift: 'What would lift it',
    drop: (tier) => `What would lose ${tier}`,
    noSingleDrop: 'No change of a single value leads to a lower tier.',
    from: (tier, value) => `${tier} from ${value}`,
    upTo: (tier, value) => `${tier} up to ${value}`,
    rest: (tier) => `${tier} the rest`,
    labels: (title, starts) => `${title}: ${starts}`,
    score: (score, short, above) => {
      const parts = [
        ...(short === undefined ? [] : [`${short.points} short of ${short.tier}`]),
        ...(above === undefined ? [] : [`${above.points} above the start of ${above.tier}`]),
      ];
      return `This customer: ${score} points${parts.length === 0 ? '' : `, ${parts.join(' and ')}`}`;
    },
    brings: (tier, share) => `${tier} brings ${share} of the whole`,
    source: (title, version, day, population) =>
      `${title}, version ${version}; graded as of ${day} among ${formatDecimal(population, 0)} ${pluralOf(population, 'customer', 'customers')}`,
  },
  'zh-CN': {
    review: '请核对',
    warnings: '请留意',
    deciding: '决定因素',
    answers: '目前已知',
    favour: '加分项',
    against: '失分项',
    leftOut: '未计入',
    missing: '该客户缺少的数据',
    sparedBy: '未触发的一票否决',
    cutPoints: '各等级的起点',
    comma: '，',
    ruleFits: (tier) => `以下回答全部符合${spaced(tier)}的规则：`,
    outOfMarket: '以下回答表明该客户不属于目标市场：',
    noRuleFits: (tier) => `没有规则适用于这些回答，按标准归为${tier}。`,
    cell: (row, column, outcome) => `${row}、${column}，对应${outcome}`,
    axis: (title, label) => `${title}“${label}”`,
    nextTier: (tier) => `怎样升到${tier}`,
    lift: '怎样升级',
    drop: (tier) => `怎样会失去${tier}`,
    noSingleDrop: '任何单项变化都不会降到更低的等级。',
    from: (tier, value) => `${tier}：${value} 起`,
    upTo: (tier, value) => `${tier}：不超过 ${value}`,
    rest: (tier) => `${tier}：其余客户`,
    labels: (title, starts) => `${title}（${starts}）`,
    score: (score, short, above) =>
      `该客户：${score} 分${short === undefined ? '' : `，距${spaced(short.tier)}还差 ${short.points} 分`}${above === undefined ? '' : `，比${spaced(above.tier)}的起点高 ${above.points} 分`}`,
    brings: (tier, share) => `${spaced(tier)}贡献总额的 ${share}`,
    source: (title, version, day, population) =>
      `“${title}”标准第 ${version} 版；截至${day}，在 ${formatDecimal(population, 0)} 个客户中评定`,
  },
  'zh-TW': {
    review: '請核對',
    warnings: '請留意',
    deciding: '決定因素',
    answers: '目前已知',
    favour: '加分項目',
    against: '失分項目',
    leftOut: '未計入',
    missing: '該客戶缺少的資料',
    sparedBy: '未觸發的一票否決',
    cutPoints: '各等級的起點',
    comma: '，',
    ruleFits: (tier) => `以下回答全部符合${spaced(tier)}的規則：`,
    outOfMarket: '以下回答表明該客戶不屬於目標市場：',
    noRuleFits: (tier) => `沒有規則適用於這些回答，依標準歸為${tier}。`,
    cell: (row, column, outcome) => `${row}、${column}，對應${outcome}`,
    axis: (title, label) => `${title}「${label}」`,
    nextTier: (tier) => `怎樣升到${tier}`,
    lift: '怎樣升級',
    drop: (tier) => `怎樣會失去${tier}`,
    noSingleDrop: '任何單項變動都不會降到更低的等級。',
    from: (tier, value) => `${tier}：${value} 起`,
    upTo: (tier, value) => `${tier}：不超過 ${value}`,
    rest: (tier) => `${tier}：其餘客戶`,
    labels: (title, starts) => `${title}（${starts}）`,
    score: (score, short, above) =>
      `該客戶：${score} 分${short === undefined ? '' : `，距${spaced(short.tier)}還差 ${short.points} 分`}${above === undefined ? '' : `，比${spaced(above.tier)}的起點高 ${above.points} 分`}`,
    brings: (tier, share) => `${spaced(tier)}貢獻總額的 ${share}`,
    source: (title, version, day, population) =>
      `「${title}」標準第 ${version} 版；截至${day}，在 ${formatDecimal(population, 0)} 個客戶中評定`,
  },
};
