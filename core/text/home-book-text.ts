import type { CustomerStage } from '../customer-stage.ts';
import { counted } from './counted.ts';
import { formatDecimal } from './format.ts';
import type { ByLanguage } from './language.ts';

/** What the pages of the Home tab say about a rep's day and book. Tiers, names and days come ready to be shown. */
export interface HomeBookText {
  // The day
  /** @param left the effort that is left, such as "3 h 20 min" */
  progress(done: number, total: number, left: string): string;
  /** On the button that shows who is carried over, and when they come. */
  readonly carried: string;
  readonly tomorrow: string;
  readonly today: string;
  // The book
  readonly title: string;
  /** Heads the book of somebody else. */
  titleOf(name: string): string;
  /** @param load what it takes, such as "23.5 of 20 days a month, 3.5 over" */
  book(customers: number, load: string): string;
  /** Above the tiers of each stage. */
  readonly stage: Readonly<Record<CustomerStage, string>>;
  level(level: string, load: string): string;
  /** On the button that opens the list of a place. */
  place(place: string, customers: number): string;
  placeLabel(place: string): string;
  overdue(customers: number, owed: number): string;
  readonly noneOverdue: string;
  readonly overdueButton: string;
  // Moves
  moves(day: string): string;
  readonly noMoves: string;
  readonly noHistory: string;
  fell(customers: number): string;
  rose(customers: number): string;
  more(customers: number): string;
  readonly fallsButton: string;
  readonly risesButton: string;
  // On every page
  readonly findCustomer: string;
  readonly addCustomer: string;
  // A digest
  readonly digest: string;
  readonly digestDay: string;
  readonly editionLabel: string;
  readonly edition: Readonly<Record<'daily' | 'weekly' | 'monthly', string>>;
}

const en: HomeBookText = {
  progress: (done, total, left) => `${number(done)} of ${number(total)} done, ${left} left`,
  carried: 'Show who is carried over',
  tomorrow: 'Tomorrow',
  today: 'Today',
  title: 'My book',
  titleOf: (name) => `Book of ${name}`,
  book: (customers, load) => `${customersEn(customers)} · ${load}`,
  stage: { prospect: 'Prospects', customer: 'Customers' },
  level: (level, load) => `${level}: ${load}`,
  place: (place, customers) => `${place}: ${number(customers)}`,
  placeLabel: (place) => `Show the customers of ${place}`,
  overdue: (customers, owed) =>
    `Overdue: ${customersEn(customers)}, to whom ${counted(owed, 'contact is', 'contacts are')} owed.`,
  noneOverdue: 'No contact is overdue.',
  overdueButton: 'Show overdue',
  moves: (day) => `Changed tiers since ${day}`,
  noMoves: 'No tier has changed.',
  noHistory: 'Changes show here from tomorrow on.',
  fell: (customers) => `Down: ${number(customers)}`,
  rose: (customers) => `Up: ${number(customers)}`,
  more: (customers) => `and ${number(customers)} more`,
  fallsButton: 'Show all that fell',
  risesButton: 'Show all that rose',
  findCustomer: 'Find a customer',
  addCustomer: 'Add customer',
  digest: 'Digest',
  digestDay: 'Day of the digest',
  editionLabel: 'Which digest',
  edition: { daily: 'Day', weekly: 'Week', monthly: 'Month' },
};

const zhCn: HomeBookText = {
  progress: (done, total, left) => `${number(total)} 个中已完成 ${number(done)} 个，还需 ${left}`,
  carried: '查看顺延的客户',
  tomorrow: '明天',
  today: '今天',
  title: '我的客户',
  titleOf: (name) => `${name}的客户`,
  book: (customers, load) => `${number(customers)} 个客户 · ${load}`,
  stage: { prospect: '潜在客户', customer: '客户' },
  level: (level, load) => `${level}：${load}`,
  place: (place, customers) => `${place}：${number(customers)}`,
  placeLabel: (place) => `查看${place}的客户`,
  overdue: (customers, owed) => `逾期未联系：${number(customers)} 个客户，共欠 ${number(owed)} 次联系。`,
  noneOverdue: '没有逾期未联系的客户。',
  overdueButton: '查看逾期客户',
  moves: (day) => `${day}以来的等级变动`,
  noMoves: '没有等级变动。',
  noHistory: '从明天起会显示等级变动。',
  fell: (customers) => `降级：${number(customers)} 个`,
  rose: (customers) => `升级：${number(customers)} 个`,
  more: (customers) => `还有 ${number(customers)} 个`,
  fallsButton: '查看全部降级',
  risesButton: '查看全部升级',
  findCustomer: '查找客户',
  addCustomer: '新增客户',
  digest: '简报',
  digestDay: '简报日期',
  editionLabel: '哪种简报',
  edition: { daily: '日报', weekly: '周报', monthly: '月报' },
};

const zhTw: HomeBookText = {
  progress: (done, total, left) => `${number(total)} 位中已完成 ${number(done)} 位，還需 ${left}`,
  carried: '查看順延的客戶',
  tomorrow: '明天',
  today: '今天',
  title: '我的客戶',
  titleOf: (name) => `${name}的客戶`,
  book: (customers, load) => `${number(customers)} 位客戶 · ${load}`,
  stage: { prospect: '潛在客戶', customer: '客戶' },
  level: (level, load) => `${level}：${load}`,
  place: (place, customers) => `${place}：${number(customers)}`,
  placeLabel: (place) => `查看${place}的客戶`,
  overdue: (customers, owed) => `逾期未聯絡：${number(customers)} 位客戶，共欠 ${number(owed)} 次聯絡。`,
  noneOverdue: '沒有逾期未聯絡的客戶。',
  overdueButton: '查看逾期客戶',
  moves: (day) => `${day}以來的等級變動`,
  noMoves: '沒有等級變動。',
  noHistory: '從明天起會顯示等級變動。',
  fell: (customers) => `降級：${number(customers)} 位`,
  rose: (customers) => `升級：${number(customers)} 位`,
  more: (customers) => `還有 ${number(customers)} 位`,
  fallsButton: '查看全部降級',
  risesButton: '查看全部升級',
  findCustomer: '尋找客戶',
  addCustomer: '新增客戶',
  digest: '簡報',
  digestDay: '簡報日期',
  editionLabel: '哪種簡報',
  edition: { daily: '日報', weekly: '週報', monthly: '月報' },
};

function customersEn(count: number): string {
  return counted(count, 'customer', 'customers');
}

function number(value: number): string {
  return formatDecimal(value, 0);
}

export const HOME_BOOK_TEXT: ByLanguage<HomeBookText> = { en, 'zh-CN': zhCn, 'zh-TW': zhTw };
