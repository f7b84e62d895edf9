import { forAndAgainst } from '../grading/for-and-against.ts';
import type { Receipt } from '../grading/receipt.ts';
import { formatDate, formatDecimal, formatValue } from './format.ts';
import { criterionText, gradeWriter, remarkText, textIn, tierText } from './grading-text.ts';
import type { ByLanguage, Language } from './language.ts';

/** One part of a receipt: a heading and its lines, at least one. */
export interface ReceiptSection {
  readonly part: ReceiptPart;
  readonly heading: string;
  readonly lines: readonly string[];
}

/** What a section is about. */
export type ReceiptPart =
  | 'review'
  | 'warnings'
  | 'deciding'
  | 'favour'
  | 'against'
  | 'left-out'
  | 'missing'
  | 'cut-points'
  | 'next-tier'
  | 'drop';

/** The receipt in words, in the order in which a person asks: what to check, why, what is missing, what would move it. */
export function receiptSections(receipt: Receipt, language: Language): ReceiptSection[] {
  const { fitted, grade, nextTier, drop, missing } = receipt;
  const { scheme } = fitted;
  const writer = gradeWriter(fitted, language);
  const words = WORDS[language];
  const reasons = forAndAgainst(grade.reasons, grade.reasons.length);
  const reasonsIn = (list: typeof grade.reasons): string[] => list.map((reason) => writer.reason(reason));
  const tier = grade.tier ?? '';
  const sections: ReceiptSection[] = [
    section(
      'review',
      words.review,
      grade.review.map((remark) => remarkText(remark, fitted, language)),
    ),
    section(
      'warnings',
      words.warnings,
      grade.warnings.map((remark) => remarkText(remark, fitted, language)),
    ),
    section('deciding', words.deciding, reasonsIn(reasons.deciding)),
    section('favour', words.favour, reasonsIn(reasons.favour)),
    section('against', words.against, reasonsIn(reasons.against)),
    section(
      'left-out',
      words.leftOut,
      reasonsIn(reasons.leftOut.filter(({ criterion }) => !missing.includes(criterion))),
    ),
    section(
      'missing',
      words.missing,
      missing.map((id) => criterionText(id, scheme, language)),
    ),
    section('cut-points', words.cutPoints, cutPointLines(receipt, language)),
    section(
      'next-tier',
      nextTier === null ? '' : words.nextTier(tierText(nextTier.tier, scheme, language)),
      nextTier === null ? [] : [writer.nextTier(nextTier, tier)],
    ),
    section(
      'drop',
      drop === null ? '' : words.drop(tierText(tier, scheme, language)),
      drop === null ? [] : [writer.nextTier(drop, tier)],
    ),
  ];
  return sections.filter(({ lines }) => lines.length > 0);
}

/** By what the grade was made: the scheme, its version, the day and how many customers were compared. */
export function receiptSource({ fitted }: Receipt, language: Language): string {
  const { scheme, asOf, population } = fitted;
  return WORDS[language].source(
    textIn(scheme.titles, language),
    scheme.version,
    formatDate(asOf, language),
    population,
  );
}

function section(part: ReceiptPart, heading: string, lines: readonly string[]): ReceiptSection {
  return { part, heading, lines };
}

function cutPointLines({ fitted, grade, cutPoints }: Receipt, language: Language): string[] {
  const { scheme } = fitted;
  const words = WORDS[language];
  if (cutPoints.length === 0) return [];
  const starts = cutPoints.map(({ tier, criterion: id, from }) => {
    const criterion = scheme.criteria.find((candidate) => candidate.id === id);
    const isLower = criterion?.direction === 'lower-is-better';
    const value =
      criterion === undefined
        ? formatDecimal(from, 1)
        : formatValue(from, criterion.type, language, {
            currency: fitted.currency,
            unit: criterion.unit,
            rounding: isLower ? 'down' : 'up',
          });
    return (isLower ? words.upTo : words.from)(tierText(tier, scheme, language), value);
  });
  const last = scheme.tiers[scheme.tiers.length - 1]?.id;
  if (last !== undefined) starts.push(words.rest(tierText(last, scheme, language)));
  const id = cutPoints[0]?.criterion ?? null;
  const score = id === null && grade.score !== null ? [words.score(formatDecimal(grade.score, 1))] : [];
  const shares = Object.entries(fitted.brings ?? {}).map(([tier, share]) =>
    words.brings(tierText(tier, scheme, language), formatValue(Math.round(share * 1000) / 1000, 'percent', language)),
  );
  return [starts.join(words.comma), ...score, ...(shares.length > 0 ? [shares.join(words.comma)] : [])];
}

