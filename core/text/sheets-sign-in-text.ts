import type { ByLanguage } from './language.ts';

/** What `sheets login`, `sheets logout` and `sheets status` say. `account`: an e-mail address; '' when Google has not said. */
export interface SheetsSignInText {
  /** Nothing says by what client to ask. */
  readonly noClient: string;
  /** Why a file is no OAuth client's. */
  readonly clientFile: Readonly<Record<'unreadable' | 'no-client' | 'web-client', (file: string) => string>>;
  /** Before the address, which stands on a line of its own. */
  readonly open: string;
  readonly signedIn: (account: string) => string;
  /** In the browser. */
  readonly pageDone: string;
  readonly pageFailed: string;
  readonly declined: string;
  readonly noAnswer: string;
  /** `detail`: in Google's words. */
  readonly refused: (detail: string) => string;
  readonly unreachable: string;
  /** A key file is set, which is taken instead of any sign-in. */
  readonly serviceAccountSet: (account: string) => string;
  readonly signedOut: string;
  readonly noSignIn: string;
  readonly keptAtGoogle: string;
  readonly isPerson: (account: string) => string;
  readonly isServiceAccount: (account: string) => string;
}

const LOGIN = 'npm run -s tierbook -- sheets login';

/** Signing in to Google, in every language. */
export const SHEETS_SIGN_IN_TEXT: ByLanguage<SheetsSignInText> = {
  en: {
    noClient: `Which OAuth client? Make one in the Google Cloud console (Google Auth Platform → Clients → Create client → Desktop app), download its JSON file, and name it: ${LOGIN} FILE`,
    clientFile: {
      unreadable: (file) => `${file} cannot be read. Name the JSON file of your OAuth client.`,
      'no-client': (file) =>
        `${file} is not the file of an OAuth client. Download it in the Google Cloud console, under Google Auth Platform → Clients.`,
      'web-client': (file) =>
        `${file} belongs to a client for web applications. Make one of the type Desktop app and download its file.`,
    },
    open: 'Open this address in a browser on this machine and agree; it is waited for five minutes:',
    signedIn: (account) =>
      account === ''
        ? 'Signed in to Google.'
        : `Signed in to Google as ${account}. Sheets are connected with “sheets connect”.`,
    pageDone: 'Signed in. You can close this window and go back to the terminal.',
    pageFailed: 'That did not work. The terminal says why; you can close this window.',
    declined: `Without access to spreadsheets Tierbook cannot use them. To agree, run it again, and leave the box for Google Sheets ticked: ${LOGIN}`,
    noAnswer: `Nobody agreed within five minutes. Try again: ${LOGIN}`,
    refused: (detail) =>
      `Google does not accept this OAuth client (${detail}). Download its file again in the Google Cloud console and sign in with it.`,
    unreachable: 'Google cannot be reached. Check the connection to the internet and try again.',
    serviceAccountSet: (account) =>
      `GOOGLE_APPLICATION_CREDENTIALS is set, so Tierbook acts as ${account}. To sign in as a person, unset it first.`,
    signedOut: 'Signed out of Google: the access is taken back, and nothing of it is kept.',
    noSignIn: 'Nobody is signed in to Google.',
    keptAtGoogle:
      'Signed out here, but Google could not be told. Take the access back yourself: https://myaccount.google.com/connections',
    isPerson: (account) => (account === '' ? 'Signed in to Google.' : `Signed in to Google as ${account}.`),
    isServiceAccount: (account) =>
      `Tierbook acts at Google as the service account ${account}: share each sheet with it as an editor.`,
  },
  'zh-CN': {
    noClient: `请指定 OAuth 客户端。在 Google Cloud 控制台中创建一个（Google Auth Platform → 客户端 → 创建客户端 → 桌面应用），下载 JSON 文件，再执行：${LOGIN} 文件`,
    clientFile: {
      unreadable: (file) => `无法读取 ${file}。请指定 OAuth 客户端的 JSON 文件。`,
      'no-client': (file) =>
        `${file} 不是 OAuth 客户端的文件。请在 Google Cloud 控制台的 Google Auth Platform → 客户端中下载。`,
      'web-client': (file) => `${file} 属于 Web 应用客户端。请创建“桌面应用”类型的客户端，再下载它的文件。`,
    },
    open: '请在本机的浏览器中打开以下网址并同意授权，五分钟内有效：',
    signedIn: (account) =>
      account === '' ? '已登录 Google。' : `已用 ${account} 登录 Google。可用“sheets connect”连接表格。`,
    pageDone: '登录成功。可以关闭这个窗口，回到终端。',
    pageFailed: '登录没有成功，原因见终端。可以关闭这个窗口。',
    declined: `没有表格的访问权限，Tierbook 无法使用表格。请重新执行，并保持勾选 Google 表格：${LOGIN}`,
    noAnswer: `五分钟内没有人同意授权。请重试：${LOGIN}`,
    refused: (detail) =>
      `Google 不接受这个 OAuth 客户端（${detail}）。请在 Google Cloud 控制台重新下载它的文件，再登录一次。`,
    unreachable: '无法连接 Google。请检查网络后再试。',
    serviceAccountSet: (account) =>
      `已设置 GOOGLE_APPLICATION_CREDENTIALS，Tierbook 以 ${account} 的身份访问。要以个人身份登录，请先取消这个设置。`,
    signedOut: '已退出 Google：授权已收回，本机不再保留任何凭据。',
    noSignIn: '目前没有登录 Google。',
    keptAtGoogle: '本机已退出，但未能通知 Google。请自行收回授权：https://myaccount.google.com/connections',
    isPerson: (account) => (account === '' ? '已登录 Google。' : `已用 ${account} 登录 Google。`),
    isServiceAccount: (account) => `Tierbook 以服务账号 ${account} 访问 Google：请把每个表格共享给它，并设为编辑者。`,
  },
  'zh-TW': {
    noClient: `請指定 OAuth 用戶端。在 Google Cloud 控制台建立一個（Google Auth Platform → 用戶端 → 建立用戶端 → 電腦版應用程式），下載 JSON 檔案，再執行：${LOGIN} 檔案`,
    clientFile: {
      unreadable: (file) => `無法讀取 ${file}。請指定 OAuth 用戶端的 JSON 檔案。`,
      'no-client': (file) =>
        `${file} 不是 OAuth 用戶端的檔案。請在 Google Cloud 控制台的 Google Auth Platform → 用戶端下載。`,
      'web-client': (file) =>
        `${file} 屬於網頁應用程式的用戶端。請建立「電腦版應用程式」類型的用戶端，再下載它的檔案。`,
    },
    open: '請在本機的瀏覽器開啟以下網址並同意授權，五分鐘內有效：',
    signedIn: (account) =>
      account === '' ? '已登入 Google。' : `已用 ${account} 登入 Google。可用「sheets connect」連接試算表。`,
    pageDone: '登入成功。可以關閉這個視窗，回到終端機。',
    pageFailed: '登入沒有成功，原因請看終端機。可以關閉這個視窗。',
    declined: `沒有試算表的存取權，Tierbook 就無法使用試算表。請重新執行，並保持勾選 Google 試算表：${LOGIN}`,
    noAnswer: `五分鐘內沒有人同意授權。請再試一次：${LOGIN}`,
    refused: (detail) =>
      `Google 不接受這個 OAuth 用戶端（${detail}）。請在 Google Cloud 控制台重新下載它的檔案，再登入一次。`,
    unreachable: '無法連線到 Google。請檢查網路後再試。',
    serviceAccountSet: (account) =>
      `已設定 GOOGLE_APPLICATION_CREDENTIALS，Tierbook 以 ${account} 的身分存取。要以個人身分登入，請先取消這個設定。`,
    signedOut: '已登出 Google：授權已收回，本機不再保留任何憑證。',
    noSignIn: '目前沒有登入 Google。',
    keptAtGoogle: '本機已登出，但無法通知 Google。請自行收回授權：https://myaccount.google.com/connections',
    isPerson: (account) => (account === '' ? '已登入 Google。' : `已用 ${account} 登入 Google。`),
    isServiceAccount: (account) => `Tierbook 以服務帳戶 ${account} 存取 Google：請把每份試算表與它共用，並設為編輯者。`,
  },
};
