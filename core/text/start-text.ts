import { counted } from './counted.ts';
import { formatDecimal } from './format.ts';
import { type ByLanguage, LANGUAGES } from './language.ts';

/** What `npm start` prints on a terminal without Slack. */
export interface StartText {
  running(node: string, address: string): string;
  /** How many there are, or how to get some. */
  customers(count: number): string;
  readonly tryIt: string;
  /** In the browser, before the page can be served. */
  readonly starting: string;
  /** In the browser, when the page could not be built. */
  readonly noPage: string;
}

const IMPORT = 'npm run -s tierbook -- import TABLE';

/** The start's lines in every language. */
export const START_TEXT: ByLanguage<StartText> = {
  en: {
    running: (node, address) => `Tierbook is running: open ${address} in a browser. (Local workspace, Node ${node})`,
    customers: (count) =>
      count === 0
        ? `No customers yet: ${IMPORT}`
        : `${counted(count, 'customer is', 'customers are')} on file. To connect Slack, see .env.example.`,
    tryIt: 'Or type here: /customer ACME, or help.',
    starting: 'Tierbook is starting …',
    noPage: 'This page is not built yet. Run npm ci, with the development packages, and start again.',
  },
  'zh-CN': {
    running: (node, address) => `Tierbook 已启动，请用浏览器打开 ${address} （本地工作区，Node ${node}）`,
    customers: (count) =>
      count === 0
        ? `还没有客户，请先导入：${IMPORT}`
        : `名单中有 ${formatDecimal(count, 0)} 个客户。要连接 Slack，请看 .env.example。`,
    tryIt: '也可以在这里输入 /customer ACME，或输入 help 查看帮助。',
    starting: 'Tierbook 正在启动……',
    noPage: '页面尚未构建。请运行 npm ci（包括开发依赖），然后重新启动。',
  },
  'zh-TW': {
    running: (node, address) => `Tierbook 已啟動，請用瀏覽器開啟 ${address} （本機工作區，Node ${node}）`,
    customers: (count) =>
      count === 0
        ? `還沒有客戶，請先匯入：${IMPORT}`
        : `名單中有 ${formatDecimal(count, 0)} 個客戶。要連接 Slack，請看 .env.example。`,
    tryIt: '也可以在這裡輸入 /customer ACME，或輸入 help 查看說明。',
    starting: 'Tierbook 正在啟動……',
    noPage: '頁面尚未建置。請執行 npm ci（包含開發套件），然後重新啟動。',
  },
};

/** A sentence of the start as a small page in every language, for a browser whose language nobody has asked yet. */
export function startPage(sentence: 'starting' | 'noPage', head = ''): string {
  const lines = LANGUAGES.map((language) => `<p lang="${language}">${START_TEXT[language][sentence]}</p>`);
  return `<!doctype html><html lang="en"><meta charset="utf-8">${head}<title>Tierbook</title>\n${lines.join('\n')}\n`;
}
