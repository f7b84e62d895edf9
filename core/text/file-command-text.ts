import type { ByLanguage } from './language.ts';

/** What the commands about customers' files say beside what their windows say. */
export const FILE_COMMAND_TEXT: ByLanguage<{
  /** @param customers such as `ACME (A-1)` */
  likelyDuplicates(customers: readonly string[]): string;
  /** What stands for nothing in a list. */
  readonly nothing: string;
  noPair(text: string): string;
  noSuchContact(text: string, known: readonly string[]): string;
  readonly nothingToDo: string;
  figure(title: string, problem: string): string;
  readonly stage: string;
}> = {
  en: {
    likelyDuplicates: (customers) =>
      `It may be on file already: ${customers.join('; ')}. Add --force if it is none of these.`,
    nothing: '–',
    noPair: (text) => `“${text}” says nothing to change. Write it like region=Lyon or payment=95%.`,
    noSuchContact: (text, known) =>
      known.length === 0
        ? 'This customer has no contacts.'
        : `There is no contact “${text}”, or several. Use the number or the whole name: ${known.join(', ')}.`,
    nothingToDo: 'Say what to change, such as --phone or region=Lyon.',
    figure: (title, problem) => `${title}: ${problem}`,
    stage: 'A stage is “prospect” or “customer”.',
  },
  'zh-CN': {
    likelyDuplicates: (customers) => `档案中可能已有该客户：${customers.join('；')}。如果都不是，请加 --force。`,
    nothing: '–',
    noPair: (text) => `“${text}”没有说明要改什么。请写成 region=上海 或 回款率=95% 的形式。`,
    noSuchContact: (text, known) =>
      known.length === 0
        ? '该客户还没有联系人。'
        : `没有联系人“${text}”，或有多位同名。请用序号或全名：${known.join('、')}。`,
    nothingToDo: '请说明要改什么，例如 --phone 或 region=上海。',
    figure: (title, problem) => `${title}：${problem}`,
    stage: '阶段只能是 prospect（潜在客户）或 customer（客户）。',
  },
  'zh-TW': {
    likelyDuplicates: (customers) => `檔案中可能已有這位客戶：${customers.join('；')}。如果都不是，請加 --force。`,
    nothing: '–',
    noPair: (text) => `「${text}」沒有說明要改什麼。請寫成 region=台北 或 回款率=95% 的形式。`,
    noSuchContact: (text, known) =>
      known.length === 0
        ? '這位客戶還沒有聯絡人。'
        : `沒有聯絡人「${text}」，或有多位同名。請用序號或全名：${known.join('、')}。`,
    nothingToDo: '請說明要改什麼，例如 --phone 或 region=台北。',
    figure: (title, problem) => `${title}：${problem}`,
    stage: '階段只能是 prospect（潛在客戶）或 customer（客戶）。',
  },
};
