import type { ByLanguage } from './language.ts';

/** What the terminal says to the person who tries Tierbook in it. */
export interface TerminalText {
  /** Who one is and where, before the first line. */
  welcome(person: string, channel: string): string;
  /** What can be typed. `people` are the names for `as`. */
  hint(people: readonly string[]): string;
  onlyYou: string;
  /** Above a modal. */
  window: string;
  /** Below a modal. */
  closeHint: string;
  closed: string;
  nothingOpen: string;
  noSuchNumber(typed: string): string;
  noSuchCommand(command: string): string;
  noSuchPerson(name: string, people: readonly string[]): string;
  nowActing(person: string): string;
  /** Under a field of a window that must not be empty. */
  required: string;
  timedOut: string;
  unreachable: string;
}

/** The terminal's sentences by language. */
export const TERMINAL_TEXT: ByLanguage<TerminalText> = {
  en: {
    welcome: (person, channel) => `You are ${person} in #${channel}. Try: /customer ACME`,
    hint: (people) =>
      `Type a command such as /customer ACME, the number of a button, "close" to close a window, "as NAME" to be someone else (${people.join(', ')}), or "exit".`,
    onlyYou: 'Only visible to you',
    window: 'Window',
    closeHint: '"close" closes this window.',
    closed: 'Closed.',
    nothingOpen: 'No window is open.',
    noSuchNumber: (typed) => `There is no button ${typed} here.`,
    noSuchCommand: (command) => `${command} is not a command here.`,
    noSuchPerson: (name, people) => `There is no ${name} here. You can be ${people.join(', ')}.`,
    nowActing: (person) => `You are now ${person}.`,
    required: 'Please fill in this field.',
    timedOut: 'Tierbook did not answer within three seconds. Please try again.',
    unreachable: 'Tierbook is not connected at the moment. Please try again in a few seconds.',
  },
  'zh-CN': {
    welcome: (person, channel) => `您现在是 ${person}，在 #${channel} 频道。试试：/customer ACME`,
    hint: (people) =>
      `可以输入命令（如 /customer ACME）、按钮的编号、“close” 关闭窗口、“as 名字” 换成别人（${people.join('、')}），或 “exit” 退出。`,
    onlyYou: '仅您可见',
    window: '窗口',
    closeHint: '输入 “close” 关闭此窗口。',
    closed: '已关闭。',
    nothingOpen: '当前没有打开的窗口。',
    noSuchNumber: (typed) => `这里没有编号为 ${typed} 的按钮。`,
    noSuchCommand: (command) => `这里没有 ${command} 这个命令。`,
    noSuchPerson: (name, people) => `这里没有 ${name}。可以选择：${people.join('、')}。`,
    nowActing: (person) => `您现在是 ${person}。`,
    required: '请填写此项。',
    timedOut: 'Tierbook 三秒内没有响应，请重试。',
    unreachable: 'Tierbook 暂时没有连接上，请过几秒再试。',
  },
  'zh-TW': {
    welcome: (person, channel) => `您現在是 ${person}，在 #${channel} 頻道。試試看：/customer ACME`,
    hint: (people) =>
      `可以輸入指令（例如 /customer ACME）、按鈕的編號、「close」關閉視窗、「as 名字」換成別人（${people.join('、')}），或「exit」離開。`,
    onlyYou: '只有您看得到',
    window: '視窗',
    closeHint: '輸入「close」關閉此視窗。',
    closed: '已關閉。',
    nothingOpen: '目前沒有開啟的視窗。',
    noSuchNumber: (typed) => `這裡沒有編號 ${typed} 的按鈕。`,
    noSuchCommand: (command) => `這裡沒有 ${command} 這個指令。`,
    noSuchPerson: (name, people) => `這裡沒有 ${name}。可以選擇：${people.join('、')}。`,
    nowActing: (person) => `您現在是 ${person}。`,
    required: '請填寫這個欄位。',
    timedOut: 'Tierbook 三秒內沒有回應，請再試一次。',
    unreachable: 'Tierbook 暫時沒有連上線，請過幾秒再試。',
  },
};
