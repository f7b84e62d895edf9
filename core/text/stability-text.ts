import type { Stability } from '../grading/scheme.ts';
import { formatPercent } from './format.ts';
import type { ByLanguage, Language } from './language.ts';

/** Why a scheme could not be used as it was asked for. */
export type SchemeUseRefusal =
  | 'wrong-kind'
  | 'stability-of-segments'
  | 'stability-buffer'
  | 'stability-downgrade-after'
  | 'stability-off';

/** The sentence for each refusal; `detail` is the scheme's id. */
export const schemeUseRefusals: ByLanguage<(detail: string) => Readonly<Record<SchemeUseRefusal, string>>> = {
  en: (detail) => ({
    'wrong-kind': `${detail} is of the other kind: tiers are for prospects or customers, segments are for segments.`,
    'stability-of-segments': `${detail} only gives segments, which are never held: leave the options about stability out.`,
    'stability-buffer': '--buffer wants a share from 0 to 0.9, such as 0.1 for 10 %.',
    'stability-downgrade-after': '--downgrade-after wants a whole number of gradings from 1 to 24.',
    'stability-off': '--stability off means that nothing is held: leave the other options about stability out.',
  }),
  'zh-CN': (detail) => ({
    'wrong-kind': `${detail} 的类型不符：带等级的标准用于潜在客户或客户，细分标准用于客户细分。`,
    'stability-of-segments': `${detail} 只划分客户细分，不存在等级保持，请去掉与稳定性有关的选项。`,
    'stability-buffer': '--buffer 应为 0 到 0.9 之间的比例，例如 0.1 表示 10%。',
    'stability-downgrade-after': '--downgrade-after 应为 1 到 24 之间的整数（定级次数）。',
    'stability-off': '--stability off 表示完全不保持等级，请去掉其他与稳定性有关的选项。',
  }),
  'zh-TW': (detail) => ({
    'wrong-kind': `${detail} 的類型不符：有等級的標準用於潛在客戶或客戶，細分標準用於客戶細分。`,
    'stability-of-segments': `${detail} 只劃分客戶細分，不會保留等級，請拿掉與穩定性有關的選項。`,
    'stability-buffer': '--buffer 應為 0 到 0.9 之間的比例，例如 0.1 表示 10%。',
    'stability-downgrade-after': '--downgrade-after 應為 1 到 24 之間的整數（定級次數）。',
    'stability-off': '--stability off 表示完全不保留等級，請拿掉其他與穩定性有關的選項。',
  }),
};

/** How steady tiers are kept, in words: "kept within 10 % below a cut-off; kept while a complaint is open". */
export function stabilityText(stability: Stability | undefined, language: Language): string {
  const { buffer = 0, downgradeAfter = 1, holdDuringComplaint = false } = stability ?? {};
  const words = WORDS[language];
  const parts = [
    ...(buffer > 0 ? [words.buffer(formatPercent(buffer, language))] : []),
    ...(downgradeAfter > 1 ? [words.downgradeAfter(downgradeAfter)] : []),
    ...(holdDuringComplaint ? [words.complaint] : []),
  ];
  return parts.length === 0 ? words.off : parts.join(words.semicolon);
}

/** Said where a buffer has been set for a scheme that has no cut-offs. */
export const BUFFER_IDLE_TEXT: ByLanguage = {
  en: 'This scheme grades by rules or cells and has no cut-offs, so a buffer changes nothing.',
  'zh-CN': '该标准按规则或矩阵定级，没有分数线，缓冲区间不起作用。',
  'zh-TW': '該標準依規則或矩陣定級，沒有分數線，緩衝區間不起作用。',
};

const WORDS: ByLanguage<{
  readonly off: string;
  buffer(share: string): string;
  downgradeAfter(gradings: number): string;
  readonly complaint: string;
  readonly semicolon: string;
}> = {
  en: {
    off: 'falls count at once',
    buffer: (share) => `a tier is kept within ${share} below its cut-off`,
    downgradeAfter: (gradings) => `a fall counts after ${gradings} gradings in a row`,
    complaint: 'a tier is kept while a complaint is open',
    semicolon: '; ',
  },
  'zh-CN': {
    off: '降级立即生效',
    buffer: (share) => `低于分数线 ${share} 以内保持原等级`,
    downgradeAfter: (gradings) => `连续 ${gradings} 次定级都偏低才降级`,
    complaint: '投诉未关闭期间保持原等级',
    semicolon: '；',
  },
  'zh-TW': {
    off: '降級立即生效',
    buffer: (share) => `低於分數線 ${share} 以內保留原等級`,
    downgradeAfter: (gradings) => `連續 ${gradings} 次定級都偏低才降級`,
    complaint: '客訴未結案期間保留原等級',
    semicolon: '；',
  },
};
