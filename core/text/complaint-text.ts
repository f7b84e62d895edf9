import type { ComplaintCause, ComplaintChannel, ComplaintState } from '../follow-ups/complaint.ts';
import { counted } from './counted.ts';
import { formatDecimal } from './format.ts';
import type { ByLanguage } from './language.ts';

/** The words of complaints: their windows, the lines and buttons on the card, and the command. */
export interface ComplaintText {
  /** The button that opens the window, and what one complaint is called. */
  readonly complaint: string;
  /** Begins with {@link complaint}. */
  complaintLabel(name: string): string;
  /** After a contact whose note tells of one; `button` is {@link complaint}. */
  offer(button: string): string;
  /** Titles are at most 24 characters. */
  readonly title: string;
  readonly closeTitle: string;
  readonly save: string;
  readonly channel: string;
  readonly cause: string;
  readonly description: string;
  readonly descriptionHint: string;
  readonly channels: Readonly<Record<ComplaintChannel, string>>;
  readonly causes: Readonly<Record<ComplaintCause, string>>;
  /** Stand before a moment. */
  readonly answerBy: string;
  readonly wasDue: string;
  readonly answeredAt: string;
  /** Follows the moment of an answer. */
  readonly notClosed: string;
  readonly answered: string;
  /** Begins with {@link answered}. */
  answeredLabel(name: string): string;
  readonly closeIt: string;
  /** Begins with {@link closeIt}. */
  closeLabel(name: string): string;
  readonly resolution: string;
  readonly resolutionHint: string;
  /** How many open complaints the card does not show. */
  more(count: number): string;
  /** What was done. A moment follows {@link opened}. */
  opened(name: string): string;
  answeredDone(name: string): string;
  closedDone(name: string): string;
  /** The command line's list. */
  readonly states: Readonly<Record<ComplaintState, string>>;
  readonly none: string;
  /** `when` is a moment as text. */
  openedUntil(name: string, when: string, id: string): string;
  severalOpen(name: string, ids: string): string;
  noneOpen(name: string): string;
  noSuchRep(id: string): string;
}

const en: ComplaintText = {
  complaint: 'Complaint',
  complaintLabel: (name) => `Complaint of ${name}: log it`,
  offer: (button) => `Is that a complaint? Press “${button}” to log it as one, so that it is answered in time.`,
  title: 'New complaint',
  closeTitle: 'Close the complaint',
  save: 'Save',
  channel: 'How it came in',
  cause: 'What it is about',
  description: 'What happened',
  descriptionHint: 'In the customer’s words, so that whoever answers need not ask again.',
  channels: { phone: 'Phone', email: 'E-mail', visit: 'Visit', chat: 'Chat', online: 'Online', letter: 'Letter' },
  causes: {
    product: 'Product',
    delivery: 'Delivery',
    service: 'Service',
    price: 'Price',
    invoice: 'Invoice',
    other: 'Something else',
  },
  answerBy: 'Answer by',
  wasDue: 'Late! The answer was due',
  answeredAt: 'Answered',
  notClosed: 'not closed yet',
  answered: 'Answered',
  answeredLabel: (name) => `Answered: the complaint of ${name}`,
  closeIt: 'Close complaint',
  closeLabel: (name) => `Close complaint of ${name}`,
  resolution: 'How it was settled',
  resolutionHint: 'One sentence is enough. It stays in the customer’s history.',
  more: (count) => `and ${counted(count, 'more open complaint', 'more open complaints')}`,
  opened: (name) => `The complaint of ${name} is logged. Answer by`,
  answeredDone: (name) => `The complaint of ${name} is answered. Close it once the matter is settled.`,
  closedDone: (name) => `The complaint of ${name} is closed.`,
  states: { open: 'open', near: 'soon due', late: 'late', answered: 'answered', closed: 'closed' },
  none: 'No complaints of this kind.',
  openedUntil: (name, when, id) => `The complaint of ${name} is logged: answer by ${when}. Its id: ${id}`,
  severalOpen: (name, ids) => `${name} has several open complaints. Name one by its id: ${ids}.`,
  noneOpen: (name) => `${name} has no open complaint.`,
  noSuchRep: (id) => `There is no member ${id}. It is the Slack id of somebody who has used Tierbook, such as U012ABC.`,
};

