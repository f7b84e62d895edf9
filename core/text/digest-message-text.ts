import type { CustomerStage } from '../customer-stage.ts';
import { formatDecimal } from './format.ts';
import type { ByLanguage } from './language.ts';

/** The words around a digest in Slack: its buttons, its tables, and the windows behind its numbers. Window titles have at most 24 characters. */
export interface DigestMessageText {
  /** Opens the list behind all of a section. */
  readonly all: string;
  /** Begins with {@link all}. */
  allLabel(section: string): string;
  /** Begins with what stands on the button. */
  openLabel(button: string, section: string): string;
  readonly settings: string;
  readonly settingsLabel: string;
  /** Above from where to where customers moved; `stage` is null where there are only those of one stage. */
  matrix(stage: CustomerStage | null): string;
  readonly matrixCorner: string;
  readonly from: string;
  readonly to: string;
  readonly customers: string;
  /** Ends a table that could not hold all. */
  moreMoves(count: number): string;
  readonly listTitle: string;
  readonly cardTitle: string;
  /** Which part of a list is shown. */
  page(from: number, to: number, of: number): string;
  readonly previous: string;
  readonly next: string;
  readonly card: string;
  /** Begins with {@link card}. */
  cardLabel(name: string): string;
  readonly listFailed: string;
  readonly cardFailed: string;
  /** A button that nobody understands any more. */
  readonly outOfDate: string;
}

export const DIGEST_MESSAGE_TEXT: ByLanguage<DigestMessageText> = {
  en: {
    all: 'Show all',
    allLabel: (section) => `Show all: ${section}`,
    openLabel: (button, section) => `${button}: ${section}`,
    settings: 'Settings',
    settingsLabel: 'Settings of this digest: where, when, what',
    matrix: (stage) => `From which tier to which${stage === null ? '' : `: ${STAGES.en[stage]}`}`,
    matrixCorner: 'From \\ to',
    from: 'From',
    to: 'To',
    customers: 'Customers',
    moreMoves: (count) => `and ${formatDecimal(count, 0)} more moves`,
    listTitle: 'Behind the number',
    cardTitle: 'Customer',
    page: (from, to, of) => `${from}–${to} of ${formatDecimal(of, 0)}`,
    previous: 'Previous',
    next: 'Next',
    card: 'Card',
    cardLabel: (name) => `Card of ${name}`,
    listFailed: 'Sorry, the list could not be fetched. Please close this window and press the button again.',
    cardFailed: 'Sorry, the card could not be fetched. Please close this window and press “Card” again.',
    outOfDate: 'This button is out of date. Please ask for the digest again with /tiers.',
  },
  'zh-CN': {
    all: '查看全部',
    allLabel: (section) => `查看全部：${section}`,
    openLabel: (button, section) => `${button}：${section}`,
    settings: '设置',
    settingsLabel: '设置简报：发到哪里、几点、哪些内容',
    matrix: (stage) => `从哪个等级到哪个等级${stage === null ? '' : `：${STAGES['zh-CN'][stage]}`}`,
    matrixCorner: '原 \\ 新',
    from: '原等级',
    to: '新等级',
    customers: '客户数',
    moreMoves: (count) => `另有 ${formatDecimal(count, 0)} 种变动`,
    listTitle: '客户名单',
    cardTitle: '客户卡片',
    page: (from, to, of) => `第 ${from}–${to} 个，共 ${formatDecimal(of, 0)} 个`,
    previous: '上一页',
    next: '下一页',
    card: '卡片',
    cardLabel: (name) => `卡片：${name}`,
    listFailed: '抱歉，名单获取失败。请关闭窗口后再按一次按钮。',
    cardFailed: '抱歉，卡片获取失败。请关闭窗口后再按一次“卡片”。',
    outOfDate: '这个按钮已失效，请用 /tiers 重新查看简报。',
  },
  'zh-TW': {
    all: '查看全部',
    allLabel: (section) => `查看全部：${section}`,
    openLabel: (button, section) => `${button}：${section}`,
    settings: '設定',
    settingsLabel: '設定簡報：發到哪裡、幾點、哪些內容',
    matrix: (stage) => `從哪個等級到哪個等級${stage === null ? '' : `：${STAGES['zh-TW'][stage]}`}`,
    matrixCorner: '原 \\ 新',
    from: '原等級',
    to: '新等級',
    customers: '客戶數',
    moreMoves: (count) => `另有 ${formatDecimal(count, 0)} 種變動`,
    listTitle: '客戶名單',
    cardTitle: '客戶卡片',
    page: (from, to, of) => `第 ${from}–${to} 位，共 ${formatDecimal(of, 0)} 位`,
    previous: '上一頁',
    next: '下一頁',
    card: '卡片',
    cardLabel: (name) => `卡片：${name}`,
    listFailed: '抱歉，名單讀取失敗。請關閉視窗後再按一次按鈕。',
    cardFailed: '抱歉，卡片讀取失敗。請關閉視窗後再按一次「卡片」。',
    outOfDate: '這個按鈕已失效，請用 /tiers 重新查看簡報。',
  },
};

const STAGES: ByLanguage<Readonly<Record<CustomerStage, string>>> = {
  en: { prospect: 'prospects', customer: 'customers' },
  'zh-CN': { prospect: '潜在客户', customer: '客户' },
  'zh-TW': { prospect: '潛在客戶', customer: '客戶' },
};
