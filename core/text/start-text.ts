import { counted } from './counted.ts';
import { formatDecimal } from './format.ts';
import { type ByLanguage, LANGUAGES } from './language.ts';

/** What `npm start` prints on a terminal without Slack. */
export interface StartText {
  running(node: string, address: string): string;
  /** How many there are, or how to get some. */
  customers(count: number): string;
  readonly tryIt: string;
  /** What is answered to `--help`. */
  readonly help: string;
  unknownArgument(argument: string): string;
  /** In the browser, before the page can be served. */
  readonly starting: string;
  /** In the browser, when the page could not be built. */
  readonly noPage: string;
}

const HELP_OF_COMMANDS = 'npm run -s tierbook -- --help';
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
    help: `npm start runs Tierbook until Ctrl-C: a local workspace, or the bot in Slack where its tokens are set.
It takes no arguments. Its settings are environment variables or stand in .env; .env.example explains each.
To grade a table and for everything else: ${HELP_OF_COMMANDS}`,
    unknownArgument: (argument) =>
      `The service takes no argument “${argument}”, and was not started. For commands: ${HELP_OF_COMMANDS}`,
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
    help: `npm start 运行 Tierbook，直到按下 Ctrl-C：设置了 Slack 令牌时在 Slack 中运行，否则运行本地工作区。
它不接受参数。设置写在环境变量或 .env 文件中，每一项的说明见 .env.example。
给表格定级等其他命令：${HELP_OF_COMMANDS}`,
    unknownArgument: (argument) => `服务不接受参数“${argument}”，没有启动。要使用命令，请运行：${HELP_OF_COMMANDS}`,
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
    help: `npm start 執行 Tierbook，直到按下 Ctrl-C：設定了 Slack 權杖時在 Slack 中執行，否則執行本機工作區。
它不接受參數。設定寫在環境變數或 .env 檔案中，每一項的說明見 .env.example。
為表格定級等其他指令：${HELP_OF_COMMANDS}`,
    unknownArgument: (argument) => `服務不接受參數「${argument}」，沒有啟動。要使用指令，請執行：${HELP_OF_COMMANDS}`,
    starting: 'Tierbook 正在啟動……',
    noPage: '頁面尚未建置。請執行 npm ci（包含開發套件），然後重新啟動。',
  },
};

/** A sentence of the start as a small page in every language, for a browser whose language nobody has asked yet. */
export function startPage(sentence: 'starting' | 'noPage', head = ''): string {
  const lines = LANGUAGES.map((language) => `<p lang="${language}">${START_TEXT[language][sentence]}</p>`);
  return `<!doctype html><html lang="en"><meta charset="utf-8">${head}<title>Tierbook</title>\n${lines.join('\n')}\n`;
}
