import { counted } from './counted.ts';
import { formatDecimal } from './format.ts';
import type { ByLanguage } from './language.ts';

/** What a manager is told when Slack has deactivated somebody who still has customers. */
export const BOOK_LEFT_TEXT: ByLanguage<{
  left(name: string, customers: number): string;
  /** @param command such as `members leave U012AB3CD --to …` */
  handOver(command: string): string;
  /** @param command such as `/followups @Anna` */
  untilThen(command: string): string;
}> = {
  en: {
    left: (name, customers) =>
      `${name} is no longer in Slack and still has ${counted(customers, 'customer', 'customers')}.`,
    handOver: (command) => `To hand the book over in balance, on the command line: ${command}`,
    untilThen: (command) => `Until then managers see what is due with ${command}.`,
  },
  'zh-CN': {
    left: (name, customers) => `${name}已不在 Slack 中，名下还有 ${formatDecimal(customers, 0)} 个客户。`,
    handOver: (command) => `可在命令行中把客户均衡地交接给其他同事：${command}`,
    untilThen: (command) => `在此之前，主管可用 ${command} 查看待跟进的客户。`,
  },
  'zh-TW': {
    left: (name, customers) => `${name}已不在 Slack 中，名下還有 ${formatDecimal(customers, 0)} 位客戶。`,
    handOver: (command) => `可在命令列把客戶平均交接給其他同事：${command}`,
    untilThen: (command) => `在此之前，主管可用 ${command} 查看待追蹤的客戶。`,
  },
};