interface Words {
  readonly review: string;
  readonly warnings: string;
  readonly deciding: string;
  readonly favour: string;
  readonly against: string;
  readonly leftOut: string;
  readonly missing: string;
  readonly cutPoints: string;
  readonly comma: string;
  readonly nextTier: (tier: string) => string;
  readonly drop: (tier: string) => string;
  readonly from: (tier: string, value: string) => string;
  readonly upTo: (tier: string, value: string) => string;
  readonly rest: (tier: string) => string;
  readonly score: (score: string) => string;
  readonly brings: (tier: string, share: string) => string;
  readonly source: (title: string, version: number, day: string, population: number) => string;
}

const WORDS: ByLanguage<Words> = {
  en: {
    review: 'Please check',
    warnings: 'Good to know',
    deciding: 'What decided',
    favour: 'In its favour',
    against: 'What holds it back',
    leftOut: 'Not counted',
    missing: 'Not known of this customer',
    cutPoints: 'Where the tiers begin',
    comma: ', ',
    nextTier: (tier) => `What would lift it to ${tier}`,
    drop: (tier) => `What would lose ${tier}`,
    from: (tier, value) => `${tier} from ${value}`,
    upTo: (tier, value) => `${tier} up to ${value}`,
    rest: (tier) => `${tier} the rest`,
    score: (score) => `This customer: ${score} points`,
    brings: (tier, share) => `${tier} brings ${share} of the whole`,
    source: (title, version, day, population) =>
      `${title}, version ${version}; graded as of ${day} among ${population.toLocaleString('en')} ${population === 1 ? 'customer' : 'customers'}`,
  },
  'zh-CN': {
    review: '请核对',
    warnings: '请留意',
    deciding: '决定因素',
    favour: '加分项',
    against: '失分项',
    leftOut: '未计入',
    missing: '该客户缺少的数据',
    cutPoints: '各等级的起点',
    comma: '，',
    nextTier: (tier) => `怎样升到${tier}`,
    drop: (tier) => `怎样会失去${tier}`,
    from: (tier, value) => `${tier}：${value} 起`,
    upTo: (tier, value) => `${tier}：不超过 ${value}`,
    rest: (tier) => `${tier}：其余客户`,
    score: (score) => `该客户：${score} 分`,
    brings: (tier, share) => `${tier}贡献总额的 ${share}`,
    source: (title, version, day, population) =>
      `“${title}”标准第 ${version} 版；截至${day}，在 ${population.toLocaleString('en')} 个客户中评定`,
  },
  'zh-TW': {
    review: '請核對',
    warnings: '請留意',
    deciding: '決定因素',
    favour: '加分項目',
    against: '失分項目',
    leftOut: '未計入',
    missing: '該客戶缺少的資料',
    cutPoints: '各等級的起點',
    comma: '，',
    nextTier: (tier) => `怎樣升到${tier}`,
    drop: (tier) => `怎樣會失去${tier}`,
    from: (tier, value) => `${tier}：${value} 起`,
    upTo: (tier, value) => `${tier}：不超過 ${value}`,
    rest: (tier) => `${tier}：其餘客戶`,
    score: (score) => `該客戶：${score} 分`,
    brings: (tier, share) => `${tier}貢獻總額的 ${share}`,
    source: (title, version, day, population) =>
      `「${title}」標準第 ${version} 版；截至${day}，在 ${population.toLocaleString('en')} 個客戶中評定`,
  },
};