const zhCn: ComplaintText = {
  complaint: '投诉',
  complaintLabel: (name) => `投诉：登记${name}的投诉`,
  offer: (button) => `这是投诉吗？按“${button}”登记，以便按时答复。`,
  title: '登记投诉',
  closeTitle: '结案',
  save: '保存',
  channel: '投诉渠道',
  cause: '投诉原因',
  description: '具体情况',
  descriptionHint: '尽量用客户的原话，方便同事直接答复，不必再问一遍。',
  channels: { phone: '电话', email: '邮件', visit: '当面', chat: '即时通讯', online: '线上', letter: '信函' },
  causes: { product: '产品', delivery: '交货', service: '服务', price: '价格', invoice: '发票', other: '其他' },
  answerBy: '答复期限',
  wasDue: '已超时！应答复时间',
  answeredAt: '已答复',
  notClosed: '尚未结案',
  answered: '已答复',
  answeredLabel: (name) => `已答复：${name}的投诉`,
  closeIt: '结案',
  closeLabel: (name) => `结案：${name}的投诉`,
  resolution: '处理结果',
  resolutionHint: '一句话即可，会保留在客户历史记录中。',
  more: (count) => `另有 ${formatDecimal(count, 0)} 件未结投诉`,
  opened: (name) => `已登记${name}的投诉。答复期限`,
  answeredDone: (name) => `${name}的投诉已答复。问题解决后请结案。`,
  closedDone: (name) => `${name}的投诉已结案。`,
  states: { open: '未结', near: '即将到期', late: '已超时', answered: '已答复', closed: '已结案' },
  none: '没有符合条件的投诉。',
  openedUntil: (name, when, id) => `已登记${name}的投诉，请在 ${when} 前答复。投诉编号：${id}`,
  severalOpen: (name, ids) => `${name}有多件未结投诉，请用编号指定其中一件：${ids}。`,
  noneOpen: (name) => `${name}没有未结投诉。`,
  noSuchRep: (id) => `没有成员 ${id}。请填写用过 Tierbook 的同事的 Slack ID，例如 U012ABC。`,
};

const zhTw: ComplaintText = {
  complaint: '客訴',
  complaintLabel: (name) => `客訴：登記${name}的客訴`,
  offer: (button) => `這是客訴嗎？按「${button}」登記，以便按時答覆。`,
  title: '登記客訴',
  closeTitle: '結案',
  save: '儲存',
  channel: '客訴管道',
  cause: '客訴原因',
  description: '具體情況',
  descriptionHint: '盡量用客戶的原話，方便同事直接答覆，不必再問一次。',
  channels: { phone: '電話', email: '電子郵件', visit: '當面', chat: '即時通訊', online: '線上', letter: '信函' },
  causes: { product: '產品', delivery: '交貨', service: '服務', price: '價格', invoice: '發票', other: '其他' },
  answerBy: '答覆期限',
  wasDue: '已逾時！應答覆時間',
  answeredAt: '已答覆',
  notClosed: '尚未結案',
  answered: '已答覆',
  answeredLabel: (name) => `已答覆：${name}的客訴`,
  closeIt: '結案',
  closeLabel: (name) => `結案：${name}的客訴`,
  resolution: '處理結果',
  resolutionHint: '一句話即可，會保留在客戶歷史紀錄中。',
  more: (count) => `另有 ${formatDecimal(count, 0)} 件未結客訴`,
  opened: (name) => `已登記${name}的客訴。答覆期限`,
  answeredDone: (name) => `${name}的客訴已答覆。問題解決後請結案。`,
  closedDone: (name) => `${name}的客訴已結案。`,
  states: { open: '未結', near: '即將到期', late: '已逾時', answered: '已答覆', closed: '已結案' },
  none: '沒有符合條件的客訴。',
  openedUntil: (name, when, id) => `已登記${name}的客訴，請在 ${when} 前答覆。客訴編號：${id}`,
  severalOpen: (name, ids) => `${name}有多件未結客訴，請用編號指定其中一件：${ids}。`,
  noneOpen: (name) => `${name}沒有未結客訴。`,
  noSuchRep: (id) => `沒有成員 ${id}。請填寫用過 Tierbook 的同事的 Slack ID，例如 U012ABC。`,
};

/** The words of complaints in every language. */
export const COMPLAINT_TEXT: ByLanguage<ComplaintText> = { en, 'zh-CN': zhCn, 'zh-TW': zhTw };
