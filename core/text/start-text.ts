import type { ByLanguage } from './language.ts';

/** What `npm start` prints on a terminal without Slack. */
export interface StartText {
  running(node: string, address: string): string;
  /** How many there are, or how to get some. */
  customers(count: number): string;
  readonly tryIt: string;
}

const IMPORT = 'npm run -s tierbook -- import TABLE';

/** The start's lines in every language. */
export const START_TEXT: ByLanguage<StartText> = {
  en: {
    running: (node, address) => `Tierbook is running: open ${address} in a browser. (Local workspace, Node ${node})`,
    customers: (count) =>
      count === 0
        ? `No customers yet: ${IMPORT}`
        : `${count} customers are on file. To connect Slack, see .env.example.`,
    tryIt: 'Or type here: /customer ACME, or help.',
  },
  'zh-CN': {
    running: (node, address) => `Tierbook 已启动，请用浏览器打开 ${address} （本地工作区，Node ${node}）`,
    customers: (count) =>
      count === 0 ? `还没有客户，请先导入：${IMPORT}` : `名单中有 ${count} 个客户。要连接 Slack，请看 .env.example。`,
    tryIt: '也可以在这里输入 /customer ACME，或输入 help 查看帮助。',
  },
  'zh-TW': {
    running: (node, address) => `Tierbook 已啟動，請用瀏覽器開啟 ${address} （本機工作區，Node ${node}）`,
    customers: (count) =>
      count === 0 ? `還沒有客戶，請先匯入：${IMPORT}` : `名單中有 ${count} 個客戶。要連接 Slack，請看 .env.example。`,
    tryIt: '也可以在這裡輸入 /customer ACME，或輸入 help 查看說明。',
  },
};
